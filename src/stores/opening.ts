/**
 * Opening the page never waits silently: a storage call that fails or does not answer is said, with the ways on. And while the
 * page is in use: what the browser does not answer, and giving it up.
 */
import { atom } from 'nanostores'
import { type Refusal, refusalOf } from '../core/files/refusal'
import { giveUpLateCalls, onSilence, type Silent } from '../io/files/silence'
import { saveQueue } from './checklist'
import { openUnits, openWithoutStorage } from './units'

export type Opening = { state: 'opening' } | { state: 'open' } | { state: 'stuck'; refusal: Refusal }

export const $opening = atom<Opening>({ state: 'opening' })

/** The kind of call that the browser has not answered for some seconds; null while it answers. */
export const $silence = atom<Silent | null>(null)

onSilence(silent => {
  $silence.set(silent)
  if (silent && $opening.get().state === 'opening') $opening.set({ state: 'stuck', refusal: 'silent' })
})

/** Number of the current try: an earlier one that answers late must not change the page after the person went on. */
let tries = 0

/** Opens the units; `departments` as for `openUnits`. An answer that comes late still opens the page. */
export async function openPageUnits(departments: readonly string[]): Promise<void> {
  const own = ++tries
  $opening.set({ state: 'opening' })
  try {
    await openUnits(departments)
    if (own === tries) $opening.set({ state: 'open' })
  } catch (error) {
    if (own === tries) $opening.set({ state: 'stuck', refusal: refusalOf(error) })
  }
}

/** Gives up the calls that do not answer, and opens the units again. */
export function tryOpeningAgain(departments: readonly string[]): Promise<void> {
  tries++
  giveUpLateCalls()
  return openPageUnits(departments)
}

/** Opens the page without the stored records, which stay as they are. */
export async function openAnyway(): Promise<void> {
  const opening = $opening.get()
  tries++
  giveUpLateCalls()
  await openWithoutStorage(opening.state === 'stuck' ? opening.refusal : 'silent')
  $opening.set({ state: 'open' })
}

/** Gives up the calls that do not answer, and saves again. */
export function stopWaiting(): void {
  giveUpLateCalls()
  // The calls given up are rejected first.
  setTimeout(saveQueue)
}
