/**
 * 待归类 as a person works through it: files with one suggestion together, the sure ones first; photos of which nothing is known
 * by the day they were taken, because a day is nearly always one occasion. Every file is in one group.
 */
import type { AttachedFile } from '../checklist/checklist'
import { compareIds } from '../checklist/record'
import type { Clues, Suggestion } from './suggestion'

/** How sure a group's suggestion is; `unknown` has none. */
export type Certainty = 'sure' | 'look' | 'unknown'

export interface FileGroup {
  /** Unlike any other group's. */
  id: string
  certainty: Certainty
  /** The item suggested; null where there is none. */
  item: string | null
  /** Of photos without a suggestion: the day they were taken, `2022-11-03`; empty where that is not known either. */
  day: string | null
  /** Why, each once; the first few, since nobody reads hundreds. */
  reasons: Suggestion['reason'][]
  files: AttachedFile[]
}

const mostReasons = 3

const order: readonly Certainty[] = ['sure', 'look', 'unknown']

/** `suggestions` and `clues` by SHA-256; of what has none yet nothing is known. */
export function groupFiles(
  files: readonly AttachedFile[],
  suggestions: ReadonlyMap<string, Suggestion>,
  clues: ReadonlyMap<string, Clues>,
  isPhoto: (file: AttachedFile) => boolean,
): FileGroup[] {
  const groups = new Map<string, FileGroup>()
  for (const file of files) {
    const suggestion = suggestions.get(file.sha256)
    const item = suggestion?.item ?? null
    const certainty = item === null ? 'unknown' : suggestion?.isSure ? 'sure' : 'look'
    const day = item === null && isPhoto(file) ? (clues.get(file.sha256)?.takenOn ?? '') : null
    const id = `${certainty} ${item ?? (day === null ? 'papers' : `photos ${day}`)}`
    let group = groups.get(id)
    if (!group) {
      group = { id, certainty, item, day, reasons: [], files: [] }
      groups.set(id, group)
    }
    group.files.push(file)
    const { reason } = suggestion ?? {}
    const hasRoom = item !== null && group.reasons.length < mostReasons
    if (hasRoom && reason && !group.reasons.some(known => isSame(known, reason))) group.reasons.push(reason)
  }
  return [...groups.values()].sort(compareGroups)
}

function isSame(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Items as in the notice; papers before photos, these by their day, those without one last. */
function compareGroups(a: FileGroup, b: FileGroup): number {
  const certainty = order.indexOf(a.certainty) - order.indexOf(b.certainty)
  if (certainty !== 0) return certainty
  if (a.item !== null && b.item !== null) return compareIds(a.item, b.item)
  if (a.day === null || b.day === null) return Number(a.day !== null) - Number(b.day !== null)
  return (a.day || '9') < (b.day || '9') ? -1 : 1
}

const blockSize = 200

/**
 * The files in blocks by their numbers, where there are many: a file stays in its block whatever comes and goes, else each change
 * would move all that stand behind it.
 */
export function inBlocks(
  files: readonly AttachedFile[],
  placeOf: (file: AttachedFile) => number,
): [block: number, files: AttachedFile[]][] {
  const blocks = new Map<number, AttachedFile[]>()
  for (const file of files) {
    const block = files.length > blockSize ? Math.floor(placeOf(file) / blockSize) : 0
    const some = blocks.get(block)
    if (some) some.push(file)
    else blocks.set(block, [file])
  }
  return [...blocks]
}
