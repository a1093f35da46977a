/** 最近删除的单位: checklists that were put aside with all they hold, to be brought back or let go for good. */
import type { Checklist } from '../../core/checklist/checklist'
import { deleteRecord, loadRecords } from './checklists'
import { checklistPrefix, deletedPrefix, recordsInUse } from './records'
import { UnreadableValue } from './transaction'

/** Puts a unit's checklist aside, as it is and with all it holds, until the deleted ones are emptied. */
export function deleteChecklist(id: string): Promise<void> {
  return moveRecord(checklistPrefix + id, keys => {
    let key = deletedPrefix + id
    while (keys.includes(key)) key += '~'
    return key
  })
}

/** Brings a deleted checklist back. @throws where one of its id was stored since */
export function bringBackChecklist({ key, checklist }: DeletedChecklist): Promise<void> {
  return moveRecord(key, keys => {
    const own = checklistPrefix + checklist.id
    if (keys.includes(own)) throw new Error(`Cannot bring checklist back: ${checklist.id} exists`)
    return own
  })
}

/** A deleted checklist, with its key: one may be deleted, imported and deleted again. */
export interface DeletedChecklist {
  key: string
  checklist: Checklist
}

/** Every deleted checklist that can be read, the last changed first. */
export async function loadDeleted(): Promise<DeletedChecklist[]> {
  const deleted = await loadRecords(key => key.startsWith(deletedPrefix))
  return deleted.flatMap(one => ('checklist' in one ? [{ key: one.key, checklist: one.checklist }] : []))
}

/** Deletes the deleted checklists for good, with the bytes that nothing else uses. */
export async function emptyDeleted(): Promise<void> {
  for (const key of await recordsInUse().keys()) if (key.startsWith(deletedPrefix)) await deleteRecord(key)
}

async function moveRecord(from: string, to: (keys: string[]) => string): Promise<void> {
  await recordsInUse().change(
    () => [from],
    (read, keys) => {
      const record = read.get(from)
      if (record === undefined || record instanceof UnreadableValue)
        throw new Error(`Cannot move record ${from}: it can't be read`)
      return { put: [[to(keys), record]], remove: [from] }
    },
  )
}
