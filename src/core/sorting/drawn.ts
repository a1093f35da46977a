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
  const all = followAll(groups, before.groups)
  let left = most
  const stayed = all.map(one => {
    const off = new Set(one.leaving.slice(0, left))
    left -= off.size
    const rest = (files: readonly AttachedFile[]) => files.filter(file => !off.has(file))
    return off.size === 0 ? one : { ...one, rows: rest(one.rows), leaving: rest(one.leaving) }
  })
  const held = new Set(stayed.flatMap(({ leaving }) => leaving.map(({ sha256 }) => sha256)))
  left = most
  const drawn = stayed.map(one => {
    const coming = one.waiting.filter(({ sha256 }) => left > 0 && !held.has(sha256) && left-- > 0)
    if (coming.length === 0) return one
    const waiting = one.waiting.filter(file => !coming.includes(file))
    return { ...one, rows: inOrder([...one.rows, ...coming], numbers.get(one.group.id)), waiting }
  })
  return {
    groups: drawn.filter(({ isGone, rows }) => !isGone || rows.length > 0),
    isAll: drawn.every(({ waiting, leaving }) => waiting.length + leaving.length === 0),
  }
}

/** The groups with the rows that those of their ids had; one that is gone keeps its place. */
function followAll(groups: readonly FileGroup[], before: readonly DrawnGroup[]): DrawnGroup[] {
  const known = new Map(before.map(one => [one.group.id, one]))
  const all = groups.map(group => follow(group, known.get(group.id)))
  for (const { id } of groups) known.delete(id)
  before.forEach((one, i) => {
    if (known.has(one.group.id)) all.splice(i, 0, { ...one, waiting: [], leaving: one.rows, isGone: true })
  })
  return all
}

/** A group with the rows that the one of its id had. */
function follow(group: FileGroup, last: DrawnGroup | undefined): DrawnGroup {
  if (last?.group === group && !last.isGone) return last
  const rows = last?.rows ?? []
  const own = new Map(group.files.map(file => [file.sha256, file]))
  const drawn = new Set(rows.map(({ sha256 }) => sha256))
  return {
    group,
    rows: rows.map(file => own.get(file.sha256) ?? file),
    waiting: group.files.filter(({ sha256 }) => !drawn.has(sha256)),
    leaving: rows.filter(({ sha256 }) => !own.has(sha256)),
    isGone: false,
  }
}
