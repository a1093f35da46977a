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
  }
}

function* rowsOf<Line>(columns: readonly Column<Line>[], lines: Iterable<Line>): Generator<CellObject[]> {
  let number = 0
  for (const line of lines) {
    number += 1
    yield columns.map(({ cell }) => cell(line, number))
  }
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
 * format can only divide by 1,000, and its MB would differ from those of 目录.html and Windows.
 */
export function bytes(size: number): CellObject {
  return { ...body, type: Number, value: size, format: '#,##0" 字节"' }
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
