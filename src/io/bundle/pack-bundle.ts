/**
 * Packs a checklist into the Blobs of a bundle. Texts are written and hashed here; attachments go in by reference to their
 * stored Blobs, with the digests they already have. Part of `bundling`: no state here.
 */
import { bagitText, writeBagInfo, writeManifest } from '../../core/bag/bag'
import { digestFingerprint } from '../../core/bag/fingerprint'
import { writeInventory, writeInventoryBody } from '../../core/bundle/inventory'
import { type Marks, marksOf } from '../../core/bundle/marks'
import { type BundlePlan, bagInfoOf, planBundle, reportName, type Volume } from '../../core/bundle/plan'
import { planVolumes, volumeName, writtenBytes } from '../../core/bundle/volumes'
import type { Checklist } from '../../core/checklist/checklist'
import { writeChecklist } from '../../core/checklist/record'
import type { Catalogue } from '../../core/edition/catalogue'
import type { Digest } from '../../core/files/digest'
import { toBeijing } from '../../core/text/format'
import {
  type PackedBundle,
  type PackedVolume,
  packBag,
  type SealedTag,
  sealTag,
  type Tag,
} from '../bag/pack-bag'
import { type FileBytes, lengthOf } from '../files/file-bytes'
import { writeSpreadsheet } from './inventory-sheet'
import { drawCode } from './qr-code'
import type { WriteWorkbook } from './workbook'

/** Some files of the checklist are not stored, or not with all their bytes; `names` has their item ids and display names. */
export class MissingBytesError extends Error {
  override name = 'MissingBytesError'
  constructor(readonly names: string[]) {
    super(`Cannot pack bundle: bytes of ${names.length} file(s) are not stored`)
  }
}

/** By SHA-256: references, or the bytes themselves of small files. */
type StoredBytes = ReadonlyMap<string, FileBytes>

/** A packed bundle, with the number of the volume of each entry of the plan, and marks of what was packed. */
export interface PackedChecklist extends PackedBundle {
  split: number[]
  marks: Marks
}

/** A bundle before it is split. Made once; its volumes can then be measured for several limits before they are packed. */
export interface BundleDraft {
  catalogue: Catalogue
  checklist: Checklist
  /** 自评报告.docx, which every volume holds; null in a 补充包, and where the unit's own file is the report. */
  report: Uint8Array<ArrayBuffer> | null
  /** The time of packing; the report shows its day. */
  now: Date
  plan: BundlePlan
}

/** The draft of a checklist. `report` was written at `now`. */
export function draftBundle(parts: Omit<BundleDraft, 'plan'>): BundleDraft {
  return { ...parts, plan: planBundle(parts.catalogue, parts.checklist) }
}

/** A volume before it is packed. */
export interface VolumeOutline {
  /** Of its payload. */
  bytes: number
  files: number
  /** The first file's name, which is the only one where a volume is larger than it may be. */
  first: string
}

/** The volumes that a draft has when no ZIP may have more than `limit` bytes. */
export function measureVolumes(draft: BundleDraft, limit: number): VolumeOutline[] {
  return volumesOf(draft, limit).map(({ entries }) => ({
    bytes: entries.reduce((sum, entry) => sum + entry.size, 0),
    files: entries.length,
    first: entries[0]?.file.name ?? '',
  }))
}

/**
 * The bundle, format 1, in volumes of at most `limit` bytes; a file larger than that goes alone. `load` gives the bytes of
 * every file the checklist names, by SHA-256; the texts, 目录.xlsx by `write`, are made meanwhile.
 * @throws MissingBytesError; ArchiveTooLargeError from `io/zip`; the platform's error when bytes can't be read.
 */
export async function packBundle(
  draft: BundleDraft,
  load: () => StoredBytes | Promise<StoredBytes>,
  digest: (blob: Blob) => Promise<Digest>,
  limit: number,
  write: WriteWorkbook,
): Promise<PackedChecklist> {
  const { checklist, plan, now } = draft
  const digestText = async (text: BlobPart) => (await digest(new Blob([text]))).sha256
  const fingerprint = digestFingerprint(plan.entries)
  const packedAt = toBeijing(now)
  const volumes = volumesOf(draft, limit)
  const bag: Bag = { ...draft, volumes, fingerprint, packedAt, digestText, write }
  const given = createSignal()
  const writing = writeAllTags(bag, given.tell)
  // 目录.xlsx takes longest, in another thread: its rows go there before anything else is done.
  await Promise.race([given.told, writing])
  const [blobs, tags] = await Promise.all([load(), writing])
  const missing = plan.entries.filter(({ sha256, size }) => {
    const bytes = blobs.get(sha256)
    return !bytes || lengthOf(bytes) !== size
  })
  if (missing.length > 0)
    throw new MissingBytesError(missing.map(entry => `${entry.item.id} ${entry.file.name}`))
  const packed: PackedVolume[] = []
  for (const [i, volume] of volumes.entries())
    packed.push(await packVolume(bag, volume, tags[i] ?? [], blobs))
  const files = packed.reduce((sum, volume) => sum + volume.files, 0)
  if (files !== plan.entries.length) {
    throw new Error(`Cannot pack bundle: plan has ${plan.entries.length} files, volumes have ${files}`)
  }
  const volumeOf = new Map(
    volumes.flatMap(({ entries, index }) => entries.map(entry => [entry, index] as const)),
  )
  const split = plan.entries.map(entry => volumeOf.get(entry) ?? 0)
  return { volumes: packed, fingerprint, split, marks: marksOf(checklist) }
}

