/** The score that a row prints: at the end of its content in brackets, or in a column of its own. */
import type { Scoring } from '../../core/edition/catalogue'
import type { RowDoubt } from '../question'

export interface Score {
  scoring?: Scoring
  doubts: RowDoubt[]
}

const amount = '(\\d+(?:\\.\\d+)?)\\s*分'
const earned = new RegExp(`^(?:满分|分值|计|得|共)?[:为]?\\s*${amount}(?!钟|之)`)
const summed = new RegExp(`共\\s*${amount}$`)
const limited = new RegExp(`(?:最高|最多|上限|至多|累计)[^\\d]{0,6}${amount}|扣完\\D{0,4}${amount}`)
const each = new RegExp(`扣\\s*${amount}`)
const veto = /一票否决|(一律|直接|评|判|认|确|视)(评|判|认|确)?(定)?为不(合格|达标|及格)/

/** What a content text scores; `（5分）` `(每项扣1 分,最高扣 2 分)` `一律为不合格`. */
export function parseScore(content: string): Score {
  const text = content
    .normalize('NFKC')
    .replace(/[〔【[]/g, '(')
    .replace(/[〕】\]]/g, ')')
  const brackets = [...text.matchAll(/\(([^()]*)\)/g)].map(match => match[1]?.trim() ?? '')
  const deductions = brackets.filter(part => part.includes('扣') && (limited.test(part) || each.test(part)))
  // What stands first counts: 5分，未开展的扣2分 is a score of 5.
  const points = brackets.flatMap(part => {
    const pattern = [earned, summed].find(pattern => pattern.test(part))
    return pattern ? numberIn(pattern, part) : []
  })
  if (points.length > 0) return earnedScore(points)
  const last = deductions[deductions.length - 1]
  if (last !== undefined) return deducted(last)
  if (veto.test(text)) return { scoring: { kind: 'veto' }, doubts: [] }
  return { doubts: [] }
}

/** What a cell of the score column says: `5`, `５分`, `-2`, `最高扣2分`, `否决`. */
export function parseScoreCell(cell: string): Score {
  const text = cell.normalize('NFKC').replace(/[\s()]/g, '')
  if (text === '' || /^[-—/]+$/.test(text)) return { doubts: [] }
  if (/否决|不合格/.test(text)) return { scoring: { kind: 'veto' }, doubts: [] }
  const value = Number(/\d+(\.\d+)?/.exec(text)?.[0] ?? 0)
  if (value === 0) return { doubts: [] }
  return /^-|扣/.test(text)
    ? { scoring: { kind: 'deduction', points: value }, doubts: [] }
    : { scoring: { kind: 'points', points: value }, doubts: [] }
}

function earnedScore(points: number[]): Score {
  const total = points.reduce((sum, value) => sum + value, 0)
  const doubts: RowDoubt[] =
    points.length > 1 ? [{ code: 'score-several', found: points.map(String), points: total }] : []
  return { scoring: { kind: 'points', points: total }, doubts }
}

function deducted(text: string): Score {
  const isLimited = limited.test(text)
  const points = numberIn(isLimited ? limited : each, text)
  return {
    scoring: { kind: 'deduction', points },
    doubts: isLimited ? [] : [{ code: 'score-without-limit', text }],
  }
}

function numberIn(pattern: RegExp, text: string): number {
  const match = pattern.exec(text)
  return Number(match?.[1] ?? match?.[2])
}
