import type { UnitRow } from '../../core/intake/collate'
import { isLate } from '../../core/intake/hand-in'
import { verdictOf } from '../../core/intake/verdict'
import { sayVerdict } from '../../wording/intake'
import { intakeContent } from '../ui/page-content'

/** The verdict on a unit's hand-in, as a word in its colour. */
export function VerdictBadge({ row }: { row: UnitRow }) {
  const verdict = verdictOf(row.handIn)
  return <span class={`verdict is-${verdict.kind}`}>{sayVerdict(verdict)}</span>
}

/** What else there is to know of a hand-in at a glance: without any file, late, not the first. */
export function UnitMarks({ row }: { row: UnitRow }) {
  return (
    <>
      {row.total.files === 0 && <small class="mark-empty">没有附件</small>}
      {isLate(row.handIn, intakeContent().deadline) && <small class="mark-late">逾期</small>}
      {row.earlier.length > 0 && <small class="mark-again">第 {row.earlier.length + 1} 次报</small>}
    </>
  )
}
