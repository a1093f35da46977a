/** Rows that only name the class of those below: a name, perhaps its points, nobody and nothing to hand in. */
import type { ColumnRole } from '../../core/edition/table-source'
import type { Grid } from '../document'
import { joinLines } from './grid'
import { cellsOf, type PrintedCell } from './printed-cell'
import type { RoledColumn } from './roles'

const longestName = 40
const chineseNumber = /^[(（]?[一二三四五六七八九十]+[)）]?[、.．]?$/

/**
 * Whether a line of the grid is one. It shows in its name (printed again as content, over several columns, beside a number
 * of another style) or in its points, which the rows below it come to.
 */
export function isClassRow(grid: Grid, line: number, columns: readonly RoledColumn[]): boolean {
  const named = nameOf(grid, line, columns)
  if (!named || !hasRowBelow(grid, line, columns)) return false
  const { cells, name, number, span } = named
  const those = (role: ColumnRole) => textsOf(cells, columns, role)
  const [content = ''] = those('content')
  const [level] = those('level')
  if (chineseNumber.test(number) && (level === undefined || content === '' || content === level)) return true
  if (level !== undefined && content === level) return true
  if (span > 1 && reaches(columns, cells, 'content') && number === '' && chineseStart.test(name)) return true
  return comesToItsPoints(grid, line, columns)
}

const chineseStart =
  /^[(（]?[一二三四五六七八九十]+[)）、.．\s]|^第[一二三四五六七八九十]+|^[A-Z]\s*[、.．类]/

/** Whether a line below says more than a name. */
function hasRowBelow(grid: Grid, line: number, columns: readonly RoledColumn[]): boolean {
  return grid
    .slice(line + 1)
    .some(
      (cells, i) =>
        new Set(cells).size > 1 &&
        cells.some(({ text }) => text !== '') &&
        !nameOf(grid, line + 1 + i, columns),
    )
}

interface NamedLine {
  cells: PrintedCell[]
  name: string
  number: string
  /** Over how many columns the name reaches. */
  span: number
}

/** The line as the name of a class; undefined where it says anything else. */
function nameOf(grid: Grid, line: number, columns: readonly RoledColumn[]): NamedLine | undefined {
  const cells = cellsOf(grid, line, line > 0)
  const nameRoles: ColumnRole[] = ['number', 'level', 'content']
  const isEmpty = columns.every(
    ({ role }, place) =>
      nameRoles.includes(role) ||
      role === 'points' ||
      role === 'none' ||
      (cells[place]?.text === '' && !cells[place]?.isMerged),
  )
  const others = columns.filter(({ role }) => !nameRoles.includes(role) && role !== 'points')
  if (!isEmpty || others.length === 0) return undefined
  const own = cells.filter(
    ({ text, isMerged, span }, place) =>
      text !== '' && !isMerged && span > 0 && nameRoles.includes(columns[place]?.role ?? 'none'),
  )
  const isNumber = (cell: PrintedCell) =>
    columns[cells.indexOf(cell)]?.role === 'number' && cell.span === 1 && cell.text.length <= 6
  const number = own.filter(isNumber).map(({ text }) => text.replace(/\s/g, ''))[0] ?? ''
  const names = own.filter(cell => !isNumber(cell))
  const [first] = names
  const name = joinLines(first?.text ?? '')
  if (!first || names.some(({ text }) => joinLines(text) !== name)) return undefined
  if (name.length > longestName || /[。；;，,]/.test(name)) return undefined
  return { cells, name, number, span: first.span }
}

/** Whether the points of the rows below, up to the next such line, come to those of the line. */
function comesToItsPoints(grid: Grid, line: number, columns: readonly RoledColumn[]): boolean {
  const place = columns.findIndex(({ role }) => role === 'points')
  const points = (at: number) =>
    Number(/^\d+(\.\d+)?(?=分?$)/.exec(grid[at]?.[place]?.text.normalize('NFKC').trim() ?? '')?.[0])
  if (place < 0 || Number.isNaN(points(line))) return false
  let sum = 0
  let rows = 0
  for (let at = line + 1; at < grid.length && !nameOf(grid, at, columns); at++) {
    const isOwn = grid[at]?.[place] !== grid[at - 1]?.[place]
    if (isOwn && !Number.isNaN(points(at))) sum += points(at)
    rows++
  }
  return rows > 0 && Math.abs(sum - points(line)) < 0.001
}

function textsOf(cells: readonly PrintedCell[], columns: readonly RoledColumn[], role: ColumnRole): string[] {
  return cells.flatMap(({ text, isMerged, span }, place) =>
    columns[place]?.role === role && text !== '' && !isMerged && span > 0 ? [joinLines(text)] : [],
  )
}

/** Whether the name's cell covers a column of a role. */
function reaches(columns: readonly RoledColumn[], cells: readonly PrintedCell[], role: ColumnRole): boolean {
  return columns.some((column, place) => column.role === role && cells[place]?.span === 0)
}
