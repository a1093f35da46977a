/**
 * Where checklists and the bytes of their files are kept, and an office's list of units. Keys: `checklist:<id>`,
 * `blob:<sha256>`, `backup:<id>`, `units:<edition>`; `intake:<edition>` is `io/intake/stored-notes`.
 * Invariants: a checklist that names a file and the file's bytes are written in one transaction; bytes go only in the
 * transaction that removes their last use; a record this page can't read is never written over.
 */
import { type Backup, parseBackup } from '../../core/backup/backup'
import { applyChange, type Change } from '../../core/checklist/change'
import { type Checklist, hashesOf } from '../../core/checklist/checklist'
import { parseChecklist, type RecordProblem } from '../../core/checklist/record'
import { type ExpectedUnit, parseExpected } from '../../core/edition/expected-unit'
import { database, type Records } from './database'
import { memoryRecords } from './memory'

/** `durable`: on disk. `memory`: gone when the page closes, because the browser refused; `reason` is its error's name. */
export type StorageMode = { kind: 'durable' } | { kind: 'memory'; reason: string }

/** A stored record: readable, or kept untouched with the reason. */
export type StoredChecklist = { id: string } & ({ checklist: Checklist } | { problem: RecordProblem })

let records: Records = database
/** WebKit's private mode refuses Blobs and takes ArrayBuffers. */
let keepsBlobs = true

const checklistPrefix = 'checklist:'
const blobPrefix = 'blob:'
const backupPrefix = 'backup:'
const unitsPrefix = 'units:'
const probeKey = 'probe'
const knownKey = /^(checklist:|blob:|backup:|units:|intake:|probe$)/

/** Tries the storage before anyone starts work: writes, reads back and deletes a probe. */
export async function openStorage(): Promise<StorageMode> {
  records = database
  try {
    keepsBlobs = await probe(new Blob(['probe'])).catch(() => false)
    if (!keepsBlobs) await probe(new ArrayBuffer(5))
    return { kind: 'durable' }
  } catch (error) {
    records = memoryRecords()
    return { kind: 'memory', reason: error instanceof Error ? error.name : 'UnknownError' }
  }
}

/** Every stored checklist, readable or not, the last changed first. */
export async function loadChecklists(): Promise<StoredChecklist[]> {
  const keys = (await records.keys()).filter(key => key.startsWith(checklistPrefix))
  const values = await records.getMany(keys)
  return keys
    .map((key, i) => readStored(key, values[i]))
    .sort((a, b) => (changedOf(a) < changedOf(b) ? 1 : -1))
}

/** The stored checklist, or null where there is none. */
export async function loadChecklist(id: string): Promise<StoredChecklist | null> {
  const key = checklistPrefix + id
  const value = await records.get(key)
  return value === undefined ? null : readStored(key, value)
}

/** Stores a checklist that is not stored yet; from then on the browser is asked to keep this site's data. */
export async function saveNewChecklist(checklist: Checklist): Promise<void> {
  const key = checklistPrefix + checklist.id
  await records.change([key], read => {
    if (read.get(key) !== undefined) throw new Error(`Cannot save new checklist: ${checklist.id} exists`)
    return { put: [[key, checklist]], remove: [] }
  })
  askToPersist()
}

/**
 * Applies one change to what is stored now, whatever another tab wrote meanwhile, and adds the bytes it needs.
 * @returns the checklist as stored.
 * @throws ChecklistGoneError when it was deleted; the platform's error (quota, vanished file) with nothing changed.
 */
export async function saveChange(
  id: string,
  change: Change,
  blobs: ReadonlyMap<string, Blob>,
  now: Date,
): Promise<Checklist> {
  const key = checklistPrefix + id
  const bytes = new Map<string, Blob | ArrayBuffer>()
  // WebKit (Safari, all of iOS) stores a file's slice as the whole file, which shows after a reload: WebKitGTK 2.50.
  const bendsSlices = /^Apple/.test(navigator.vendor)
  for (const [sha256, blob] of blobs) {
    let value: Blob | ArrayBuffer = blob
    if (!keepsBlobs) value = await blob.arrayBuffer()
    else if (bendsSlices && !(blob instanceof File)) value = new Blob([await blob.arrayBuffer()])
    bytes.set(blobPrefix + sha256, value)
  }
  // Adding a file again heals stored bytes that were damaged; importing a bundle again must not rewrite all of it.
  const isFresh = change.kind === 'add-files' || bendsSlices
  let saved: Checklist | null = null
  await records.change(
    change.kind === 'empty-removed' ? keys => keys.filter(isChecklistKey) : [key, ...bytes.keys()],
    (read, keys) => {
      const before = readStored(key, read.get(key))
      if (!('checklist' in before)) throw new ChecklistGoneError(id)
      saved = applyChange(before.checklist, change, now)
      return {
        put: [[key, saved], ...[...bytes].filter(([blobKey]) => isFresh || read.get(blobKey) === undefined)],
        remove: change.kind === 'empty-removed' ? unusedBlobs(keys, read.set(key, saved)) : [],
      }
    },
  )
  return saved as unknown as Checklist
}

