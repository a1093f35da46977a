/** How a row scores, and what a department is for it, as people read it. */
import type { Responsible, Scoring } from './catalogue'

/** 4 分, 最高加 2 分, 最高扣 2 分, 一票否决; empty where it scores nothing. */
export function formatScoring(scoring: Scoring): string {
  switch (scoring.kind) {
    case 'none':
      return ''
    case 'veto':
      return '一票否决'
    case 'points':
      return `${scoring.points} 分`
    case 'bonus':
      return `最高加 ${scoring.points} 分`
    case 'deduction':
      return `最高扣 ${scoring.points} 分`
  }
}

export function formatPart(part: Responsible['part']): string {
  return part === 'lead' ? '牵头' : '配合'
}
