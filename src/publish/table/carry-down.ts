/** The texts of a row's cells, with what merged and empty cells take over from the row above. */

import type { ColumnRole } from '../../core/edition/table-source'
import { bareText } from '../../core/text/likeness'
import type { RowDoubt } from '../question'
import { joinLines } from './grid'
import type { PrintedCell } from './printed-cell'
import type { RoledColumn } from './roles'
import type { TableRow } from './row'

interface Carried {
  texts: string[]
  /** The same, a cell over several columns moved to the content it covers. */
  meant: string[]
  merged: boolean[]
  doubts: RowDoubt[]
  notes: string[]
}

/** The texts of a row's cells; empty cells of numbers, levels and departments are filled from above where they were merged. */
export function carryDown(
  cells: readonly PrintedCell[],
  columns: readonly RoledColumn[],
  above: TableRow | undefined,
): Carried {
  const carried: Carried = { texts: [], meant: [], merged: [], doubts: [], notes: [] }
  let isNewLevel = false
  const isSameLevel = columns.every(
    ({ role }, place) =>
      role !== 'level' ||
      cells[place]?.text === '' ||
      cells[place]?.isMerged ||
      joinLines(cells[place]?.text ?? '') === above?.texts[place],
  )
  for (const [place, column] of columns.entries()) {
    const cell = cells[place] ?? { text: '', isMerged: false, span: 1 }
    const was = above?.texts[place] ?? ''
    const own = joinLines(cell.text)
    const twice = column.role === 'level' && !cell.isMerged ? doubled(own) : undefined
    if (twice) {
      carried.doubts.push({ code: 'name-doubled', name: twice })
      carried.notes.push(`原表此处“${twice}”连印两次，应是换页时重印，此处只列一次。`)
    }
    const text = twice ?? own
    const isRepeated =
      above !== undefined && text !== '' && text === was && repeats(column.role, isNewLevel, isSameLevel)
    const isMerged = (above !== undefined && cell.isMerged && text !== '') || isRepeated
    const isFilled =
      !isMerged &&
      cell.span > 0 &&
      above !== undefined &&
      text === '' &&
      was !== '' &&
      (fills(column.role, isNewLevel) || (column.role === 'content' && hasOwnCriteria(cells, columns)))
    if (column.role === 'level' && text !== '' && !isMerged && bareText(text) !== bareText(was))
      isNewLevel = true
    carried.texts.push(isMerged || isFilled ? was : text)
    carried.merged.push(isMerged || isFilled)
    if (isFilled) sayFilled(carried, column, columns, place, cells, was)
  }
  carried.meant = moveToContent(carried.texts, cells, columns)
  return carried
}

/** Whether the same text printed again says that a cell goes on: a number only beside levels that do. */
function repeats(role: ColumnRole, isNewLevel: boolean, isSameLevel: boolean): boolean {
  return (role === 'level' && !isNewLevel) || (role === 'number' && isSameLevel)
}

function fills(role: ColumnRole, isNewLevel: boolean): boolean {
  return role === 'number' || role === 'department' || (role === 'level' && !isNewLevel)
}

/** Below a content that is printed once, lines that only say how further points are earned. */
function hasOwnCriteria(cells: readonly PrintedCell[], columns: readonly RoledColumn[]): boolean {
  const has = (role: ColumnRole) =>
    columns.some((column, place) => {
      const cell = cells[place]
      return column.role === role && cell !== undefined && cell.text !== '' && !cell.isMerged
    })
  return has('criteria') && has('points') && !has('level')
}

/** An empty number beside an empty or the same name is plainly merged; a name or a department is filled in and said. */
function sayFilled(
  carried: Carried,
  { role, name }: RoledColumn,
  columns: readonly RoledColumn[],
  place: number,
  cells: readonly PrintedCell[],
  was: string,
): void {
  if (role === 'department') {
    carried.doubts.push({ code: 'department-filled', column: name, name: was })
    carried.notes.push(`原表此行没有“${name}”，应是与上一行合并的单元格，此处补为${was}。`)
  }
  if (role === 'content') carried.doubts.push({ code: 'name-filled', column: name, name: was })
  if (role !== 'level') return
  const isLast = !columns.some((column, at) => at > place && column.role === 'level')
  const number = columns.findIndex(column => column.role === 'number')
  const printed = cells[number]
  if (isLast && printed && printed.text !== '' && !printed.isMerged) {
    carried.doubts.push({ code: 'name-filled', column: name, name: was })
    carried.notes.push(
      `原表序号${joinLines(printed.text)}没有“${name}”，应是与上一行合并的单元格，此处补为“${was}”。`,
    )
  }
}

function moveToContent(
  texts: readonly string[],
  cells: readonly PrintedCell[],
  columns: readonly RoledColumn[],
): string[] {
  const meant = [...texts]
  for (const [place, { span }] of cells.entries()) {
    const covered = columns.slice(place, place + span).findIndex(({ role }) => role === 'content')
    if (span < 2 || covered <= 0) continue
    meant[place + covered] = meant[place] ?? ''
    meant[place] = ''
  }
  return meant
}

/** A text that is printed twice over. */
function doubled(text: string): string | undefined {
  const part = text.slice(0, text.length / 2)
  return part.length > 1 && part + part === text ? part : undefined
}
