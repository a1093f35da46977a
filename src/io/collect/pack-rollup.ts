/**
 * 按指标归集: from hand-ins to a bag of all their files, as Blobs of references: what lies stored in the units' ZIPs is named,
 * what somebody deflated is unpacked one at a time. Part of `collecting`: no state here.
 */

import { bagitText, writeBagInfo, writeManifest } from '../../core/bag/bag'
import { fingerprintSteps } from '../../core/bag/fingerprint'
import type { Volume } from '../../core/bundle/plan'
import { planVolumes, volumeName } from '../../core/bundle/volumes'
import {
  planRollUp,
  type RollUpPlan,
  rollUpChecklists,
  rollUpInfo,
  rollUpWritten,
} from '../../core/collect/rollup'
import { type RollUpPaper, writeRollUpInventory } from '../../core/collect/rollup-inventory'
import type { Catalogue, Department } from '../../core/edition/catalogue'
import type { Digest } from '../../core/files/digest'
import type { HandIn } from '../../core/intake/hand-in'
import { type Review, reviewsName } from '../../core/review/review'
import { writeReviews } from '../../core/review/reviews-file'
import { toBeijing } from '../../core/text/format'
import { type PackedBundle, type PackedVolume, packBag, sealTag, type Tag } from '../bag/pack-bag'
import { createBreather, runInSlices } from '../files/in-slices'

/** A file straight out of the archive it was handed in with. */
export interface HandedInBytes {
  blob: Blob
  /** As its ZIP says, which nobody checked; null where it is no ZIP's. */
  crc32: number | null
  /** The bag it lies in, as an object that tells it from others. */
  source: object
}

export interface RolledUpBundle extends PackedBundle {
  /** Some bytes of every bag that files lie in: they can be read as long as the bag is there, unchanged. */
  samples: Blob[]
  /** Uses of files that are in no archive: listed, not packed. */
  absent: number
}

/** The hand-ins to roll up, and how to split the result. */
interface RollUpChoice {
  catalogue: Catalogue
  /** Those that count. */
  handIns: readonly HandIn[]
  /** Who collected. */
  office: string
  /** Only its rows; null for everything. */
  department: Department | null
  /** Most bytes of one volume; a file larger than that goes alone. */
  limit: number
  /** 汇总表.xlsx */
  summary: Uint8Array<ArrayBuffer>
  /** What the office said of the units, where it goes along; a reader that knows nothing of it ignores it. */
  reviews: readonly Review[]
}

export interface RollUpInput extends RollUpChoice {
  open: (handIn: HandIn, sha256: string) => Promise<HandedInBytes>
  digest: (blob: Blob) => Promise<Digest>
  now: Date
  signal: AbortSignal
  /** Hears of each file after it was opened: how many were, of how many. */
  onFile: (done: number, files: number) => void
}

/** Payload bytes of each volume that a choice gives. */
export async function measureRollUp(choice: RollUpChoice): Promise<number[]> {
  return volumesOf(await planOf(choice), choice).map(({ entries }) =>
    entries.reduce((sum, entry) => sum + entry.size, 0),
  )
}

/**
 * The roll-up, format 1.
 * @throws AbortError; ArchiveTooLargeError; the platform's error when an archive can't be read any more.
 */
export async function packRollUp(input: RollUpInput): Promise<RolledUpBundle> {
  const { office, digest, now } = input
  const plan = await planOf(input)
  const digestText = async (text: BlobPart) => (await digest(new Blob([text]))).sha256
  const fingerprint = await runInSlices(fingerprintSteps(plan.entries))
  const { bytes, samples } = await openAll(plan, input)
  const reports = await openReports(plan, input)
  const packed = toBeijing(now)
  const volumes = volumesOf(plan, input)
  const done: PackedVolume[] = []
  for (const volume of volumes) {
    const payload = volume.entries.map(({ path, sha256 }) => {
      const { blob, crc32 } = bytes.get(sha256) as SealedBytes
      return { path, content: blob, crc32 }
    })
    const paper = { index: volume.index, fingerprint, packed, office }
    if (input.signal.aborted) throw cancelled()
    const tags = [...(await writeTags(plan, volumes, volume, paper, input)), ...reports]
    const name = volumeName(plan.name, volume.index, volume.count)
    const parts = { name, packed, digestText }
    done.push(await packBag(parts, await Promise.all(tags.map(tag => sealTag(tag, parts))), payload))
  }
  const files = done.reduce((sum, volume) => sum + volume.files, 0)
  if (files !== plan.entries.length) {
    throw new Error(`Cannot pack roll-up: plan has ${plan.entries.length} files, volumes have ${files}`)
  }
  return { volumes: done, fingerprint, samples, absent: plan.absent.length }
}

