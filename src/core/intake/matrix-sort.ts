/** Sorts the rows of the matrix by what a column says; without a wish they stand by name. */
import type { UnitRow } from './collate'
import { soundnessOf } from './soundness'

export interface MatrixSort {
  /** A fact of the unit, or the id of a section. */
  by: 'unit' | 'soundness' | 'done' | 'judged' | 'score' | 'changed' | (string & {})
  descending: boolean
}

/** `judged`: how much of a unit the office has judged, from 0 to 1. Rows that the column says nothing of stand last. */
export function sortRows(
  rows: readonly UnitRow[],
  sort: MatrixSort | null,
  judged: (row: UnitRow) => number,
): UnitRow[] {
  if (!sort) return [...rows]
  const keyed = rows.map(row => ({ row, value: keyOf(row, sort.by, judged) }))
  const sign = sort.descending ? -1 : 1
  keyed.sort(({ value: a }, { value: b }) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return sign * (typeof a === 'string' ? byName.compare(a, `${b}`) : a - Number(b))
  })
  return keyed.map(({ row }) => row)
}

/** The sort that a press on a column's head leads to: upwards, downwards, by name again. */
export function nextSort(sort: MatrixSort | null, by: MatrixSort['by']): MatrixSort | null {
  if (sort?.by !== by) return { by, descending: false }
  return sort.descending ? null : { by, descending: true }
}

const byName = new Intl.Collator('zh-CN')

/** The worst comes first. */
const soundnessOrder = { flawed: 0, waiting: 1, sound: 2 }

function keyOf(row: UnitRow, by: MatrixSort['by'], judged: (row: UnitRow) => number): number | string | null {
  const { unit, handIn, total, scores, cells } = row
  switch (by) {
    case 'unit':
      return unit
    case 'soundness':
      return soundnessOrder[soundnessOf(handIn).kind]
    case 'done':
      return shareOf(total)
    case 'judged':
      return judged(row)
    case 'score':
      return scores && scores.most > 0 ? scores.total / scores.most : null
    case 'changed':
      return Date.parse(handIn.checklist.changed)
  }
  const cell = cells.get(by)
  return cell && cell.state !== 'not-asked' ? shareOf(cell) - cell.absent : null
}

function shareOf({ done, total }: { done: number; total: number }): number {
  return total === 0 ? 1 : done / total
}