/**
 * The inventory to print, as the HTML of a page's body. It lists the volumes that were `made` last, where the files are still
 * the same, else those that a bundle packed now would have.
 */
export function writePrintedInventory(
  draft: BundleDraft,
  limit: number,
  made: { fingerprint: string; split: readonly number[] } | null,
): string {
  const { catalogue, checklist, plan, now } = draft
  const fingerprint = digestFingerprint(plan.entries)
  const isSame = made?.fingerprint === fingerprint && made.split.length === plan.entries.length
  const volumes = isSame ? volumesIn(plan, made.split) : volumesOf(draft, limit)
  const paper = { index: null, fingerprint, code: drawCode(fingerprint), packed: toBeijing(now) }
  return writeInventoryBody(catalogue, checklist, plan, volumes, paper)
}

/** The volumes that a bundle was split into. */
function volumesIn({ entries }: BundlePlan, split: readonly number[]): Volume[] {
  const count = Math.max(1, ...new Set(split))
  const volumes = Array.from({ length: count }, (_, i): Volume => ({ entries: [], index: i + 1, count }))
  entries.forEach((entry, i) => {
    volumes[(split[i] ?? 1) - 1]?.entries.push(entry)
  })
  return volumes
}

/** The volumes of a draft. Each has room for the report and the texts that people wrote, which all volumes hold. */
function volumesOf({ plan, checklist, report }: BundleDraft, limit: number): Volume[] {
  const parts = planVolumes(plan, limit, writtenBytes(checklist) + (report?.length ?? 0))
  return parts.map((entries, i) => ({ entries, index: i + 1, count: parts.length }))
}

/** The parts that all volumes of a bundle share. */
interface Bag extends BundleDraft {
  volumes: Volume[]
  fingerprint: string
  /** Its UTC fields hold Beijing time. */
  packedAt: Date
  digestText: (text: BlobPart) => Promise<string>
  write: WriteWorkbook
}

function packVolume(bag: Bag, volume: Volume, tags: SealedTag[], stored: StoredBytes): Promise<PackedVolume> {
  const payload = volume.entries.map(({ path, sha256, file }) => {
    return { path, content: stored.get(sha256) as FileBytes, crc32: file.crc32 }
  })
  return packBag(partsOf(bag, volume), tags, payload)
}

function partsOf({ plan, packedAt, digestText }: Bag, { index, count }: Volume) {
  return { name: volumeName(plan.name, index, count), packed: packedAt, digestText }
}

/** The tag files of every volume; `onGiven` hears that the rows of the first 目录.xlsx are with who writes it. */
async function writeAllTags(bag: Bag, onGiven: () => void): Promise<SealedTag[][]> {
  const written: SealedTag[][] = []
  for (const volume of bag.volumes) written.push(await writeTags(bag, volume, onGiven))
  return written
}

/** `told` resolves once `tell` was called. */
function createSignal(): { told: Promise<void>; tell: () => void } {
  let tell = () => {}
  const told = new Promise<void>(resolve => {
    tell = resolve
  })
  return { told, tell }
}

/** The tag files of a volume: all its files but the attachments. The texts are packed while 目录.xlsx is written elsewhere. */
async function writeTags(bag: Bag, volume: Volume, onGiven: () => void): Promise<SealedTag[]> {
  const { catalogue, checklist, plan, volumes, fingerprint, packedAt, report, write } = bag
  const given = createSignal()
  const spreadsheet = writeSpreadsheet(checklist, plan, volumes, volume.index, packedAt, write, given.tell)
  await Promise.race([given.told, spreadsheet])
  onGiven()
  const details = { index: volume.index, fingerprint, code: drawCode(fingerprint), packed: packedAt }
  const day = packedAt.toISOString().slice(0, 10)
  const tags: (Tag | Promise<Tag>)[] = [
    { path: '目录.html', text: writeInventory(catalogue, checklist, plan, volumes, details) },
    spreadsheet.then(bytes => ({ path: '目录.xlsx', bytes })),
    ...(report ? [{ path: reportName, bytes: report }] : []),
    { path: 'checklist.json', text: writeChecklist(checklist) },
    { path: 'bagit.txt', text: bagitText },
    { path: 'bag-info.txt', text: writeBagInfo(bagInfoOf(catalogue, checklist, volume, fingerprint, day)) },
    { path: 'manifest-sha256.txt', text: writeManifest(volume.entries) },
  ]
  const parts = partsOf(bag, volume)
  return Promise.all(tags.map(async tag => sealTag(await tag, parts)))
}
