/** An import that was killed, closed, stopped or refused half way: which one it was, what is missing, and how to go on. */
import { atom } from 'nanostores'
import { hashesOf } from '../../core/checklist/checklist'
import { loadStoredHashes } from '../../io/storage/bytes'
import { loadImportNote, saveImportNote } from '../../io/storage/notes'
import { onChangeElsewhere } from '../../io/storage/other-tabs'
import { $checklist, changeChecklist } from '../checklist'
import { $restoring, isImporting } from './restoring'

export interface HalfImport {
  id: string
  /** The files a person had picked. */
  names: string[]
  /** Files it brings that are stored, and SHA-256 of those that are not. */
  stored: number
  missing: string[]
}

/** The unfinished import of the open checklist; null where there is none. */
export const $halfImport = atom<HalfImport | null>(null)

/** Updates `$halfImport` for the open checklist. */
export async function findHalfImport(): Promise<void> {
  const checklist = $checklist.get()
  if (!checklist) return $halfImport.set(null)
  const { id } = checklist
  const note = await loadImportNote(id)
  if (!note) return $halfImport.set(null)
  const [named, stored] = [hashesOf(checklist), await loadStoredHashes()]
  const files = note.files.filter(sha256 => named.has(sha256))
  const missing = files.filter(sha256 => !stored.has(sha256))
  if ($checklist.get()?.id !== id) return
  if (missing.length > 0)
    return $halfImport.set({ id, names: note.names, stored: files.length - missing.length, missing })
  $halfImport.set(null)
  await saveImportNote(id, null)
}

/** Takes the names of files that did not come off the checklist, as if each had been removed by hand. */
export async function giveUpHalfImport(): Promise<void> {
  const half = $halfImport.get()
  if (!half || half.id !== $checklist.get()?.id) return
  changeChecklist({ kind: 'remove-uses', sha256: half.missing })
  $halfImport.set(null)
  await saveImportNote(half.id, null)
}

/** Updates `$halfImport`: while one goes on, none is unfinished. A failed read is ignored: the banner is only a hint, and each missing file is marked anyway. */
function look(): void {
  if (isImporting($restoring.get())) $halfImport.set(null)
  else findHalfImport().catch(() => undefined)
}

let shownId = ''
$checklist.subscribe(checklist => {
  if (checklist?.id === shownId) return
  shownId = checklist?.id ?? ''
  look()
})
$restoring.listen(look)
onChangeElsewhere(() => {
  if ($halfImport.get()) look()
})
