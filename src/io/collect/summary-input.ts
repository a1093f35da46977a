/** The input of 汇总表. */
import type { Owed, OwedItem } from '../../core/collect/owed'
import type { Catalogue } from '../../core/edition/catalogue'
import type { UnreadFile } from '../../core/intake/arrival'
import type { Cell, Matrix, UnitRow } from '../../core/intake/collate'
import type { HandIn, HandInFinding } from '../../core/intake/hand-in'
import type { ScoreSheet } from '../../core/report/score'
import type { Standing } from '../../core/review/seen'
import type { Judged } from '../../core/review/tally'

/** The page's words for codes. */
export interface SummaryWords {
  state: Readonly<Record<Cell['state'], string>>
  soundness: (handIn: HandIn) => string
  finding: (finding: HandInFinding, handIn: HandIn) => string
  reason: Readonly<Record<OwedItem['reason'], string>>
  unread: (file: UnreadFile) => string
  /** What a sum of 自评分 does not say; empty where it says all. */
  scores: (scores: ScoreSheet) => string
  standing: Readonly<Record<Standing, string>>
  /** How many hand-ins of a unit count, and whether the office is asked; empty for one. Absent: no such column. */
  marks?: (row: UnitRow) => string
  /** Whether its 校验码 matches the paper. Absent: no such column. */
  paper?: (row: UnitRow) => string
}

export interface SummaryInput {
  catalogue: Catalogue
  /** Who collects. */
  office: string
  /** ISO 8601 with its zone. */
  deadline: string
  matrix: Matrix
  /** What the office said of each row of the matrix, in its order. */
  judged: readonly Judged[]
  owing: readonly Owed[]
  /** Dropped files that hold no hand-in, with a sentence each. */
  strays: readonly { archive: string; sentence: string }[]
  words: SummaryWords
}
