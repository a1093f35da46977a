/** Files that a checklist names and whose bytes are not in this browser: a volume that did not come yet, an import broken off. */
import { atom } from 'nanostores'
import { type Answer, type AttachedFile, type Checklist, usedFiles } from '../core/checklist/checklist'
import { loadStoredHashes } from '../io/storage/bytes'

/** SHA-256, of the open checklist; those that an item uses no longer may still be among them. */
export const $absent = atom<ReadonlySet<string>>(new Set())

/** Looks which of a checklist's files lack their bytes. What can't be read is asked for again with the next look. */
export async function findAbsent(checklist: Checklist): Promise<void> {
  // Named first, read then: what is added meanwhile is stored before it is named.
  const named = new Set(usedFiles(checklist).map(({ file }) => file.sha256))
  const stored = named.size > 0 ? await loadStoredHashes().catch(() => named) : named
  const absent = [...named].filter(sha256 => !stored.has(sha256))
  if (absent.length + $absent.get().size > 0) $absent.set(new Set(absent))
}

/** Their bytes were stored. */
export function noteStored(hashes: Iterable<string>): void {
  const absent = new Set($absent.get())
  if (absent.size === 0) return
  for (const sha256 of hashes) absent.delete(sha256)
  if (absent.size < $absent.get().size) $absent.set(absent)
}

/** Answers and lists as they are shown, kept for as long as the same files are absent, so that nothing is drawn anew. */
let marked = new WeakMap<object, object>()
$absent.listen(() => {
  marked = new WeakMap()
})

/** The checklist with its absent files marked; itself where there are none. */
export function markAbsent(checklist: Checklist, absent: ReadonlySet<string>): Checklist {
  if (absent.size === 0) return checklist
  const mark = (files: AttachedFile[]) =>
    files.map((file): AttachedFile => (absent.has(file.sha256) ? { ...file, absent: true } : file))
  const keep = <Value extends object>(value: Value, make: () => Value): Value => {
    const known = (marked.get(value) as Value | undefined) ?? make()
    marked.set(value, known)
    return known
  }
  const answers = Object.entries(checklist.answers).map(([id, answer]) => {
    const isMarked = answer.files.some(({ sha256 }) => absent.has(sha256))
    const make = (): Answer => ({ ...answer, files: mark(answer.files) })
    return [id, isMarked ? keep(answer, make) : answer] as const
  })
  return {
    ...checklist,
    answers: Object.fromEntries(answers),
    unsorted: keep(checklist.unsorted, () => mark(checklist.unsorted)),
  }
}
