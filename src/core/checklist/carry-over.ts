/**
 * What a checklist may take from one of an earlier edition: who the unit is, and its remarks, each marked until a person
 * has looked at it. Ids are for ever, so the same id asks for the same thing. Invariant: no tick, reason or file is ever
 * taken, and nothing the new edition does not ask of the unit.
 *
 * Decision: From last year come the unit and its remarks. Ticks, reasons, files and the report are claims about a year. A
 * remark keeps its mark until it is confirmed or written anew, so that none is handed in unread.
 */
import type { Catalogue } from '../edition/catalogue'
import { type Answer, answerOf, type Checklist, emptyAnswer, type Unit } from './checklist'
import { sectionsOf } from './progress'

/** The unit as it was, for the departments that the edition still has. */
export function carryUnit(earlier: Checklist, catalogue: Catalogue): Unit {
  const { name, departments, contact, phone } = earlier.unit
  const kept = catalogue.departments.map(({ id }) => id).filter(id => departments.includes(id))
  return { name, departments: kept, contact, phone }
}

/** `fresh` with the earlier remarks on every item that it shows and nobody has remarked on yet. */
export function carryRemarks(fresh: Checklist, earlier: Checklist, catalogue: Catalogue): Checklist {
  const answers: Record<string, Answer> = { ...fresh.answers }
  for (const { id } of sectionsOf(catalogue, fresh).flatMap(section => section.items)) {
    const { remark } = answerOf(earlier, id)
    const answer = answers[id] ?? emptyAnswer
    if (remark.trim() === '' || answer.remark !== '') continue
    answers[id] = { ...answer, remark, remarkFrom: earlier.edition }
  }
  return { ...fresh, answers }
}
