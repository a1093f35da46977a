/**
 * The checklist that is open: what is stored, with the changes on their way to storage already shown. Each unit has a queue of
 * its own. A change leaves it after its transaction completed; one that could not be saved stays in it, stays on screen, and
 * is tried again. A text that another tab overtook, and a checklist that was deleted, are a question to the person.
 */
import { atom, batch, computed } from 'nanostores'
import type { Change } from '../core/checklist/change'
import type { Checklist } from '../core/checklist/checklist'
import { type Collision, collisionsOf, settleCollision, withBasis } from '../core/checklist/collision'
import { applyChanges, enqueueChange } from '../core/checklist/queue'
import { reuseAnswers } from '../core/checklist/same-work'
import { type Refusal, refusalOf } from '../core/files/refusal'
import type { NewBytes } from '../io/storage/bytes'
import { loadChecklist, saveChange, saveChanges, saveNewChecklist } from '../io/storage/checklists'
import { announceChange, onChangeElsewhere } from '../io/storage/other-tabs'
import { $absent, findAbsent, markAbsent, noteStored } from './absent'
import { oneAtATime } from './attempt'

export type Saving =
  | { state: 'idle' }
  | { state: 'saving' }
  | { state: 'saved'; at: Date }
  /** `unit`: the unit's name where it is not the open one, else null. */
  | { state: 'failed'; refusal: Refusal; unit: string | null }

/** Changes of one checklist that are not stored yet, what was stored last, and why the first of them was refused. */
interface Queue {
  base: Checklist
  changes: readonly Change[]
  refusal: Refusal | null
}

const retryAfter = 5_000
const noneGone: readonly Checklist[] = []

const $stored = atom<Checklist | null>(null)

/** By id: opening another unit must not lose what could not be saved. */
const $queues = atom<ReadonlyMap<string, Queue>>(new Map())

/** Ids of checklists that this page showed and that are no longer stored. */
const $goneIds = atom<readonly string[]>([])
export const $collisions = atom<readonly Collision[]>([])

/** The open checklist as the person sees it; null while none is open. */
export const $checklist = computed([$stored, $queues, $absent], (stored, queues, absent) =>
  stored ? markAbsent(applyChanges(stored, queues.get(stored.id)?.changes), absent) : null,
)

/** Checklists that were deleted elsewhere, as they were on screen last: to be copied, stored again, or let go. */
export const $gone = computed([$goneIds, $queues, $stored], (ids, queues, stored) => {
  // Always the same empty list: a new one would redraw the whole page with every change.
  if (ids.length === 0) return noneGone
  return ids.flatMap(id => {
    const queue = queues.get(id)
    const last = queue ? applyChanges(queue.base, queue.changes) : stored
    return last?.id === id ? [last] : []
  })
})

export const $saving = atom<Saving>({ state: 'idle' })

/** True while leaving the page would lose work. */
export const $isUnsaved = computed([$queues, $collisions], (queues, { length }) => queues.size + length > 0)

const running = new Map<string, Promise<void>>()
/** How many changes of a queue are being stored now. */
const underWay = new Map<string, number>()
let retry: ReturnType<typeof setTimeout> | undefined
let saves = 0

/** Shows a checklist as it was just read from storage. */
export function showChecklist(checklist: Checklist | null): void {
  $stored.set(checklist)
  $saving.set({ state: 'idle' })
  tellSaving()
  if (checklist) void findAbsent(checklist)
}

/** Changes the open checklist: at once on screen, then in storage. */
export function changeChecklist(change: Change): void {
  const [stored, shown] = [$stored.get(), $checklist.get()]
  if (stored && shown) enqueue(stored, withBasis(change, shown))
}

/** Stores the text a person chose of two that collided. */
export function chooseText(collision: Collision, text: string): void {
  $collisions.set($collisions.get().filter(other => other !== collision))
  const { checklist, conflict } = collision
  if (text !== conflict.theirs) enqueue(checklist, settleCollision(conflict, text, checklist))
  else tellSaving()
}

/** Tries again to save what could not be saved, of every unit. */
export function saveQueue(): void {
  clearTimeout(retry)
  for (const [id, { refusal }] of $queues.get()) if (refusal !== 'checklist-gone') void run(id)
}

/** Resolves when nothing is on its way to storage any more, saved or failed. */
export async function queueSettled(): Promise<void> {
  while (running.size > 0) await Promise.all(running.values())
}

/** Adds files with their bytes; unlike other changes it is not shown before it is stored. */
export async function saveFiles(
  id: string,
  change: Change & { kind: 'add-files' | 'remove-uses' | 'replace-photos' },
  bytes?: NewBytes,
): Promise<void> {
  noteSaved(await saveChange(id, change, new Date(), bytes))
  if (bytes) noteStored(bytes.blobs.keys())
  tellSaving(new Date())
}

