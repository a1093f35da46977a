/** Packing the open checklist, in as many volumes as the person wants, and handing them to the browser's downloads. */
import { atom } from 'nanostores'
import { unsplitLimit } from '../core/bundle/volumes'
import { type Checklist, hashesOf } from '../core/checklist/checklist'
import type { PackedBundle } from '../io/bag/pack-bag'
import { digestBlob, prepareDigest } from '../io/files/digest'
import { loadBlobs } from '../io/storage/storage'
import { attempt } from './attempt'
import { noteBackup } from './backup'
import { $checklist, queueSettled } from './checklist'
import { handOverVolume } from './hand-over'
import { type PackProblem, packProblemOf } from './pack-problem'
import { getCatalogue } from './page'
import { writeReport } from './report'

/** Why no bundle was made; `missing-bytes`: files whose bytes are not there. */
export type BundleProblem = PackProblem | { code: 'missing-bytes'; names: string[] }

export interface PackedState {
  state: 'packed'
  bundle: PackedBundle
  /** Indexes of the volumes that went to the downloads. */
  handedOver: number[]
  /** Most bytes of one volume, as the person chose. */
  limit: number
  /** When what was packed was last changed. */
  changed: string
}

export type Packing =
  | { state: 'idle' }
  /** More than mail takes: the person says how to split it. */
  | { state: 'choosing' }
  | { state: 'packing' }
  | PackedState
  | { state: 'failed'; problem: BundleProblem }

export const $packing = atom<Packing>({ state: 'idle' })

/** Fetches what packs and reads files while there is a network; where that fails, packing and adding try again. */
export function preparePacking(): void {
  prepareDigest()
  import('../io/bundling').then(() => import('../io/report/docx')).catch(() => undefined)
}

/** Packs at once what one mail takes; asks how to split what is larger. */
export async function downloadBundle(): Promise<void> {
  await run(async () => {
    const volumes = await measureVolumes(unsplitLimit)
    if (volumes.length > 1) $packing.set({ state: 'choosing' })
    else await packVolumes(unsplitLimit)
  })
}

/** Payload bytes of each volume that a limit gives. */
export async function measureVolumes(limit: number): Promise<number[]> {
  await queueSettled()
  const checklist = $checklist.get()
  if (!checklist) return []
  const { measureVolumes } = await import('../io/bundling')
  const report = await writeReport(checklist, new Date())
  return measureVolumes({ catalogue: getCatalogue(), checklist, report, limit })
}

/** Packs in volumes of at most `limit` bytes; a single one is handed over at once. */
export async function packVolumes(limit: number): Promise<void> {
  await run(async () => {
    await queueSettled()
    const checklist = $checklist.get()
    if (!checklist) return forgetPacking()
    const bundle = await packChecklist(checklist, limit)
    $packing.set({ state: 'packed', bundle, handedOver: [], limit, changed: checklist.changed })
    if (bundle.volumes.length === 1) await handOver(0)
  })
}

/** The bundle of what is stored now. @throws as `packBundle` */
export async function packChecklist(checklist: Checklist, limit: number): Promise<PackedBundle> {
  const { packBundle } = await import('../io/bundling')
  const blobs = await loadBlobs([...hashesOf(checklist)])
  const now = new Date()
  const report = await writeReport(checklist, now)
  return packBundle({ catalogue: getCatalogue(), checklist, blobs, report, digest: digestBlob, limit, now })
}

/** Most bytes of one volume of the bundle on screen; before there is one, what mail takes. */
export function packingLimit(): number {
  const packing = $packing.get()
  return packing.state === 'packed' ? packing.limit : unsplitLimit
}

/** Gives one volume to the downloads, or to the place the person chooses. */
export async function handOver(index: number, choosesPlace = false): Promise<void> {
  const packing = $packing.get()
  if (packing.state !== 'packed') return
  await attempt(
    async () => {
      const packed = await handOverVolume(packing, index, choosesPlace)
      if (!packed) return
      $packing.set(packed)
      if (packed.handedOver.length === packed.bundle.volumes.length) await noteBackup('bundle')
    },
    problemOf,
    fail,
  )
}

export function forgetPacking(): void {
  $packing.set({ state: 'idle' })
}

/** Takes one step of packing with its outcome in `$packing`. */
async function run(step: () => Promise<void>): Promise<void> {
  $packing.set({ state: 'packing' })
  await attempt(step, problemOf, fail)
}

function fail(problem: BundleProblem): void {
  $packing.set({ state: 'failed', problem })
}

function problemOf(error: unknown): BundleProblem {
  // As in `pack-problem`: what crosses over is the name.
  return (error as Error).name === 'MissingBytesError'
    ? { code: 'missing-bytes', names: (error as Error & { names: string[] }).names }
    : packProblemOf(error)
}
