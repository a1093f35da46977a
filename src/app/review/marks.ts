import { createReuse } from '../../core/files/reuse'
import type { UnitRow } from '../../core/intake/collate'
import { countJudged, type Judged, judgedItems, tally } from '../../core/review/tally'
import { sayTally, standingMarks, summarize } from '../../wording/review'
import type { JudgedMarks } from '../intake/judged-marks'

const known = createReuse<Judged, JudgedMarks>()

/** What the matrix shows of the review of a unit. */
export function marksOf(judged: Judged): JudgedMarks {
  return known(judged, [], () => {
    const { row, review, standings } = judged
    const total = tally(standings)
    const [done, all] = countJudged(total)
    const cells = row.sections.flatMap(section => {
      const here = tally(standings, judgedItems(row, section, review))
      const { standing, says } = summarize(here)
      const isBegun = standing !== 'unseen' || countJudged(here)[0] > 0
      const mark = { mark: standingMarks[standing] || '…', says: sayTally(here) || says, tone: standing }
      return isBegun && countJudged(here)[1] > 0 ? [[section.id, mark] as const] : []
    })
    return { done, total: all, says: sayTally(total), cells: new Map(cells) }
  })
}

const none: JudgedMarks = { done: 0, total: 0, says: '', cells: new Map() }

/** A lookup for the rows of the matrix. */
export function marksByRow(units: readonly Judged[]): (row: UnitRow) => JudgedMarks {
  const found = new Map(units.map(judged => [judged.row, judged]))
  return row => {
    const judged = found.get(row)
    return judged ? marksOf(judged) : none
  }
}
