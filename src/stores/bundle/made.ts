/** How the open checklist was packed last, also before the page was loaded: its paper and its mails go with that. */
import type { Made } from '../../core/backup/made'
import type { Checklist } from '../../core/checklist/checklist'
import { loadMade, saveMade } from '../../io/storage/notes'
import { openNote } from '../note'

// Where it can't be read the paper shows what a bundle packed now would have.
const { $note, show } = openNote(loadMade)

/** Null where it was not packed here yet. */
export const $made = $note

/** Remembers how a checklist was packed now. */
export async function noteMade(
  checklist: Checklist,
  { fingerprint, split, marks }: Pick<Made, 'fingerprint' | 'split' | 'marks'>,
  limit: number,
): Promise<void> {
  const made: Made = { at: new Date().toISOString(), fingerprint, split, limit, marks }
  show(checklist.id, made)
  // Where it can't be stored it lives as long as the page.
  await saveMade(checklist.id, made).catch(() => undefined)
}
