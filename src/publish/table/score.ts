/** The score that a row prints: at the end of its content in brackets, in its name, or in a column of its own. */
import type { Scoring } from '../../core/edition/catalogue'
import type { RowDoubt } from '../question'
import { joinLines } from './grid'
import { parseNumber } from './row-number'

export interface Score {
  scoring?: Scoring
  doubts: RowDoubt[]
}

const amount = '(\\d+(?:\\.\\d+)?)\\s*分'
const earned = new RegExp(`^(?:满分|分值|计|得|共)?[:为]?\\s*${amount}(?!钟|之)`)
const summed = new RegExp(`共\\s*${amount}$`)
const most = '(?:最高|最多|上限|至多|累计|不超过|封顶)'
const limited = new RegExp(`${most}[^\\d]{0,6}${amount}|扣完\\D{0,4}${amount}|${amount}封顶`)
const each = new RegExp(`[扣减]\\s*${amount}`)
const added = new RegExp(`加\\s*${amount}`)
const veto = /一票否决|(一律|直接|评|判|认|确|视)(评|判|认|确)?(定)?为不(合格|达标|及格)/

/** The kind that a level's name gives its rows: 加分项, 减分项, 否决项; `either` of 加减分项. */
export function kindOfName(name: string): 'bonus' | 'deduction' | 'either' | 'veto' | undefined {
  const bare = name.replace(/[\s、.．0-9一二三四五六七八九十()（）]/g, '')
  if (/否决(项|指标|事项|情形)?(分)?$/.test(bare)) return 'veto'
  if (/加[、/和及]?[减扣]分?|奖[惩罚]|加分.*[减扣]分/.test(bare)) return 'either'
  const end = '(项|项目|指标|事项|因素|情形|部分|内容|清单)?(分)?$'
  if (new RegExp(`(加分|附加分|奖励分)${end}|^(附加|额外|特色|奖励)(项|分)${end}|加分项`).test(bare))
    return 'bonus'
  if (new RegExp(`(扣分|减分|倒扣|负面)${end}|(扣|减)分项|负面清单`).test(bare)) return 'deduction'
  return undefined
}

/** 宣传培训 10分, 任务：20分 at the end of a name. */
export function parseNameScore(name: string): Score {
  const bracketed = parseScore(name)
  const [, number] = /[\s:、]\s*(\d+(?:\.\d+)?)\s*分$/.exec(half(name)) ?? []
  return bracketed.scoring || number === undefined ? bracketed : pointsOf('points', Number(number))
}

/** The score that a content text states: `（5分）`, `(每项扣1 分,最高扣 2 分)`, `一律为不合格`. */
export function parseScore(content: string): Score {
  const text = half(content)
  const brackets = [...text.matchAll(/\(([^()]*)\)/g)].map(match => match[1]?.trim() ?? '')
  const deductions = brackets.filter(part => /[扣减]/.test(part) && (limited.test(part) || each.test(part)))
  const bonuses = brackets.filter(part => /加/.test(part) && (limited.test(part) || added.test(part)))
  // What stands first counts: 5分，未开展的扣2分 is a score of 5.
  const points = brackets.flatMap(part => {
    const pattern = [earned, summed].find(pattern => pattern.test(part))
    return pattern ? numberIn(pattern, part) : []
  })
  if (points.length > 0) return earnedScore(points)
  const last = deductions[deductions.length - 1]
  if (last !== undefined) return limitedScore('deduction', last, each)
  const more = bonuses[bonuses.length - 1]
  if (more !== undefined) return limitedScore('bonus', more, added)
  if (veto.test(text)) return { scoring: { kind: 'veto' }, doubts: [] }
  return { doubts: [] }
}

/** The points that a text without brackets adds or takes: 每项加2分，最多加5分. The kind is known from elsewhere. */
export function parseLimit(content: string, kind: 'bonus' | 'deduction'): Score {
  const text = half(content)
  return limited.test(text) || (kind === 'bonus' ? added : each).test(text)
    ? limitedScore(kind, text, kind === 'bonus' ? added : each)
    : { doubts: [] }
}

/** `(3)` at the end of a text, where other rows print `(3分)`. */
export function parseBareScore(content: string): Score {
  const [, number] = /\((\d{1,3}(?:\.\d+)?)\)\s*$/.exec(half(content)) ?? []
  if (number === undefined) return { doubts: [] }
  return {
    scoring: { kind: 'points', points: Number(number) },
    doubts: [{ code: 'score-odd', text: content.slice(-12), points: Number(number) }],
  }
}

