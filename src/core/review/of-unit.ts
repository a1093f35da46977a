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

/** All that was said of the unit. */
export function reviewOf({ handIn, parts, earlier, copies }: UnitRow, reviews: Reviews): Review {
  const ids = new Set([...parts, ...earlier, ...copies].map(({ checklist }) => checklist.id))
  const found = [...ids].flatMap(id => reviews.get(id) ?? [])
  const { checklist } = handIn
  return found.reduce(mergeReviews, buildReview(checklist))
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
