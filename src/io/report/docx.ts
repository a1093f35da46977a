/**
 * 自评报告.docx: the report's paragraphs and, where scores were given, their table as 附件. The same input and date give the
 * same bytes. A part of its own, loaded on demand: no state here.
 *
 * Decision: The report's library is a part of its own. Starting it takes as long as all the rest that packs; in one task
 * the two would be felt while files come in.
 */
import {
  AlignmentType,
  Document,
  LineRuleType,
  Packer,
  Table,
  TableCell,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type Paragraph as WordParagraph,
} from 'docx'
import type { Checklist } from '../../core/checklist/checklist'
import type { Catalogue } from '../../core/edition/catalogue'
import { formatScoring } from '../../core/edition/scoring'
import { type Paragraph, reportParagraphs, reportTitle } from '../../core/report/report'
import { buildScoreSheet, type Score, type ScoreSheet } from '../../core/report/score'
import { formatDay, toBeijing } from '../../core/text/format'
import { legible } from '../../core/text/legible'
import { escapeXml } from '../../core/text/xml-text'
import { setArchiveDates } from '../../core/zip/dates'
import {
  bodyRun,
  character,
  footers,
  page,
  paragraph,
  plainLine,
  run,
  textWidth,
  title,
} from './official-layout'

/** The file's bytes, dated with the day of `now` in Beijing. */
export function writeReport(
  catalogue: Catalogue,
  checklist: Checklist,
  now: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  return writeDocument(catalogue, checklist, toBeijing(now))
}

/** The file's bytes; `date` is the day under the report, as it reads in UTC. */
export async function writeDocument(
  catalogue: Catalogue,
  checklist: Checklist,
  date: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const heading = legible(reportTitle(catalogue, checklist))
  const unit = legible(checklist.unit.name)
  const scores = buildScoreSheet(catalogue, checklist)
  const document = new Document({
    styles: { default: { document: { run: bodyRun } } },
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: page,
        footers,
        children: [
          ...title(titleLines(heading, unit)),
          plainLine([]),
          ...reportParagraphs(catalogue, checklist).map(setParagraph),
          ...(scores ? [plainLine([], kept), paragraph([run('附件：自评分表')], kept)] : []),
          ...signature(unit, formatDay(date.toISOString().slice(0, 10))),
          ...(scores ? scoreTable(scores) : []),
        ],
      },
    ],
  })
  const archive = new Uint8Array(
    await Packer.pack(document, 'arraybuffer', undefined, [coreProperties(heading, unit, date)]),
  )
  setArchiveDates(archive, date)
  return archive
}

/** The last paragraphs stay with what follows, so that the seal never stands on a page without text. */
function setParagraph(part: Paragraph, index: number, { length }: readonly Paragraph[]): WordParagraph {
  const keepNext = index >= length - 2
  switch (part.kind) {
    case 'heading':
      return paragraph([run(part.text, { font: '黑体' })], { keepNext: true, outlineLevel: 0 })
    case 'text':
      return part.label
        ? paragraph([run(part.label, { font: '楷体' }), run(part.text)], {
            keepNext: keepNext || part.text === '',
          })
        : paragraph([run(part.text)], { keepNext })
    case 'empty':
      return plainLine([], { keepNext })
  }
}

const kept = { keepNext: true }

/** The lines of the title: one, or two where it is too long for one (the unit, then the rest). */
function titleLines(heading: string, unit: string): string[] {
  const rest = heading.startsWith(unit) ? heading.slice(unit.length) : ''
  return widthOf(heading) > 20 && rest ? [unit, rest] : [heading]
}

/**
 * 7.3.5.1: the date four characters from the right edge, the unit centred over it, with room for the seal; where that would
 * push the unit over the edge, the date is centred under the unit. Neither stands on a page without text.
 */
function signature(unit: string, day: string): WordParagraph[] {
  const names = Math.min(28, widthOf(unit))
  const beside = (widthOf(day) - names) / 2
  const right = Math.max(4 + beside, 0)
  const end = (characters: number) => ({
    alignment: AlignmentType.RIGHT,
    indent: { right: characters * character },
  })
  return [
    plainLine([], kept),
    plainLine([], kept),
    plainLine([], kept),
    plainLine([run(unit)], { ...end(right), ...kept }),
    plainLine([run(day)], end(right - Math.min(beside, 4 + beside))),
  ]
}

