/**
 * The parts of an .xlsx (ECMA-376 part 1, 18) as grids of texts. What a program stored is shown: no formula is computed, no link
 * is followed. A part may be cut anywhere, and the rows before the cut are read.
 */
import { formatNumber, formatOf } from '../text/number-format'
import { columnOfLetters, unescapeCellText } from '../text/spreadsheet'
import { attributeOf, readTags, type XmlTag } from '../text/xml-tags'

/** Most rows and columns that are read: some thousand cells a browser draws at once, a million it does not. */
export const mostRows = 1000
export const mostColumns = 100

/** How much of a sheet is read. */
export interface GridBounds {
  rows: number
  columns: number
  /** Opened or closed, in the order in which they stand. */
  tags: number
}

/** What is shown of a sheet. */
export const shownBounds: GridBounds = { rows: mostRows, columns: mostColumns, tags: 500_000 }

export interface SheetPart {
  name: string
  /** Where it lies in the ZIP. */
  path: string
  isHidden: boolean
}

/** Cells that are printed as one, by the first of them. */
export interface Merge {
  row: number
  column: number
  rows: number
  columns: number
}

export interface Grid {
  /** Rows of texts, each as long as its last cell that is not empty. */
  rows: string[][]
  /** Cells that were merged, within the rows and columns that were read. */
  merges: Merge[]
  /** Widths of the columns in characters, where the sheet says. */
  widths: (number | undefined)[]
  /** True where the sheet has more than was read. */
  isCut: boolean
}

