/**
 * The checklist that is open: what is stored, with the changes on their way to storage already shown. A change leaves the
 * queue after its transaction completed; one that could not be saved stays in it, stays on screen, and is tried again.
 */
import { atom, computed } from 'nanostores'
import { applyChange, type Change, enqueueChange } from '../core/change'
import type { Checklist } from '../core/checklist'
import { announceChange, onChangeElsewhere } from '../io/news'
import { type Refusal, refusalOf } from '../io/refusal'
import { loadChecklist, saveChange } from '../io/storage'

export type Saving =
  | { state: 'idle' }
  | { state: 'saving' }
  | { state: 'saved'; at: Date }
  | { state: 'failed'; refusal: Refusal }

const retryAfter = 5_000

const $stored = atom<Checklist | null>(null)
const $queue = atom<readonly Change[]>([])

/** The open checklist as the person sees it; null while none is open. */
export const $checklist = computed([$stored, $queue], (stored, queue) =>
  stored
    ? queue.reduce((checklist, change) => applyChange(checklist, change, new Date(checklist.changed)), stored)
    : null,
)

export const $saving = atom<Saving>({ state: 'idle' })

/** True while something on screen is not stored yet: leaving the page would lose it. */
export const $isUnsaved = computed($queue, queue => queue.length > 0)

let running: Promise<void> | null = null
let retry = 0

/** Shows a checklist as it was just read from storage. */
export function showChecklist(checklist: Checklist | null): void {
  $stored.set(checklist)
  $queue.set([])
  $saving.set({ state: 'idle' })
}

/** Changes the open checklist: at once on screen, then in storage. */
export function changeChecklist(change: Change): void {
  $queue.set(enqueueChange($queue.get(), change, running ? 1 : 0))
  saveQueue()
}

/** Tries again to save what could not be saved. */
export function saveQueue(): void {
  clearTimeout(retry)
  running ??= runQueue().finally(() => {
    running = null
  })
}

/** Resolves when nothing is on its way to storage any more, saved or failed. */
export async function queueSettled(): Promise<void> {
  await running
}

/** Adds files with their bytes; unlike other changes it is not shown before it is stored. */
export async function saveFiles(
  id: string,
  change: Change & { kind: 'add-files' },
  blobs: ReadonlyMap<string, Blob>,
): Promise<void> {
  const saved = await saveChange(id, change, blobs, new Date())
  if ($stored.get()?.id === id) $stored.set(saved)
  $saving.set({ state: 'saved', at: new Date() })
  announceChange(id)
}

/** Shows what another tab stored; also called when the page comes back to the front, where there is no channel. */
export async function refreshChecklist(): Promise<void> {
  const id = $stored.get()?.id
  if (!id || running) return
  const current = await loadChecklist(id)
  const shown = $stored.get()
  if (shown?.id !== id || !current || !('checklist' in current)) return
  if (current.checklist.changed !== shown.changed) $stored.set(current.checklist)
}

onChangeElsewhere(id => {
  if (id === $stored.get()?.id) void refreshChecklist()
})

async function runQueue(): Promise<void> {
  for (;;) {
    const change = $queue.get()[0]
    const id = $stored.get()?.id
    if (!change || !id) return
    $saving.set({ state: 'saving' })
    try {
      const saved = await saveChange(id, change, new Map(), new Date())
      if ($stored.get()?.id !== id) return
      $stored.set(saved)
      $queue.set($queue.get().slice(1))
      announceChange(id)
    } catch (error) {
      $saving.set({ state: 'failed', refusal: refusalOf(error) })
      retry = window.setTimeout(saveQueue, retryAfter)
      return
    }
    if ($queue.get().length === 0) $saving.set({ state: 'saved', at: new Date() })
  }
}
