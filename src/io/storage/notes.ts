/** Small records beside the checklists: when one last left this browser, what is being brought in, an office's list of units. */
import { type Backup, parseBackup } from '../../core/backup/backup'
import { type ImportNote, parseImportNote } from '../../core/backup/import-note'
import { type Lacking, parseLacking } from '../../core/backup/lacking'
import { type Made, parseMade } from '../../core/backup/made'
import { type Merged, parseMerged } from '../../core/backup/merged'
import { type ExpectedUnit, parseExpected } from '../../core/edition/expected-unit'
import {
  backupPrefix,
  importPrefix,
  lackingPrefix,
  madePrefix,
  mergedPrefix,
  recordsInUse,
  unitsPrefix,
} from './records'

/** When a checklist last left this browser, or null. */
export async function loadBackup(id: string): Promise<Backup | null> {
  return parseBackup(await load(backupPrefix + id))
}

export function saveBackup(id: string, backup: Backup): Promise<void> {
  return save(backupPrefix + id, backup)
}

/** How a checklist was packed last, or null. */
export async function loadMade(id: string): Promise<Made | null> {
  return parseMade(await load(madePrefix + id))
}

export function saveMade(id: string, made: Made): Promise<void> {
  return save(madePrefix + id, made)
}

/** The last merge into a checklist, or null. */
export async function loadMerged(id: string): Promise<Merged | null> {
  return parseMerged(await load(mergedPrefix + id))
}

/** Null removes it. */
export function saveMerged(id: string, merged: Merged | null): Promise<void> {
  return save(mergedPrefix + id, merged)
}

/** The volumes that an import lacked, or null. */
export async function loadLacking(id: string): Promise<Lacking | null> {
  return parseLacking(await load(lackingPrefix + id))
}

/** Null removes it. */
export function saveLacking(id: string, lacking: Lacking | null): Promise<void> {
  return save(lackingPrefix + id, lacking)
}

/** The import into a checklist that did not end, or null. */
export async function loadImportNote(id: string): Promise<ImportNote | null> {
  return parseImportNote(await load(importPrefix + id))
}

/** Null removes it. */
export function saveImportNote(id: string, note: ImportNote | null): Promise<void> {
  return save(importPrefix + id, note)
}

/** Whom an office expects to hand in, by its own list of the edition; null where it has none. */
export async function loadExpected(edition: string): Promise<ExpectedUnit[] | null> {
  return parseExpected(await load(unitsPrefix + edition))
}

/** Keeps an office's own list; null removes it. */
export function saveExpected(edition: string, units: readonly ExpectedUnit[] | null): Promise<void> {
  return save(unitsPrefix + edition, units)
}

/** Whether the browser has promised not to clear this site's data by itself; false where it can't be asked. */
export async function isPersisted(): Promise<boolean> {
  return (await navigator.storage?.persisted?.()) ?? false
}

async function load(key: string): Promise<unknown> {
  return (await recordsInUse().read([key]))[0]
}

function save(key: string, value: unknown): Promise<void> {
  return recordsInUse().change([], () =>
    value === null ? { put: [], remove: [key] } : { put: [[key, value]], remove: [] },
  )
}
