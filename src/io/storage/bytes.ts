/**
 * The bytes of files, by SHA-256. They go only in the transaction that removes their last use, or when nothing that is
 * stored names them.
 */
import { hashesOf } from '../../core/checklist/checklist'
import { hashesNamedIn } from '../../core/checklist/named-hashes'
import { parseChecklist } from '../../core/checklist/record'
import type { Steps } from '../../core/files/steps'
import { type FileBytes, isFileBytes, isReadable, lengthOf, toBlob } from '../files/file-bytes'
import {
  blobPrefix,
  brokenPrefix,
  checklistPrefix,
  deletedPrefix,
  knowsAll,
  oldProbes,
  recordsInUse,
  storable,
} from './records'
import { UnreadableValue, type Writes } from './transaction'

/** Bytes to be stored, by SHA-256; what is stored of `sound` stays. */
export interface NewBytes {
  blobs: ReadonlyMap<string, Blob>
  /** Whose stored bytes were read and found to be right. */
  sound: ReadonlySet<string>
}

/** The stored bytes: references, and those of small files; what is not stored, or not given back, is absent from the map. */
export async function loadStored(hashes: readonly string[]): Promise<Map<string, FileBytes>> {
  const values = await recordsInUse().read(hashes.map(sha256 => blobPrefix + sha256))
  const found = new Map<string, FileBytes>()
  hashes.forEach((sha256, i) => {
    const value = values[i]
    if (isFileBytes(value)) found.set(sha256, value)
  })
  return found
}

/** The same, all as Blobs. */
export async function loadBlobs(hashes: readonly string[]): Promise<Map<string, Blob>> {
  const stored = await loadStored(hashes)
  return new Map(Array.from(stored, ([sha256, bytes]) => [sha256, toBlob(bytes)]))
}

/** A read costs a browser 1 ms however short it is: so many files are touched at once. */
const touchedTogether = 50

/**
 * SHA-256 of the files whose bytes are not among the `stored` ones, or can't be read to their end: a Blob is a reference, and what
 * it refers to may be gone from the disk, or cut. Whether the bytes are the right ones only hashing tells.
 */
export async function findUnreadable(
  files: readonly { sha256: string; size: number }[],
  stored: ReadonlyMap<string, FileBytes>,
): Promise<Set<string>> {
  const unreadable = new Set<string>()
  const found: [sha256: string, blob: Blob][] = []
  for (const [sha256, size] of new Map(files.map(({ sha256, size }) => [sha256, size]))) {
    const bytes = stored.get(sha256)
    if (!bytes || lengthOf(bytes) !== size) unreadable.add(sha256)
    else if (bytes instanceof Blob) found.push([sha256, bytes])
  }
  for (let from = 0; from < found.length; from += touchedTogether) {
    const some = found.slice(from, from + touchedTogether)
    if (await isReadable(some.map(([, blob]) => blob))) continue
    for (const [sha256, blob] of some) if (!(await isReadable([blob]))) unreadable.add(sha256)
  }
  return unreadable
}

/** SHA-256 of everything whose bytes are stored. */
export async function loadStoredHashes(): Promise<Set<string>> {
  const keys = (await recordsInUse().keys()).filter(key => key.startsWith(blobPrefix))
  return new Set(keys.map(key => key.slice(blobPrefix.length)))
}

/**
 * Stores the bytes of files that a checklist names already; of those it no longer names none. @returns the SHA-256 of what is
 * stored now
 * @throws the platform's error (quota, vanished file) with nothing changed
 */
export async function saveBytes(id: string, bytes: NewBytes): Promise<string[]> {
  const key = checklistPrefix + id
  const values = await storableValues(bytes)
  let used: ReadonlySet<string> = new Set()
  await recordsInUse().change([key, ...keysToKeep(bytes)], read => {
    const result = parseChecklist(read.get(key))
    if (result.ok) used = hashesOf(result.checklist)
    const isUsed = ([blobKey]: [string, unknown]) => used.has(blobKey.slice(blobPrefix.length))
    return { put: putBytes(values, bytes, read).filter(isUsed), remove: [] }
  })
  return [...bytes.blobs.keys()].filter(sha256 => used.has(sha256))
}

/** The values by their key, made before the transaction: it would not wait. */
export async function storableValues({ blobs }: NewBytes): Promise<[key: string, value: unknown][]> {
  const values = await storable([...blobs.values()])
  return Array.from(blobs.keys(), (sha256, i) => [blobPrefix + sha256, values[i]])
}

/** Keys that a transaction must read to keep sound bytes as they are: another tab may have removed them. */
export function keysToKeep({ blobs, sound }: NewBytes): string[] {
  return [...blobs.keys()].filter(sha256 => sound.has(sha256)).map(sha256 => blobPrefix + sha256)
}

export function putBytes(
  values: readonly [key: string, value: unknown][],
  { sound }: NewBytes,
  read: ReadonlyMap<string, unknown>,
): Writes['put'] {
  return values.filter(([key]) => !sound.has(key.slice(blobPrefix.length)) || !isStored(read.get(key)))
}

function isStored(value: unknown): boolean {
  return value !== undefined && !(value instanceof UnreadableValue)
}

/** Deletes bytes that nothing names any more. Safe at any time: it decides and deletes in one transaction. */
export async function reclaimBlobs(): Promise<void> {
  await recordsInUse().change(namingKeys, function* (read, keys) {
    return { put: [], remove: [...(yield* unusedBlobs(keys, read, null)), ...oldProbes(keys)] }
  })
}

/** Keys of the records that name files. */
export function namingKeys(keys: readonly string[]): string[] {
  const prefixes = [checklistPrefix, brokenPrefix, deletedPrefix]
  return keys.filter(key => prefixes.some(prefix => key.startsWith(prefix)))
}

/**
 * Keys of bytes that none of the records in `read` names. None at all where there are records of a newer page, which may
 * name bytes in its own way, or one that the browser does not give back. Where one is broken, only those of `released`: what
 * has just lost its use; the rest may be what the broken part named.
 */
export function* unusedBlobs(
  keys: readonly string[],
  read: ReadonlyMap<string, unknown>,
  released: ReadonlySet<string> | null,
): Steps<string[]> {
  if (!knowsAll(keys)) return []
  const used = new Set<string>()
  let isBroken = false
  for (const value of read.values()) {
    if (value instanceof UnreadableValue) return []
    const result = parseChecklist(value)
    if (!result.ok && result.problem.code === 'newer-format') return []
    if (!result.ok) isBroken = true
    yield
    for (const sha256 of yield* hashesNamedIn(value)) used.add(sha256)
    yield
  }
  return keys.filter(key => {
    if (!key.startsWith(blobPrefix)) return false
    const sha256 = key.slice(blobPrefix.length)
    return !used.has(sha256) && (!isBroken || released?.has(sha256))
  })
}
