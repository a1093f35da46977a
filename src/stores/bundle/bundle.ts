/**
 * Packing the open checklist, in as many volumes as the person wants, and handing them to the browser's downloads.
 *
 * Decision: Parts are fetched with the first 已保存. On http nothing else keeps them, and a bundle must come out with the
 * network gone.
 * Decision: 下载材料包 downloads with one press. What is missing is listed all the time and said again with the download; a
 * question in between would only be clicked away.
 */
import { atom } from 'nanostores'
import { unsplitLimit } from '../../core/bundle/volumes'
import type { Checklist } from '../../core/checklist/checklist'
import type { BundleDraft, PackedChecklist, VolumeOutline } from '../../io/bundle/pack-bundle'
import { prepareDigest } from '../../io/files/digest'
import { addingEnded } from '../adding'
import { attempt, type PackProblem, packProblemOf } from '../attempt'
import { noteBackup } from '../backup/backup'
import { $checklist } from '../checklist'
import { draftNow, takeUnsorted } from './draft'
import { handOverVolume } from './hand-over'
import { noteMade } from './made'
import { packDraft, refuseUnreadable } from './pack-stored'

/** Why no bundle was made; `missing-bytes` names the files whose bytes are not stored. */
export type BundleProblem = PackProblem | { code: 'missing-bytes'; names: string[] }

export interface PackedState {
  state: 'packed'
  bundle: PackedChecklist
  /** Indexes of the volumes that went to the downloads. */
  handedOver: number[]
  /** Each of those went to a place the person chose, which reports that it was written; a download reports nothing. */
  isWritten: boolean
  /** Most bytes of one volume, as the person chose. */
  limit: number
  /** The checklist as it was packed: where the open one has changed since, the bundle is out of date. */
  checklist: Checklist
}

export type Packing =
  | { state: 'idle' }
  /** Files of 待归类 have no item: the person is asked whether they go along. `limit`: as for `packVolumes`, where that asks. */
  | { state: 'asking'; unsorted: number; limit?: number | undefined }
  /** The bundle is larger than one mail: 核对报送 asks how it is to be sent. */
  | { state: 'choosing' }
  | { state: 'packing' }
  | PackedState
  | { state: 'failed'; problem: BundleProblem }

export const $packing = atom<Packing>({ state: 'idle' })

/** True while 核对报送 is on screen, which shows packing itself. */
export const $isSending = atom(false)

/** Fetches the parts that look into files, hash, pack and judge, while there is a network; where that fails, each is tried again when needed. */
export function preparePacking(): Promise<unknown> {
  prepareDigest()
  return import('../../io/documents')
    .then(() => import('../../io/bundling'))
    .then(() => import('../../io/bundle/workbook-thread'))
    .then(() => import('../../wording/finding'))
    .then(() => import('../../io/report/docx'))
    .catch(() => undefined)
}

/** The files that the person was asked about. */
let askedAbout: Checklist['unsorted'] = []

export type UnsortedAnswer = 'take-unsorted' | 'leave-unsorted'

/** Takes the answer about 待归类, or asks for it: never are files left out unsaid. @returns true where it asks */
function asksFirst(answer: UnsortedAnswer | undefined, limit?: number): boolean {
  const unsorted = $checklist.get()?.unsorted ?? []
  if (unsorted.length > 0 && !answer) {
    $packing.set({ state: 'asking', unsorted: unsorted.length, limit })
    return true
  }
  takeUnsorted(answer === 'take-unsorted')
  askedAbout = unsorted
  return false
}

/**
 * Packs at once what fits into one mail; otherwise asks how to split it. Where files are 待归类 and `answer` does not say what is
 * to become of them, asks that first.
 */