/**
 * What a cell of the score column says: `5`, `５分`, `二十分`, `20(10+10)`, `+3`, `-2`, `最高扣2分`, `否决`. What can mean
 * more than one thing is a doubt that quotes it, with the number taken if any.
 */
export function parseScoreCell(cell: string): Score {
  const text = half(cell).replace(/[\s]/g, '')
  if (text === '' || /^[-—/]+$/.test(text)) return { doubts: [] }
  if (/否决|不合格/.test(text)) return { scoring: { kind: 'veto' }, doubts: [] }
  const odd = (points?: number): Score => ({
    ...(points !== undefined && points > 0 && { scoring: { kind: 'points', points } }),
    doubts: [
      { code: 'score-odd', text: joinLines(cell), ...(points !== undefined && points > 0 && { points }) },
    ],
  })
  if (
    /\n/.test(cell.trim()) &&
    cell
      .trim()
      .split('\n')
      .filter(line => /\d/.test(line)).length > 1
  )
    return odd()
  const plain = /^([+-]?)(\d+(?:\.\d+)?)[分.。]*(?:\((.*)\))?$/.exec(text.replace(/^\(([^()]*)\)$/, '$1'))
  if (plain)
    return (
      plainScore(plain[1] ?? '', Number(plain[2]), plain[3] ?? '') ??
      odd(Number(plain[2]) > mostPoints ? undefined : Number(plain[2]))
    )
  const chinese = /^([一二三四五六七八九十]{1,3})分$/.exec(text)
  if (chinese) return pointsOf('points', parseNumber(chinese[1] ?? '') ?? 0)
  const isBonus = /加/.test(text)
  if (/[扣减加]/.test(text) && /\d/.test(text) && !/[-~至]\d/.test(text.slice(1)))
    return limitedScore(isBonus ? 'bonus' : 'deduction', withUnit(text), isBonus ? added : each)
  const limit = limited.exec(withUnit(text))
  if (limit && /^\D*\d+(\.\d+)?分?$/.test(text)) return pointsOf('points', numberIn(limited, withUnit(text)))
  if (limit) return odd(numberIn(limited, withUnit(text)))
  const range = /^\d+(?:\.\d+)?[-~至—]+(\d+(?:\.\d+)?)分?$/.exec(text)
  if (range) return odd(Number(range[1]))
  const named = /^(?:满分|共|计|分值|标准分)[:为]?(\d+(?:\.\d+)?)分?$/.exec(text)
  if (named) return pointsOf('points', Number(named[1]))
  return odd()
}

/** A larger number is no score but a year or a phone number. */
const mostPoints = 1000

/** `20`, and what stands in brackets behind it: a sum that fits, or how points are lost. */
function plainScore(sign: string, value: number, inBrackets: string): Score | undefined {
  if (value === 0) return { doubts: [] }
  if (value > mostPoints) return undefined
  const kind = sign === '+' ? 'bonus' : sign === '-' ? 'deduction' : 'points'
  if (inBrackets === '' || /[扣减得加]/.test(inBrackets)) return pointsOf(kind, value)
  const parts = inBrackets
    .split('+')
    .map(part => Number(/^\D{0,6}(\d+(?:\.\d+)?)分?$/.exec(part)?.[1] ?? Number.NaN))
  return parts.reduce((sum, part) => sum + part, 0) === value ? pointsOf(kind, value) : undefined
}

function withUnit(text: string): string {
  return text.replace(/(\d)(?!\d|\.|分|次|项|个|起|件|%)/g, '$1分')
}

function half(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[〔【[]/g, '(')
    .replace(/[〕】\]]/g, ')')
    .replace(/[−–]/g, '-')
}

function pointsOf(kind: 'points' | 'bonus' | 'deduction', points: number): Score {
  return points > 0 ? { scoring: { kind, points }, doubts: [] } : { doubts: [] }
}

function earnedScore(points: number[]): Score {
  const total = points.reduce((sum, value) => sum + value, 0)
  const doubts: RowDoubt[] =
    points.length > 1 ? [{ code: 'score-several', found: points.map(String), points: total }] : []
  return { scoring: { kind: 'points', points: total }, doubts }
}

function limitedScore(kind: 'bonus' | 'deduction', text: string, once: RegExp): Score {
  const isLimited = limited.test(text)
  const points = numberIn(isLimited ? limited : once, text)
  if (!(points > 0)) return { doubts: [{ code: 'score-odd', text }] }
  return { scoring: { kind, points }, doubts: isLimited ? [] : [{ code: 'score-without-limit', text }] }
}

function numberIn(pattern: RegExp, text: string): number {
  const match = pattern.exec(text)
  return Number(match?.slice(1).find(group => group !== undefined))
}
