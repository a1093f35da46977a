/** The last merge into the open checklist, and taking it back as one step: also after the page was closed. */

import type { Merged } from '../../core/backup/merged'
import { saveNext } from '../../io/storage/checklists'
import { loadMerged, saveMerged } from '../../io/storage/notes'
import { announceChange } from '../../io/storage/other-tabs'
import { queueSettled, refreshChecklist } from '../checklist'
import { openNote } from '../note'

const { $note, show } = openNote(loadMerged)

/** Null without one, and once it was taken back. */
export const $merged = $note

/** Remembers what a merge changed. */
export async function keepMerged(merged: Merged): Promise<void> {
  show(merged.after.id, merged)
  // The merge itself is stored: without room for the way back it can be taken back until the page is closed.
  await saveMerged(merged.after.id, merged).catch(() => undefined)
}

/** Takes the last merge back; what was done since stays. @throws the platform's error with nothing changed */
export async function undoLastMerge(): Promise<void> {
  const merged = $merged.get()
  if (!merged) return
  const { id } = merged.after
  const { undoMerge } = await import('../../io/bundling')
  await queueSettled()
  await saveNext(id, stored => undoMerge(stored, merged, new Date()))
  $merged.set(null)
  // Taken back once more it would change nothing.
  await saveMerged(id, null).catch(() => undefined)
  announceChange(id)
  await refreshChecklist()
}
