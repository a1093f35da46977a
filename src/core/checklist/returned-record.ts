/** Reads and writes 审核意见 where anybody may have written it: in a stored record, in a bundle, in the office's own file. */
import { digestText, FieldError, instant, itemId, list, object, text, whole } from './fields'
import type { Completes, Reply, ReplyNote, Returned, ReturnedNote } from './returned'

/** @throws FieldError */
export function parseReturned(value: unknown): Returned {
  const record = object(value, field)
  const { notes, ...reply } = parseReply(record)
  const own = object(record.notes, field)
  const all = Object.entries(notes).map(([item, note]): [string, ReturnedNote] => {
    const { repaired = '', response = '' } = object(own[item], field)
    return [item, { ...note, repaired: said(repaired), response: said(response) }]
  })
  return { ...reply, notes: Object.fromEntries(all) }
}

/** @throws FieldError */
export function parseReply(value: unknown): Reply {
  const reply = object(value, field)
  const { edition, checklists, unit, office, at, closing, fingerprints, accepted } = reply
  const until = said(reply.until)
  if (!/^(\d{4}-\d\d-\d\d)?$/.test(until)) throw new FieldError(field)
  const notes = Object.entries(object(reply.notes, field)).map(([id, entry]): [string, ReplyNote] => {
    const { verdict, note, at, files } = object(entry, field)
    if (verdict !== 'returned' && verdict !== 'doubtful') throw new FieldError(field)
    const hashes = list(files, field).map(sha256 => digestText(sha256, field))
    return [itemId(id, field), { verdict, note: said(note), at: instant(at, field), files: hashes }]
  })
  return {
    edition: said(edition),
    checklists: list(checklists, field).map(said),
    unit: said(unit),
    office: said(office),
    at: instant(at, field),
    until,
    closing: said(closing),
    fingerprints: list(fingerprints, field).map(said),
    accepted: whole(accepted, field, 10_000),
    notes: Object.fromEntries(notes),
  }
}

/** A text of it; what is wrong anywhere in it is told as one, because a person can only ask for it again. */
const field = 'returned'
const said = (value: unknown) => text(value, field)

/** @throws FieldError */
export function parseCompletes(value: unknown): Completes {
  const completes = object(value, 'completes')
  return {
    fingerprints: list(completes.fingerprints, 'completes').map(entry => text(entry, 'completes')),
    items: list(completes.items, 'completes').map(id => itemId(id, 'completes')),
  }
}
