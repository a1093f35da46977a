import type { Aside } from './document'

/**
 * What the importer had to guess, for a person to decide. A code with its data; `wording.ts` has the sentences.
 * `row` is the id of the row or item it is about.
 */
export type Question = { row?: string | undefined } & QuestionReason

export type QuestionReason =
  | RowDoubt
  | TableDoubt
  | { code: 'department-new'; id: string; name: string }
  | { code: 'row-reworded'; before: string; after: string }
  | { code: 'row-near'; other: string; text: string }
  | { code: 'item-reworded'; before: string; after: string }
  | { code: 'notes-before'; edition: string; rows: string[] }
  | { code: 'total-unusual'; found: number }
  | { code: 'total-differs'; printed: number; found: number }
  | { code: 'old-unreadable'; folder: string }
  | NoticeDoubt

/** About one row of the table. */
export type RowDoubt =
  | { code: 'number-guessed'; printed: string; number: number }
  | { code: 'name-filled'; name: string }
  | { code: 'name-doubled'; name: string }
  | { code: 'department-filled'; name: string; before?: string }
  | { code: 'department-missing' }
  | { code: 'department-several'; names: string }
  | { code: 'torn'; part: string }
  | { code: 'score-missing' }
  | { code: 'score-several'; found: string[]; points: number }
  | { code: 'score-without-limit'; text: string }
  | { code: 'score-shared'; text: string }
  | { code: 'score-differs'; column: string; content: string }
  | { code: 'list-split'; count: number; by: 'punctuation' | 'lines' }
  | { code: 'list-numbers'; numbers: number[] }
  | { code: 'list-number-unsure'; number: number; text: string }
  | { code: 'list-remark'; text: string }
  | { code: 'evidence-gathered'; cells: number; count: number }
  | { code: 'evidence-shared'; text: string }
  | { code: 'evidence-unlike-required'; required: string }

/** About the table as a whole. */
export type TableDoubt =
  | { code: 'tables-joined'; count: number }
  | { code: 'table-continued'; count: number }
  | { code: 'table-left-out'; text: string }
  | { code: 'column-left-out'; name: string }
  | { code: 'line-left-out'; text: string }
  | { code: 'aside'; kind: Aside['kind']; text: string }
  | { code: 'title-guessed'; title: string }

/** About the notice and the files that follow from it. */
export type NoticeDoubt =
  | { code: 'notice-none' }
  /** `from` is what the text says; `others` would do as well. */
  | { code: 'notice-guessed'; field: string; value: string; from?: string; others?: string[] }
  | { code: 'notice-field'; field: string }
  | { code: 'notice-line-left-out'; text: string }
  | { code: 'notice-lines-left-out'; count: number; from: string }
  | { code: 'material-left-out'; text: string }
  | { code: 'material-label'; label: string }
  | { code: 'materials-before' }
  | { code: 'materials-none' }
  | { code: 'report-before'; edition: string }
  | { code: 'report-none' }
