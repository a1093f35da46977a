/**
 * Opening the page never waits silently: a storage call that fails or does not answer is said, with the ways on. And while the
 * page is in use: what the browser does not answer, and giving it up.
 */
import { atom } from 'nanostores'
import { type Refusal, refusalOf } from '../core/files/refusal'
import { giveUpLateCalls, onSilence, type Silent } from '../io/files/silence'
import { saveQueue } from './checklist'
import { openUnits, openWithoutStorage } from './units'

type Opening = { state: 'opening' } | { state: 'open' } | { state: 'stuck'; refusal: Refusal }

export const $opening = atom<Opening>({ state: 'opening' })

/** The kind of call that the browser has not answered for some seconds; null while it answers. */
export const $silence = atom<Silent | null>(null)

onSilence(silent => {
  $silence.set(silent)
  if (silent && $opening.get().state === 'opening') $opening.set({ state: 'stuck', refusal: 'silent' })
})

/** Which try it is: an earlier one that answers after all, when a person has gone on, must not change what she sees. */
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

/** Gives up what does not answer and opens the units anew. */
export function tryOpeningAgain(departments: readonly string[]): Promise<void> {
  tries++
  giveUpLateCalls()
  return openPageUnits(departments)
}

/** Goes on without what is stored, which stays as it is. */
export async function openAnyway(): Promise<void> {
  const opening = $opening.get()
  tries++
  giveUpLateCalls()
  await openWithoutStorage(opening.state === 'stuck' ? opening.refusal : 'silent')
  $opening.set({ state: 'open' })
}

/** Gives up what does not answer, and saves anew. */
export function stopWaiting(): void {
  giveUpLateCalls()
  // What was given up is refused first.
  setTimeout(saveQueue)
}
