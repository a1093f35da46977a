/**
 * Which records the page works with, and the kinds of keys: `checklist:<id>`, `broken:<id>` (a record that was put aside),
 * `deleted:<id>` (a checklist that can be brought back), `blob:<sha256>`, `backup:<id>`, `backup:made:<id>`, `backup:merged:<id>`,
 * `backup:lacking:<id>`, `import:<id>`, `units:<edition>`, `intake:<edition>`, and `probe:<time>-<tab>` while a page opens.
 */
import { isFirefox, losesFiles } from '../../core/site/browser'
import { type FileBytes, isFileBytes, lengthOf } from '../files/file-bytes'
import { database, type Records } from './database'
import { randomId } from './id'
import { memoryRecords } from './memory'

/** `durable`: on disk. `private`: until a private window is closed. `memory`: gone when the page closes, because the browser refused; `reason` is its error's name. */
export type StorageMode = { kind: 'durable' | 'private' } | { kind: 'memory'; reason: string }

export const checklistPrefix = 'checklist:'
export const brokenPrefix = 'broken:'
export const blobPrefix = 'blob:'
export const backupPrefix = 'backup:'
/** Begins like a kind that older pages know: with one they don't, they would free no bytes any more. */
export const madePrefix = 'backup:made:'
export const mergedPrefix = 'backup:merged:'
export const lackingPrefix = 'backup:lacking:'
export const importPrefix = 'import:'
/** An older page, which does not know it, frees no bytes while there are any. */
export const deletedPrefix = 'deleted:'
export const unitsPrefix = 'units:'
const probePrefix = 'probe:'
/** `probe` alone is what earlier pages wrote. */
const knownKey = /^((checklist|broken|deleted|blob|backup|import|intake|units|probe):|probe$)/

let records: Records = database
/** WebKit's private mode refuses Blobs and takes ArrayBuffers. */
let keepsBlobs = true

export function recordsInUse(): Records {
  return records
}

/**
 * Tries the storage before anyone starts work: writes, reads back and deletes a probe. Where it can't be written but holds
 * checklists, these are worth more than a page that can save: it stays `durable`, and each save says why it is refused.
 */
export async function openStorage(): Promise<StorageMode> {
  records = database
  try {
    keepsBlobs = await keepsWhatItTakes()
    return { kind: (await isPrivateWindow()) ? 'private' : 'durable' }
  } catch (error) {
    const keys = await database.keys().catch(() => [])
    keepsBlobs = true
    if (keys.some(key => key.startsWith(checklistPrefix))) return { kind: 'durable' }
    return openMemory(error instanceof Error ? error.name : 'UnknownError')
  }
}

/**
 * True in a private window of Firefox (seen in 153), which stores all until it is closed, and gives no folder of the page's own.
 * Other browsers don't let a page know; Firefox does not over http, where pages get no such folder at all.
 */
export async function isPrivateWindow(): Promise<boolean> {
  if (!isFirefox(navigator.userAgent)) return false
  const refusal = await navigator.storage?.getDirectory?.().then(
    () => null,
    error => (error as Error).name,
  )
  return refusal === 'SecurityError'
}

/** From now on nothing is stored; what is in the database stays as it is. */
export function openMemory(reason: string): StorageMode {
  records = memoryRecords()
  return { kind: 'memory', reason }
}

/** Bytes of a file that may stand in the record itself. */
const mostInRecord = 16 * 1024

/**
 * The values that are stored for the Blobs of some files, in their order. @throws the platform's error when one can't be read
 *
 * Decision: Small files stand in the record. A stored Blob is a file on the disk, and whatever is done with it waits for another
 * process: of 5,000 files of 2 KB the bundle took 5.3 s.
 */
export async function storable(blobs: readonly Blob[]): Promise<FileBytes[]> {
  // A read costs a browser 1 ms however short it is: they are read at once.
  const small = new Blob(blobs.filter(isSmall))
  const bytes = await small.arrayBuffer()
  // A browser that gives fewer bytes than it said must not have them stored as a file's.
  if (bytes.byteLength !== small.size)
    throw new DOMException('A file was cut while it was read', 'NotReadableError')
  let end = 0
  return Promise.all(
    blobs.map(blob => {
      if (!isSmall(blob)) return storableLarge(blob)
      end += blob.size
      return bytes.slice(end - blob.size, end)
    }),
  )
}

function isSmall({ size }: Blob): boolean {
  return size <= mostInRecord
}

async function storableLarge(blob: Blob): Promise<FileBytes> {
  if (!keepsBlobs) return blob.arrayBuffer()
  if (blob instanceof File) return blob
  // WebKit (Safari, all of iOS) stores a file's slice as the whole file, which shows after a reload: WebKitGTK 2.50.
  if (bendsSlices()) return new Blob([await blob.arrayBuffer()])
  // Chromium 86 refuses a slice of more than some 33 kB that does not reach the end of its file; of two it takes the whole.
  return new Blob([blob.slice(0, 1), blob.slice(1)], { type: blob.type })
}

function bendsSlices(): boolean {
  return /^Apple/.test(navigator.vendor)
}

/** Whether all records are of kinds this page knows. */
export function knowsAll(keys: readonly string[]): boolean {
  return keys.every(key => knownKey.test(key))
}

/** Keys of probes that a page left when it was killed, a day ago or longer: one that is still in use belongs to another tab. */
export function oldProbes(keys: readonly string[]): string[] {
  const yesterday = Date.now() - 86_400_000
  return keys.filter(
    key => key.startsWith(probePrefix) && !(Number.parseInt(key.slice(probePrefix.length), 10) > yesterday),
  )
}

/** @returns whether Blobs are kept. @throws the platform's error where neither Blobs nor buffers are */
async function keepsWhatItTakes(): Promise<boolean> {
  const keeps = () => probe(new Blob(['probe'])).catch(() => false)
  // Old Chromium keeps Blobs, and one that is read and deleted is what makes it lose others (`read-back`).
  const isSure = losesFiles(navigator.userAgent)
  if (!isSure && (await keeps())) return true
  if (!(await probe(new ArrayBuffer(5)))) throw new DOMException('The probe came back changed', 'DataError')
  // Buffers cost the memory of every file: only where Blobs are refused twice, and not because something else was in the way.
  return isSure || keeps()
}

/** Each tab has a key of its own: two that open together must not read each other's. */
async function probe(value: FileBytes): Promise<boolean> {
  const key = `${probePrefix}${Date.now()}-${randomId()}`
  await records.change([], () => ({ put: [[key, value]], remove: [] }))
  const [back] = await records.read([key])
  await records.change([], () => ({ put: [], remove: [key] }))
  return isFileBytes(back) && lengthOf(back) === 5
}
