/** Reads and writes 审核意见 where anybody may have written it: in a stored record, in a bundle, in the office's own file. */
import { digestText, FieldError, instant, itemId, list, object, text, whole } from './fields'
import type { Completes, Reply, ReplyNote, Returned, ReturnedNote } from './returned'

/** @throws FieldError */
export function parseReturned(value: unknown): Returned {
  const record = object(value, 'returned')
  const { notes, ...reply } = parseReply(record)
  const said = object(record.notes, 'returned')
  const all = Object.entries(notes).map(([item, note]): [string, ReturnedNote] => {
    const { repaired = '', response = '' } = object(said[item], 'returned')
    return [item, { ...note, repaired: text(repaired, 'repaired'), response: text(response, 'response') }]
  })
  return { ...reply, notes: Object.fromEntries(all) }
}

/** @throws FieldError */
export function parseReply(value: unknown): Reply {
  const reply = object(value, 'returned')
  const texts = (field: string) => list(reply[field], field).map(entry => text(entry, field))
  const until = text(reply.until, 'until')
  if (!/^(\d{4}-\d\d-\d\d)?$/.test(until)) throw new FieldError('until')
  const notes = Object.entries(object(reply.notes, 'notes')).map(([id, entry]): [string, ReplyNote] => {
    const note = object(entry, 'notes')
    const { verdict } = note
    if (verdict !== 'returned' && verdict !== 'doubtful') throw new FieldError('verdict')
    const files = list(note.files, 'notes').map(sha256 => digestText(sha256, 'notes'))
    return [
      itemId(id, 'notes'),
      { verdict, note: text(note.note, 'notes'), at: instant(note.at, 'notes'), files },
    ]
  })
  return {
    edition: text(reply.edition, 'edition'),
    checklists: texts('checklists'),
    unit: text(reply.unit, 'unit'),
    office: text(reply.office, 'office'),
    at: instant(reply.at, 'at'),
    until,
    closing: text(reply.closing, 'closing'),
    fingerprints: texts('fingerprints'),
    accepted: whole(reply.accepted, 'accepted', 10_000),
    notes: Object.fromEntries(notes),
  }
}

/** @throws FieldError */
export function parseCompletes(value: unknown): Completes {
  const completes = object(value, 'completes')
  return {
    fingerprints: list(completes.fingerprints, 'completes').map(entry => text(entry, 'completes')),
    items: list(completes.items, 'completes').map(id => itemId(id, 'completes')),
  }
}
