/** What an import lacked: the files without bytes, by the volume that they lie in. */
import { computed } from 'nanostores'
import type { Lacking } from '../../core/backup/lacking'
import { type FileUse, usedFiles } from '../../core/checklist/checklist'
import type { FoundChecklist } from '../../io/backup/found'
import { loadLacking, saveLacking } from '../../io/storage/notes'
import { $underWay } from '../adding'
import { $checklist, changeChecklist } from '../checklist'
import { openNote } from '../note'
import { $restoring, isImporting } from './restoring'

const { $note, show } = openNote(loadLacking)

/** The volumes that did not come; null where that is not known. */
export const $lacking = $note

/** Every use of a file of the open checklist that has no bytes; none while files are on their way: theirs may be among them. */
export const $absentUses = computed([$checklist, $restoring, $underWay], (checklist, restoring, underWay) =>
  checklist && !isImporting(restoring) && underWay.length === 0
    ? usedFiles(checklist).filter(({ file }) => file.absent)
    : noUses,
)
const noUses: FileUse[] = []

/** Keeps which volumes an import lacked; what came before counts too. */
export async function noteLacking(
  id: string,
  { missing, missingVolumes, volumes, volumeOf }: FoundChecklist,
): Promise<void> {
  const before = await loadLacking(id).catch(() => null)
  const isSame = before?.count === volumes
  const lacking: Lacking = {
    missing: isSame ? missingVolumes.filter(index => before.missing.includes(index)) : missingVolumes,
    count: volumes,
    volumeOf: { ...(isSame && before.volumeOf), ...volumeOf },
  }
  const isWhole = missing.length === 0 || lacking.missing.length === 0
  if (isWhole && !before) return
  show(id, lacking)
  // It only names the volumes: without it the files are listed all the same.
  await saveLacking(id, isWhole ? null : lacking).catch(() => undefined)
}

/** Takes the names of files that did not come off the checklist, as if each had been removed by hand. */
export function removeAbsent(): void {
  const uses = $absentUses.get()
  changeChecklist({
    kind: 'remove-files',
    uses: uses.map(({ item, file }) => ({ item, sha256: file.sha256 })),
  })
}