/** Deletes a checklist and the bytes no other checklist uses. */
export async function deleteChecklist(id: string): Promise<void> {
  const key = checklistPrefix + id
  await records.change(
    keys => keys.filter(isChecklistKey),
    (read, keys) => {
      read.delete(key)
      return { put: [], remove: [key, backupPrefix + id, ...unusedBlobs(keys, read)] }
    },
  )
}

/** The bytes of files, by SHA-256, as references; what is not stored is absent from the map. */
export async function loadBlobs(hashes: readonly string[]): Promise<Map<string, Blob>> {
  const values = await records.getMany(hashes.map(sha256 => blobPrefix + sha256))
  const found = new Map<string, Blob>()
  hashes.forEach((sha256, i) => {
    const value = values[i]
    if (value instanceof Blob) found.set(sha256, value)
    else if (value instanceof ArrayBuffer) found.set(sha256, new Blob([value]))
  })
  return found
}

/** When a checklist last left this browser, or null. */
export async function loadBackup(id: string): Promise<Backup | null> {
  return parseBackup(await records.get(backupPrefix + id))
}

export async function saveBackup(id: string, backup: Backup): Promise<void> {
  await records.change([], () => ({ put: [[backupPrefix + id, backup]], remove: [] }))
}

/** Whom an office expects to hand in, by its own list of the edition; null where it has none. */
export async function loadExpected(edition: string): Promise<ExpectedUnit[] | null> {
  return parseExpected(await records.get(unitsPrefix + edition))
}

/** Keeps an office's own list; null removes it. */
export async function saveExpected(edition: string, units: readonly ExpectedUnit[] | null): Promise<void> {
  const key = unitsPrefix + edition
  await records.change([], () => (units ? { put: [[key, units]], remove: [] } : { put: [], remove: [key] }))
}

/** SHA-256 of everything whose bytes are stored. */
export async function loadStoredHashes(): Promise<Set<string>> {
  const keys = (await records.keys()).filter(key => key.startsWith(blobPrefix))
  return new Set(keys.map(key => key.slice(blobPrefix.length)))
}

/** Whether the browser has promised not to clear this site's data by itself; false where it can't be asked. */
export async function isPersisted(): Promise<boolean> {
  return (await navigator.storage?.persisted?.()) ?? false
}

/** Deletes bytes that no checklist uses any more. Safe at any time: it decides and deletes in one transaction. */
export async function reclaimBlobs(): Promise<void> {
  await records.change(
    keys => keys.filter(isChecklistKey),
    (read, keys) => ({ put: [], remove: unusedBlobs(keys, read) }),
  )
}

/** A stored record as it is, readable or not, with the bytes of all files it names. */
export async function loadRaw(id: string): Promise<[key: string, value: unknown][]> {
  const key = checklistPrefix + id
  const value = await records.get(key)
  const hashes = new Set(JSON.stringify(value ?? null).match(/[0-9a-f]{64}/g) ?? [])
  const blobs = await loadBlobs([...hashes])
  return [
    [key, value],
    ...Array.from(blobs, ([sha256, blob]): [string, unknown] => [blobPrefix + sha256, blob]),
  ]
}

/** The checklist was deleted, in another tab perhaps, or its record can't be read any more. */
export class ChecklistGoneError extends Error {
  override name = 'ChecklistGoneError'
  constructor(id: string) {
    super(`Cannot change checklist ${id}: it is not stored`)
  }
}

/**
 * Asks the browser not to clear this site's data when the disk runs full. Nobody waits for the answer: Firefox asks the
 * person, who may never answer.
 */
function askToPersist(): void {
  navigator.storage?.persist?.().catch(() => undefined)
}

function isChecklistKey(key: string): boolean {
  return key.startsWith(checklistPrefix)
}

function readStored(key: string, value: unknown): StoredChecklist {
  const result = parseChecklist(value)
  const id = key.slice(checklistPrefix.length)
  return result.ok ? { id, checklist: result.checklist } : { id, problem: result.problem }
}

function changedOf(stored: StoredChecklist): string {
  return 'checklist' in stored ? stored.checklist.changed : ''
}

/**
 * Keys of bytes that none of the checklists in `read` needs; none at all while one of them can't be read, or there are
 * records of a kind that only a newer page knows.
 */
function unusedBlobs(keys: string[], read: Map<string, unknown>): string[] {
  if (!keys.every(key => knownKey.test(key))) return []
  const used = new Set<string>()
  for (const value of read.values()) {
    const result = parseChecklist(value)
    if (!result.ok) return []
    for (const sha256 of hashesOf(result.checklist)) used.add(sha256)
  }
  return keys.filter(key => key.startsWith(blobPrefix) && !used.has(key.slice(blobPrefix.length)))
}

async function probe(value: Blob | ArrayBuffer): Promise<boolean> {
  const key = probeKey
  await records.change([], () => ({ put: [[key, value]], remove: [] }))
  const back = await records.get(key)
  await records.change([], () => ({ put: [], remove: [key] }))
  const size = back instanceof Blob ? back.size : back instanceof ArrayBuffer ? back.byteLength : -1
  return size === 5
}
