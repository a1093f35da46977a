import type { ColumnRole } from '../core/edition/table-source'
import type { Aside } from './document'

/**
 * What the importer had to guess, for a person to decide. A code with its data; `wording.ts` has the sentences.
 * `row` is the id of the row or item it is about.
 */
export type Question = { row?: string | undefined } & QuestionReason

type QuestionReason =
  | RowDoubt
  | TableDoubt
  | { code: 'departments-new'; departments: { id: string; name: string }[] }
  | { code: 'row-reworded'; before: string; after: string }
  | { code: 'row-near'; other: string; text: string }
  | { code: 'item-reworded'; before: string; after: string }
  | { code: 'notes-before'; edition: string; rows: string[] }
  | { code: 'total-unknown'; found: number }
  | { code: 'total-differs'; printed: number; found: number }
  | { code: 'lists-split'; rows: string[] }
  | { code: 'rows-shared'; rows: string[] }
  | { code: 'old-unreadable'; folder: string }
  | { code: 'other-kind'; edition: string }
  /** Two tables of one file, or the file's and the notice's, of which the notice's is not taken. */
  | { code: 'tables-contradict'; in: 'file' | 'notice'; rows: Contradiction[] }
  | { code: 'text-lost'; from: 'table' | 'notice'; texts: string[] }
  | NoticeDoubt

/** One row as two tables have it: what each of them says. */
export interface Contradiction {
  text: string
  one: string
  other: string
}

/** About one row of the table. */
export type RowDoubt =
  | { code: 'name-filled'; column: string; name: string }
  | { code: 'name-doubled'; name: string }
  | { code: 'department-filled'; column: string; name: string; before?: string }
  | { code: 'department-missing' }
  /** `names` as printed, `read` as they were told apart. */
  | { code: 'department-several'; names: string; read: string[] }
  | { code: 'department-more'; name: string }
  | { code: 'torn'; part: string }
  | { code: 'beside'; column: string; text: string }
  | { code: 'score-missing' }
  | { code: 'score-several'; found: string[]; points: number }
  | { code: 'score-without-limit'; text: string }
  | { code: 'score-differs'; column: string; content: string }
  /** `points` is the number that was taken; absent where none was. */
  | { code: 'score-odd'; text: string; points?: number }
  | { code: 'score-kind'; kind: 'bonus' | 'deduction' }
  | { code: 'list-split'; count: number; by: 'punctuation' | 'lines' }
  | { code: 'list-numbers'; numbers: number[] }
  | { code: 'list-number-unsure'; number: number; text: string }
  | { code: 'list-remark'; text: string }
  | { code: 'evidence-gathered'; cells: number; count: number }
  | { code: 'cells-shared'; cells: { name: string; text: string }[] }
  | { code: 'evidence-unlike-required'; required: string }

/** About the table as a whole. */
export type TableDoubt =
  | { code: 'tables-joined' | 'tables-differ'; count: number }
  | { code: 'table-continued'; count: number }
  | { code: 'table-left-out'; text: string }
  | { code: 'column-guessed'; name: string; role: ColumnRole; example: string }
  | { code: 'column-unknown'; name: string; example: string }
  | { code: 'column-missing'; role: 'department' }
  | { code: 'column-not-found'; name: string }
  | { code: 'line-left-out'; text: string }
  | { code: 'lines-left-out'; texts: string[] }
  | { code: 'aside'; kind: Aside['kind']; text: string }
  | { code: 'title-guessed'; title: string }

/** About the notice and the files that follow from it. */
export type NoticeDoubt =
  | { code: 'notice-none' }
  /** `from` is what the text says; `others` would do as well. */
  | { code: 'notice-guessed'; field: string; value: string; from?: string; others?: string[] }
  | { code: 'notice-field'; field: string }
  /** Those that a notice need not have. */
  | { code: 'notice-fields'; fields: string[] }
  | { code: 'notice-line-left-out'; text: string }
  | { code: 'notice-lines-left-out'; texts: string[] }
  | { code: 'material-left-out'; text: string }
  | { code: 'material-label'; label: string }
  | { code: 'materials-before' }
  | { code: 'materials-none' }
  | { code: 'bundle-named'; title: string }
  | { code: 'report-before'; edition: string }
  | { code: 'report-none' }
