/** Photos whose place a smaller copy takes, and back. Nothing is lost on the way: the photo lies with `removed`. */
import { type AttachedFile, type Checklist, changedAt, type RemovedFile } from './checklist'

/** A copy that is to stand where the photo stands. */
export interface Replacement {
  /** SHA-256 of the photo. */
  photo: string
  copy: AttachedFile
}

/** Every use of each photo is taken by its copy, in its place and under its name; one that is gone by now changes nothing. */
export function replacePhotos(
  checklist: Checklist,
  replacements: readonly Replacement[],
  now: Date,
): Checklist {
  const copies = new Map(replacements.map(({ photo, copy }) => [photo, copy]))
  const removed = [...checklist.removed]
  const answers = { ...checklist.answers }
  for (const [item, answer] of Object.entries(checklist.answers)) {
    if (!answer.files.some(({ sha256 }) => copies.has(sha256))) continue
    const files = answer.files.map(file => {
      const copy = copies.get(file.sha256)
      if (!copy || answer.files.some(({ sha256 }) => sha256 === copy.sha256)) return file
      removed.push({ item, file, removed: now.toISOString() })
      return { ...copy, name: file.name, originalName: file.originalName, smallerOf: file.sha256 }
    })
    answers[item] = { ...answer, files }
  }
  if (removed.length === checklist.removed.length) return checklist
  return { ...checklist, answers, removed, changed: changedAt(checklist.changed, now) }
}

/** Every photo that is still there takes its place again; its copy goes, and so does an entry of `removed`. */
export function bringBackPhotos(checklist: Checklist, now: Date): Checklist {
  const removed = [...checklist.removed]
  const answers = { ...checklist.answers }
  for (const [item, answer] of Object.entries(checklist.answers)) {
    const files = answer.files.map(file => {
      const isPhoto = ({ file: { sha256 } }: RemovedFile) => sha256 === file.smallerOf
      const here = removed.findIndex(entry => entry.item === item && isPhoto(entry))
      // The copy may have been moved since.
      const at = here < 0 ? removed.findIndex(isPhoto) : here
      const [entry] = at < 0 ? [] : removed.splice(at, 1)
      // It may have got another name meanwhile.
      return entry ? { ...entry.file, name: file.name } : file
    })
    if (files.some((file, i) => file !== answer.files[i])) answers[item] = { ...answer, files }
  }
  if (removed.length === checklist.removed.length) return checklist
  return { ...checklist, answers, removed, changed: changedAt(checklist.changed, now) }
}

/** Uses of smaller copies whose photo can be brought back, and what the photos have in bytes more. */
export function smallerCopies({ answers, removed }: Checklist): { uses: number; bytes: number } {
  const kept = new Map(removed.map(({ file }) => [file.sha256, file.size]))
  let [uses, bytes] = [0, 0]
  for (const { files } of Object.values(answers)) {
    for (const file of files) {
      const size = kept.get(file.smallerOf ?? '')
      if (size === undefined) continue
      uses += 1
      bytes += size - file.size
    }
  }
  return { uses, bytes }
}