/** The sheets in their order; one whose part is not named is left out. */
export function readSheets(workbook: string, relations: string): SheetPart[] {
  const targets = new Map<string | undefined, string>()
  for (const tag of readTags(relations)) {
    const target = tag.name === 'Relationship' && attributeOf(tag, 'Target')
    if (target) targets.set(attributeOf(tag, 'Id'), target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  }
  const sheets: SheetPart[] = []
  for (const tag of readTags(workbook)) {
    if (tag.name !== 'sheet' || tag.kind === 'close') continue
    // The prefix of relations is `r` by habit only.
    const id = /\s\w+:id\s*=\s*["']([^"']*)/.exec(tag.attributes)?.[1]
    const path = targets.get(id)
    if (!path) continue
    const isHidden = attributeOf(tag, 'state')?.includes('idden') ?? false
    sheets.push({ name: attributeOf(tag, 'name') ?? '', path, isHidden })
  }
  return sheets
}

/** The shared strings in their order, without how they are read aloud (18.4.6: `rPh`). */
export function readStrings(xml: string): string[] {
  const strings: string[] = []
  let text = ''
  let isAloud = false
  for (const tag of readTags(xml)) {
    if (tag.name === 'rPh') isAloud = tag.kind === 'open'
    else if (tag.name === 't' && tag.kind === 'close' && !isAloud) text += tag.before
    else if (tag.name === 'si' && tag.kind !== 'open') {
      strings.push(unescapeCellText(text))
      text = ''
    }
  }
  return strings
}

/** The number format of each cell style. */
export function readFormats(styles: string): string[] {
  const own = new Map<number, string>()
  const formats: string[] = []
  let isCellStyle = false
  for (const tag of readTags(styles)) {
    if (tag.name === 'numFmt')
      own.set(Number(attributeOf(tag, 'numFmtId')), attributeOf(tag, 'formatCode') ?? '')
    else if (tag.name === 'cellXfs') isCellStyle = tag.kind === 'open'
    else if (tag.name === 'xf' && tag.kind !== 'close' && isCellStyle)
      formats.push(formatOf(Number(attributeOf(tag, 'numFmtId') ?? 0), own))
  }
  return formats
}

/** The texts of one sheet; `strings` and `formats` are those of its workbook. */
export function readGrid(
  sheet: string,
  strings: readonly string[],
  formats: readonly string[],
  most = shownBounds,
): Grid {
  const grid: Grid = { rows: [], merges: [], widths: [], isCut: false }
  let isWhole = false
  let row = -1
  let column = -1
  let cell: Cell | null = null
  let tags = 0
  for (const tag of readTags(sheet)) {
    tags += 1
    if (tags > most.tags) break
    const isEnd = tag.kind !== 'open'
    if (tag.name === 'sheetData' && isEnd) isWhole = true
    else if (tag.name === 'col' && tag.kind !== 'close') widen(grid, tag)
    else if (tag.name === 'mergeCell' && tag.kind !== 'close') merge(grid, attributeOf(tag, 'ref') ?? '')
    else if (tag.name === 'row' && tag.kind !== 'close') {
      row = numberOf(attributeOf(tag, 'r'), row + 2) - 1
      column = -1
    } else if (tag.name === 'c' && tag.kind !== 'close') {
      // A cell need not say where it stands (18.3.1.4).
      column = columnOf(attributeOf(tag, 'r')) ?? column + 1
      cell = tag.kind === 'open' ? openCell(tag) : null
    } else if (tag.name === 'c') {
      if (cell) put(grid, row, column, textIn(cell, strings, formats), most)
      cell = null
    } else if (cell && tag.kind === 'close') fill(cell, tag)
  }
  grid.isCut ||= !isWhole
  grid.merges = grid.merges.filter(({ row }) => row < grid.rows.length)
  return grid
}

/** What stands in a cell while it is read. */
interface Cell {
  type: string
  style: number
  value: string
  formula: string
  inline: string
}

function openCell(tag: XmlTag): Cell {
  const style = numberOf(attributeOf(tag, 's'), 0)
  return { type: attributeOf(tag, 't') ?? 'n', style, value: '', formula: '', inline: '' }
}

function fill(cell: Cell, { name, before }: XmlTag): void {
  if (name === 'v') cell.value = before
  else if (name === 'f') cell.formula = before
  else if (name === 't') cell.inline += before
}

function textIn(cell: Cell, strings: readonly string[], formats: readonly string[]): string {
  switch (cell.type) {
    case 's':
      return strings[Number(cell.value)] ?? ''
    case 'inlineStr':
      return unescapeCellText(cell.inline)
    case 'b':
      return cell.value === '1' ? 'TRUE' : 'FALSE'
    case 'n':
      // A formula that no program has computed yet: its text is all there is.
      if (cell.value === '' && cell.formula !== '') return `=${cell.formula}`
      return formatNumber(cell.value, formats[cell.style] ?? '')
    default:
      return unescapeCellText(cell.value)
  }
}

function put(grid: Grid, row: number, column: number, text: string, most: GridBounds): void {
  if (text === '') return
  if (row < 0 || row >= most.rows || column >= most.columns) {
    grid.isCut = true
    return
  }
  while (grid.rows.length <= row) grid.rows.push([])
  const cells = grid.rows[row] as string[]
  while (cells.length < column) cells.push('')
  cells[column] = text
}

function widen(grid: Grid, tag: XmlTag): void {
  const width = Number(attributeOf(tag, 'width'))
  const last = Math.min(numberOf(attributeOf(tag, 'max'), 0), mostColumns)
  if (!(width > 0)) return
  for (let at = numberOf(attributeOf(tag, 'min'), 1) - 1; at < last; at++) grid.widths[at] = width
}

function merge(grid: Grid, reference: string): void {
  const [, left = '', top, right = '', bottom] = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(reference) ?? []
  const [row, column] = [Number(top) - 1, columnOf(left) ?? 0]
  if (!(row < mostRows) || column >= mostColumns) return
  const rows = Math.min(Number(bottom), mostRows) - row
  const columns = Math.min((columnOf(right) ?? 0) + 1, mostColumns) - column
  if (rows > 0 && columns > 0) grid.merges.push({ row, column, rows, columns })
}

/** The column of a cell, from 0: `C12` stands in column 2. Null where the reference has no letters. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  return letters ? columnOfLetters(letters) : null
}

function numberOf(text: string | undefined, otherwise: number): number {
  const number = Number(text)
  return text !== undefined && Number.isInteger(number) && number >= 0 ? number : otherwise
}
