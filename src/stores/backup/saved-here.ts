/** 本机保存情况: what is stored in this browser, and how safe it is there. */
import { usedFiles } from '../../core/checklist/checklist'
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
  files: number
  /** Bytes of all stored files, each counted once. */
  bytes: number
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
  const sizes = new Map<string, number>()
  const editions = new Map<string, number>()
  for (const unit of stored) {
    if (!('checklist' in unit)) continue
    const { edition } = unit.checklist
    editions.set(edition, (editions.get(edition) ?? 0) + 1)
  }
  for (const one of [...stored, ...deleted]) {
    if (!('checklist' in one)) continue
    const { checklist } = one
    for (const { file } of [...usedFiles(checklist), ...checklist.removed]) sizes.set(file.sha256, file.size)
  }
  return {
    editions: [...editions].sort(([a], [b]) => (a < b ? 1 : -1)),
    deleted: deleted.length,
    unreadable: stored.filter(unit => 'problem' in unit).length,
    files: sizes.size,
    bytes: [...sizes.values()].reduce((sum, size) => sum + size, 0),
    isPersisted: await isPersisted(),
    isInstallable: isInstallable(),
    opensOffline: opensOffline(),
  }
}
