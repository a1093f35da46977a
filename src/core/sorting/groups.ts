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
    if (hasRoom && reason && !group.reasons.some(known => isSameReason(known, reason)))
      group.reasons.push(reason)
  }
  return [...groups.values()].sort(compareGroups)
}

function isSameReason(a: Suggestion['reason'], b: Suggestion['reason']): boolean {
  if (a.code !== b.code) return false
  return 'text' in a && 'text' in b ? a.text === b.text : JSON.stringify(a) === JSON.stringify(b)
}

/** Items as in the notice; papers before photos, these by their day, those without one last. */
function compareGroups(a: FileGroup, b: FileGroup): number {
  const certainty = order.indexOf(a.certainty) - order.indexOf(b.certainty)
  if (certainty !== 0) return certainty
  if (a.item !== null && b.item !== null) return compareIds(a.item, b.item)
  if (a.day === null || b.day === null) return Number(a.day !== null) - Number(b.day !== null)
  return (a.day || '9') < (b.day || '9') ? -1 : 1
}

/** Groups with the numbers of each one's files, by its id and their SHA-256. */
export interface NumberedGroups {
  groups: readonly FileGroup[]
  numbers: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/**
 * The groups with their files in the order in which they came to them, which `before` knows of those that were there: what comes stands
 * behind, and what comes back stands where it was. A group in which nothing changed is the same as it was.
 */
export function numberFiles(groups: readonly FileGroup[], before: NumberedGroups): NumberedGroups {
  const numbers = new Map(before.numbers)
  const known = new Map(before.groups.map(group => [group.id, group]))
  const ordered = groups.map(group => {
    const own = withNumbers(group.files, before.numbers.get(group.id) ?? new Map())
    numbers.set(group.id, own)
    const next = { ...group, files: inOrder(group.files, own) }
    const last = known.get(group.id)
    return last && isSameGroup(last, next) ? last : next
  })
  return { groups: ordered, numbers }
}

/** Files of a group by their numbers in it; all have one. */
export function inOrder(
  files: readonly AttachedFile[],
  numbers: ReadonlyMap<string, number> = new Map(),
): AttachedFile[] {
  const ordered = new Array<AttachedFile | undefined>(numbers.size).fill(undefined)
  for (const file of files) ordered[numbers.get(file.sha256) as number] = file
  return ordered.filter(file => file !== undefined)
}

/** `numbers` with those of files that have none yet; itself where all have one. */
function withNumbers(
  files: readonly AttachedFile[],
  numbers: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const coming = files.filter(({ sha256 }) => !numbers.has(sha256))
  if (coming.length === 0) return numbers
  const more = new Map(numbers)
  for (const { sha256 } of coming) more.set(sha256, more.size)
  return more
}

function isSameGroup(group: FileGroup, other: FileGroup): boolean {
  return (
    group.files.length === other.files.length &&
    group.files.every((file, i) => file === other.files[i]) &&
    group.reasons.length === other.reasons.length &&
    group.reasons.every((reason, i) => reason === other.reasons[i])
  )
}

const blockSize = 200

/** Files in blocks by their numbers: a file stays in its block, else each change would move all that stand behind it. */
export function inBlocks(
  files: readonly AttachedFile[],
  numbers: ReadonlyMap<string, number> = new Map(),
): [block: number, files: AttachedFile[]][] {
  const blocks = new Map<number, AttachedFile[]>()
  for (const file of files) {
    const block = Math.floor((numbers.get(file.sha256) ?? 0) / blockSize)
    const some = blocks.get(block)
    if (some) some.push(file)
    else blocks.set(block, [file])
  }
  return [...blocks]
}

/** Ids of the items that the files may belong to: what speaks for itself, what was used last, what is hardly more than a guess. */
export function likelyItems(
  files: readonly AttachedFile[],
  suggestions: ReadonlyMap<string, Suggestion>,
  recent: readonly string[],
): string[] {
  const [found, guessed]: [string[], string[]] = [[], []]
  for (const { sha256 } of files.slice(0, 20)) {
    const { item = null, others = [], reason } = suggestions.get(sha256) ?? {}
    const own = item === null ? [] : [item]
    const list = item !== null || reason?.code === 'several' ? found : guessed
    // Of a row nothing tells which item: its 其他 is the last that is asked about.
    list.push(...(reason?.code === 'row-only' ? [...others, ...own] : [...own, ...others]))
  }
  const all = [...new Set(found)].slice(0, 5).concat(recent, [...new Set(guessed)].slice(0, 5))
  return [...new Set(all)]
}
