/**
 * 合并, to be taken back as one step: what a merge changed in a checklist, before and after it. What was done since stays: only
 * what still stands as the merge left it becomes what it was; a file that it brought is removed (`removed`), never gone.
 */
import {
  type Answer,
  type AttachedFile,
  answerOf,
  type Checklist,
  changedAt,
  emptyAnswer,
  unsortedPlace,
} from '../checklist/checklist'
import { type FilePlace, filesAt, removeFiles, restoreFiles } from '../checklist/places'
import { idsOf, parseChecklist } from '../checklist/record'
import { isTexts } from '../text/texts'

export interface Merged {
  /** ISO 8601. */
  at: string
  /** The files a person picked. */
  names: string[]
  /** Only the answers and texts that differ; all else as it was. */
  before: Checklist
  after: Checklist
}

/** Null where the merge changed nothing. */
export function noteMerged(before: Checklist, after: Checklist, names: string[], now: Date): Merged | null {
  if (before === after || before.changed === after.changed) return null
  const items = idsOf(before.answers, after.answers).filter(
    id => textOf(before.answers[id]) !== textOf(after.answers[id]),
  )
  const texts = differing(before.report.texts, after.report.texts)
  const scores = differing(before.report.scores, after.report.scores)
  const cut = (checklist: Checklist): Checklist => ({
    ...checklist,
    answers: pick(checklist.answers, items),
    report: {
      texts: pick(checklist.report.texts, texts),
      scores: pick(checklist.report.scores, scores),
      file: checklist.report.file,
    },
    removed: [],
  })
  return { at: now.toISOString(), names, before: cut(before), after: cut(after) }
}

/** Two merges of one import as one step; what a person did between them is no part of it. */
export function joinMerged(first: Merged | undefined, second: Merged): Merged {
  if (!first) return second
  const [was, between, then] = [first.before, first.after, second.before]
  const whole = <Field extends 'unit' | 'assignment' | 'sent' | 'returned'>(field: Field) =>
    stands(between[field], then[field]) ? was[field] : then[field]
  const text = (field: 'texts' | 'scores') => earliest(first, second, ({ report }) => report[field], stands)
  return {
    ...second,
    before: {
      ...then,
      unit: whole('unit'),
      answers: earliest(
        first,
        second,
        ({ answers }) => answers,
        (a, b) => textOf(a) === textOf(b),
      ),
      unsorted: [...was.unsorted, ...without(then.unsorted, between.unsorted)],
      report: {
        texts: text('texts'),
        scores: text('scores'),
        file: between.report.file === then.report.file ? was.report.file : then.report.file,
      },
      assignment: whole('assignment'),
      sent: whole('sent'),
      returned: whole('returned'),
    },
    after: {
      ...second.after,
      answers: { ...between.answers, ...second.after.answers },
      report: {
        ...second.after.report,
        texts: { ...between.report.texts, ...second.after.report.texts },
        scores: { ...between.report.scores, ...second.after.report.scores },
      },
    },
  }
}

/** What stood before both merges, of what either changed; before the second alone where a person changed it between them. */
function earliest<Value>(
  first: Merged,
  second: Merged,
  of: (checklist: Checklist) => Record<string, Value>,
  isSame: (a: Value | undefined, b: Value | undefined) => boolean,
): Record<string, Value> {
  const [was, between, then] = [of(first.before), of(first.after), of(second.before)]
  const both = { ...was }
  for (const id of idsOf(then, of(second.after))) {
    const value = then[id]
    if (isSame(between[id], value)) continue
    if (value === undefined) delete both[id]
    else both[id] = value
  }
  return both
}

/** The checklist without what the merge brought. */
export function undoMerge(checklist: Checklist, { before, after }: Merged, now: Date): Checklist {
  const brought = [...Object.keys(after.answers), unsortedPlace].flatMap(item =>
    without(filesAt(after, item), filesAt(before, item)).map(({ sha256 }) => ({ item, sha256 })),
  )
  const givenUp = Object.keys(after.answers).flatMap(item =>
    without(filesAt(before, item), filesAt(after, item)).map(({ sha256 }) => ({ item, sha256 })),
  )
  const untouched = Object.keys(after.answers).filter(
    id => textOf(checklist.answers[id]) === textOf(after.answers[id]),
  )
  let next = removeFiles(checklist, brought, now)
  // Of an item that a person changed since, what they took off stays off.
  next = restoreFiles(next, givenUp.filter(isIn(untouched)), now)
  const answers = { ...next.answers }
  for (const id of untouched) {
    const { files } = answerOf(next, id)
    if (before.answers[id])
      answers[id] = { ...answerOf(before, id), files: inOrderOf(before.answers[id], files) }
    // It was said for the first time by the merge.
    else delete answers[id]
  }
  const text = (field: 'texts' | 'scores') => {
    const now = { ...checklist.report[field] }
    for (const [id, written] of Object.entries(after.report[field]))
      if (now[id] === written) {
        const was = before.report[field][id]
        if (was === undefined) delete now[id]
        else now[id] = was
      }
    return now
  }
  return {
    ...next,
    answers,
    unit: stands(checklist.unit, after.unit) ? before.unit : checklist.unit,
    report: {
      texts: text('texts'),
      scores: text('scores'),
      file: checklist.report.file === after.report.file ? before.report.file : checklist.report.file,
    },
    ...(stands(checklist.assignment, after.assignment) && { assignment: before.assignment }),
    ...(stands(checklist.sent, after.sent) && { sent: before.sent }),
    ...(stands(checklist.returned, after.returned) && { returned: before.returned }),
    changed: changedAt(checklist.changed, now),
  }
}

/** A note from storage, or null where it is none. */
export function parseMerged(value: unknown): Merged | null {
  if (typeof value !== 'object' || value === null) return null
  const { at, names, before, after } = value as Record<string, unknown>
  const [was, is] = [parseChecklist(before), parseChecklist(after)]
  if (typeof at !== 'string' || !isTexts(names) || !was.ok || !is.ok) return null
  return { at, names, before: was.checklist, after: is.checklist }
}

function stands(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** The entries of a record under some keys, of those it has. */
function pick<Value>(record: Record<string, Value>, ids: readonly string[]): Record<string, Value> {
  return Object.fromEntries(
    ids.flatMap(id => {
      const value = record[id]
      return value === undefined ? [] : [[id, value]]
    }),
  )
}

function isIn(items: readonly string[]): (place: FilePlace) => boolean {
  return ({ item }) => items.includes(item)
}

function without(files: readonly AttachedFile[], others: readonly AttachedFile[]): AttachedFile[] {
  return files.filter(file => !others.some(({ sha256 }) => sha256 === file.sha256))
}

/** The files as the answer had them, with its names for them; of those that are there. */
function inOrderOf(answer: Answer = emptyAnswer, files: readonly AttachedFile[]): AttachedFile[] {
  return answer.files.filter(({ sha256 }) => files.some(file => file.sha256 === sha256))
}

function differing(before: Record<string, string>, after: Record<string, string>): string[] {
  return idsOf(before, after).filter(id => (before[id] ?? '') !== (after[id] ?? ''))
}

function textOf(answer: Answer = emptyAnswer): string {
  const { ready, notApplicable, reason, remark, files } = answer
  return JSON.stringify([ready, notApplicable, reason, remark, files.map(file => [file.sha256, file.name])])
}
