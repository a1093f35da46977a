/**
 * Where files are: with an item or in 待归类; and how they get from one place to another. What moves stays the same file: its
 * name, the time it was added, its other uses. Each function gives the checklist itself where nothing is to be done.
 */
import { type AttachedFile, answerOf, type Checklist, changedAt, unsortedPlace } from './checklist'

/** A file at its place: an item's id, or `unsortedPlace`. */
export interface FilePlace {
  item: string
  sha256: string
}

export interface Move {
  sha256: string
  /** Places, as in `FilePlace`. */
  from: string
  to: string
  /** It stays where it was as well. */
  isCopy?: boolean | undefined
}

/** The files at a place. */
export function filesAt(checklist: Checklist, place: string): AttachedFile[] {
  return place === unsortedPlace ? checklist.unsorted : answerOf(checklist, place).files
}

/** Both lists, the first one's order and names kept, the same bytes once. */
export function uniteFiles(files: readonly AttachedFile[], more: readonly AttachedFile[]): AttachedFile[] {
  const seen = new Set(files.map(file => file.sha256))
  const added = more.filter(file => !seen.has(file.sha256) && seen.add(file.sha256))
  return [...files, ...added]
}

/**
 * `files` with those `gone` among them, each behind the nearest that it stood behind in `before`, the rows of the last time; what was
 * not among these stands behind the last of them.
 */
export function keepPlaces(
  before: readonly AttachedFile[],
  files: readonly AttachedFile[],
  gone: readonly AttachedFile[],
): AttachedFile[] {
  const known = new Set(files.map(({ sha256 }) => sha256))
  const lost = new Map(gone.flatMap(file => (known.has(file.sha256) ? [] : [[file.sha256, file] as const])))
  const top: AttachedFile[] = []
  const behind = new Map<string, AttachedFile[]>()
  let place = top
  const put = (file: AttachedFile) => {
    place.push(file)
    lost.delete(file.sha256)
  }
  for (const { sha256 } of before) {
    const file = lost.get(sha256)
    if (file) put(file)
    else if (known.has(sha256)) {
      place = behind.get(sha256) ?? []
      behind.set(sha256, place)
    }
  }
  for (const file of [...lost.values()]) put(file)
  return [...top, ...files.flatMap(file => [file, ...(behind.get(file.sha256) ?? [])])]
}

/** Files with other ones at some places; what has an item now is no longer 待归类. */
export function placeFiles(
  checklist: Checklist,
  places: ReadonlyMap<string, AttachedFile[]>,
  now: Date,
): Checklist {
  const answers = { ...checklist.answers }
  for (const [place, files] of places)
    if (place !== unsortedPlace) answers[place] = { ...answerOf(checklist, place), files }
  const unsorted = places.get(unsortedPlace) ?? checklist.unsorted
  return leaveOutAttached({
    ...checklist,
    answers,
    unsorted,
    changed: changedAt(checklist.changed, now),
  })
}

/** Without the files of 待归类 that an item uses. */
export function leaveOutAttached(checklist: Checklist): Checklist {
  const { answers, unsorted } = checklist
  if (unsorted.length === 0) return checklist
  const attached = new Set(Object.values(answers).flatMap(({ files }) => files.map(({ sha256 }) => sha256)))
  const left = unsorted.filter(({ sha256 }) => !attached.has(sha256))
  return left.length === unsorted.length ? checklist : { ...checklist, unsorted: left }
}

/** The checklist after some files changed their places, in order; what is not where it should start from stays away. */
export function moveFiles(checklist: Checklist, moves: readonly Move[], now: Date): Checklist {
  const changed = new Map<string, Map<string, AttachedFile>>()
  const at = (place: string) => editable(checklist, changed, place)
  let isMoved = false
  for (const { sha256, from, to, isCopy } of moves) {
    const file = at(from).get(sha256)
    if (!file || from === to) continue
    if (!isCopy) at(from).delete(sha256)
    if (!at(to).has(sha256)) at(to).set(sha256, file)
    isMoved = true
  }
  return isMoved ? placeFiles(checklist, listsOf(changed), now) : checklist
}

/** The moves that take `moves` back, from what stood before them. */
export function reverseMoves(before: Checklist, moves: readonly Move[]): Move[] {
  const known = new Map<string, Map<string, AttachedFile>>()
  const isAt = (place: string, sha256: string) => editable(before, known, place).has(sha256)
  return moves
    .filter(({ sha256, from, to }) => from !== to && isAt(from, sha256))
    .map(({ sha256, from, to }) => ({ sha256, from: to, to: from, isCopy: isAt(to, sha256) }))
    .reverse()
}

/** Takes files off their places into `removed`. */
export function removeFiles(checklist: Checklist, uses: readonly FilePlace[], now: Date): Checklist {
  const changed = new Map<string, Map<string, AttachedFile>>()
  // Its own for each step, also where several are stored at once: what was removed together bears one time.
  const removed = changedAt(checklist.changed, now)
  const taken = uses.flatMap(({ item, sha256 }) => {
    const files = editable(checklist, changed, item)
    const file = files.get(sha256)
    if (!file) return []
    files.delete(sha256)
    return [{ item, file, removed }]
  })
  if (taken.length === 0) return checklist
  const left = placeFiles(checklist, listsOf(changed), now)
  return { ...left, removed: [...checklist.removed, ...taken] }
}

/** Brings removed files back to the places they were taken off, each to the end of its list. */
export function restoreFiles(checklist: Checklist, uses: readonly FilePlace[], now: Date): Checklist {
  const keyOf = (item: string, sha256: string) => `${item} ${sha256}`
  const wanted = new Set(uses.map(({ item, sha256 }) => keyOf(item, sha256)))
  const changed = new Map<string, Map<string, AttachedFile>>()
  const left = checklist.removed.filter(({ item, file }) => {
    // Of one that was removed twice the second stays.
    if (!wanted.delete(keyOf(item, file.sha256))) return true
    const files = editable(checklist, changed, item)
    if (!files.has(file.sha256)) files.set(file.sha256, file)
    return false
  })
  if (left.length === checklist.removed.length) return checklist
  return { ...placeFiles(checklist, listsOf(changed), now), removed: left }
}

type Editable = Map<string, Map<string, AttachedFile>>

/** The files at a place by their SHA-256, in their order, to be changed. */
function editable(checklist: Checklist, changed: Editable, place: string): Map<string, AttachedFile> {
  let files = changed.get(place)
  if (!files) {
    files = new Map(filesAt(checklist, place).map(file => [file.sha256, file]))
    changed.set(place, files)
  }
  return files
}

function listsOf(changed: Editable): Map<string, AttachedFile[]> {
  return new Map(Array.from(changed, ([place, files]) => [place, [...files.values()]]))
}
