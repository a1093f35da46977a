/** How far the office is with each unit of the matrix: its review, and how every item stands. */
import { computed } from 'nanostores'
import { createReuse } from '../../core/files/reuse'
import type { UnitRow } from '../../core/intake/collate'
import { checklistIdsOf, reviewOf } from '../../core/review/of-unit'
import { type Judged, standingsOf } from '../../core/review/tally'
import { $matrix } from '../intake/matrix'
import { $reviews } from './reviews'

const known = createReuse<UnitRow, Judged>()

/** In the order of the matrix. A unit of which nothing new was said stays the same object. */
export const $judged = computed([$matrix, $reviews], ({ rows }, reviews) =>
  rows.map(row => {
    const said = checklistIdsOf(row).map(id => reviews.get(id))
    return known(row, said, () => {
      const review = reviewOf(row, reviews)
      return { row, review, standings: standingsOf(row, review) }
    })
  }),
)
