/** 按指标归集: packs the files of all units, by reference, and hands the volumes to the browser's downloads. */
import { atom } from 'nanostores'
import type { Department } from '../../core/edition/catalogue'
import { saysAnything } from '../../core/review/review'
import type { RolledUpBundle } from '../../io/collect/pack-rollup'
import { digestBlob } from '../../io/files/digest'
import { attempt, type PackProblem, packProblemOf } from '../attempt'
import { handOverVolume } from '../bundle/hand-over'
import { readHandedIn } from '../intake/hand-ins'
import { $reviews } from '../review/reviews'
import { type SummaryInput, writeSummaryNow } from './summary'

/** The person's choice of what to roll up. */
interface RollUpWish {
  summary: SummaryInput
  /** Only the rows of this department; null for all rows and the common materials. */
  department: Department | null
  /** Whether what the office said of the units goes along. */
  withReviews: boolean
}

export interface RolledUp {
  state: 'packed'
  bundle: RolledUpBundle
  /** Indexes of the volumes that went to the downloads. */
  handedOver: number[]
}

type RollingUp =
  | { state: 'idle' | 'choosing' }
  | { state: 'packing'; files: number; done: number }
  | RolledUp
  | { state: 'failed'; problem: PackProblem }

export const $rollingUp = atom<RollingUp>({ state: 'idle' })

let controller = new AbortController()

/** Asks the person what to roll up, and how to split it. */
export function chooseRollUp(): void {
  $rollingUp.set({ state: 'choosing' })
}

/** Payload bytes of each volume under a limit. */
export async function measureRollUp(wish: RollUpWish, limit: number): Promise<number[]> {
  const collecting = await import('../../io/collecting')
  const summary = await summaryOf(wish, new AbortController().signal)
  return collecting.measureRollUp({ ...choiceOf(wish), limit, summary })
}

/** Packs volumes of at most `limit` bytes. Where there is only one, it is handed to the downloads at once. */
export async function packRollUp(wish: RollUpWish, limit: number): Promise<void> {
  controller = new AbortController()
  const { signal } = controller
  const step = async () => {
    const collecting = await import('../../io/collecting')
    const choice = { ...choiceOf(wish), limit, summary: await summaryOf(wish, signal) }
    const onFile = (done: number, files: number) => {
      // Every fiftieth file: nobody sees quicker changes.
      if (done % 50 === 0) $rollingUp.set({ state: 'packing', files, done })
    }
    const how = { open: readHandedIn, digest: digestBlob, now: new Date(), signal, onFile }
    const bundle = await collecting.packRollUp({ ...choice, ...how })
    $rollingUp.set({ state: 'packed', bundle, handedOver: [] })
    if (bundle.volumes.length === 1) await handOverRollUp(0)
  }
  $rollingUp.set({ state: 'packing', files: 0, done: 0 })
  await attempt(step, packProblemOf, problem => (signal.aborted ? forgetRollUp() : fail(problem)))
}

/** Stops packing; nothing was written yet. */
export function cancelRollUp(): void {
  controller.abort()
}

/** Gives one volume to the downloads, or to the place the person chooses. */
export async function handOverRollUp(index: number, choosesPlace = false): Promise<void> {
  const rollingUp = $rollingUp.get()
  if (rollingUp.state !== 'packed') return
  const step = async () => {
    // Reads a little of every archive first: a download from an archive that is gone fails without a message.
    for (const sample of rollingUp.bundle.samples) await sample.arrayBuffer()
    const packed = await handOverVolume(rollingUp, index, choosesPlace)
    if (packed) $rollingUp.set(packed)
  }
  await attempt(step, packProblemOf, fail)
}

export function forgetRollUp(): void {
  $rollingUp.set({ state: 'idle' })
}

function fail(problem: PackProblem): void {
  $rollingUp.set({ state: 'failed', problem })
}

function choiceOf({ summary, department, withReviews }: RollUpWish) {
  const { catalogue, office, matrix } = summary
  const handIns = matrix.rows.flatMap(({ parts }) => parts)
  const reviews = withReviews
    ? handIns.flatMap(({ checklist }) => $reviews.get().get(checklist.id) ?? [])
    : []
  return { catalogue, handIns, office, department, reviews: reviews.filter(saysAnything) }
}

/** The 汇总表 that goes into the roll-up; written once, however often volumes are measured. */
let written: { of: SummaryInput; bytes: Promise<Uint8Array<ArrayBuffer>> } | null = null

function summaryOf({ summary }: RollUpWish, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  if (written?.of === summary) return written.bytes
  const bytes = writeSummaryNow(summary, signal)
  written = { of: summary, bytes }
  // After a failure the next call writes it again.
  bytes.catch(() => {
    written = null
  })
  return bytes
}
