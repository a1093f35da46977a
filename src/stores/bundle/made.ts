/** How the open checklist was packed last, also before the page was loaded: its paper and its mails go with that. */
import { atom } from 'nanostores'
import type { Made } from '../../core/backup/made'
import type { Checklist } from '../../core/checklist/checklist'
import { loadMade, saveMade } from '../../io/storage/notes'
import { $checklist } from '../checklist'

/** Null where it was not packed here yet. */
export const $made = atom<Made | null>(null)

let shownId = ''

$checklist.subscribe(checklist => {
  const id = checklist?.id ?? ''
  if (id === shownId) return
  shownId = id
  $made.set(null)
  if (!id) return
  // Where it can't be read the paper shows what a bundle packed now would have.
  loadMade(id).then(
    made => {
      if (id === shownId && !$made.get()) $made.set(made)
    },
    () => undefined,
  )
})

/** Remembers how a checklist was packed now. */
export async function noteMade(
  checklist: Checklist,
  { fingerprint, split, marks }: Pick<Made, 'fingerprint' | 'split' | 'marks'>,
  limit: number,
): Promise<void> {
  const made: Made = { at: new Date().toISOString(), fingerprint, split, limit, marks }
  if (checklist.id === shownId) $made.set(made)
  // Where it can't be stored it lives as long as the page.
  await saveMade(checklist.id, made).catch(() => undefined)
}
