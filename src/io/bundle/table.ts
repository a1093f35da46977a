/** A table of a workbook: its columns, and cells that are text, a count or bytes. Every text stays a text whatever it says. */
import type { CellObject } from 'write-excel-file/universal'
import { legible } from '../../core/text/legible'
import { cleanForXml } from '../../core/text/xml-text'

export interface Column<Line> {
  title: string
  /** In digits of the sheet's font. */
  width: number
  /** `number` counts the lines from 1. */
  cell: (line: Line, number: number) => CellObject
}

/** One sheet. */
export interface Table {
  name: string
  /** In digits of the sheet's font. */
  widths: number[]
  /** Rows that stay above the others, and stand on every page. */
  head: (CellObject | null)[][]
  rows: CellObject[][]
  /** Columns that stay on the left. */
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

/** A cell of the head; over several columns it needs as many cells less one of `null` behind it. */
export function head(title: string, columnSpan = 1): CellObject {
  const cell = { ...header, type: String, value: title }
  return columnSpan > 1 ? { ...cell, columnSpan, align: 'center' } : cell
}

export function count(value: number): CellObject {
  return { ...body, align: 'center', type: Number, value }
}

/**
 * A number, so that it sorts and adds up. In bytes, as in Windows' properties of a file and in bag-info.txt: a number format
 * can divide by 1,000 only, and its MB would not be those that 目录.html and Windows count.
 */
export function bytes(size: number): CellObject {
  return { ...body, type: Number, value: size, format: '#,##0" 字节"' }
}

/** Excel refuses a file with a longer cell. */
const longestText = 32_767
const cutMark = '……（过长，全文见 checklist.json）'

/** A cell that is text and stays text: `=1+1` is no formula and 7-1 no date, even when somebody edits the cell. */
export function text(value: string): CellObject {
  const whole = legible(value).replace(/\r\n?/g, '\n')
  const cut = whole.length > longestText ? whole.slice(0, longestText - cutMark.length) + cutMark : whole
  // A cell's `_x0041_` is read as A (ECMA-376 part 1, 22.9.2.19).
  const clean = cleanForXml(cut, '').replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
  // The library looks texts up in a plain object, where `constructor` and its kind are never new.
  const safe = clean in {} ? escapeFirst(clean) : clean
  // Excel 2007 shows `####` for text formatted as such that is longer than 255 characters.
  return safe.length > 255
    ? { ...body, type: String, value: safe }
    : { ...body, type: String, value: safe, format: '@' }
}

function escapeFirst(word: string): string {
  return `_x00${word.charCodeAt(0).toString(16).toUpperCase()}_${word.slice(1)}`
}
