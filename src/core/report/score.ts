/**
 * 自评分: the scores a unit gives itself, row by row. In come the texts people typed, out go numbers and their sum. A text
 * that is no possible score is marked as wrong; it is never counted, guessed or changed.
 */

import type { Checklist } from '../checklist/checklist'
import type { Catalogue, Indicator, Scoring } from '../edition/catalogue'
import { reportIndicators } from './report'

/** A row's score as typed, and what it means: points earned, more or taken off, whether a veto happened. */
export type Score =
  | { kind: 'empty' }
  | { kind: 'points' | 'bonus' | 'deduction'; points: number }
  | { kind: 'veto'; happened: boolean }
  | { kind: 'wrong'; text: string }

interface ScoredIndicator {
  indicator: Indicator
  score: Score
}

export interface ScoreSheet {
  rows: ScoredIndicator[]
  /** Sum of the points earned, of the bonus points, of the deductions, and what remains of all. */
  earned: number
  added: number
  deducted: number
  total: number
  /** Most that the unit's rows can earn. */
  most: number
  /** Number of rows without a text. */
  empty: number
  /** Number of rows whose text is no possible score. */
  wrong: number
  /** Number of rows to earn points that have no score, or no possible one: without them a sum would say too little. */
  open: number
  /** Null while no veto row was answered. */
  veto: boolean | null
}

/** The two answers to a veto row, as stored: did it happen? */
export const vetoAnswers = { yes: '是', no: '否' } as const

/** The score in `text`; digits and full stop may be full-width. A score lies between 0 and the row's points. */
export function parseScore(scoring: Scoring, text: string): Score {
  const typed = text.normalize('NFKC').trim()
  if (typed === '') return { kind: 'empty' }
  if (scoring.kind === 'veto') {
    if (typed === vetoAnswers.yes || typed === vetoAnswers.no)
      return { kind: 'veto', happened: typed === vetoAnswers.yes }
    return { kind: 'wrong', text }
  }
  if (scoring.kind === 'none') return { kind: 'wrong', text }
  const points = /^\d{1,4}(\.\d{1,2})?$/.test(typed) ? Number(typed) : Number.NaN
  return points <= scoring.points ? { kind: scoring.kind, points } : { kind: 'wrong', text }
}

/** All scores of a unit's rows with their sums; null where it gave none. */
export function buildScoreSheet(catalogue: Catalogue, checklist: Checklist): ScoreSheet | null {
  const asked = reportIndicators(catalogue, checklist).filter(
    ({ id, scoring }) => scoring.kind !== 'none' || Boolean(checklist.report.scores[id]),
  )
  const rows = asked.map(indicator => {
    const score = parseScore(indicator.scoring, checklist.report.scores[indicator.id] ?? '')
    return { indicator, score }
  })
  const count = (kind: Score['kind']) => rows.filter(row => row.score.kind === kind).length
  if (count('empty') === rows.length) return null
  const sumOf = (kind: 'points' | 'bonus' | 'deduction') =>
    sum(rows.map(({ score }) => (score.kind === kind ? score.points : 0)))
  const [earned, added, deducted] = [sumOf('points'), sumOf('bonus'), sumOf('deduction')]
  const vetoes = rows.flatMap(({ score }) => (score.kind === 'veto' ? [score.happened] : []))
  return {
    rows,
    earned,
    added,
    deducted,
    total: sum([earned, added, -deducted]),
    most: sum(rows.map(({ indicator: { scoring } }) => (scoring.kind === 'points' ? scoring.points : 0))),
    empty: count('empty'),
    wrong: count('wrong'),
    open: rows.filter(
      ({ indicator, score }) => indicator.scoring.kind === 'points' && score.kind !== 'points',
    ).length,
    veto: vetoes.length > 0 ? vetoes.includes(true) : null,
  }
}

/** Rounded to hundredths, as typed: 0.1 + 0.2 is 0.3. */
function sum(points: readonly number[]): number {
  return Math.round(points.reduce((total, more) => total + more, 0) * 100) / 100
}
