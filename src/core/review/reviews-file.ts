/** 审核记录: all reviews of an edition in one file, for another office computer, or for safe keeping. */
import { FieldError, list, object, text } from '../checklist/fields'
import { compareIds, type RecordProblem } from '../checklist/record'
import { parseReview } from './read'
import type { Review } from './review'

const reviewsFormat = 1

/** What tells it from any other file. */
const kind = 'yinzheng-reviews'

/** `other-edition`: of another year; `no-reviews`: another kind of file. */
export type ReviewsResult =
  | { ok: true; reviews: Review[] }
  | {
      ok: false
      problem: RecordProblem | { code: 'no-reviews' } | { code: 'other-edition'; edition: string }
    }

/** The text of the file: the same reviews give the same text, in whatever order they were written. */
export function writeReviews(edition: string, reviews: readonly Review[]): string {
  const sorted = [...reviews].sort((a, b) => (a.checklist < b.checklist ? -1 : 1)).map(inOrder)
  return `${JSON.stringify({ kind, format: reviewsFormat, edition, reviews: sorted }, null, 1)}\n`
}

/** Reads the file; one review that can't be read refuses the whole, so that nothing is left out unseen. */
export function readReviews(content: string, edition: string): ReviewsResult {
  try {
    const record = object(parseJson(content), 'file')
    if (record.kind !== kind) return { ok: false, problem: { code: 'no-reviews' } }
    const { format } = record
    if (typeof format === 'number' && format > reviewsFormat)
      return { ok: false, problem: { code: 'newer-format', format } }
    if (format !== reviewsFormat) throw new FieldError('format')
    const of = text(record.edition, 'edition')
    if (of !== edition) return { ok: false, problem: { code: 'other-edition', edition: of } }
    const reviews: Review[] = []
    for (const entry of list(record.reviews, 'reviews')) {
      const result = parseReview(entry)
      if (!result.ok) return result
      // One of another edition has no business here, and would be stored under this one's.
      if (result.review.edition !== edition) throw new FieldError('reviews.edition')
      reviews.push(result.review)
    }
    return { ok: true, reviews }
  } catch (error) {
    if (error instanceof FieldError) return { ok: false, problem: { code: 'broken', field: error.message } }
    throw error
  }
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    throw new FieldError('file')
  }
}

function inOrder({ format, edition, checklist, unit, words, scores, closing }: Review): Review {
  const sorted = <Value>(record: Record<string, Value>) =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => compareIds(a, b)))
  return { format, edition, checklist, unit, words: sorted(words), scores: sorted(scores), closing }
}