/** Shows what another tab stored; also called when the page comes back to the front, where there is no channel. */
export async function refreshChecklist(): Promise<void> {
  await queueSettled()
  const id = $stored.get()?.id
  if (!id) return
  const before = saves
  const current = await loadChecklist(id)
  if ($stored.get()?.id !== id) return
  // What this tab saved meanwhile is newer than what was read.
  if (running.has(id) || saves !== before) return refreshChecklist()
  if (current && 'checklist' in current) {
    showStored(current.checklist)
    void findAbsent(current.checklist)
  }
  noteGone(id, !current || 'problem' in current)
  tellSaving()
}

/** Stores a checklist that was deleted elsewhere once more, as it is on screen. @throws the platform's error */
export async function saveAgain(checklist: Checklist): Promise<void> {
  await saveNewChecklist(checklist)
  announceChange(checklist.id)
  const isOpen = $stored.get()?.id === checklist.id
  letGo(checklist.id)
  if (isOpen) showChecklist(checklist)
}

/** Drops the changes of a checklist that can't be saved any more. */
export function letGo(id: string): void {
  setQueue(id, null)
  noteGone(id, false)
  $collisions.set($collisions.get().filter(({ checklist }) => checklist.id !== id))
  if ($stored.get()?.id === id) showChecklist(null)
  else tellSaving()
}

const refresh = oneAtATime(refreshChecklist)
onChangeElsewhere(id => {
  if (id === $stored.get()?.id) refresh()
})

function enqueue(base: Checklist, change: Change): void {
  const { id } = base
  const queue = $queues.get().get(id) ?? { base, changes: [], refusal: null }
  setQueue(id, { ...queue, changes: enqueueChange(queue.changes, change, underWay.get(id) ?? 0) })
  if (queue.refusal !== 'checklist-gone') void run(id)
}

/** Puts what was stored on screen, if it is the open checklist; answers that stayed keep their identity. */
function showStored(checklist: Checklist): void {
  const shown = $stored.get()
  if (shown?.id === checklist.id) $stored.set(reuseAnswers(checklist, shown))
}

function noteSaved(checklist: Checklist): void {
  saves++
  showStored(checklist)
  announceChange(checklist.id)
}

function noteGone(id: string, isGone: boolean): void {
  const others = $goneIds.get().filter(other => other !== id)
  $goneIds.set(isGone ? [...others, id] : others)
}

function setQueue(id: string, queue: Queue | null): void {
  const queues = new Map($queues.get())
  if (queue && queue.changes.length > 0) queues.set(id, queue)
  else queues.delete(id)
  $queues.set(queues)
}

/** Saves one unit's changes, in their order; another unit's go their own way. */
function run(id: string): Promise<void> {
  const now = running.get(id)
  if (now) return now
  const started = runQueue(id).finally(() => {
    running.delete(id)
    tellSaving()
  })
  running.set(id, started)
  return started
}

async function runQueue(id: string): Promise<void> {
  for (;;) {
    const queue = $queues.get().get(id)
    if (!queue) return
    if (queue.refusal) setQueue(id, { ...queue, refusal: null })
    if ($stored.get()?.id === id && $saving.get().state !== 'saving') $saving.set({ state: 'saving' })
    try {
      // All changes that came meanwhile go in one transaction: a disk flush for each would fall behind quick typing.
      const { changes } = queue
      underWay.set(id, changes.length)
      const states = await saveChanges(id, changes, new Date())
      const [saved] = states.slice(-1) as [Checklist]
      batch(() => {
        noteSaved(saved)
        const collisions = changes.flatMap((change, i) =>
          collisionsOf(change, states[i] as Checklist).map(conflict => ({ checklist: saved, conflict })),
        )
        if (collisions.length > 0) $collisions.set([...$collisions.get(), ...collisions])
        const now = $queues.get().get(id) // Let go meanwhile: null.
        setQueue(id, now ? { base: saved, changes: now.changes.slice(changes.length), refusal: null } : null)
      })
      if (!$queues.get().has(id)) tellSaving(new Date())
    } catch (error) {
      const refusal = refusalOf(error)
      const now = $queues.get().get(id)
      setQueue(id, now ? { ...now, refusal } : null)
      if (refusal === 'checklist-gone') return noteGone(id, true)
      clearTimeout(retry)
      retry = setTimeout(saveQueue, retryAfter)
      return
    } finally {
      underWay.delete(id)
    }
  }
}

/** Updates `$saving`; `at`: something was stored just now. */
function tellSaving(at: Date | null = null): void {
  const id = $stored.get()?.id ?? ''
  const queues = $queues.get()
  const own = queues.get(id)
  const isGone = $goneIds.get().includes(id)
  const refused = [...queues.values()].find(({ refusal }) => refusal && refusal !== 'checklist-gone')
  if (isGone) $saving.set({ state: 'failed', refusal: 'checklist-gone', unit: null })
  else if (own?.refusal) $saving.set({ state: 'failed', refusal: own.refusal, unit: null })
  else if (own) $saving.set({ state: 'saving' })
  else if (refused?.refusal)
    $saving.set({ state: 'failed', refusal: refused.refusal, unit: refused.base.unit.name })
  else if (at) $saving.set({ state: 'saved', at })
  else if (['failed', 'saving'].includes($saving.get().state)) $saving.set({ state: 'idle' })
}
