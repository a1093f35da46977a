/**
 * The rows that a table prints, from the lines of its grid: the header where it is repeated, blank lines and 合计 are
 * no rows, and a row that a page break tore in two is one row again.
 */

import type { Grid } from '../document'
import type { RowDoubt, TableDoubt } from '../question'
import { joinLines } from './grid'
import { type ColumnName, type Header, wordsOf } from './header'

export interface PrintedCell {
  text: string
  /** Part of a merged cell that begins above. */
  isMerged: boolean
}

export interface PrintedRow {
  cells: Record<ColumnName, PrintedCell>
  /** The evidence of further lines beside the same content. */
  moreEvidence: string[]
  doubts: RowDoubt[]
}

export interface PrintedTable {
  rows: PrintedRow[]
  /** The points of the 合计 line, where there is one. */
  total: number | undefined
  doubts: TableDoubt[]
}

const noCell: PrintedCell = { text: '', isMerged: false }
const totalLine = /^(合计|总计|总分|小计)/
const subtotal = /^小计/
/** Not 注册商标, 说明书: the word stands alone or a colon follows. */
const remark =
  /^[(（【]?(注|备注|附注|说明|填报说明|(填报|填表|制表|审核|复核|经办|联系|负责)人|填报(单位|日期)|(单位)?盖章)\d?([:：(（)）】]|$)/

export function readRows(grid: Grid, header: Header): PrintedTable {
  const table: PrintedTable = { rows: [], total: undefined, doubts: leftOutColumns(grid, header) }
  for (let line = header.row + 1; line < grid.length; line++) {
    const printed = grid[line] ?? []
    const texts = [...new Set(printed)].map(cell => joinLines(cell.text)).filter(text => text !== '')
    if (texts.length === 0 || wordsOf(printed) === header.words) continue
    const bare = texts.map(text => text.replace(/\s/g, ''))
    if (texts.length <= 3 && bare.some(text => totalLine.test(text))) {
      const found = /\d+(\.\d+)?/.exec(texts.join(' ').normalize('NFKC'))
      const isTotal = found && !bare.some(text => subtotal.test(text))
      if (isTotal) table.total = Number(found[0])
      continue
    }
    if (isRemark(grid, line, header)) {
      table.doubts.push({ code: 'line-left-out', text: texts.join(' ') })
      continue
    }
    addRow(table, cellsOf(grid, line, header))
  }
  return table
}

/** A line across the table, or one that begins with `注：`, `备注` or a place for a signature. */
function isRemark(grid: Grid, line: number, { columns, row }: Header): boolean {
  const printed = grid[line] ?? []
  const { name, content, department, evidence, required } = columns
  const wide = printed[content]
  if (wide?.text && wide === printed[name] && wide === printed[department]) return true
  const first = printed.findIndex(
    (cell, place) => cell.text !== '' && (line === row + 1 || cell !== grid[line - 1]?.[place]),
  )
  if (first < 0 || first === evidence || first === required) return false
  return remark.test(joinLines(printed[first]?.text ?? '').replace(/\s/g, ''))
}

/** A row of its own, or the rest of the row above. */
function addRow(table: PrintedTable, cells: PrintedRow['cells']): void {
  const above = table.rows[table.rows.length - 1]
  const names = (Object.keys(cells) as ColumnName[]).filter(
    name => cells[name].text !== '' && !cells[name].isMerged,
  )
  // A page break prints the number and the name again, and sometimes the department.
  const rest = names.filter(name => cells[name].text !== above?.cells[name].text)
  if (above && cells.content.isMerged && cells.content.text !== '') {
    for (const name of rest) addBeside(above, name, cells[name].text)
    return
  }
  if (above && !rest.includes('number') && isTorn(cells, above.cells)) {
    for (const name of rest) {
      above.cells[name] = { ...above.cells[name], text: above.cells[name].text + cells[name].text }
      above.doubts.push({ code: 'torn', part: cells[name].text })
    }
    return
  }
  if (cells.content.text === '') {
    const texts = Object.values(cells).map(cell => joinLines(cell.text))
    table.doubts.push({ code: 'line-left-out', text: texts.join(' ').trim() })
    return
  }
  table.rows.push({ cells, moreEvidence: [], doubts: [] })
}

/** What a further line beside the same content holds; its number only counts the lines. */
function addBeside(above: PrintedRow, name: ColumnName, text: string): void {
  if (name === 'number') return
  if (name === 'evidence') {
    above.moreEvidence.push(text)
    return
  }
  above.cells[name] = { ...above.cells[name], text: `${above.cells[name].text}\n${text}` }
  above.doubts.push({ code: 'torn', part: text })
}

function isTorn(cells: PrintedRow['cells'], above: PrintedRow['cells']): boolean {
  const isOwn = (name: ColumnName) => cells[name].text !== '' && !cells[name].isMerged
  if (!isOwn('content')) return true
  if (isOwn('number') || isOwn('name') || isOwn('department') || isOwn('score')) return false
  // Its content goes on in the middle of a sentence: above no score and no mark that closes it, nor a department's turn.
  const isOpen = !/[;；。)）!！]$/.test(above.content.text) && above.score.text === ''
  return isOpen && !cells.department.isMerged
}

function cellsOf(grid: Grid, line: number, header: Header): PrintedRow['cells'] {
  const cell = (name: ColumnName): PrintedCell => {
    const column = header.columns[name]
    if (column === undefined) return noCell
    const printed = grid[line]?.[column]
    return {
      text: printed?.text ?? '',
      isMerged: line > header.row + 1 && printed === grid[line - 1]?.[column],
    }
  }
  return {
    number: cell('number'),
    name: cell('name'),
    content: cell('content'),
    score: cell('score'),
    department: cell('department'),
    required: cell('required'),
    evidence: cell('evidence'),
  }
}

/** Columns the site has no place for, where they hold anything. */
function leftOutColumns(grid: Grid, { row, columns }: Header): TableDoubt[] {
  const known = new Set<number>(Object.values(columns))
  return (grid[row] ?? []).flatMap((cell, column): TableDoubt[] => {
    const isFilled = grid.slice(row + 1).some(line => line[column]?.text && line[column]?.text !== cell.text)
    const isPartOfKnown = [...known].some(place => grid[row]?.[place] === cell)
    if (known.has(column) || isPartOfKnown || !isFilled) return []
    return [{ code: 'column-left-out', name: joinLines(cell.text) }]
  })
}
