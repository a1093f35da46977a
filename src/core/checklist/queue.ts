/** Changes on their way to storage: joined while they wait, and shown before they are stored. */
import { applyChange, type Change } from './change'
import type { Checklist } from './checklist'
import { withoutBasis } from './collision'

/** The checklist as it is shown while changes wait: with all of them, its time of change as stored. */
export function applyChanges(stored: Checklist, changes: readonly Change[] = []): Checklist {
  return changes.reduce(
    (checklist, change) => applyChange(checklist, withoutBasis(change), new Date(checklist.changed)),
    stored,
  )
}

/**
 * The changes still to be saved with one more behind them. Typing replaces the last change to the same field, so that a
 * sentence is a few transactions, not one a keystroke; the first `fixed` changes are on their way and stay.
 */
export function enqueueChange(queue: readonly Change[], change: Change, fixed: number): Change[] {
  const last = queue[queue.length - 1]
  const field = typedField(change)
  if (field && last && queue.length > fixed && typedField(last) === field) {
    // What stood there before the sentence was begun.
    return [...queue.slice(0, -1), { ...change, was: (last as { was?: string | undefined }).was } as Change]
  }
  return [...queue, change]
}

/** Which field a change types into; null where it is no typing. */
function typedField(change: Change): string | null {
  switch (change.kind) {
    case 'set-remark':
    case 'set-reason':
    case 'set-response':
      return `${change.kind} ${change.item}`
    case 'set-report-text':
      return `${change.kind} ${change.id}`
    case 'set-score':
      return `${change.kind} ${change.indicator}`
    default:
      return null
  }
}