/** The files around the payload. */
async function writeTags(
  plan: RollUpPlan,
  volumes: readonly Volume[],
  volume: Volume,
  paper: RollUpPaper,
  { catalogue, summary, reviews }: RollUpChoice,
): Promise<Tag[]> {
  const day = paper.packed.toISOString().slice(0, 10)
  return [
    { path: '目录.html', text: await runInSlices(writeRollUpInventory(catalogue, plan, volumes, paper)) },
    { path: '汇总表.xlsx', bytes: summary },
    ...(reviews.length > 0 ? [{ path: reviewsName, text: writeReviews(catalogue.edition, reviews) }] : []),
    ...rollUpChecklists(plan),
    { path: 'bagit.txt', text: bagitText },
    { path: 'bag-info.txt', text: writeBagInfo(rollUpInfo(catalogue, plan, volume, { ...paper, day })) },
    { path: 'manifest-sha256.txt', text: writeManifest(volume.entries) },
  ]
}

/** Each unit's report as it packed it, hashed anew: nothing but a tag manifest vouches for its bytes. */
async function openReports({ units }: RollUpPlan, { open, digest, signal }: RollUpInput): Promise<Tag[]> {
  const tags: Tag[] = []
  for (const { handIn, reportPath } of units) {
    if (signal.aborted) throw cancelled()
    if (!handIn.report) continue
    const { blob } = await open(handIn, handIn.report.sha256)
    tags.push({ path: reportPath, content: blob, ...(await digest(blob)) })
  }
  return tags
}

function cancelled(): DOMException {
  return new DOMException('Roll-up cancelled', 'AbortError')
}

interface SealedBytes {
  blob: Blob
  crc32: number
}

/**
 * The bytes of every file, each once however many use it. They are referenced, not read: of each bag one byte is, for a bag
 * that is gone would otherwise show only in a download that fails.
 */
async function openAll(
  plan: RollUpPlan,
  { open, digest, signal, onFile }: RollUpInput,
): Promise<{ bytes: Map<string, SealedBytes>; samples: Blob[] }> {
  const bytes = new Map<string, SealedBytes>()
  const samples = new Map<object, Blob>()
  const breathe = createBreather()
  let done = 0
  for (const { handIn, sha256, size, path, file } of plan.entries) {
    await breathe()
    if (signal.aborted) throw cancelled()
    if (!bytes.has(sha256)) {
      const { blob, crc32, source } = await open(handIn, sha256)
      // A checklist that lies about a size would lie in our headers too.
      if (blob.size !== size)
        throw new Error(`Cannot pack roll-up: ${path} has ${blob.size} bytes, not ${size}`)
      if (!samples.has(source) && blob.size > 0) {
        samples.set(source, blob.slice(0, 1))
        await blob.slice(0, 1).arrayBuffer()
      }
      // Taken with the SHA-256 when the file was added; where the ZIP says otherwise, one of the two is wrong.
      const isAgreed = crc32 === file.crc32
      bytes.set(sha256, { blob, crc32: isAgreed ? file.crc32 : (await digest(blob)).crc32 })
    }
    done += 1
    onFile(done, plan.entries.length)
  }
  return { bytes, samples: [...samples.values()] }
}

function planOf({ catalogue, handIns, office, department }: RollUpChoice): Promise<RollUpPlan> {
  return runInSlices(planRollUp(catalogue, handIns, office, department))
}

function volumesOf(plan: RollUpPlan, { catalogue, limit, summary, reviews }: RollUpChoice): Volume[] {
  const fixed = summary.length + (reviews.length > 0 ? writeReviews(catalogue.edition, reviews).length : 0)
  const parts = planVolumes(plan, limit, rollUpWritten(plan, catalogue, fixed))
  return parts.map((entries, i) => ({ entries, index: i + 1, count: parts.length }))
}
