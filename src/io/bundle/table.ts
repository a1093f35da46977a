/** A table of a workbook: its columns, and cells that are a text, a count or bytes. A text is never read as a number or formula. */
import type { CellObject } from 'write-excel-file/universal'
import { legible } from '../../core/text/legible'
import { cleanForXml } from '../../core/text/xml-text'

export interface Column<Line> {
  title: string
  /** In widths of a digit of the sheet's font. */
  width: number
  /** `number` counts the lines from 1. */
  cell: (line: Line, number: number) => CellObject
  /** The address that the cell opens, relative to the workbook; null where it opens nothing. */
  link?: (line: Line) => string | null
}

/** One sheet. */
export interface Table {
  name: string
  /** In widths of a digit of the sheet's font. */
  widths: number[]
  /** Rows that stay in view while the others scroll, and are printed on every page. */
  head: (CellObject | null)[][]
  /** Made as they are read, since there may be 50,000. */
  rows: Iterable<CellObject[]>
  /** Number of columns at the left that stay in view. */
  frozenColumns: number
  /** Sheets of paper side by side. */
  pagesWide: number
  /** Number of columns that are printed, from the left; all where it is not given. */
  printedColumns?: number
  /** Whether the head has buttons that filter. */
  filters?: boolean
  /** Number of rows at the end that sum up: they are not filtered. */
  totalRows?: number
  /** Cells that open a file: `E2` and an address relative to the workbook. */
  links?: { cell: string; address: string }[]
}

const border = { borderStyle: 'thin', borderColor: '#8A94A3' } as const
const body = { ...border, alignVertical: 'top', wrap: true } as const
const header = { ...body, fontWeight: 'bold', backgroundColor: '#E6EEF8', alignVertical: 'center' } as const

/** A table of one head row and a row for each line. */
export function buildTable<Line>(
  name: string,
  columns: readonly Column<Line>[],
  lines: Iterable<Line>,
): Table {
  return {
    name,
    widths: columns.map(({ width }) => width),
    head: [columns.map(({ title }) => head(title))],
    rows: { [Symbol.iterator]: () => rowsOf(columns, lines) },
    frozenColumns: 0,
    pagesWide: 1,
    links: columns.some(({ link }) => link) ? listLinks(columns, lines) : [],
  }
}

function listLinks<Line>(
  columns: readonly Column<Line>[],
  lines: Iterable<Line>,
): NonNullable<Table['links']> {
  return Array.from(lines).flatMap((line, row) =>
    columns.flatMap(({ link }, column) => {
      const address = link?.(line)
      return address ? [{ cell: `${letterOf(column + 1)}${row + 2}`, address }] : []
    }),
  )
}

function* rowsOf<Line>(columns: readonly Column<Line>[], lines: Iterable<Line>): Generator<CellObject[]> {
  let number = 0
  for (const line of lines) {
    number += 1
    const draw = ({ cell, link }: Column<Line>) =>
      link?.(line) ? linked(cell(line, number)) : cell(line, number)
    yield columns.map(draw)
  }
}

/** The letters of the `n`-th column, from 1: A, Z, AA. */
export function letterOf(n: number): string {
  const rest = Math.floor((n - 1) / 26)
  return (rest > 0 ? letterOf(rest) : '') + String.fromCharCode(65 + ((n - 1) % 26))
}

/** A cell as links look; what makes it one is the workbook's. */
function linked(cell: CellObject): CellObject {
  return { ...cell, textColor: '#0B4EA2', textDecoration: { underline: true } }
}

/** A cell of the head. In its row `columnSpan - 1` cells of `null` must follow it. */
export function head(title: string, columnSpan = 1): CellObject {
  const cell = { ...header, type: String, value: title }
  return columnSpan > 1 ? { ...cell, columnSpan, align: 'center' } : cell
}

export function count(value: number): CellObject {
  return { ...body, align: 'center', type: Number, value }
}

/**
 * A size as a number, so that it sorts and adds up. It is shown in bytes, as in a file's properties on Windows: a number
 * format can only divide by 1,000, and its MB would differ from those of 目录.html and Windows (`megabytes`).
 */
export function bytes(size: number): CellObject {
  return { ...body, type: Number, value: size, format: '#,##0" 字节"' }
}

/** The same in MB of 1,048,576 bytes, as Windows shows it, to two places. */
export function megabytes(size: number): CellObject {
  return { ...body, type: Number, value: Math.round((size / 1024 / 1024) * 100) / 100, format: '0.00' }
}

/** A text that stands in one line. */
export function line(value: string): CellObject {
  return { ...text(value), wrap: false }
}

/** Most characters of a cell: Excel refuses a file with a longer one. */
const longestText = 32_767
const cutMark = '……（过长，全文见 checklist.json）'

/** A cell that stays a text: `=1+1` becomes no formula and 7-1 no date, even when somebody edits the cell. */
export function text(value: string): CellObject {
  const whole = legible(value).replace(/\r\n?/g, '\n')
  const cut = whole.length > longestText ? whole.slice(0, longestText - cutMark.length) + cutMark : whole
  // A cell's `_x0041_` is read as A (ECMA-376 part 1, 22.9.2.19).
  const clean = cleanForXml(cut, '').replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
  // The library looks texts up in a plain object, so it takes `constructor` and the like for texts it has already seen.
  const safe = clean in {} ? escapeFirst(clean) : clean
  // Excel 2007 shows `####` for text formatted as such that is longer than 255 characters.
  return safe.length > 255
    ? { ...body, type: String, value: safe }
    : { ...body, type: String, value: safe, format: '@' }
}

function escapeFirst(word: string): string {
  return `_x00${word.charCodeAt(0).toString(16).toUpperCase()}_${word.slice(1)}`
}
