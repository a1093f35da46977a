/** Reviews of the sample unit's checklist, as an office says them. */
import type { Change } from '../../../src/core/checklist/change'
import {
  applyReviewChange,
  buildReview,
  type Review,
  type ReviewChange,
  type Seen,
  type Verdict,
} from '../../../src/core/review/review'
import { seeItem } from '../../../src/core/review/seen'
import { handInOf } from '../intake/hand-ins'
import { checklistAfter, freeze, noon } from '../samples'

/** What lies there of an item after these changes of the unit. */
export function seenAfter(item: string, ...changes: Change[]): Seen {
  return seeItem(handInOf(checklistAfter(...changes)), item)
}

/** Nothing was answered. */
export const nothing: Seen = freeze(seenAfter('7-1-1'))

export function word(verdict: Verdict | null, note = '', part: Partial<WordChange> = {}): WordChange {
  return { kind: 'word', item: '7-1-1', by: 'here', verdict, note, seen: nothing, ...part }
}
type WordChange = ReviewChange & { kind: 'word' }

/** A review after these changes, each a minute later than the one before; from `start`. */
export function reviewAfter(changes: readonly ReviewChange[], start = noon): Review {
  const empty = freeze(buildReview(checklistAfter()))
  return freeze(
    changes.reduce(
      (review, change, i) =>
        freeze(applyReviewChange(review, change, new Date(start.getTime() + i * 60_000))),
      empty,
    ),
  )
}
