/**
 * The checklist that is open: what is stored, with the changes on their way to storage already shown. A change leaves the
 * queue after its transaction completed; one that could not be saved stays in it, stays on screen, and is tried again.
 */
import { atom, batch, computed } from 'nanostores'
import { applyChange, type Change, enqueueChange } from '../core/checklist/change'
import { type Checklist, reuseAnswers } from '../core/checklist/checklist'
import { type Refusal, refusalOf } from '../core/files/refusal'
import { announceChange, onChangeElsewhere } from '../io/storage/other-tabs'
import { loadChecklist, saveChange } from '../io/storage/storage'

export type Saving =
  | { state: 'idle' }
  | { state: 'saving' }
  | { state: 'saved'; at: Date }
  | { state: 'failed'; refusal: Refusal }

const retryAfter = 5_000

/** What is stored of the open checklist. */
const $stored = atom<Checklist | null>(null)

/** Changes on their way to storage, by checklist: opening another unit must not lose what could not be saved. */
const $queues = atom<ReadonlyMap<string, readonly Change[]>>(new Map())

/** The open checklist as the person sees it; null while none is open. */
export const $checklist = computed([$stored, $queues], (stored, queues) =>
  stored
    ? (queues.get(stored.id) ?? []).reduce(
        (checklist, change) => applyChange(checklist, change, new Date(checklist.changed)),
        stored,
      )
    : null,
)

export const $saving = atom<Saving>({ state: 'idle' })

/** True while something a person did is not stored yet: leaving the page would lose it. */
export const $isUnsaved = computed($queues, queues => queues.size > 0)

let running: Promise<void> | null = null
let retry = 0
/** How often this tab has saved. */
let saves = 0

/** Shows a checklist as it was just read from storage. */
export function showChecklist(checklist: Checklist | null): void {
  $stored.set(checklist)
  if (!$isUnsaved.get()) $saving.set({ state: 'idle' })
}

/** Changes the open checklist: at once on screen, then in storage. */
export function changeChecklist(change: Change): void {
  const id = $stored.get()?.id
  if (!id) return
  setQueue(id, enqueueChange($queues.get().get(id) ?? [], change, running ? 1 : 0))
  saveQueue()
}

/** Tries again to save what could not be saved. */
export function saveQueue(): void {
  clearTimeout(retry)
  running ??= runQueues().finally(() => {
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
  saves++
  showStored(saved)
  if (!$isUnsaved.get()) $saving.set({ state: 'saved', at: new Date() })
  announceChange(id)
}

/** Shows what another tab stored; also called when the page comes back to the front, where there is no channel. */
export async function refreshChecklist(): Promise<void> {
  await queueSettled()
  const id = $stored.get()?.id
  if (!id) return
  const before = saves
  const current = await loadChecklist(id)
  // What this tab saved meanwhile is newer than what was read.
  if (running || saves !== before) return refreshChecklist()
  if (current && 'checklist' in current) showStored(current.checklist)
}

onChangeElsewhere(id => {
  if (id === $stored.get()?.id) void refreshChecklist()
})

/** Puts what was stored on screen, if it is the open checklist; answers that stayed keep their identity. */
function showStored(checklist: Checklist): void {
  const shown = $stored.get()
  if (shown?.id === checklist.id) $stored.set(reuseAnswers(checklist, shown))
}

function setQueue(id: string, queue: readonly Change[]): void {
  const queues = new Map($queues.get())
  if (queue.length > 0) queues.set(id, queue)
  else queues.delete(id)
  $queues.set(queues)
}

async function runQueues(): Promise<void> {
  for (;;) {
    const [next] = $queues.get()
    const change = next?.[1][0]
    if (!next || !change) return
    const [id] = next
    if ($saving.get().state !== 'saving') $saving.set({ state: 'saving' })
    try {
      const saved = await saveChange(id, change, new Map(), new Date())
      saves++
      batch(() => {
        showStored(saved)
        setQueue(id, ($queues.get().get(id) ?? []).slice(1))
      })
      announceChange(id)
    } catch (error) {
      $saving.set({ state: 'failed', refusal: refusalOf(error) })
      retry = window.setTimeout(saveQueue, retryAfter)
      return
    }
    if (!$isUnsaved.get()) $saving.set({ state: 'saved', at: new Date() })
  }
}
