/**
 * The review of a row of the matrix. A unit may stand there with several checklists, of several sections or of another computer:
 * what was said of any of them is what the office said of the unit; a new word goes to those that say something of the item.
 */
import { answerOf } from '../checklist/checklist'
import { isAnswered } from '../checklist/progress'
import type { UnitRow } from '../intake/collate'
import { mergeReviews } from './merge'
import { buildReview, type Review } from './review'

/** Reviews by checklist id. */
export type Reviews = ReadonlyMap<string, Review>

/** Every checklist that came under the unit's name. */
export function checklistIdsOf({ parts, earlier, copies }: UnitRow): string[] {
  return [...new Set([...parts, ...earlier, ...copies].map(({ checklist }) => checklist.id))]
}

/** All that was said of the unit. */
export function reviewOf(row: UnitRow, reviews: Reviews): Review {
  const found = checklistIdsOf(row).flatMap(id => reviews.get(id) ?? [])
  return found.reduce(mergeReviews, buildReview(row.handIn.checklist))
}

/** The checklists among those that count which a word on an item is about; all of them where it is about the unit. */
export function checklistsOf(
  { parts }: UnitRow,
  item: string | null,
): UnitRow['parts'][number]['checklist'][] {
  const all = parts.map(({ checklist }) => checklist)
  const answering = item === null ? all : all.filter(checklist => isAnswered(answerOf(checklist, item)))
  return answering.length > 0 ? answering : all.slice(0, 1)
}
