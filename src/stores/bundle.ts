/** Packing the open checklist and handing it to the browser's downloads. */
import { atom } from 'nanostores'
import type { Catalogue } from '../core/catalogue'
import { MissingBytesError, type PackedBundle, packBundle } from '../io/bundle'
import { downloadBlob } from '../io/files'
import { type Refusal, refusalOf } from '../io/refusal'
import { $checklist, queueSettled } from './checklist'

/** Why no bundle was made: bytes that are not there, too much for one archive, the browser, or a mistake of ours. */
export type BundleProblem =
  | { code: 'missing-bytes'; names: string[] }
  | { code: 'too-large' }
  | { code: 'refused'; refusal: Refusal }
  | { code: 'mistake'; message: string }

export type Packing =
  | { state: 'idle' }
  | { state: 'packing' }
  | { state: 'handed-over'; bundle: PackedBundle }
  | { state: 'failed'; problem: BundleProblem }

export const $packing = atom<Packing>({ state: 'idle' })

/** Packs what is stored now and hands it to the downloads. */
export async function downloadBundle(catalogue: Catalogue): Promise<void> {
  $packing.set({ state: 'packing' })
  try {
    await queueSettled()
    const checklist = $checklist.get()
    if (!checklist) return $packing.set({ state: 'idle' })
    const bundle = await packBundle(catalogue, checklist, new Date())
    downloadBlob(bundle.blob, bundle.fileName)
    $packing.set({ state: 'handed-over', bundle })
  } catch (error) {
    const problem = problemOf(error)
    $packing.set({ state: 'failed', problem })
    if (problem.code === 'mistake') throw error
  }
}

export function forgetPacking(): void {
  $packing.set({ state: 'idle' })
}

function problemOf(error: unknown): BundleProblem {
  if (error instanceof MissingBytesError) return { code: 'missing-bytes', names: error.names }
  // Its class lives in the part that packs; what crosses over is the name.
  if (error instanceof Error && error.name === 'ArchiveTooLargeError') return { code: 'too-large' }
  // Ours, as "Cannot plan bundle: …": shown, and thrown on for the console.
  if (error instanceof Error && !(error instanceof DOMException))
    return { code: 'mistake', message: error.message }
  return { code: 'refused', refusal: refusalOf(error) }
}
