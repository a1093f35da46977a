/**
 * The rows that a table prints, from the lines of its grid: the head where it is repeated, blank lines and 合计 are no
 * rows, a line across the table is a level of the rows below it, and a row that a page break tore in two is one row again.
 * Invariant: every cell is in a row, in a section, or in a doubt that quotes it.
 */
import type { ColumnRole } from '../../core/edition/table-source'
import type { Grid } from '../document'
import type { RowDoubt, TableDoubt } from '../question'
import { isPageMark } from './captions'
import { isClassRow } from './class-row'
import { joinLines } from './grid'
import { type Header, wordsOf } from './header'
import { cellsOf, contentAt, type PrintedCell } from './printed-cell'
import type { RoledColumn } from './roles'
import { addSection, isSectionText } from './section'

export interface PrintedRow {
  /** One for each column. */
  cells: PrintedCell[]
  sections: string[]
  /** The evidence of further lines beside the same content. */
  moreEvidence: string[]
  doubts: RowDoubt[]
}

interface PrintedTable {
  rows: PrintedRow[]
  /** The points of the 合计 line, where there is one. */
  total: number | undefined
  /** 编者注 on lines that are no rows. */
  notes: string[]
  doubts: TableDoubt[]
}

const totalLine = /^(合计|总计|总分|小计|总分值|分值合计|共计)/
const subtotal = /^小计/
/** Not 注册商标, 说明书: the word stands alone or a colon follows. */
const remark =
  /^[(（【]?(注|备注|附注|说明|填报说明|(填报|填表|制表|审核|复核|经办|联系|负责)人|填报(单位|日期)|(单位)?盖章)\d?([:：(（)）】]|$)/

/** The rows of one table. `sections` are the lines that stand above the whole of it. */
export function readRows(
  grid: Grid,
  header: Header,
  columns: readonly RoledColumn[],
  sections: readonly string[],
): PrintedTable {
  const table: PrintedTable = { rows: [], total: undefined, notes: [], doubts: [] }
  let open = [...sections]
  let waiting: string[] = []
  /** Whether the line above belongs to the last row, so that a merged cell can go on. */
  let follows = false
  for (let line = header.last + 1; line < grid.length; line++) {
    const printed = grid[line] ?? []
    const texts = [...new Set(printed)].map(cell => joinLines(cell.text)).filter(text => text !== '')
    if (texts.length === 0 || header.lines.includes(wordsOf(printed)) || texts.every(isPageMark)) {
      follows = follows && texts.length === 0
      continue
    }
    const cells = cellsOf(grid, line, follows)
    const kind = kindOf(grid, line, cells, texts, columns)
    follows = kind === 'row'
    if (kind === 'total') takeTotal(table, texts)
    else if (kind === 'remark') table.doubts.push({ code: 'line-left-out', text: texts.join(' ') })
    else if (kind === 'section') {
      const section = [...new Set(texts)].join(' ')
      waiting.push(section)
      open = addSection(open, sections.length, section)
    } else {
      addRow(table, cells, columns, open)
      waiting = waiting.filter(section => !open.includes(section))
    }
  }
  // A line across below which no row stands is a level of nothing.
  table.doubts.push(...waiting.map((text): TableDoubt => ({ code: 'line-left-out', text })))
  return table
}

type LineKind = 'total' | 'remark' | 'section' | 'row'

function kindOf(
  grid: Grid,
  line: number,
  cells: readonly PrintedCell[],
  texts: readonly string[],
  columns: readonly RoledColumn[],
): LineKind {
  const bare = texts.map(text => text.replace(/\s/g, ''))
  if (texts.length <= 3 && bare.some(text => totalLine.test(text) && text.length < 24)) return 'total'
  const first = cells.findIndex(({ text, isMerged }) => text !== '' && !isMerged)
  const role = columns[first]?.role
  const own = cells[first]?.text.replace(/\s/g, '') ?? ''
  if (first >= 0 && role !== 'evidence' && role !== 'required' && role !== 'remark' && remark.test(own))
    return 'remark'
  const filled = cells.filter(({ text, span }) => text !== '' && span > 0)
  const isAlone = filled.length === 1 && !filled[0]?.isMerged
  if (isAlone && columns.length > 2) {
    const isAcross = new Set(grid[line]).size === 1 || (filled[0]?.span ?? 1) >= columns.length - 1
    if (isAcross) return own.length > 60 || /[。；;]$/.test(own) ? 'remark' : 'section'
    if (isSectionText(own) && (role !== 'content' || !/[。；;]$/.test(own))) return 'section'
    // A sentence that fills one cell of a whole line says something of the table.
    if ((role === 'number' && own.length > 4) || (role === 'level' && /[。；;]$/.test(own))) return 'remark'
  }
  return isClassRow(grid, line, columns) ? 'section' : 'row'
}

function takeTotal(table: PrintedTable, texts: readonly string[]): void {
  const bare = texts.map(text => text.replace(/\s/g, ''))
  const found = /\d+(\.\d+)?/.exec(texts.join(' ').normalize('NFKC'))
  if (found && !bare.some(text => subtotal.test(text)) && table.total === undefined)
    table.total = Number(found[0])
  table.notes.push(`原表有一行“${texts.join(' ')}”，不作为一行列出。`)
}

/** A row of its own, or the rest of the row above. */
function addRow(
  table: PrintedTable,
  cells: PrintedCell[],
  columns: readonly RoledColumn[],
  sections: readonly string[],
): void {
  const above = table.rows[table.rows.length - 1]
  const isBelowIt = above !== undefined && String(above.sections) === String(sections)
  if (above && isBelowIt && isBeside(cells, above.cells, columns)) {
    addBeside(above, cells, columns)
    return
  }
  if (above && isBelowIt && isTorn(cells, above.cells, columns)) {
    for (const [place, cell] of cells.entries()) {
      const was = above.cells[place]
      if (cell.text === '' || cell.isMerged || !was || cell.text === was.text) continue
      above.cells[place] = { ...was, isMerged: false, text: was.text + cell.text }
      above.doubts.push({ code: 'torn', part: joinLines(cell.text) })
    }
    return
  }
  table.rows.push({ cells, sections: [...sections], moreEvidence: [], doubts: [] })
}

function isOwn({ text, isMerged, span }: PrintedCell): boolean {
  return text !== '' && !isMerged && span > 0
}

function placesOf(columns: readonly RoledColumn[], ...roles: ColumnRole[]): number[] {
  return columns.flatMap(({ role }, place) => (roles.includes(role) ? [place] : []))
}

/** Whether the line has points in a cell of its own, which makes it a row. */
function hasOwnPoints(cells: readonly PrintedCell[], columns: readonly RoledColumn[]): boolean {
  return placesOf(columns, 'points').some(place => {
    const cell = cells[place]
    return cell !== undefined && isOwn(cell)
  })
}

/** Where the content goes on from above, and nothing says that this is a row: no points, nobody, no level of its own. */
function isBeside(cells: PrintedCell[], above: PrintedCell[], columns: readonly RoledColumn[]): boolean {
  const contents = placesOf(columns, 'content').flatMap(place => contentAt(cells, place) ?? [])
  if (contents.length === 0 || !contents.every(({ text, isMerged }) => isMerged && text !== '')) return false
  const isNew = (place: number) => {
    const cell = cells[place]
    return cell !== undefined && isOwn(cell) && cell.text !== above[place]?.text
  }
  return !hasOwnPoints(cells, columns) && !placesOf(columns, 'department', 'level').some(isNew)
}

/** Adds the cells of a further line beside the same content; its number only counts the lines. */
function addBeside(above: PrintedRow, cells: PrintedCell[], columns: readonly RoledColumn[]): void {
  for (const [place, cell] of cells.entries()) {
    const was = above.cells[place]
    if (!isOwn(cell) || !was || cell.text === was.text) continue
    const role = columns[place]?.role
    if (role === 'evidence') {
      above.moreEvidence.push(cell.text)
      continue
    }
    above.cells[place] = {
      ...was,
      isMerged: false,
      text: was.text === '' ? cell.text : `${was.text}\n${cell.text}`,
    }
    if (role !== 'number')
      above.doubts.push({ code: 'beside', column: columns[place]?.name ?? '', text: joinLines(cell.text) })
  }
}

function isTorn(cells: PrintedCell[], above: PrintedCell[], columns: readonly RoledColumn[]): boolean {
  // A page break prints number, name and sometimes the department again.
  const isNew = (place: number) => {
    const cell = cells[place]
    return cell !== undefined && isOwn(cell) && cell.text !== above[place]?.text
  }
  const contents = placesOf(columns, 'content')
  if (placesOf(columns, 'number').some(isNew)) return false
  const hasContent = contents.some(place => {
    const cell = contentAt(cells, place)
    return cell !== undefined && isOwn(cell)
  })
  if (hasOwnPoints(cells, columns)) return false
  if (!hasContent) return true
  if (placesOf(columns, 'level', 'department').some(isNew)) return false
  const places = placesOf(columns, 'department', 'points', 'level', 'number')
  // A table without merged or empty cells beside the content has nothing that shows a tear.
  if (places.length === 0 || placesOf(columns, 'number', 'level').length === 0) return false
  // Its content goes on in the middle of a sentence: above no score and no mark that closes it, nor a department's turn.
  const isOpen = contents.some(
    place => !/[;；。)）!！]$/.test(above[place]?.text ?? '') && above[place]?.text !== '',
  )
  // A comma says so whatever stands beside it.
  if (contents.some(place => /[，,、：:]$/.test(above[place]?.text ?? ''))) return true
  const hasScore = placesOf(columns, 'points').some(place => above[place]?.text !== '')
  const isTheirs = placesOf(columns, 'department').some(place => cells[place]?.isMerged)
  return isOpen && !hasScore && !isTheirs
}
