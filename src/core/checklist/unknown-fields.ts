/**
 * Fields of a stored record that only a newer page knows: an older page leaves them where they stand. They are carried over
 * when the record is written, not by `parseChecklist`, so that what a bundle brings never gets into the database unread.
 */
import { type AttachedFile, type Checklist, unsortedPlace } from './checklist'

const known = {
  checklist: [
    'format',
    'id',
    'edition',
    'unit',
    'answers',
    'report',
    'unsorted',
    'removed',
    'sent',
    'returned',
    'assignment',
    'part',
    'created',
    'changed',
  ],
  unit: ['name', 'departments', 'contact', 'phone'],
  answer: ['ready', 'notApplicable', 'reason', 'remark', 'remarkFrom', 'files'],
  report: ['texts', 'scores', 'file'],
  file: ['sha256', 'crc32', 'size', 'type', 'name', 'originalName', 'added', 'active', 'path', 'smallerOf'],
  removed: ['item', 'file', 'removed'],
}

/** `after` with every field of the stored record that this page does not know. */
export function keepUnknownFields(stored: unknown, after: Checklist): Checklist {
  const before = fieldsOf(stored)
  const answers = fieldsOf(before.answers)
  const files = new Map<string, unknown>()
  const note = (place: string, file: unknown) => {
    if (hasUnknown(file, known.file)) files.set(`${place} ${fieldsOf(file).sha256}`, file)
  }
  for (const [id, answer] of Object.entries(answers))
    for (const file of listOf(fieldsOf(answer).files)) note(id, file)
  for (const file of listOf(before.unsorted)) note(unsortedPlace, file)
  for (const { item, file } of listOf(before.removed).map(fieldsOf)) note(`${item}`, file)
  const removed = listOf(before.removed)
    .filter(entry => hasUnknown(entry, known.removed))
    .map(fieldsOf)
  const keepFile = (item: string, file: AttachedFile) =>
    files.size === 0 ? file : keep(files.get(`${item} ${file.sha256}`), file, known.file)
  return keep(
    before,
    {
      ...after,
      unit: keep(before.unit, after.unit, known.unit),
      report: keep(before.report, after.report, known.report),
      answers: Object.fromEntries(
        Object.entries(after.answers).map(([id, answer]) => {
          const kept = keep(answers[id], answer, known.answer)
          return [
            id,
            files.size === 0 ? kept : { ...kept, files: kept.files.map(file => keepFile(id, file)) },
          ]
        }),
      ),
      unsorted: after.unsorted.map(file => keepFile(unsortedPlace, file)),
      removed: after.removed.map(entry => {
        const same = removed.find(
          ({ item, file, removed }) =>
            item === entry.item && removed === entry.removed && fieldsOf(file).sha256 === entry.file.sha256,
        )
        return keep(same, { ...entry, file: keepFile(entry.item, entry.file) }, known.removed)
      }),
    },
    known.checklist,
  )
}

/** `after` itself where there is nothing to keep. */
function keep<Value extends object>(before: unknown, after: Value, names: readonly string[]): Value {
  if (!hasUnknown(before, names)) return after
  const unknown = Object.entries(fieldsOf(before)).filter(([name]) => !names.includes(name))
  return { ...after, ...Object.fromEntries(unknown) }
}

function hasUnknown(value: unknown, names: readonly string[]): boolean {
  return Object.keys(fieldsOf(value)).some(name => !names.includes(name))
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
