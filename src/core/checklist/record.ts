/**
 * Reads a checklist from where anybody may have written: the browser's database (on file:// all pages share one) or a
 * bundle's `checklist.json`. Out comes a checklist whose every field was checked, or why not; the input is never changed.
 */
import { isActiveKind } from '../files/active-kind'
import {
  type Answer,
  type AttachedFile,
  type Checklist,
  checklistFormat,
  emptyReport,
  type RemovedFile,
  type Report,
  type Sent,
  supplementFormat,
  type Unit,
  unsortedFormat,
  unsortedPlace,
} from './checklist'

import { digestText, FieldError, flag, instant, itemId, list, object, text, whole } from './fields'
import { parseCompletes, parseReturned } from './returned-record'
import { type Assignment, parseAssignment, parseMarks, parsePart } from './teams'

/** `newer-format`: written by a later version of this page. `broken`: not a checklist, or a field has the wrong type. */
export type RecordProblem = { code: 'newer-format'; format: number } | { code: 'broken'; field: string }

export type RecordResult = { ok: true; checklist: Checklist } | { ok: false; problem: RecordProblem }

/** The checklist in `value`; fields it does not know are left out, missing optional ones get their defaults. */
export function parseChecklist(value: unknown): RecordResult {
  try {
    const record = object(value, 'checklist')
    const format = record.format
    const isSupplement = format === supplementFormat && record.completes !== undefined
    if (typeof format === 'number' && format > unsortedFormat && !isSupplement) {
      return { ok: false, problem: { code: 'newer-format', format } }
    }
    if (format !== checklistFormat && format !== unsortedFormat && !isSupplement)
      throw new FieldError('format')
    return {
      ok: true,
      checklist: {
        format: checklistFormat,
        id: text(record.id, 'id'),
        edition: text(record.edition, 'edition'),
        unit: parseUnit(record.unit),
        answers: parseAnswers(record.answers),
        report: record.report === undefined ? emptyReport : parseReport(record.report),
        unsorted: list(record.unsorted ?? [], 'unsorted').map(parseFile),
        removed: list(record.removed ?? [], 'removed').map(parseRemoved),
        ...(record.sent === undefined ? {} : { sent: parseSent(record.sent) }),
        ...(record.returned === undefined ? {} : { returned: parseReturned(record.returned) }),
        ...(isSupplement ? { completes: parseCompletes(record.completes) } : {}),
        ...(record.assignment === undefined ? {} : { assignment: parseAssignment(record.assignment) }),
        ...(record.part === undefined ? {} : { part: parsePart(record.part) }),
        created: instant(record.created, 'created'),
        changed: instant(record.changed, 'changed'),
      },
    }
  } catch (error) {
    if (error instanceof FieldError) return { ok: false, problem: { code: 'broken', field: error.message } }
    throw error
  }
}

/** What is stored: of the format that keeps an older page from freeing the bytes it names. */
export function recordOf(checklist: Checklist): object {
  const { unsorted, removed } = checklist
  const namesUnsorted = unsorted.length > 0 || removed.some(({ item }) => item === unsortedPlace)
  return namesUnsorted ? { ...checklist, format: unsortedFormat } : checklist
}

/** The canonical text of `checklist.json`: the same checklist gives the same bytes, whatever order it was filled in. */
export function writeChecklist(checklist: Checklist): string {
  const answers = Object.keys(checklist.answers)
    .sort(compareIds)
    .map(id => [id, answerOrder(checklist.answers[id] as Answer)] as const)
  const { id, edition, unit, report, unsorted, created, changed } = checklist
  const { sent, returned, completes, assignment, part } = checklist
  const { name, departments, contact, phone } = unit
  return `${JSON.stringify(
    {
      format: completes ? supplementFormat : checklistFormat,
      id,
      edition,
      unit: { name, departments, contact, phone },
      created,
      changed,
      answers: Object.fromEntries(answers),
      report: { texts: inOrder(report.texts), scores: inOrder(report.scores), file: report.file },
      ...(unsorted.length > 0 && { unsorted: unsorted.map(fileOrder) }),
      sent: sent && { day: sent.day, fingerprint: sent.fingerprint, marks: inOrder(sent.marks) },
      // Read or made by one function each, so their fields stand in one order.
      returned: returned && { ...returned, notes: inOrder(returned.notes) },
      completes,
      assignment: assignment && assignmentOrder(assignment),
      part: part && { of: part.of, team: part.team, items: part.items },
    },
    null,
    1,
  )}\n`
}

/** Order of ids as in the notice: 7-1-1 before 10-1-1, after the words that name a section of the report. */
export function compareIds(a: string, b: string): number {
  const [isWord, isOtherWord] = [/^[a-z]/.test(a), /^[a-z]/.test(b)]
  if (isWord !== isOtherWord) return isWord ? -1 : 1
  const left = a.split('-').map(Number)
  const right = b.split('-').map(Number)
  for (let i = 0; !isWord && i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? -1) - (right[i] ?? -1)
    if (difference) return difference
  }
  return a < b ? -1 : a > b ? 1 : 0
}

