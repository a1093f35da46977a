/**
 * 公文 as Word paragraphs: the layout of GB/T 9704-2012, whose values were checked in LibreOffice. Fonts are those every
 * Windows has had since 7, each named for all scripts: a theme font, or one that is not installed (方正小标宋), makes WPS
 * ask about missing fonts.
 *
 * Decision: The report's grid is in its characters. 22 lines are exact line heights, 28 characters a tightening of each:
 * a `linesAndChars` grid with a negative charSpace says the same to Word, but LibreOffice 7.4 then sets 20 characters on
 * a line. The title is 宋体, bold, because 方正小标宋 is not on every machine.
 */
import {
  AlignmentType,
  DocumentGridType,
  Footer,
  type IParagraphOptions,
  type ISectionPropertiesOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  Tab,
  TextRun,
} from 'docx'
import { legible } from '../../core/text/legible'
import { cleanForXml } from '../../core/text/xml-text'

/** In twips (1/20 point): the height of one of 22 lines (225 mm), the width of one of 28 characters (156 mm). */
const line = 579
export const character = 315

/** Twips added to each character of 3号 (320 twips wide), a negative number, so that 28 stand on a line. */
const tightening = character - 320
/** Twips between the left and right margin. */
export const textWidth = 8844

// In half points: 2号, 3号, 4号, 小四.
const sizes = { title: 44, body: 32, small: 28, cell: 24 } as const

const millimetre = 1440 / 25.4
const fromMillimetres = (length: number) => Math.round(length * millimetre)

/** 5.2: A4, 22 lines of 28 characters. */
export const page: ISectionPropertiesOptions = {
  page: {
    size: { width: 11906, height: 16838 },
    margin: {
      top: fromMillimetres(37),
      bottom: fromMillimetres(35),
      left: fromMillimetres(28),
      right: fromMillimetres(26),
      header: fromMillimetres(15),
      // 7.5: the page number stands 7 mm below the text.
      footer: fromMillimetres(23),
    },
  },
  grid: { type: DocumentGridType.LINES, linePitch: line },
}

type Font = '仿宋' | '黑体' | '楷体' | '宋体'

interface Style {
  font?: Font
  size?: keyof typeof sizes
  bold?: boolean
}

/** The default font, size and languages. */
export const bodyRun = {
  font: fontOf('仿宋'),
  size: sizes.body,
  language: { value: 'en-US', eastAsia: 'zh-CN' },
}

/** A text as it is read (`legible`); each character that a Word file can't hold becomes a □, so that it is seen. */
export function run(words: string, { font = '仿宋', size = 'body', bold = false }: Style = {}): TextRun {
  const parts = cleanForXml(legible(words), '□').replace(/\n/g, ' ').split('\t')
  return new TextRun({
    children: parts.flatMap((part, i) => (i > 0 ? [new Tab(), part] : [part])),
    font: fontOf(font),
    size: sizes[size],
    bold,
    ...(size === 'body' ? { characterSpacing: tightening } : {}),
  })
}

/** 7.3.3: 3号, first line two characters in; every line as high as the grid's, whatever font a machine falls back to. */
export function paragraph(runs: TextRun[], options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    spacing: { line, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    indent: { firstLine: 2 * character, firstLineChars: 200 },
    // Word would move single lines to the next page, which leaves 21 lines on this one.
    widowControl: false,
    alignment: AlignmentType.BOTH,
    ...options,
    children: runs,
  })
}

/** A paragraph whose first line is not indented; a line of its own or a blank one. */
export function plainLine(runs: TextRun[], options: IParagraphOptions = {}): Paragraph {
  return paragraph(runs, { indent: { firstLine: 0 }, ...options })
}

/** 7.3.1: the title's lines in 2号, centred. The caller breaks a long title after the unit, so that no word is torn. */
export function title(lines: readonly string[]): Paragraph[] {
  const spacing = { line: 720, lineRule: LineRuleType.EXACT }
  return lines.map(words =>
    plainLine([run(words, { font: '宋体', size: 'title', bold: true })], {
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing,
    }),
  )
}

/** 7.5: — 1 — in 4号宋体, on odd pages one character from the right edge, on even ones from the left. */
export const footers = {
  default: new Footer({ children: [pageNumber('right')] }),
  even: new Footer({ children: [pageNumber('left')] }),
}

function pageNumber(side: 'left' | 'right'): Paragraph {
  return new Paragraph({
    alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
    indent: { [side]: 280 },
    children: [
      new TextRun({
        children: ['— ', PageNumber.CURRENT, ' —'],
        font: fontOf('宋体'),
        size: sizes.small,
      }),
    ],
  })
}

function fontOf(name: Font) {
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name }
}
