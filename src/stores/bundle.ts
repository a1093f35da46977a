/** Packing the open checklist, in as many volumes as the person wants, and handing them to the browser's downloads. */
import { atom } from 'nanostores'
import { unsplitLimit } from '../core/bundle/volumes'
import { type Checklist, hashesOf } from '../core/checklist/checklist'
import type { Catalogue } from '../core/edition/catalogue'
import type { PackedBundle } from '../io/bag/pack-bag'
import { digestBlob, prepareDigest } from '../io/files/digest'
import { canChoosePlace, downloadBlob, saveBlobAs } from '../io/files/download'
import { loadBlobs } from '../io/storage/storage'
import { noteBackup } from './backup'
import { $checklist, queueSettled } from './checklist'
import { type PackProblem, packProblemOf } from './pack-problem'

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

/** Whether a volume can go to a place the person chooses. */
export const offersPlace = canChoosePlace

export const $packing = atom<Packing>({ state: 'idle' })

/** Fetches what packs and reads files while there is a network; where that fails, packing and adding try again. */
export function preparePacking(): void {
  prepareDigest()
  import('../io/bundling').then(() => import('../io/report/docx')).catch(() => undefined)
}

/** Packs at once what one mail takes; asks how to split what is larger. */
export async function downloadBundle(catalogue: Catalogue): Promise<void> {
  await attempt(async () => {
    const volumes = await measureVolumes(catalogue, unsplitLimit)
    if (volumes.length > 1) $packing.set({ state: 'choosing' })
    else await packVolumes(catalogue, unsplitLimit)
  })
}

/** Payload bytes of each volume that a limit gives. */
export async function measureVolumes(catalogue: Catalogue, limit: number): Promise<number[]> {
  await queueSettled()
  const checklist = $checklist.get()
  if (!checklist) return []
  const { measureVolumes } = await import('../io/bundling')
  const report = await writeReport(catalogue, checklist, new Date())
  return measureVolumes({ catalogue, checklist, report, limit })
}

/** Packs in volumes of at most `limit` bytes; a single one is handed over at once. */
export async function packVolumes(catalogue: Catalogue, limit: number): Promise<void> {
  await attempt(async () => {
    await queueSettled()
    const checklist = $checklist.get()
    if (!checklist) return forgetPacking()
    const bundle = await packChecklist(catalogue, checklist, limit)
    $packing.set({ state: 'packed', bundle, handedOver: [], limit, changed: checklist.changed })
    if (bundle.volumes.length === 1) await handOver(catalogue, 0)
  })
}

/** The bundle of what is stored now. @throws as `packBundle` */
export async function packChecklist(
  catalogue: Catalogue,
  checklist: Checklist,
  limit: number,
): Promise<PackedBundle> {
  const { packBundle } = await import('../io/bundling')
  const blobs = await loadBlobs([...hashesOf(checklist)])
  const now = new Date()
  const report = await writeReport(catalogue, checklist, now)
  return packBundle({ catalogue, checklist, blobs, report, digest: digestBlob, limit, now })
}

/** 自评报告.docx, in which `now` is the day under the text. */
export async function writeReport(
  catalogue: Catalogue,
  checklist: Checklist,
  now: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const { writeReport } = await import('../io/report/docx')
  return writeReport(catalogue, checklist, now)
}

/** Most bytes of one volume of the bundle on screen; before there is one, what mail takes. */
export function packingLimit(): number {
  const packing = $packing.get()
  return packing.state === 'packed' ? packing.limit : unsplitLimit
}

/** Gives one volume to the downloads, or to the place the person chooses. */
export async function handOver(catalogue: Catalogue, index: number, choosesPlace = false): Promise<void> {
  const packing = $packing.get()
  if (packing.state !== 'packed') return
  const volume = packing.bundle.volumes[index]
  if (!volume) return
  try {
    if (!choosesPlace) downloadBlob(volume.blob, volume.fileName)
    else if (!(await saveBlobAs(volume.blob, volume.fileName))) return
  } catch (error) {
    return $packing.set({ state: 'failed', problem: problemOf(error) })
  }
  const handedOver = [...new Set([...packing.handedOver, index])]
  $packing.set({ ...packing, handedOver })
  if (handedOver.length === packing.bundle.volumes.length) await noteBackup(catalogue, 'bundle')
}

export function forgetPacking(): void {
  $packing.set({ state: 'idle' })
}

/** Does one step with its outcome in `$packing`. */
async function attempt(step: () => Promise<void>): Promise<void> {
  $packing.set({ state: 'packing' })
  try {
    await step()
  } catch (error) {
    const problem = problemOf(error)
    $packing.set({ state: 'failed', problem })
    if (problem.code === 'mistake') throw error
  }
}

function problemOf(error: unknown): BundleProblem {
  // As in `pack-problem`: what crosses over is the name.
  return (error as Error).name === 'MissingBytesError'
    ? { code: 'missing-bytes', names: (error as Error & { names: string[] }).names }
    : packProblemOf(error)
}
