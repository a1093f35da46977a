/**
 * What sorting suggests for the files of 待归类: at once by names and folders, then once more with what the files say of
 * themselves, and again after each of the person's own decisions. Nothing is stored: it can be found out again.
 */
import { atom } from 'nanostores'
import type { AttachedFile, Checklist } from '../../core/checklist/checklist'
import { sectionsOf } from '../../core/checklist/progress'
import type { Clues, Suggestion } from '../../core/sorting/suggestion'
import { loadStored } from '../../io/storage/bytes'
import { $underWay } from '../adding'
import { oneAtATime } from '../attempt'
import { $checklist } from '../checklist'
import { getCatalogue } from '../page'
import { $otherEditions } from '../units'

/** By SHA-256; of a file that is not in it nothing is known yet. */
export const $suggestions = atom<ReadonlyMap<string, Suggestion>>(new Map())

/** What files say of themselves, by SHA-256. */
export const $clues = atom<ReadonlyMap<string, Clues>>(new Map())

/** Fetches what sorts, while there is a network; where that fails, it is tried again when it is needed. */
export function prepareSorting(): void {
  import('../../io/looking').catch(() => undefined)
}

/** Files whose bytes are asked for together. */
const readAtOnce = 100

/** While files are coming, more than these are looked at again only when there are half as many more. */
const few = 500

/** Brings the suggestions up to the open checklist; called often, it works once at a time. */
export const suggestItems = oneAtATime(async () => {
  const checklist = $checklist.get()
  if (!checklist || checklist.unsorted.length === 0) return
  const known = $suggestions.get().size
  const more = checklist.unsorted.length - known
  if ($underWay.get().length > 0 && known > few && more > 0 && more < known / 2) return
  await suggestFor(checklist)
  const unread = checklist.unsorted.filter(({ sha256 }) => !$clues.get().has(sha256))
  if (unread.length === 0) return
  await read(unread)
  await suggestFor($checklist.get() ?? checklist)
})

async function suggestFor(checklist: Checklist): Promise<void> {
  const { suggest } = await import('../../io/looking')
  const catalogue = getCatalogue()
  const own = sectionsOf(catalogue, checklist).flatMap(({ items }) => items.map(({ id }) => id))
  $suggestions.set(await suggest(checklist, catalogue, new Set(own), $otherEditions.get(), $clues.get()))
}

/** Reads what the files say of themselves: told of all together, since the desk is grouped anew for it. */
async function read(files: readonly AttachedFile[]): Promise<void> {
  const { readClues } = await import('../../io/looking')
  const clues = new Map($clues.get())
  for (let i = 0; i < files.length; i += readAtOnce) {
    const some = files.slice(i, i + readAtOnce)
    const stored = await loadStored(some.map(({ sha256 }) => sha256))
    for (const { sha256, originalName } of some) {
      const bytes = stored.get(sha256)
      clues.set(sha256, bytes ? await readClues(bytes, originalName) : {})
    }
  }
  $clues.set(clues)
}
