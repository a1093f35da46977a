/** The units whose checklists live on this computer: open, create, switch, delete. */
import { atom } from 'nanostores'
import { carryRemarks } from '../core/checklist/carry-over'
import { buildChecklist, type Checklist, type Unit } from '../core/checklist/checklist'
import type { Part } from '../core/checklist/teams'
import { type Refusal, refusalOf } from '../core/files/refusal'
import { digestBlob } from '../io/files/digest'
import { downloadBlob } from '../io/files/download'
import { readPreference, writePreference } from '../io/site/preference'
import { reclaimBlobs } from '../io/storage/bytes'
import {
  deleteRecord,
  loadChecklists,
  loadRaw,
  type StoredChecklist,
  saveNewChecklist,
} from '../io/storage/checklists'
import {
  bringBackChecklist,
  type DeletedChecklist,
  deleteChecklist,
  emptyDeleted,
  loadDeleted,
} from '../io/storage/deleted'
import { randomId } from '../io/storage/id'
import { announceChange, onChangeElsewhere } from '../io/storage/other-tabs'
import { openMemory, openStorage, type StorageMode } from '../io/storage/records'
import { oneAtATime } from './attempt'
import { $checklist, letGo, queueSettled, showChecklist } from './checklist'
import { getCatalogue } from './page'

export type StoredUnit = StoredChecklist
export type DeletedUnit = DeletedChecklist

/** How records are stored; `null` until the storage was tried. */
export type { StorageMode }

export const $storage = atom<StorageMode | null>(null)

/** Every stored checklist of the edition, and every record that can't be read; the last changed first. */
export const $units = atom<StoredChecklist[]>([])

/** Readable checklists of other editions on this computer, the last changed first; they stay as they are. */
export const $otherEditions = atom<Checklist[]>([])

/** Units that were deleted and can be brought back, of whatever edition. */
export const $deleted = atom<readonly DeletedChecklist[]>([])

/** The id of the checklist that was open and has just been deleted. */
export const $justDeleted = atom('')

/** The earlier edition's checklist that a new one is being started from, with the fields it fills in. */
export const $earlier = atom<{ unit: Unit; checklist: Checklist } | null>(null)

/** Why the browser refused to create, delete or list a unit. */
export const $unitRefusal = atom<Refusal | null>(null)

/** Key under which the browser keeps the id of the unit shown last, for each edition. */
const lastUnit = () => `yinzheng-unit-${getCatalogue().edition}`

/**
 * Tries the storage, lists the units, and opens the one this tab showed last, or the last changed. With departments
 * chosen beforehand (a link from a department's page), only a unit that answers for one of them is opened.
 */
export async function openUnits(departments: readonly string[]): Promise<void> {
  const mode = await openStorage()
  await listUnits()
  const readable = $units.get().flatMap(unit => ('checklist' in unit ? [unit.checklist] : []))
  const fitting = readable.filter(
    ({ unit }) =>
      departments.length === 0 || unit.departments.some(department => departments.includes(department)),
  )
  const last = readPreference(lastUnit())
  showChecklist(fitting.find(({ id }) => id === last) ?? fitting[0] ?? null)
  $storage.set(mode)
  // Unused bytes do no harm: a failed reclaim is tried again with the next opening.
  reclaimBlobs().catch(() => undefined)
}

/** Opens the page without the database: what is stored stays as it is, and nothing that is done now is kept. */
export async function openWithoutStorage(reason: string): Promise<void> {
  const mode = openMemory(reason)
  await listUnits()
  showChecklist(null)
  $storage.set(mode)
}

let creating: Promise<boolean> | null = null

/**
 * Creates a unit's checklist, from `$earlier` where it is set, or a team's part; pressed twice it is created once. @returns false where the browser
 * refused; `$unitRefusal` says why.
 */
export function createUnit(unit: Unit, part?: Part): Promise<boolean> {
  creating ??= create(unit, part).finally(() => {
    creating = null
  })
  return creating
}

function create(unit: Unit, part: Part | undefined): Promise<boolean> {
  return attempt(async () => {
    const catalogue = getCatalogue()
    const fresh = buildChecklist(randomId(), catalogue.edition, unit, new Date())
    const earlier = $earlier.get()
    const begun = earlier && !part ? carryRemarks(fresh, earlier.checklist, catalogue) : fresh
    const checklist = part ? { ...begun, part } : begun
    await saveNewChecklist(checklist)
    announceChange(checklist.id)
    $earlier.set(null)
    $justDeleted.set('')
    writePreference(lastUnit(), checklist.id)
    showChecklist(checklist)
  })
}

/** Whether the open checklist lives in this page only, because the browser refused to store it. */
export function isOnlyHere(): boolean {
  return $storage.get()?.kind === 'memory' && $checklist.get() !== null
}

/** Opens another unit's checklist, or none (to add a unit). Waits for what is being saved. */
export async function switchUnit(id: string | null): Promise<void> {
  await queueSettled()
  $earlier.set(null)
  $justDeleted.set('')
  await listUnits()
  const unit = $units.get().find(unit => unit.id === id)
  if (id) writePreference(lastUnit(), id)
  showChecklist(unit && 'checklist' in unit ? unit.checklist : null)
}

/**
 * Downloads a record this page can't read, as it is, with its files; without a key all that is stored and can be read.
 * @returns false where that failed; nothing stored is changed either way.
 */
export async function exportRaw(key: string | null): Promise<boolean> {
  try {
    const { packRecords, readWholeDatabase } = await import('../io/bundling')
    const records = key === null ? await readWholeDatabase() : await loadRaw(key)
    downloadBlob(await packRecords(records, digestBlob, new Date()), '打不开的清单-原样导出.zip')
    return true
  } catch {
    // The stored records are unchanged; the button reports the failure and can be pressed again.
    return false
  }
}

/** Puts a unit's checklist aside: it is kept with its files under 最近删除的单位. */
export async function deleteUnit(id: string): Promise<boolean> {
  return attempt(async () => {
    await deleteChecklist(id)
    announceChange(id)
    if ($checklist.get()?.id === id) $justDeleted.set(id)
    letGo(id)
  })
}

/** Brings a deleted unit back. */
export async function bringBackUnit(deleted: DeletedChecklist): Promise<boolean> {
  return attempt(async () => {
    await bringBackChecklist(deleted)
    announceChange(deleted.checklist.id)
  })
}

/** Deletes the deleted units for good. */
export function emptyDeletedUnits(): Promise<boolean> {
  return attempt(emptyDeleted)
}

/** Deletes a record that can't be read. */
export async function deleteUnreadable(key: string): Promise<boolean> {
  return attempt(() => deleteRecord(key))
}

async function attempt(action: () => Promise<void>): Promise<boolean> {
  $unitRefusal.set(null)
  try {
    await action()
    await listUnits()
    return true
  } catch (error) {
    $unitRefusal.set(refusalOf(error))
    return false
  }
}

/** Lists the units again, since they change while they are filled in. */
export async function listUnits(): Promise<void> {
  const [units, deleted] = [await loadChecklists(), await loadDeleted()]
  $deleted.set(deleted)
  const { edition } = getCatalogue()
  const isOther = (unit: StoredChecklist) => 'checklist' in unit && unit.checklist.edition !== edition
  $otherEditions.set(units.filter(isOther).flatMap(unit => ('checklist' in unit ? [unit.checklist] : [])))
  $units.set(units.filter(unit => !isOther(unit)))
}

onChangeElsewhere(oneAtATime(listUnits))
