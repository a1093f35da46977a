/** Cuts a checklist into pieces that are merged one after another, so that a large bundle is many small transactions. */
import type { Answer, Checklist } from '../checklist/checklist'
import { compareIds } from '../checklist/record'

// As many as one transaction takes without keeping a tick waiting long.
const batchBytes = 32 * 1024 * 1024
const batchFiles = 50

/** Everything but the files. */
export function withoutFiles(checklist: Checklist): Checklist {
  const answers: Record<string, Answer> = {}
  for (const [id, answer] of Object.entries(checklist.answers)) answers[id] = { ...answer, files: [] }
  return { ...checklist, answers, removed: [] }
}

/** Checklists that merge to the whole, in order: first all texts and ticks, then files by the batch. */
export function batchesOf(checklist: Checklist): Checklist[] {
  const bare = withoutFiles(checklist)
  const batches: Checklist[] = [bare]
  let current: Checklist | null = null
  let files = 0
  let bytes = 0
  for (const id of Object.keys(checklist.answers).sort(compareIds)) {
    const answer = checklist.answers[id] as Answer
    for (const file of answer.files) {
      if (!current || files >= batchFiles || bytes + file.size > batchBytes) {
        current = { ...bare, answers: {} }
        batches.push(current)
        files = 0
        bytes = 0
      }
      const inBatch: Answer = current.answers[id] ?? { ...answer, files: [] }
      current.answers[id] = { ...inBatch, files: [...inBatch.files, file] }
      files += 1
      bytes += file.size
    }
  }
  return batches
}
