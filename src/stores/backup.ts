/** When the open checklist last left this browser, and taking a text backup. */
import { atom } from 'nanostores'
import { type Backup, charactersOf, doneOf, lastBundleOf } from '../core/backup/backup'
import { writeChecklist } from '../core/checklist/record'
import { safeName } from '../core/text/filename'
import { downloadBlob } from '../io/files/download'
import { loadBackup, saveBackup } from '../io/storage/storage'
import { $checklist } from './checklist'
import { getCatalogue } from './page'

/** The last backup of the open checklist; null without one. */
export const $backup = atom<Backup | null>(null)

let shownId = ''

$checklist.subscribe(checklist => {
  const id = checklist?.id ?? ''
  if (id === shownId) return
  shownId = id
  $backup.set(null)
  if (!id) return
  void loadBackup(id).then(backup => {
    if (id === shownId) $backup.set(backup)
  })
})

/** Remembers that the open checklist was handed to the downloads now. */
export async function noteBackup(kind: Backup['kind']): Promise<void> {
  const checklist = $checklist.get()
  if (!checklist) return
  const at = new Date().toISOString()
  const bundleAt = kind === 'bundle' ? at : lastBundleOf($backup.get())
  const backup: Backup = {
    kind,
    at,
    bundleAt,
    done: doneOf(getCatalogue(), checklist),
    characters: charactersOf(checklist),
  }
  $backup.set(backup)
  // Only a reminder: where it can't be stored it lives as long as the page.
  await saveBackup(checklist.id, backup).catch(() => $backup.set(backup))
}

/** Downloads the texts and ticks, without the files' bytes. */
export async function downloadText(): Promise<void> {
  const checklist = $checklist.get()
  if (!checklist) return
  const name = safeName(`${checklist.unit.name}-${getCatalogue().bundleTitle}-文字备份.json`)
  downloadBlob(new Blob([writeChecklist(checklist)], { type: 'application/json' }), name)
  await noteBackup('text')
}
