/**
 * The text of a Word document (WordprocessingML, ECMA-376 part 1 §17): in comes `word/document.xml`, out go its paragraphs and
 * tables in their order. Deleted text is left out, inserted text is text; numbers that Word makes by itself stand nowhere in it.
 *
 * Decision: A small reader of our own instead of mammoth. Mammoth weighs 100 KB compressed, more than the single file has room for.
 */
import { attributeOf, readTags } from '../text/xml-tags'

/** A paragraph, or a table as lines of cells parted by tabs, as `typed.ts` reads them. */
export interface WordBlock {
  text: string
  /** A heading by its style or outline; a table is none. */
  isHeading: boolean
  /** A footnote or an endnote. */
  isNote?: true
}

/** Ids of the styles of `word/styles.xml` that are headings. */
export function headingStyles(styles: string): Set<string> {
  const found = new Set<string>()
  for (const [style, id] of styles.matchAll(/<w:style\b[^>]*w:styleId="([^"]*)"[\s\S]*?<\/w:style>/g)) {
    const isNamed = /<w:name w:val="(heading \d|标题 ?\d)"/i.test(style)
    if (isNamed || /<w:outlineLvl w:val="[0-8]"/.test(style)) found.add(id ?? '')
  }
  return found
}

interface OpenParagraph {
  text: string
  isHeading: boolean
}

interface OpenTable {
  rows: string[][]
  cell: string[]
}

/** `headings`: as `headingStyles`. */
export function readWordBlocks(xml: string, headings: ReadonlySet<string>): WordBlock[] {
  const blocks: WordBlock[] = []
  const paragraphs: OpenParagraph[] = []
  const tables: OpenTable[] = []
  // How deep in what Word does not show: deletions, and what older programs are given instead.
  let hidden = 0
  let isText = false
  const end = (paragraph: OpenParagraph) => {
    const text = paragraph.text.trim()
    const cell = tables[tables.length - 1]
    if (cell) cell.cell.push(text)
    else if (text !== '') blocks.push({ text, isHeading: paragraph.isHeading })
  }
  for (const tag of readTags(xml)) {
    const { name, kind, before } = tag
    const paragraph = paragraphs[paragraphs.length - 1]
    if (paragraph && isText && hidden === 0) paragraph.text += before
    switch (name) {
      case 'del':
      case 'moveFrom':
      case 'Fallback':
        if (kind !== 'empty') hidden += kind === 'close' ? -1 : 1
        break
      case 't':
        isText = kind === 'open'
        break
      case 'tab':
        // Within `w:tabs` it is a tab stop, which has a place.
        if (paragraph && hidden === 0 && attributeOf(tag, 'w:pos') === undefined) paragraph.text += ' '
        break
      case 'noBreakHyphen':
        if (paragraph && hidden === 0) paragraph.text += '-'
        break
      case 'br':
      case 'cr':
        if (paragraph && hidden === 0) paragraph.text += '\n'
        break
      case 'p':
        if (kind === 'open') paragraphs.push({ text: '', isHeading: false })
        else if (kind === 'close') end(paragraphs.pop() ?? { text: '', isHeading: false })
        break
      case 'pStyle':
        if (paragraph && headings.has(attributeOf(tag, 'w:val') ?? '')) paragraph.isHeading = true
        break
      case 'outlineLvl':
        if (paragraph && /^[0-8]$/.test(attributeOf(tag, 'w:val') ?? '')) paragraph.isHeading = true
        break
      case 'tbl':
        if (kind === 'open') tables.push({ rows: [], cell: [] })
        else if (kind === 'close') endTable(tables, blocks)
        break
      case 'tr':
        if (kind === 'open') tables[tables.length - 1]?.rows.push([])
        break
      case 'tc':
        if (kind === 'close') endCell(tables[tables.length - 1])
        break
    }
  }
  return blocks
}

function endCell(table: OpenTable | undefined): void {
  if (!table) return
  table.rows[table.rows.length - 1]?.push(oneLine(table.cell))
  table.cell = []
}

/** A table in a cell of another is text of that cell. */
function endTable(tables: OpenTable[], blocks: WordBlock[]): void {
  const table = tables.pop()
  const lines = (table?.rows ?? []).map(cells => cells.join('\t')).filter(line => line.trim() !== '')
  const outer = tables[tables.length - 1]
  if (outer) outer.cell.push(...lines)
  else if (lines.length > 0) blocks.push({ text: lines.join('\n'), isHeading: false })
}

function oneLine(texts: readonly string[]): string {
  return texts.join(' ').replace(/\s+/g, ' ').trim()
}
