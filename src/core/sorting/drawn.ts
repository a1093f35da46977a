/**
 * What the desk has drawn of its groups, and what it draws next. A row is made, or taken away, so many at a time: ten thousand at once
 * would stop the page.
 */
import type { AttachedFile } from '../checklist/checklist'
import { type FileGroup, inOrder, type NumberedGroups } from './groups'

/** A group with its rows. Nothing of it is new where nothing changed. */
export interface DrawnGroup {
  group: FileGroup
  /** The files of the rows by their numbers in the group: those of its own that are drawn by now, and those that leave it. */
  rows: readonly AttachedFile[]
  /** Its own files that have no row yet. */
  waiting: readonly AttachedFile[]
  /** Files of rows that are no longer its own. */
  leaving: readonly AttachedFile[]
  /** It is no group any more: nobody is to see it, and its rows leave. */
  isGone: boolean
}

/** The groups in their order, among them those that are gone; `isAll`: no row is left to be made or taken away. */
export interface Drawn {
  groups: readonly DrawnGroup[]
  isAll: boolean
}

export const nothingDrawn: Drawn = { groups: [], isAll: true }

/**
 * What is drawn next: `most` rows that leave are taken away, and `most` are made, from the first group on. A file has one row: where it
 * leaves a group it comes to the next one afterwards.
 */
export function drawMore({ groups, numbers }: NumberedGroups, before: Drawn, most: number): Drawn {
  let left = most
  const after = followAll(groups, before.groups).map(one => {
    const off = new Set(one.leaving.slice(0, left))
    left -= off.size
    return off.size === 0 ? one : { ...one, ...without(one, off) }
  })
  const held = new Set(after.flatMap(({ leaving }) => leaving.map(({ sha256 }) => sha256)))
  left = most
  const drawn = after.map(one => {
    const coming = new Set(left > 0 ? firstOf(one.waiting, left, held) : [])
    left -= coming.size
    if (coming.size === 0) return one
    const { id } = one.group
    const rows = inOrder([...one.rows, ...coming], numbers.get(id) ?? new Map())
    return { ...one, rows, waiting: one.waiting.filter(file => !coming.has(file)) }
  })
  return {
    groups: drawn.filter(({ isGone, rows }) => !isGone || rows.length > 0),
    isAll: drawn.every(({ waiting, leaving }) => waiting.length + leaving.length === 0),
  }
}

/** The groups with the rows that those of their ids had; one that is gone keeps its place behind the one it stood behind. */
function followAll(groups: readonly FileGroup[], before: readonly DrawnGroup[]): DrawnGroup[] {
  const known = new Map(before.map(one => [one.group.id, one]))
  const present = new Set(groups.map(({ id }) => id))
  const goneBehind = new Map<string, DrawnGroup[]>()
  let last = ''
  for (const one of before) {
    const { id } = one.group
    if (present.has(id)) last = id
    else goneBehind.set(last, [...(goneBehind.get(last) ?? []), emptied(one)])
  }
  return [
    ...(goneBehind.get('') ?? []),
    ...groups.flatMap(group => [follow(group, known.get(group.id)), ...(goneBehind.get(group.id) ?? [])]),
  ]
}

/** A group with the rows that the one of its id had. */
function follow(group: FileGroup, last: DrawnGroup | undefined): DrawnGroup {
  if (last?.group === group && !last.isGone) return last
  const own = new Map(group.files.map(file => [file.sha256, file]))
  const had = last?.rows ?? []
  const drawn = new Set(had.map(({ sha256 }) => sha256))
  return {
    group,
    rows: had.map(file => own.get(file.sha256) ?? file),
    waiting: group.files.filter(({ sha256 }) => !drawn.has(sha256)),
    leaving: had.filter(({ sha256 }) => !own.has(sha256)),
    isGone: false,
  }
}

function emptied(last: DrawnGroup): DrawnGroup {
  return last.isGone ? last : { ...last, waiting: [], leaving: last.rows, isGone: true }
}

function without({ rows, leaving }: DrawnGroup, off: ReadonlySet<AttachedFile>) {
  return { rows: rows.filter(file => !off.has(file)), leaving: leaving.slice(off.size) }
}

/** The first files that are not held back, `most` of them. */
function firstOf(files: readonly AttachedFile[], most: number, held: ReadonlySet<string>): AttachedFile[] {
  const some: AttachedFile[] = []
  for (const file of files) {
    if (some.length === most) break
    if (!held.has(file.sha256)) some.push(file)
  }
  return some
}
