import type { UnitRow } from '../../core/intake/collate'
import { isLate } from '../../core/intake/hand-in'
import { soundnessOf } from '../../core/intake/soundness'
import { markHandIns } from '../../wording/hand-ins'
import { saySoundness } from '../../wording/intake'
import { intakeContent } from '../ui/page-content'

/** The soundness of a unit's hand-in, as a word; green only where nothing is owed any more. */
export function SoundnessBadge({ row: { handIn, total } }: { row: UnitRow }) {
  const soundness = soundnessOf(handIn)
  const isComplete = total.total > 0 && total.done === total.total
  const tone = soundness.kind === 'sound' && !isComplete ? '' : ` is-${soundness.kind}`
  return <span class={`verdict${tone}`}>{saySoundness(soundness)}</span>
}

/** Badges of a unit: without any file, late, the number of its hand-ins, a question to the office. */
export function UnitMarks({ row }: { row: UnitRow }) {
  return (
    <>
      {row.total.files === 0 && <small class="mark-empty">没有附件</small>}
      {isLate(row.handIn, intakeContent().deadline) && <small class="mark-late">逾期</small>}
      {markHandIns(row).map(mark => (
        <small key={mark} class={row.question && mark === '要您确定' ? 'mark-asked' : 'mark-again'}>
          {mark}
        </small>
      ))}
    </>
  )
}
