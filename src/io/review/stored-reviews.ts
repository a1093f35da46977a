/**
 * An office's reviews in this browser, each under a key of its own: `intake:review:<edition>:<checklist>`. Invariants: what another
 * tab wrote meanwhile is read in the transaction that writes; a record that this page can't read is never written over.
 */
import { parseReview, type ReviewResult } from '../../core/review/read'
import type { Review } from '../../core/review/review'
import { recordsInUse } from '../storage/records'

/** Begins like a kind of key that older pages know: with one they don't, they would free no bytes any more. */
const prefix = 'intake:review:'
const keyOf = (edition: string, checklist: string) => `${prefix}${edition}:${checklist}`

/** Every stored review of an edition; those that can't be read by their checklist alone. @throws the platform's error */
export async function loadReviews(edition: string): Promise<{ reviews: Review[]; unreadable: string[] }> {
  const own = keyOf(edition, '')
  const keys = (await recordsInUse().keys()).filter(key => key.startsWith(own))
  const values = await recordsInUse().read(keys)
  const results = keys.map((key, i) => [key.slice(own.length), readStored(key, values[i])] as const)
  return {
    reviews: results.flatMap(([, result]) => (result.ok ? [result.review] : [])),
    unreadable: results.flatMap(([id, result]) => (result.ok ? [] : [id])),
  }
}

/** One stored review; null where there is none, or none that can be read. @throws the platform's error */
export async function loadReview(edition: string, checklist: string): Promise<Review | null> {
  const key = keyOf(edition, checklist)
  const [value] = await recordsInUse().read([key])
  const result = value === undefined ? null : readStored(key, value)
  return result?.ok ? result.review : null
}

/**
 * Changes what is stored of these checklists now, in one transaction. `change` gets what is stored of one, or null, and gives what
 * is to be stored. @returns the reviews as stored. @throws ReviewUnreadableError, the platform's error; nothing is changed then
 */
export async function changeReviews(
  edition: string,
  checklists: readonly string[],
  change: (checklist: string, stored: Review | null) => Review,
): Promise<Review[]> {
  const keys = checklists.map(checklist => keyOf(edition, checklist))
  let changed: Review[] = []
  await recordsInUse().change(keys, read => {
    changed = checklists.map((checklist, i) => {
      const key = keys[i] as string
      const value = read.get(key)
      if (value === undefined) return change(checklist, null)
      const result = readStored(key, value)
      if (!result.ok)
        throw new ReviewUnreadableError(`Cannot change review: ${key} has ${result.problem.code}`)
      return change(checklist, result.review)
    })
    return { put: changed.map((review, i) => [keys[i] as string, review]), remove: [] }
  })
  return changed
}

/** The stored record is in no format that this page knows; it stays as it is. */
export class ReviewUnreadableError extends Error {
  override name = 'ReviewUnreadableError'
}

/** On file:// anybody may have written: under its key must stand the review of that checklist. */
function readStored(key: string, value: unknown): ReviewResult {
  const result = parseReview(value)
  if (!result.ok || keyOf(result.review.edition, result.review.checklist) === key) return result
  return { ok: false, problem: { code: 'broken', field: 'checklist' } }
}
