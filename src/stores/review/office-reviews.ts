/** What the offices said that rolled units up: their 审核记录, straight out of their bags, shown beside the unit's own words. */
import { atom } from 'nanostores'
import type { HandIn } from '../../core/intake/hand-in'
import { type Review, reviewsName } from '../../core/review/review'
import { oneAtATime } from '../attempt'
import { $handIns, findTagFile } from '../intake/hand-ins'
import { getCatalogue } from '../page'

export interface OfficeReview {
  office: string
  review: Review
}

/** By the id of the hand-in. */
export const $officeReviews = atom<ReadonlyMap<string, OfficeReview>>(new Map())

/** A record of 480 units, each word kept, has some 30 MB. */
const longest = 64 * 1024 * 1024

/** The reviews of each bag, read once. */
const read = new WeakMap<object, ReadonlyMap<string, Review>>()

/** From now on follows what comes in. */
export function followOfficeReviews(): void {
  $handIns.subscribe(oneAtATime(readAll))
}

async function readAll(): Promise<void> {
  const found = new Map<string, OfficeReview>()
  for (const handIn of $handIns.get().filter(({ office }) => office !== '')) {
    const review = (await reviewsBeside(handIn))?.get(handIn.checklist.id)
    if (review) found.set(handIn.id, { office: handIn.office, review })
  }
  if (found.size > 0 || $officeReviews.get().size > 0) $officeReviews.set(found)
}

/** What can't be read is not there: the bag's own check says that it was altered. */
async function reviewsBeside(handIn: HandIn): Promise<ReadonlyMap<string, Review> | null> {
  const file = findTagFile(handIn, reviewsName)
  if (!file || file.size > longest) return null
  const known = read.get(file.source)
  if (known) return known
  const { readReviews } = await import('../../io/review/exchange')
  const result = readReviews(await (await file.open()).text(), getCatalogue().edition)
  const reviews = new Map(result.ok ? result.reviews.map(review => [review.checklist, review] as const) : [])
  read.set(file.source, reviews)
  return reviews
}