export async function downloadBundle(answer?: UnsortedAnswer): Promise<void> {
  await run(async () => {
    if (asksFirst(answer)) return
    const draft = await draftNow()
    if (!draft) return forgetPacking()
    const { measureVolumes } = await import('../../io/bundling')
    if (measureVolumes(draft, unsplitLimit).length > 1) {
      $packing.set({ state: 'choosing' })
      location.hash = 'pack'
    } else await pack(draft, unsplitLimit)
  })
}

/** The volumes under a limit; none without an open checklist. */
export async function measureVolumes(limit: number): Promise<VolumeOutline[]> {
  const draft = await draftNow()
  if (!draft) return []
  const { measureVolumes } = await import('../../io/bundling')
  return measureVolumes(draft, limit)
}

/** Packs in volumes of at most `limit` bytes; a single one is handed over at once. Of files of 待归类 it asks once. */
export async function packVolumes(limit: number, answer?: UnsortedAnswer): Promise<void> {
  await run(async () => {
    const isAnswered = !answer && $checklist.get()?.unsorted === askedAbout
    if (!isAnswered && asksFirst(answer, limit)) return
    const draft = await draftNow()
    if (draft) await pack(draft, limit)
    else forgetPacking()
  })
}

async function pack(draft: BundleDraft, limit: number): Promise<void> {
  const bundle = await packDraft(draft, limit)
  $packing.set({
    state: 'packed',
    bundle,
    handedOver: [],
    isWritten: true,
    limit,
    checklist: draft.checklist,
  })
  await noteMade(draft.checklist, bundle, limit)
  // Its files were touched just now.
  if (bundle.volumes.length === 1) await giveVolume(0, false)
}

/** Gives one volume to the downloads, or to the place the person chooses. */
export async function handOver(index: number, choosesPlace = false): Promise<void> {
  const packing = $packing.get()
  if (packing.state !== 'packed') return
  await attempt(
    async () => {
      // A volume may be fetched long after it was packed.
      await refuseUnreadable(packing.checklist)
      await giveVolume(index, choosesPlace)
    },
    problemOf,
    fail,
  )
}

async function giveVolume(index: number, choosesPlace: boolean): Promise<void> {
  const packing = $packing.get()
  if (packing.state !== 'packed') return
  const packed = await handOverVolume(packing, index, choosesPlace)
  if (!packed) return
  const isWritten = packing.isWritten && choosesPlace
  $packing.set({ ...packed, isWritten })
  if (isWritten && isAllHandedOver(packed)) await noteBackup(packing.checklist, 'bundle')
}

function isAllHandedOver({ bundle, handedOver }: PackedState): boolean {
  return handedOver.length === bundle.volumes.length
}

/** The person has seen the downloads in their folder: whether one was cancelled no browser tells, so only now is it a backup. */
export async function confirmBackup(): Promise<void> {
  const packing = $packing.get()
  if (packing.state !== 'packed') return
  forgetPacking()
  await noteBackup(packing.checklist, 'bundle')
}

/** Gives the volumes that are left to the downloads, one after another; the browser may ask whether it is to take several. */
export async function handOverRest(): Promise<void> {
  for (;;) {
    const packing = $packing.get()
    if (packing.state !== 'packed') return
    const next = packing.bundle.volumes.findIndex((_, index) => !packing.handedOver.includes(index))
    if (next < 0) return
    await handOver(next)
  }
}

export function forgetPacking(): void {
  $packing.set({ state: 'idle' })
}

/** Takes one step of packing with its outcome in `$packing`, once all files that were brought are stored. */
async function run(step: () => Promise<void>): Promise<void> {
  $packing.set({ state: 'packing' })
  await addingEnded()
  await attempt(step, problemOf, fail)
}

function fail(problem: BundleProblem): void {
  $packing.set({ state: 'failed', problem })
}

export function problemOf(error: unknown): BundleProblem {
  // The class lives in the part, so the error is known by its name, as in `packProblemOf`.
  return (error as Error).name === 'MissingBytesError'
    ? { code: 'missing-bytes', names: (error as Error & { names: string[] }).names }
    : packProblemOf(error)
}
