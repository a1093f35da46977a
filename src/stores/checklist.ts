/**
 * The checklist that is open: what is stored, with the changes on their way to storage already shown. A change leaves the
 * queue after its transaction completed; one that could not be saved stays in it, stays on screen, and is tried again.
 */
import { atom, computed } from 'nanostores'
import { applyChange, type Change, enqueueChange } from '../core/change'
import { type Checklist, reuseAnswers } from '../core/checklist'
import { announceChange, onChangeElsewhere } from '../io/news'
import { type Refusal, refusalOf } from '../io/refusal'
import { loadChecklist, saveChange } from '../io/storage'

export type Saving =
  | { state: 'idle' }
  | { state: 'saving' }
  | { state: 'saved'; at: Date }
  | { state: 'failed'; refusal: Refusal }

const retryAfter = 5_000

/** What is stored, and the changes still on their way there. */
interface OpenChecklist {
  stored: Checklist | null
  queue: readonly Change[]
}

const $open = atom<OpenChecklist>({ stored: null, queue: [] })

/** The open checklist as the person sees it; null while none is open. */
export const $checklist = computed($open, ({ stored, queue }) =>
  stored
    ? queue.reduce((checklist, change) => applyChange(checklist, change, new Date(checklist.changed)), stored)
    : null,
)

export const $saving = atom<Saving>({ state: 'idle' })

/** True while something on screen is not stored yet: leaving the page would lose it. */
export const $isUnsaved = computed($open, ({ queue }) => queue.length > 0)

let running: Promise<void> | null = null
let retry = 0

/** Shows a checklist as it was just read from storage. */
export function showChecklist(checklist: Checklist | null): void {
  $open.set({ stored: checklist, queue: [] })
  $saving.set({ state: 'idle' })
}

/** Changes the open checklist: at once on screen, then in storage. */
export function changeChecklist(change: Change): void {
  const { stored, queue } = $open.get()
  $open.set({ stored, queue: enqueueChange(queue, change, running ? 1 : 0) })
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
  showStored(saved, 0)
  $saving.set({ state: 'saved', at: new Date() })
  announceChange(id)
}

/** Shows what another tab stored; also called when the page comes back to the front, where there is no channel. */
export async function refreshChecklist(): Promise<void> {
  const id = $open.get().stored?.id
  if (!id || running) return
  const current = await loadChecklist(id)
  if (!running && current && 'checklist' in current) showStored(current.checklist, 0)
}

onChangeElsewhere(id => {
  if (id === $open.get().stored?.id) void refreshChecklist()
})

/** Puts what was stored on screen, with the first `saved` changes of the queue in it; answers that stayed keep their identity. */
function showStored(checklist: Checklist, saved: number): void {
  const { stored, queue } = $open.get()
  if (stored?.id !== checklist.id) return
  $open.set({ stored: reuseAnswers(checklist, stored), queue: queue.slice(saved) })
}

async function runQueue(): Promise<void> {
  for (;;) {
    const { stored, queue } = $open.get()
    const change = queue[0]
    if (!change || !stored) return
    if ($saving.get().state !== 'saving') $saving.set({ state: 'saving' })
    try {
      showStored(await saveChange(stored.id, change, new Map(), new Date()), 1)
      announceChange(stored.id)
    } catch (error) {
      $saving.set({ state: 'failed', refusal: refusalOf(error) })
      retry = window.setTimeout(saveQueue, retryAfter)
      return
    }
    if ($open.get().queue.length === 0) $saving.set({ state: 'saved', at: new Date() })
  }
}
