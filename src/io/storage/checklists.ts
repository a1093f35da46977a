/**
 * Where checklists are kept. Invariants: files that a person adds and the checklist that names them are written in one
 * transaction; a record this page can't read is never written over, only put aside when a person asks for it.
 */
import { applyChange, type Change } from '../../core/checklist/change'
import type { Checklist } from '../../core/checklist/checklist'
import { hashesNamedIn } from '../../core/checklist/named-hashes'
import { parseChecklist, type RecordProblem, recordOf } from '../../core/checklist/record'
import { keepUnknownFields } from '../../core/checklist/unknown-fields'
import { runToEnd } from '../../core/files/steps'
import { askToPersist } from '../site/persist'
import {
  keysToKeep,
  loadBlobs,
  type NewBytes,
  namingKeys,
  putBytes,
  storableValues,
  unusedBlobs,
} from './bytes'
import {
  backupPrefix,
  blobPrefix,
  brokenPrefix,
  checklistPrefix,
  deletedPrefix,
  importPrefix,
  lackingPrefix,
  madePrefix,
  mergedPrefix,
  recordsInUse,
} from './records'
import { UnreadableValue } from './transaction'

/** Notes beside a checklist, which go with it. */
const notePrefixes = [backupPrefix, madePrefix, mergedPrefix, lackingPrefix, importPrefix]

/** Why a record can't be used; `unreadable`: the browser does not give it back. */
export type StoredProblem = RecordProblem | { code: 'unreadable' }

/** A stored record: readable, or kept untouched under its key with the reason. */
export type StoredChecklist = { id: string } & (
  | { checklist: Checklist }
  | { key: string; problem: StoredProblem }
)

export type StoredRecord = StoredChecklist & { key: string }

/** Every stored checklist, readable or not, the last changed first. */
export async function loadChecklists(): Promise<StoredChecklist[]> {
  return loadRecords(key => !key.startsWith(deletedPrefix))
}

/** Stored records by their keys. */
export async function loadRecords(isWanted: (key: string) => boolean): Promise<StoredRecord[]> {
  const keys = namingKeys(await recordsInUse().keys()).filter(isWanted)
  const values = await recordsInUse().read(keys)
  return keys.map((key, i) => readStored(key, values[i])).sort((a, b) => changedOf(b) - changedOf(a))
}

/** The stored checklist, or null where there is none. */
export async function loadChecklist(id: string): Promise<StoredChecklist | null> {
  const key = checklistPrefix + id
  const [value] = await recordsInUse().read([key])
  return value === undefined ? null : readStored(key, value)
}

/** Stores a checklist that is not stored yet; from then on the browser is asked to keep this site's data. */
export async function saveNewChecklist(checklist: Checklist): Promise<void> {
  const key = checklistPrefix + checklist.id
  await recordsInUse().change([key], read => {
    if (read.get(key) !== undefined) throw new Error(`Cannot save new checklist: ${checklist.id} exists`)
    return { put: [[key, recordOf(checklist)]], remove: [] }
  })
  askToPersist()
}

/** Stores a checklist in the place of a record that can't be read; that one is put aside as it is. */
export async function replaceBroken(checklist: Checklist): Promise<void> {
  const key = checklistPrefix + checklist.id
  await recordsInUse().change(
    () => [key],
    (read, keys) => {
      const before = read.get(key)
      const stored = readStored(key, before)
      if ('checklist' in stored || stored.problem.code === 'newer-format')
        throw new Error(`Cannot replace checklist ${checklist.id}: it can be read`)
      let aside = brokenPrefix + checklist.id
      while (keys.includes(aside)) aside += '~'
      const isThere = before !== undefined && !(before instanceof UnreadableValue)
      return {
        put: [[key, recordOf(checklist)], ...(isThere ? [[aside, before] as [string, unknown]] : [])],
        remove: [],
      }
    },
  )
}

/** Applies one change. @returns the checklist as stored. @throws as `saveChanges` */
export async function saveChange(
  id: string,
  change: Change,
  now: Date,
  bytes?: NewBytes,
): Promise<Checklist> {
  const [saved] = await saveChanges(id, [change], now, bytes)
  return saved as Checklist
}

