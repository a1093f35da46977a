/** Filters the matrix: in come the matrix and the person's choice, out go the rows and columns that match. */
import { answerOf } from '../checklist/checklist'
import type { Section } from '../checklist/progress'
import { concerns } from '../edition/catalogue'
import { nameKey } from '../text/name-key'
import type { CellState, Column, Matrix, UnitRow } from './collate'
import { soundnessOf } from './soundness'

export interface MatrixFilter {
  /** A department's id; empty for all. */
  department: string
  /** A part of the unit's name. */
  unit: string
  /** `flawed`: units whose bundle did not pass. */
  state: CellState | 'flawed' | ''
}

export const noFilter: MatrixFilter = { department: '', unit: '', state: '' }

/** Rows and columns that hold something of what was asked for. */
export function filterMatrix({ columns, rows }: Matrix, { department, unit, state }: MatrixFilter): Matrix {
  const wanted = nameKey(unit)
  const inDepartment = columns.filter(
    ({ section: { indicator } }) => !department || (indicator !== null && concerns(indicator, [department])),
  )
  const fits = (row: UnitRow, { section }: Column) => {
    const cell = row.cells.get(section.id)
    return (
      cell !== undefined &&
      (state === '' || state === 'flawed' || cell.state === state || hasItem(row, section, state))
    )
  }
  const found = rows.filter(
    row =>
      nameKey(row.unit).includes(wanted) &&
      (state !== 'flawed' || soundnessOf(row.handIn).kind !== 'sound') &&
      (inDepartment.some(column => fits(row, column)) ||
        (!department && (state === '' || state === 'flawed'))),
  )
  return {
    columns: inDepartment.filter(column => found.some(row => fits(row, column))),
    rows: found,
  }
}

/** 不适用 is said of one item; of a whole section it is rare. */
function hasItem({ handIn: { checklist } }: UnitRow, { items }: Section, state: CellState): boolean {
  return state === 'not-applicable' && items.some(({ id }) => answerOf(checklist, id).notApplicable)
}
