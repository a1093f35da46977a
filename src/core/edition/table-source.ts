/**
 * The table of an edition as the publisher wrote it down: its columns in printed order, and rows with a cell for each.
 * What a row means (who, how many points, which items) stands beside its cells, which only say what is printed.
 */

/** The meaning of a printed column. A column with `none` is kept and printed all the same. */
export const columnRoles = [
  'number',
  'level',
  'content',
  'criteria',
  'method',
  'points',
  'department',
  'supporting',
  'required',
  'evidence',
  'deadline',
  'remark',
  'none',
] as const

export type ColumnRole = (typeof columnRoles)[number]

export interface ColumnSource {
  /** Unique; the cells of a row go by it. */
  name: string
  role: ColumnRole
  /** The head cells as printed, from the top, where they are not `name` alone: [分值, 满分]. */
  heading?: string[] | undefined
}

export interface IndicatorSource {
  id: string
  /** Lines across the table that stand above it, from the outermost; repeated in each row they are for. */
  sections?: string[] | undefined
  /** By column name, as printed; an empty cell is left out. */
  cells: Record<string, string>
  /** Names of the columns whose cell is one with the row above. */
  merged?: string[] | undefined
  /** Over how many columns a cell reaches, by the name of its first one. */
  across?: Record<string, number> | undefined
  points?: number | undefined
  bonus?: number | undefined
  deduction?: number | undefined
  veto?: true | undefined
  /** Ids of the departments that answer for it, and of those that only help. */
  departments?: string[] | undefined
  supporting?: string[] | undefined
  items?: { id: string; text: string }[] | undefined
  note?: string | undefined
}

export interface TableSource {
  columns: ColumnSource[]
  indicators: IndicatorSource[]
}

/** Whether an evidence cell only says that there is nothing: empty, `无`, `/`, `—`. */
export function saysNothing(text: string): boolean {
  return /^[\s无/\\—-]*$/.test(text)
}
