/**
 * What one checklist holds beside another of the same unit: in come two checklists, out goes whether one holds everything of
 * the other, and where both answer the same thing in another way.
 */
import { type Answer, answerOf, type Checklist } from '../checklist/checklist'
import { isAnswered } from '../checklist/progress'
import { idsOf } from '../checklist/record'

/** Whether `whole` has every department, file and tick of `part`, whatever was written beside them. */
export function holdsEvidence(whole: Checklist, part: Checklist): boolean {
  return (
    part.unit.departments.every(id => whole.unit.departments.includes(id)) &&
    Object.keys(part.answers).every(item => holdsFiles(answerOf(whole, item), answerOf(part, item)))
  )
}

/** Whether nothing of `part` is missing in `whole`, texts and scores included: they stand there as they are, or within more. */
export function holdsAll(whole: Checklist, part: Checklist): boolean {
  const isIn = (long: Record<string, string>, short: Record<string, string>) =>
    Object.entries(short).every(([id, text]) => (long[id] ?? '').includes(text))
  return (
    holdsEvidence(whole, part) &&
    isIn(whole.report.texts, part.report.texts) &&
    isIn(whole.report.scores, part.report.scores) &&
    Object.keys(part.answers).every(item => {
      const [long, short] = [answerOf(whole, item), answerOf(part, item)]
      return long.remark.includes(short.remark) && long.reason.includes(short.reason)
    })
  )
}

function holdsFiles(whole: Answer, part: Answer): boolean {
  const hashes = new Set(whole.files.map(({ sha256 }) => sha256))
  return (
    (whole.ready || !part.ready) &&
    (whole.notApplicable || !part.notApplicable) &&
    part.files.every(({ sha256 }) => hashes.has(sha256))
  )
}

/**
 * Ids of items, and of indicators for their 自评分, that both answer and not alike. Two sections of different departments that
 * attach files to one common item only add to each other: there it counts that one calls it 不适用 and the other does not.
 */
export function findOverlap(a: Checklist, b: Checklist): string[] {
  const sharesDepartment = a.unit.departments.some(id => b.unit.departments.includes(id))
  const items = idsOf(a.answers, b.answers).filter(item => {
    const [one, other] = [answerOf(a, item), answerOf(b, item)]
    if (!isAnswered(one) || !isAnswered(other) || isSameAnswer(one, other)) return false
    return sharesDepartment || one.notApplicable !== other.notApplicable
  })
  const scores = idsOf(a.report.scores, b.report.scores).filter(id => {
    const [one, other] = [a.report.scores[id] ?? '', b.report.scores[id] ?? '']
    return one !== '' && other !== '' && one !== other
  })
  return [...items, ...scores]
}

function isSameAnswer(a: Answer, b: Answer): boolean {
  return (
    a.ready === b.ready &&
    a.notApplicable === b.notApplicable &&
    a.reason === b.reason &&
    a.remark === b.remark &&
    a.files.length === b.files.length &&
    holdsFiles(a, b)
  )
}
