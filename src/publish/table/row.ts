/** A row of a table as the importer understands it, before it has an id. */
import type { Scoring } from '../../core/edition/catalogue'
import type { RowDoubt } from '../question'
import type { NamedPart } from './department-cell'
import type { Evidence } from './evidence'

export interface TableRow {
  sections: string[]
  /** The text of each column; of a merged cell that of the first row. */
  texts: string[]
  merged: boolean[]
  /** Over how many columns each cell reaches, 0 where one to its left covers it. */
  spans: number[]
  number: string
  /** From the outermost, lines across the table included. */
  levels: string[]
  content: string
  criteria: string
  scoring: Scoring | undefined
  departments: NamedPart[]
  evidence: Evidence
  /** 编者注: what was filled in. */
  note: string
  doubts: RowDoubt[]
}
