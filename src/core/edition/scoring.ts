/** How a row scores, as people read it. */
import type { Scoring } from './catalogue'

/** 4 分, 最高扣 2 分, 一票否决. */
export function formatScoring(scoring: Scoring): string {
  if (scoring.kind === 'veto') return '一票否决'
  return scoring.kind === 'points' ? `${scoring.points} 分` : `最高扣 ${scoring.points} 分`
}