/**
 * Applies changes, in their order, to what is stored now, whatever another tab wrote meanwhile, and adds the bytes they need:
 * all in one transaction, because each costs a flush of the disk.
 * @returns the checklist after each of them; the last one is what is stored.
 * @throws ChecklistGoneError when it was deleted; the platform's error (quota, vanished file) with nothing changed.
 */
export async function saveChanges(
  id: string,
  changes: readonly Change[],
  now: Date,
  bytes?: NewBytes,
): Promise<Checklist[]> {
  let states: Checklist[] = []
  const isEmptying = changes.some(({ kind }) => kind === 'empty-removed')
  const apply = (stored: Checklist) => {
    let saved = stored
    states = changes.map(change => {
      saved = applyChange(saved, change, now)
      return saved
    })
    return saved
  }
  await saveNext(id, apply, bytes, isEmptying)
  return states
}

/**
 * Stores what `next` makes of the stored checklist, in one transaction, with the bytes it needs; `isEmptying`: bytes that
 * lost their last use go. @returns the checklist as stored. @throws as `saveChanges`
 */
export async function saveNext(
  id: string,
  next: (stored: Checklist) => Checklist,
  bytes: NewBytes = { blobs: new Map(), sound: new Set() },
  isEmptying = false,
): Promise<Checklist> {
  const key = checklistPrefix + id
  const values = await storableValues(bytes)
  let saved: Checklist | undefined
  await recordsInUse().change(isEmptying ? namingKeys : [key, ...keysToKeep(bytes)], function* (read, keys) {
    const stored = read.get(key)
    const before = readStored(key, stored)
    if (!('checklist' in before)) throw new ChecklistGoneError(id)
    yield
    saved = next(before.checklist)
    yield
    const record = recordOf(keepUnknownFields(stored, saved))
    const released = new Set(before.checklist.removed.map(({ file }) => file.sha256))
    return {
      put: [[key, record], ...putBytes(values, bytes, read)],
      remove: isEmptying ? yield* unusedBlobs(keys, read.set(key, record), released) : [],
    }
  })
  return saved as unknown as Checklist
}

/** Deletes a record, readable or not, with the bytes that nothing else uses. */
export async function deleteRecord(key: string): Promise<void> {
  await recordsInUse().change(namingKeys, function* (read, keys) {
    const released = yield* hashesNamedIn(read.get(key))
    read.delete(key)
    const id = /^(?:checklist|deleted):(.*?)~*$/s.exec(key)?.[1]
    const isOther = id === undefined || (key !== checklistPrefix + id && keys.includes(checklistPrefix + id))
    const notes = isOther ? [] : notePrefixes.map(prefix => prefix + id)
    return { put: [], remove: [key, ...notes, ...(yield* unusedBlobs(keys, read, released))] }
  })
}

/** A stored record as it is, readable or not, with the bytes of all files it names. */
export async function loadRaw(key: string): Promise<[key: string, value: unknown][]> {
  const [value] = await recordsInUse().read([key])
  const blobs = await loadBlobs([...runToEnd(hashesNamedIn(value))])
  return [
    [key, value],
    ...Array.from(blobs, ([sha256, blob]): [string, unknown] => [blobPrefix + sha256, blob]),
  ]
}

/** The checklist was deleted, in another tab perhaps, or its record can't be read any more. */
class ChecklistGoneError extends Error {
  override name = 'ChecklistGoneError'
  constructor(id: string) {
    super(`Cannot change checklist ${id}: it is not stored`)
  }
}

/** Reads a stored value. A record under another key than its own is refused: its changes would go into that other record. */
function readStored(key: string, value: unknown): StoredRecord {
  const id = key.slice(key.indexOf(':') + 1).replace(/~+$/, '')
  if (value instanceof UnreadableValue) return { id, key, problem: { code: 'unreadable' } }
  const result = parseChecklist(value)
  if (!result.ok) return { id, key, problem: result.problem }
  const { checklist } = result
  const isOwn =
    key === checklistPrefix + checklist.id || (key.startsWith(deletedPrefix) && id === checklist.id)
  return isOwn ? { id, key, checklist } : { id, key, problem: { code: 'broken', field: 'id' } }
}

function changedOf(stored: StoredChecklist): number {
  return 'checklist' in stored ? Date.parse(stored.checklist.changed) : Number.NEGATIVE_INFINITY
}
