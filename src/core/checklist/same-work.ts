/** Whether two states of a checklist say and hold the same. */
import type { Answer, AttachedFile, Checklist } from './checklist'
import { repairsIn } from './returned'

/**
 * `fresh` with every answer and every file of 待归类 that is the same in `shown` taken from there, so that a page of thousands of
 * files draws only what changed.
 */
export function reuseAnswers(fresh: Checklist, shown: Checklist): Checklist {
  const answers = Object.entries(fresh.answers).map(([id, answer]) => {
    const known = shown.answers[id]
    return [id, known && isSame(known, answer) ? known : answer] as const
  })
  const known = new Map(shown.unsorted.map(file => [file.sha256, file]))
  const unsorted = haveSameFiles(shown.unsorted, fresh.unsorted)
    ? shown.unsorted
    : fresh.unsorted.map(file => {
        const same = known.get(file.sha256)
        return same && isSameFile(same, file) ? same : file
      })
  return { ...fresh, answers: Object.fromEntries(answers), unsorted }
}

function isSame(a: Answer, b: Answer): boolean {
  return (
    a.ready === b.ready &&
    a.notApplicable === b.notApplicable &&
    a.reason === b.reason &&
    a.remark === b.remark &&
    a.remarkFrom === b.remarkFrom &&
    haveSameFiles(a.files, b.files)
  )
}

function haveSameFiles(files: readonly AttachedFile[], others: readonly AttachedFile[]): boolean {
  return (
    files.length === others.length && files.every((file, i) => isSameFile(file, others[i] as AttachedFile))
  )
}

function isSameFile(file: AttachedFile, other: AttachedFile): boolean {
  return (
    file.sha256 === other.sha256 &&
    file.name === other.name &&
    file.added === other.added &&
    file.absent === other.absent
  )
}

/**
 * Whether `later` says and holds all that `packed` does and no more. 已报送 is no part of it, and files of 待归类 only where they
 * were packed: what was left out makes a bundle no older.
 */
export function isSameWork(packed: Checklist, later: Checklist): boolean {
  const rest = (checklist: Checklist) =>
    JSON.stringify([checklist.id, checklist.unit, checklist.report, repairsIn(checklist)])
  const answers = Object.entries(later.answers)
  return (
    answers.length === Object.keys(packed.answers).length &&
    answers.every(([id, answer]) => {
      const before = packed.answers[id]
      return before !== undefined && isSame(before, answer)
    }) &&
    (packed.unsorted.length === 0 || haveSameFiles(packed.unsorted, later.unsorted)) &&
    rest(packed) === rest(later)
  )
}
