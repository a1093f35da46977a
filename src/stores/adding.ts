/** How far adding files is, what was refused or left out, and what is to be looked at: said until the person has taken note. */
import { atom } from 'nanostores'
import type { AttachedFile } from '../core/checklist/checklist'
import type { ActiveKind } from '../core/files/active-kind'
import type { Refusal } from '../core/files/refusal'

/** Why one file was not added. */
export type FileRefusal = Refusal | 'empty' | 'already-there' | 'already-brought'

export interface RefusedFile {
  /** The place it was for: an item's id, or `unsortedPlace`. */
  item: string
  name: string
  reason: FileRefusal
}

/** A file that was added and runs when it is opened. */
export interface ActiveFile {
  item: string
  file: AttachedFile
  kind: ActiveKind
}

/** Everything being added, and what was refused or is to be looked at since the person last took note. */
interface Adding {
  total: number
  /** Files settled: stored or refused. */
  done: number
  bytes: number
  bytesRead: number
  /** The item and name of the file that is being read. */
  current: string
  refused: RefusedFile[]
  active: ActiveFile[]
  /** Names of litter that was left out. */
  litter: string[]
}

const nothing: Adding = {
  total: 0,
  done: 0,
  bytes: 0,
  bytesRead: 0,
  current: '',
  refused: [],
  active: [],
  litter: [],
}

export const $adding = atom<Adding>(nothing)

/** 审核意见 that were among the files: `backup/restore` takes them in. */
export const $broughtReplies = atom<readonly File[]>([])

/** Every adding that is under way, from the press to its last stored file: before a folder is looked through it has no total. */
export const $underWay = atom<readonly Promise<void>[]>([])

/** Notes an adding, so that nothing is packed before it has ended. */
export function beginAdding(adding: Promise<void>): Promise<void> {
  const noted = adding.finally(() => $underWay.set($underWay.get().filter(other => other !== noted)))
  $underWay.set([...$underWay.get(), noted])
  return noted
}

/** Resolves when no file is on its way any more. */
export async function addingEnded(): Promise<void> {
  while ($underWay.get().length > 0) await Promise.allSettled($underWay.get())
}

/** Forgets the refused files the person has read about. */
export function dismissRefused(): void {
  update({ refused: [], litter: [] })
}

/** Forgets what was said of litter: whoever works on has seen it. */
export function dismissLitter(): void {
  update({ litter: [] })
}

/** Forgets the files that run when they are opened, after the person read about them: they stay attached. */
export function dismissActive(): void {
  update({ active: [] })
}

/** When all is settled only what the person is to be told is left. */
export function rest(): void {
  const { total, done, refused, active, litter } = $adding.get()
  if (done === total) $adding.set({ ...nothing, refused, active, litter })
}

/** So many files more are settled, these of them refused. */
export function settle(files: number, refused: RefusedFile[]): void {
  const adding = $adding.get()
  update({ done: adding.done + files, refused: [...adding.refused, ...refused] })
}

/** Says something more of what is being added. */
export function update(part: Partial<Adding>): void {
  $adding.set({ ...$adding.get(), ...part })
}
