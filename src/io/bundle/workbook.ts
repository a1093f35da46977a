/**
 * Tables as an XLSX file that people sort, filter, add up and print: a head that stays, widths, borders, A4 across. Every
 * text stays a text whatever stands in it. The same tables and date give the same bytes.
 *
 * Loaded on demand (`import()`), so it must not import anything with state. fflate deflates parts from 160 KB on in `blob:`
 * workers: the page's Content-Security-Policy has to allow them.
 */
import { strToU8, zip } from 'fflate'
import { cleanForXml, escapeXml } from '../../core/text/xml-text'
import { setArchiveDates } from '../../core/zip/dates'
import { type TableCell, writeParts } from './workbook-parts'

export interface Column<Line> {
  title: string
  /** In digits of the sheet's font. */
  width: number
  /** `number` counts the lines from 1. */
  cell: (line: Line, number: number) => TableCell
}

/** One sheet. */
export interface Table {
  name: string
  /** In digits of the sheet's font. */
  widths: number[]
  /** Rows that stay above the others, and stand on every page. */
  head: (TableCell | null)[][]
  rows: TableCell[][]
  /** Columns that stay on the left. */
  frozenColumns: number
  /** Sheets of paper side by side. */
  pagesWide: number
}

/** A table of one head row and a row for each line. */
export function buildTable<Line>(
  name: string,
  columns: readonly Column<Line>[],
  lines: readonly Line[],
): Table {
  return {
    name,
    widths: columns.map(({ width }) => width),
    head: [columns.map(({ title }) => head(title))],
    rows: lines.map((line, i) => columns.map(({ cell }) => cell(line, i + 1))),
    frozenColumns: 0,
    pagesWide: 1,
  }
}

/**
 * The file, sheets in the given order. `date` is written as it reads in UTC; `title`, if any, stands with it above every page
 * on paper.
 */
export async function writeWorkbook(
  tables: readonly Table[],
  date: Date,
  title = '',
): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = tables.map(({ name, widths, head, rows, frozenColumns, pagesWide }) => ({
    name,
    widths,
    rows: [
      // A head of one line is as high as the reader makes it.
      ...head.map(cells => ({ cells, height: hasLines(cells) ? heightOfRow(cells, widths) : null })),
      ...rows.map(cells => ({ cells, height: heightOfRow(cells, widths) })),
    ],
    frozenRows: head.length,
    frozenColumns,
    pagesWide,
  }))
  const parts = Object.entries(writeParts(sheets, writePageTexts(title, date)))
  const archive = await deflate(Object.fromEntries(parts.map(([path, xml]) => [path, strToU8(xml)])))
  setArchiveDates(archive, date)
  return archive
}

function deflate(files: Record<string, Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    zip(files, (error, archive) => (error ? reject(error) : resolve(archive as Uint8Array<ArrayBuffer>)))
  })
}

function hasLines(cells: readonly (TableCell | null)[]): boolean {
  return cells.some(cell => `${cell?.value ?? ''}`.includes('\n'))
}

function heightOfRow(cells: readonly (TableCell | null)[], widths: readonly number[]): number {
  return Math.max(...cells.map((cell, c) => heightOf(`${cell?.value ?? ''}`, widths[c] ?? 0)))
}

/** A cell of the head; over several columns it needs as many cells less one of `null` behind it. */
export function head(title: string, columnSpan = 1): TableCell {
  const value = cleanForXml(title, '')
  return columnSpan > 1 ? { style: 'wide-head', value, columnSpan } : { style: 'head', value }
}

export function count(value: number): TableCell {
  return { style: 'count', value }
}

/**
 * A number, so that it sorts and adds up. In bytes, as in Windows' properties of a file and in bag-info.txt: a number format
 * can divide by 1,000 only, and its MB would not be those that 目录.html and Windows count.
 */
export function bytes(size: number): TableCell {
  return { style: 'bytes', value: size }
}

/** Excel refuses a file with a longer cell. */
const longestText = 32_767
const cutMark = '……（过长，全文见 checklist.json）'

/** A cell that is text and stays text: `=1+1` is no formula and 7-1 no date, even when somebody edits the cell. */
export function text(value: string): TableCell {
  const whole = value.replace(/\r\n?/g, '\n')
  const cut = whole.length > longestText ? whole.slice(0, longestText - cutMark.length) + cutMark : whole
  // A cell's `_x0041_` is read as A (ECMA-376 part 1, 22.9.2.19).
  const clean = cleanForXml(cut, '').replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
  // Nobody needs it, but `constructor` and its kind have been written so since the first bundle, and the bytes stay.
  const safe = clean in {} ? escapeFirst(clean) : clean
  // Excel 2007 shows `####` for text formatted as such that is longer than 255 characters.
  return { style: safe.length > 255 ? 'long-text' : 'text', value: safe }
}

function escapeFirst(word: string): string {
  return `_x00${word.charCodeAt(0).toString(16).toUpperCase()}_${word.slice(1)}`
}

/** Points a text takes in a column. LibreOffice does not fit rows to wrapped text when it opens a file. */
function heightOf(text: string, width: number): number {
  // Two digits of the width are margin, or lost where a word moves to the next line.
  const linesIn = (part: string) => Math.ceil(digitsOf(part) / (width - 2)) || 1
  const lines = text.split('\n').reduce((sum, part) => sum + linesIn(part), 0)
  // Excel's own limit of a row's height is 409.
  return Math.min(409, 15 * lines + 3)
}

/** How many digits are as wide as a text: a letter is one, a 汉字 two. */
function digitsOf(text: string): number {
  let digits = text.length
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x2ff) digits++
  return digits
}

/** Header and footer of every page: what it is and of which day, which page of how many. */
function writePageTexts(title: string, date: Date): string {
  if (title === '') return ''
  // `&` starts a code. Excel refuses a longer header than 255 characters.
  const words = title.slice(0, 100).replace(/&/g, '&&')
  const day = date.toISOString().slice(0, 10)
  const part = (tag: string, codes: string) => `<${tag}>${escapeXml(codes, '□')}</${tag}>`
  return `<headerFooter>${part('oddHeader', `&L&A&C${words}&R${day}`)}${part('oddFooter', '&C第 &P 页，共 &N 页')}</headerFooter>`
}
