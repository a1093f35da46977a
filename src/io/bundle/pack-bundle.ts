/**
 * From a checklist and its stored bytes to the bundle as Blobs of references: texts are made and hashed, attachments only
 * named. Part of `bundling`: no state here.
 */
import {
  bagitText,
  fingerprintText,
  formatFingerprint,
  writeBagInfo,
  writeManifest,
} from '../../core/bag/bag'
import { writeInventory, writeInventoryBody } from '../../core/bundle/inventory'
import { type BundlePlan, bagInfoOf, planBundle, reportName, type Volume } from '../../core/bundle/plan'
import { planVolumes, volumeName, writtenBytes } from '../../core/bundle/volumes'
import type { Checklist } from '../../core/checklist/checklist'
import { writeChecklist } from '../../core/checklist/record'
import type { Catalogue } from '../../core/edition/catalogue'
import type { Digest } from '../../core/files/digest'
import { toBeijing } from '../../core/text/format'
import { type PackedBundle, type PackedVolume, packBag, type Tag } from '../bag/pack-bag'
import { writeSpreadsheet } from './inventory-sheet'
import { drawCode } from './qr-code'

/** Files the checklist names whose bytes are not stored, or not all of them; `names` as the person calls them. */
export class MissingBytesError extends Error {
  override name = 'MissingBytesError'
  constructor(readonly names: string[]) {
    super(`Cannot pack bundle: bytes of ${names.length} file(s) are not stored`)
  }
}

/** What a bundle is made of. */
export interface PackInput {
  catalogue: Catalogue
  checklist: Checklist
  /** The bytes of every file the checklist names, by SHA-256. */
  blobs: ReadonlyMap<string, Blob>
  /** 自评报告.docx, which every volume holds. */
  report: Uint8Array<ArrayBuffer>
  digest: (blob: Blob) => Promise<Digest>
  /** Most bytes of one volume; a file larger than that goes alone. */
  limit: number
  now: Date
}

/** Payload bytes of each volume that a limit gives. */
export function measureVolumes({
  catalogue,
  checklist,
  report,
  limit,
}: Omit<PackInput, 'blobs' | 'digest' | 'now'>): number[] {
  return volumesOf(planBundle(catalogue, checklist), checklist, report, limit).map(({ entries }) =>
    entries.reduce((sum, entry) => sum + entry.size, 0),
  )
}

/**
 * The bundle, format 1.
 * @throws MissingBytesError; ArchiveTooLargeError from `io/zip`; the platform's error when bytes can't be read.
 */
export async function packBundle(input: PackInput): Promise<PackedBundle> {
  const { catalogue, checklist, blobs, report, digest, limit, now } = input
  const plan = planBundle(catalogue, checklist)
  const missing = plan.entries.filter(entry => blobs.get(entry.sha256)?.size !== entry.size)
  if (missing.length > 0)
    throw new MissingBytesError(missing.map(entry => `${entry.item.id} ${entry.file.name}`))

  const digestText = async (text: BlobPart) => (await digest(new Blob([text]))).sha256
  const fingerprint = await fingerprintOf(plan, digest)
  const packedAt = toBeijing(now)
  const volumes = volumesOf(plan, checklist, report, limit)
  const spreadsheet = await writeSpreadsheet(checklist, plan, volumes, packedAt)
  const bag: Bag = {
    catalogue,
    checklist,
    plan,
    volumes,
    fingerprint,
    packed: packedAt,
    spreadsheet,
    report,
    digestText,
  }
  const packed: PackedVolume[] = []
  for (const volume of volumes) packed.push(await packVolume(bag, volume, blobs))
  const files = packed.reduce((sum, volume) => sum + volume.files, 0)
  if (files !== plan.entries.length) {
    throw new Error(`Cannot pack bundle: plan has ${plan.entries.length} files, volumes have ${files}`)
  }
  return { volumes: packed, fingerprint }
}

/** The inventory for paper, as the body of a page: what a bundle packed now would hold, in all its volumes. */
export async function writePrintedInventory({
  catalogue,
  checklist,
  report,
  digest,
  limit,
  now,
}: Omit<PackInput, 'blobs'>): Promise<string> {
  const plan = planBundle(catalogue, checklist)
  const fingerprint = await fingerprintOf(plan, digest)
  const packed = toBeijing(now)
  const volumes = volumesOf(plan, checklist, report, limit)
  const paper = { index: null, fingerprint, code: drawCode(fingerprint), packed }
  return writeInventoryBody(catalogue, checklist, plan, volumes, paper)
}

async function fingerprintOf(plan: BundlePlan, digest: PackInput['digest']): Promise<string> {
  return formatFingerprint((await digest(new Blob([fingerprintText(plan.entries)]))).sha256)
}

/** Each holds the report besides what people wrote elsewhere. */
function volumesOf(plan: BundlePlan, checklist: Checklist, report: Uint8Array, limit: number): Volume[] {
  const parts = planVolumes(plan, limit, writtenBytes(checklist) + report.length)
  return parts.map((entries, i) => ({ entries, index: i + 1, count: parts.length }))
}

/** What all volumes of a bundle share. */
interface Bag {
  catalogue: Catalogue
  checklist: Checklist
  plan: BundlePlan
  volumes: Volume[]
  fingerprint: string
  /** Local time in the UTC fields. */
  packed: Date
  /** 目录.xlsx and 自评报告.docx, the same in every volume. */
  spreadsheet: Uint8Array<ArrayBuffer>
  report: Uint8Array<ArrayBuffer>
  digestText: (text: BlobPart) => Promise<string>
}

function packVolume(bag: Bag, volume: Volume, blobs: ReadonlyMap<string, Blob>): Promise<PackedVolume> {
  const payload = volume.entries.map(({ path, sha256, file }) => {
    return { path, blob: blobs.get(sha256) as Blob, crc32: file.crc32 }
  })
  const name = volumeName(bag.plan.name, volume.index, volume.count)
  return packBag({
    name,
    tags: writeTags(bag, volume),
    payload,
    packed: bag.packed,
    digestText: bag.digestText,
  })
}

/** The files around the payload. */
function writeTags(bag: Bag, volume: Volume): Tag[] {
  const { catalogue, checklist, plan, volumes, fingerprint, packed, spreadsheet, report } = bag
  const paper = { index: volume.index, fingerprint, code: drawCode(fingerprint), packed }
  const day = packed.toISOString().slice(0, 10)
  return [
    { path: '目录.html', text: writeInventory(catalogue, checklist, plan, volumes, paper) },
    { path: '目录.xlsx', bytes: spreadsheet },
    { path: reportName, bytes: report },
    { path: 'checklist.json', text: writeChecklist(checklist) },
    { path: 'bagit.txt', text: bagitText },
    { path: 'bag-info.txt', text: writeBagInfo(bagInfoOf(catalogue, checklist, volume, fingerprint, day)) },
    { path: 'manifest-sha256.txt', text: writeManifest(volume.entries) },
  ]
}
