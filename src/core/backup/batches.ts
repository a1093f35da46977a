/** Cuts a checklist's files into batches, so that the bytes of a large bundle are stored in many small transactions. */
import { type AttachedFile, type Checklist, usedFiles } from '../checklist/checklist'
import { comparePlaces } from '../checklist/record'

// As many as one transaction takes without keeping a tick waiting long; what is inflated for one lies in memory until it ended.
const batchBytes = 16 * 1024 * 1024
const batchFiles = 50

/** Every file the checklist uses, each once: in the notice's order, 待归类 last; at least one in a batch. */
export function batchesOf(checklist: Checklist): AttachedFile[][] {
  const batches: AttachedFile[][] = []
  const seen = new Set<string>()
  let current: AttachedFile[] = []
  let bytes = 0
  const uses = usedFiles(checklist).sort((a, b) => comparePlaces(a.item, b.item))
  for (const { file } of uses) {
    if (seen.has(file.sha256)) continue
    seen.add(file.sha256)
    if (current.length === 0 || current.length >= batchFiles || bytes + file.size > batchBytes) {
      current = []
      batches.push(current)
      bytes = 0
    }
    current.push(file)
    bytes += file.size
  }
  return batches
}
