/** The states of checklists that were found in what was brought in. */
import type { Checklist } from '../checklist/checklist'
import { findConflicts, mergeChecklists } from '../checklist/merge'

/**
 * Adds a state of a checklist to those found. States whose texts agree become one; where texts differ each stays by itself, so
 * that a person is asked which text holds: a clock does not know.
 */
export function addState(checklists: Checklist[], state: Checklist): void {
  const at = checklists.findIndex(one => one.id === state.id && findConflicts(one, state).length === 0)
  const known = checklists[at]
  if (!known) checklists.push(state)
  // The newer one's names for files and order of them.
  else if (Date.parse(known.changed) >= Date.parse(state.changed))
    checklists[at] = mergeChecklists(known, state)
  else checklists[at] = mergeChecklists(state, known)
}