// Widths in twips, 8,844 in all.
const columns = [
  { title: '编号', width: 900 },
  { title: '考核指标', width: 1800 },
  { title: '考核内容', width: 3644 },
  { title: '分值', width: 1500 },
  { title: '自评分', width: 1000 },
]

/** 附件 on a page of its own: a row for each indicator, then the sums. */
function scoreTable(sheet: ScoreSheet): (WordParagraph | Table)[] {
  const rows = sheet.rows.map(({ indicator, score }) => [
    indicator.id,
    indicator.name,
    indicator.content,
    formatScoring(indicator.scoring),
    sayScore(score),
  ])
  const sums = [
    ['', '得分小计', '', `${sheet.most} 分`, `${sheet.earned}`],
    ...(sheet.rows.some(({ indicator }) => indicator.scoring.kind === 'bonus')
      ? [['', '加分小计', '', '', `${sheet.added}`]]
      : []),
    ...(sheet.rows.some(({ indicator }) => indicator.scoring.kind === 'deduction')
      ? [['', '扣分小计', '', '', sheet.deducted === 0 ? '0' : `-${sheet.deducted}`]]
      : []),
    ['', '合计', '', '', `${sheet.total}`],
  ]
  return [
    paragraph([run('附件', { font: '黑体' })], { indent: { firstLine: 0 }, pageBreakBefore: true }),
    plainLine([]),
    ...title(['自评分表']),
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      // WPS does not show a table without these (w:gridCol).
      columnWidths: columns.map(({ width }) => width),
      rows: [
        tableRow(
          columns.map(column => column.title),
          { isHeader: true },
        ),
        ...rows.map((cells, i) => tableRow(cells, { keepNext: i === rows.length - 1 })),
        ...sums.map((cells, i) => tableRow(cells, { keepNext: i < sums.length - 1 })),
      ],
    }),
  ]
}

function tableRow(cells: readonly string[], { isHeader = false, keepNext = false } = {}): TableRow {
  return new TableRow({
    cantSplit: true,
    ...(isHeader ? { tableHeader: true } : {}),
    children: cells.map((words, i) => {
      const isText = i === 1 || i === 2
      return new TableCell({
        width: { size: columns[i]?.width ?? 0, type: WidthType.DXA },
        margins: { left: 80, right: 80, top: 40, bottom: 40 },
        verticalAlign: VerticalAlignTable.CENTER,
        children: [
          plainLine([run(words, { size: 'cell', font: isHeader ? '黑体' : '仿宋' })], {
            alignment: isText && !isHeader ? AlignmentType.LEFT : AlignmentType.CENTER,
            keepNext,
            spacing: { line: 320, lineRule: LineRuleType.EXACT },
          }),
        ],
      })
    }),
  })
}

function sayScore(score: Score): string {
  switch (score.kind) {
    case 'empty':
    // What is no score is said on the page, and is none on paper.
    case 'wrong':
      return ''
    case 'points':
    case 'bonus':
      return `${score.points}`
    case 'deduction':
      return score.points === 0 ? '0' : `-${score.points}`
    case 'veto':
      return score.happened ? '发生' : '未发生'
  }
}

/** The width of a text in 汉字; a Western character takes half of one. */
function widthOf(words: string): number {
  return [...words].reduce((sum, character) => sum + (character < '\u0250' ? 0.5 : 1), 0)
}

/** The file's core properties. They replace the library's, which hold the time it ran at. */
function coreProperties(heading: string, unit: string, date: Date): { path: string; data: string } {
  const at = `${date.toISOString().slice(0, 19)}+08:00`
  const instant = (tag: string) => `<dcterms:${tag} xsi:type="dcterms:W3CDTF">${at}</dcterms:${tag}>`
  const data = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(heading, '□')}</dc:title><dc:creator>${escapeXml(unit, '□')}</dc:creator>${instant('created')}${instant('modified')}</cp:coreProperties>`
  return { path: 'docProps/core.xml', data }
}
