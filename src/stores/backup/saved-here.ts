/** 本机保存情况: what is stored in this browser, and how safe it is there. */
import { sumFiles, usedFiles } from '../../core/checklist/checklist'
import { loadChecklists } from '../../io/storage/checklists'
import { loadDeleted } from '../../io/storage/deleted'
import { isPersisted } from '../../io/storage/notes'
import { isInstallable, opensOffline } from '../site'

export interface SavedHere {
  /** Number of checklists of each edition, the newest edition first. */
  editions: [edition: string, units: number][]
  /** Checklists that can't be read. */
  unreadable: number
  /** Units under 最近删除的单位; their files take room too. */
  deleted: number
  /** Files of all checklists, each counted once. */
  used: { files: number; bytes: number }
  /** Files that were removed, or deleted with their unit, and are still kept; none that is used. */
  removed: { files: number; bytes: number }
  /** The browser has promised not to clear it by itself. */
  isPersisted: boolean
  /** The page can be installed, and the browser then promises it. */
  isInstallable: boolean
  /** The page opens with the server gone. */
  opensOffline: boolean
}

/** Counts everything that is stored in this browser, of all editions. */
export async function measureSavedHere(): Promise<SavedHere> {
  const [stored, deleted] = [await loadChecklists(), await loadDeleted()]
  const checklists = stored.flatMap(unit => ('checklist' in unit ? [unit.checklist] : []))
  const editions = new Map<string, number>()
  for (const { edition } of checklists) editions.set(edition, (editions.get(edition) ?? 0) + 1)
  const used = sumFiles(checklists.flatMap(usedFiles))
  const kept = [...checklists, ...deleted.map(({ checklist }) => checklist)]
  const all = sumFiles(kept.flatMap(one => [...usedFiles(one), ...one.removed]))
  return {
    editions: [...editions].sort(([a], [b]) => (a < b ? 1 : -1)),
    deleted: deleted.length,
    unreadable: stored.filter(unit => 'problem' in unit).length,
    used,
    removed: { files: all.files - used.files, bytes: all.bytes - used.bytes },
    isPersisted: await isPersisted(),
    isInstallable: isInstallable(),
    opensOffline: opensOffline(),
  }
}
