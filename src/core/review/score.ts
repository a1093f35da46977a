/** 县初评分 added up by the rules of 自评分. */
import type { Checklist } from '../checklist/checklist'
import type { Catalogue } from '../edition/catalogue'
import { buildScoreSheet, type ScoreSheet } from '../report/score'
import type { Review } from './review'

/** The office's points of a unit's rows with their sums; null where it gave none. */
export function scoreReview(catalogue: Catalogue, checklist: Checklist, review: Review): ScoreSheet | null {
  const scores = Object.fromEntries(Object.entries(review.scores).map(([id, { text }]) => [id, text]))
  return buildScoreSheet(catalogue, { ...checklist, report: { ...checklist.report, scores } })
}
