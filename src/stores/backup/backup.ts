/** When the open checklist last left this browser, and taking a text backup. */
import { type Backup, charactersOf, doneOf, lastBundleOf, leftOutOf } from '../../core/backup/backup'
import type { Checklist } from '../../core/checklist/checklist'
import { writeChecklist } from '../../core/checklist/record'
import { safeName } from '../../core/text/filename'
import { downloadBlob } from '../../io/files/download'
import { loadBackup, saveBackup } from '../../io/storage/notes'
import { $checklist } from '../checklist'
import { openNote } from '../note'
import { getCatalogue } from '../page'

// It only drives a reminder: where it can't be read, the person is reminded once too often.
const { $note, show } = openNote(loadBackup)

/** The last backup of the open checklist; null without one. */
export const $backup = $note

/** Remembers that a checklist, in the state given, left this browser now. */
export async function noteBackup(checklist: Checklist, kind: Backup['kind']): Promise<void> {
  const at = new Date().toISOString()
  const open = $checklist.get()
  const isOpen = checklist.id === open?.id
  const before = isOpen ? $backup.get() : null
  const isBundle = kind === 'bundle'
  const backup: Backup = {
    kind,
    at,
    bundleAt: isBundle ? at : lastBundleOf(before),
    leftOut: isBundle && isOpen ? leftOutOf(open, checklist, before) : before?.leftOut,
    done: doneOf(getCatalogue(), checklist),
    characters: charactersOf(checklist),
  }
  show(checklist.id, backup)
  // The note only drives a reminder: where it can't be stored, it lasts as long as the page.
  await saveBackup(checklist.id, backup).catch(() => undefined)
}

/** Downloads a checklist's texts and ticks, without the files' bytes. */
export async function downloadText(checklist: Checklist): Promise<void> {
  const title = checklist.part?.team ?? getCatalogue().bundleTitle
  const name = safeName(`${checklist.unit.name}-${title}-文字备份.json`)
  downloadBlob(new Blob([writeChecklist(checklist)], { type: 'application/json' }), name)
  await noteBackup(checklist, 'text')
}
