/** What a person writes into a cell, with what follows from it for the row. */
import type { EditionFolder } from '../../build/edition'
import { readRows } from '../../core/edition/read-rows'
import type { IndicatorSource } from '../../core/edition/table-source'
import { readDepartments } from '../table/department-cell'
import type { Change } from './change'

/** The cell's text; a number in a cell of points scores, and departments are those of the row. */
export function writeCell({ files }: EditionFolder, row: string, column: string, text: string): Change[] {
  const role = files.indicators.columns.find(({ name }) => name === column)?.role
  const cell: Change = { kind: 'cell', row, column, text }
  if (role === 'points') {
    const points = Number(/^\s*(\d+(?:\.\d+)?)\s*分?\s*$/.exec(text)?.[1])
    return points > 0 ? [cell, { kind: 'scoring', row, scoring: { kind: 'points', points } }] : [cell]
  }
  if (role !== 'department') return [cell]
  const { named } = readDepartments(text, 'lead')
  const those = (part: 'lead' | 'support') =>
    named.filter(entry => entry.part === part).map(({ name }) => name)
  return [cell, { kind: 'departments', row, lead: those('lead'), supporting: those('support') }]
}

/** A cell that was one with the row above stands by itself, and says the same. */
export function separateCell(folder: EditionFolder, row: IndicatorSource, column: string): Change[] {
  const { indicators } = folder.files
  const place = indicators.columns.findIndex(({ name }) => name === column)
  const text = readRows(indicators).find(({ source }) => source.id === row.id)?.texts[place] ?? ''
  return [{ kind: 'unmerge', row: row.id, column }, ...writeCell(folder, row.id, column, text)]
}
