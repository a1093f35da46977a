/**
 * Putting files in their places: to an item, to another one, off. Whatever was done in one step is one change, and one 撤销 takes
 * it back; it is offered where the step was taken, until the next one.
 */
import { atom } from 'nanostores'
import type { Change } from '../core/checklist/change'
import { type Checklist, unsortedPlace } from '../core/checklist/checklist'
import { type FilePlace, filesAt, type Move, reverseMoves } from '../core/checklist/places'
import { dismissLitter } from './adding'
import { $checklist, changeChecklist } from './checklist'

/** A step that was taken, to be said and taken back. */
export interface TakenStep {
  /** The checklist it was taken in, and the place where it is said: an item's id or `unsortedPlace`. */
  checklist: string
  place: string
  kind: 'moved' | 'removed'
  files: number
  /** The items that files were moved to; none where they were removed. */
  items: string[]
  undo: Change
}

export const $step = atom<TakenStep | null>(null)

/** The items that were moved to last, the latest first. */
export const $recentItems = atom<readonly string[]>([])
const mostRecent = 8

/** The kind of data that a dragged file of this page carries. */
const draggedKind = 'application/x-yinzheng-files'

/** Moves files of one place, each to its item; `place` is where the step is said. */
export function moveTo(place: string, moves: readonly Move[]): void {
  const checklist = $checklist.get()
  if (!checklist) return
  const undo = reverseMoves(checklist, moves)
  if (undo.length === 0) return
  changeChecklist({ kind: 'move-files', moves })
  const items = [...new Set(moves.map(({ to }) => to).filter(to => to !== unsortedPlace))]
  // Of many at once none was chosen.
  if (items.length === 1)
    $recentItems.set([...new Set([...items, ...$recentItems.get()])].slice(0, mostRecent))
  take(checklist, {
    place,
    kind: 'moved',
    files: undo.length,
    items,
    undo: { kind: 'move-files', moves: undo },
  })
}

/** Takes files off their places; their bytes stay until 最近移除的文件 is emptied. */
export function removeFrom(place: string, hashes: readonly string[]): void {
  const checklist = $checklist.get()
  if (!checklist) return
  const there = new Set(filesAt(checklist, place).map(({ sha256 }) => sha256))
  const uses = hashes.filter(sha256 => there.has(sha256)).map(sha256 => ({ item: place, sha256 }))
  if (uses.length === 0) return
  changeChecklist({ kind: 'remove-files', uses })
  const undo: Change = { kind: 'restore-files', uses }
  take(checklist, { place, kind: 'removed', files: uses.length, items: [], undo })
}

/** Takes the last step back. */
export function undoStep(): void {
  const step = $step.get()
  $step.set(null)
  if (step && step.checklist === $checklist.get()?.id) changeChecklist(step.undo)
}

/** What a drag carries: files of this page, from one place. */
export function writeDragged(data: DataTransfer, from: string, hashes: readonly string[]): void {
  data.setData(draggedKind, JSON.stringify(hashes.map(sha256 => ({ item: from, sha256 }))))
  data.effectAllowed = 'move'
}

/** Moves what a drag of this page carries to a place. @returns false where it carries none of its files */
export function dropDragged(data: DataTransfer, to: string): boolean {
  const text = data.getData(draggedKind)
  if (text === '') return false
  const uses = JSON.parse(text) as FilePlace[]
  moveTo(
    to,
    uses.map(({ item, sha256 }) => ({ sha256, from: item, to })),
  )
  return true
}

function take({ id }: Checklist, step: Omit<TakenStep, 'checklist'>): void {
  dismissLitter()
  $step.set({ ...step, checklist: id })
}
