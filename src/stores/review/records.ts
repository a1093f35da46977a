/** 审核记录: the reviews as a file, for another office computer or for safe keeping, and back. */
import { atom } from 'nanostores'
import { type Refusal, refusalOf } from '../../core/files/refusal'
import type { Disagreement } from '../../core/review/merge'
import { type Review, type ReviewChange, saysAnything } from '../../core/review/review'
import type { ReviewsResult } from '../../core/review/reviews-file'
import { downloadBlob } from '../../io/files/download'
import { getCatalogue } from '../page'
import { $reviews, bringInReviews, changeKeptReview } from './reviews'

/** Something that two computers said differently of a unit. */
export interface Differing {
  review: Review
  disagreement: Disagreement
}

export type Records =
  | { state: 'idle' }
  | { state: 'exported'; fileName: string }
  /** `units`: of how many there was a review in the file. */
  | { state: 'brought'; name: string; units: number; differing: readonly Differing[] }
  | { state: 'refused'; name: string; problem: (ReviewsResult & { ok: false })['problem'] }
  | { state: 'unread'; name: string; refusal: Refusal }

export const $records = atom<Records>({ state: 'idle' })

/** Hands the file to the browser's downloads. */
export async function exportReviews(): Promise<void> {
  const { edition, bundleTitle } = getCatalogue()
  const { writeReviews } = await import('../../io/review/exchange')
  const text = writeReviews(edition, [...$reviews.get().values()].filter(saysAnything))
  const fileName = `${bundleTitle}审核记录.json`
  downloadBlob(new Blob([text], { type: 'application/json' }), fileName)
  $records.set({ state: 'exported', fileName })
}

/** Reads the file and unites it with what is here. */
export async function importReviews(file: File): Promise<void> {
  const { name } = file
  try {
    const { readReviews, findDisagreements } = await import('../../io/review/exchange')
    const result = readReviews(await file.text(), getCatalogue().edition)
    if (!result.ok) return $records.set({ state: 'refused', name, problem: result.problem })
    const mine = $reviews.get()
    const differing = result.reviews.flatMap(review => {
      const own = mine.get(review.checklist)
      return own ? findDisagreements(own, review).map(disagreement => ({ review, disagreement })) : []
    })
    bringInReviews(result.reviews)
    $records.set({ state: 'brought', name, units: result.reviews.length, differing })
  } catch (error) {
    $records.set({ state: 'unread', name, refusal: refusalOf(error) })
  }
}

/** Takes the other of two words that differ; `other` says it. */
export function chooseOther(differing: Differing, other: ReviewChange): void {
  changeKeptReview(differing.review, other)
  const records = $records.get()
  if (records.state !== 'brought') return
  $records.set({ ...records, differing: records.differing.filter(one => one !== differing) })
}

export function dismissRecords(): void {
  $records.set({ state: 'idle' })
}