/** Order of the places of files: the items as in the notice, 待归类 last. */
export function comparePlaces(a: string, b: string): number {
  if (a === unsortedPlace || b === unsortedPlace)
    return Number(a === unsortedPlace) - Number(b === unsortedPlace)
  return compareIds(a, b)
}

function inOrder<Value>(texts: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(texts).sort(([a], [b]) => compareIds(a, b)))
}

/** The ids that any of the records has, each once, in the notice's order. */
export function idsOf(...records: readonly object[]): string[] {
  return [...new Set(records.flatMap(record => Object.keys(record)))].sort(compareIds)
}

function answerOrder({ ready, notApplicable, reason, remark, remarkFrom, files }: Answer): Answer {
  return {
    ready,
    notApplicable,
    reason,
    remark,
    remarkFrom,
    files: files.map(fileOrder),
  }
}

function assignmentOrder({ teams, handBacks }: Assignment): Assignment {
  return {
    teams: teams.map(({ name, items, given, was }) => ({ name, items, given, was })),
    handBacks: handBacks.map(({ id, team, at, changed, done, total, files, marks }) => {
      return { id, team, at, changed, done, total, files, marks: inOrder(marks) }
    }),
  }
}

function fileOrder(file: AttachedFile): AttachedFile {
  const { sha256, crc32, size, type, name, originalName, added, active, path, smallerOf } = file
  return { sha256, crc32, size, type, name, originalName, added, active, path, smallerOf }
}

function parseUnit(value: unknown): Unit {
  const unit = object(value, 'unit')
  return {
    name: text(unit.name, 'unit.name'),
    departments: list(unit.departments, 'unit.departments').map(id => text(id, 'unit.departments')),
    contact: text(unit.contact ?? '', 'unit.contact'),
    phone: text(unit.phone ?? '', 'unit.phone'),
  }
}

function parseAnswers(value: unknown): Record<string, Answer> {
  const answers: Record<string, Answer> = {}
  for (const [id, entry] of Object.entries(object(value, 'answers'))) {
    itemId(id, 'answers')
    const answer = object(entry, id)
    answers[id] = {
      ready: flag(answer.ready ?? false, `${id}.ready`),
      notApplicable: flag(answer.notApplicable ?? false, `${id}.notApplicable`),
      reason: text(answer.reason ?? '', `${id}.reason`),
      remark: text(answer.remark ?? '', `${id}.remark`),
      ...(answer.remarkFrom === undefined ? {} : { remarkFrom: text(answer.remarkFrom, `${id}.remarkFrom`) }),
      files: list(answer.files ?? [], `${id}.files`).map(parseFile),
    }
  }
  return answers
}

function parseReport(value: unknown): Report {
  const report = object(value, 'report')
  const texts = (field: 'texts' | 'scores') =>
    Object.fromEntries(
      Object.entries(object(report[field] ?? {}, `report.${field}`)).map(([id, entry]) => {
        if (!/^([a-z]+(-[a-z]+)*|\d{1,2}-\d{1,2})$/.test(id)) throw new FieldError(`report.${field}`)
        return [id, text(entry, `report.${field}`)]
      }),
    )
  return {
    texts: texts('texts'),
    scores: texts('scores'),
    ...(report.file === undefined ? {} : { file: digestText(report.file, 'report.file') }),
  }
}

function parseFile(value: unknown): AttachedFile {
  const file = object(value, 'file')
  return {
    sha256: digestText(file.sha256, 'file.sha256'),
    crc32: whole(file.crc32, 'file.crc32', 0xffffffff),
    size: whole(file.size, 'file.size', Number.MAX_SAFE_INTEGER),
    type: text(file.type ?? '', 'file.type'),
    name: text(file.name, 'file.name'),
    originalName: text(file.originalName, 'file.originalName'),
    added: instant(file.added, 'file.added'),
    ...(isActiveKind(file.active) ? { active: file.active } : {}),
    ...(file.path === undefined ? {} : { path: text(file.path, 'file.path') }),
    ...(file.smallerOf === undefined ? {} : { smallerOf: digestText(file.smallerOf, 'file.smallerOf') }),
  }
}

function parseSent(value: unknown): Sent {
  const sent = object(value, 'sent')
  const day = text(sent.day, 'sent.day')
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw new FieldError('sent.day')
  return {
    day,
    fingerprint: text(sent.fingerprint ?? '', 'sent.fingerprint'),
    marks: parseMarks(sent.marks, 'sent.marks'),
  }
}

function parseRemoved(value: unknown): RemovedFile {
  const entry = object(value, 'removed')
  return {
    item: entry.item === unsortedPlace ? unsortedPlace : itemId(entry.item, 'removed.item'),
    file: parseFile(entry.file),
    removed: instant(entry.removed, 'removed.removed'),
  }
}
