/**
 * Where a printed list's entries begin: `1.` `２、` `(3)` `④`, a bare digit as in `5组织开展`, `一、` `（二）` `三是`
 * `第四，` and `●`. Only numbers in turn count, so that `前2、3名` and `2.5%` stay in their sentence.
 */
import { parseNumber } from './row-number'

interface ListEntry {
  number: number
  /** Without its number, as printed otherwise. */
  text: string
  /** The number may be part of the sentence. */
  isDoubtful: boolean
}

type Kind = 'digit' | 'bare' | 'bracket' | 'circled' | 'first' | 'chapter' | 'section' | 'ordinal' | 'bullet'

interface Marker {
  at: number
  end: number
  kind: Kind
  number: number
  /** Where a sentence's own number would not stand: behind `；`, `。` or a line break, or at the beginning. */
  isAtStart: boolean
  /** A digit follows, as in `2、3名`. */
  runsOn: boolean
}

const chinese = '[一二三四五六七八九十]{1,3}'
const kinds: [Kind, RegExp][] = [
  ['bracket', /[(（](\d{1,2})[)）]/],
  ['digit', /(?<!\d|\d\.)(\d{1,2})[.．、,，)）:：]/],
  // In front of a Chinese word, not of a unit.
  [
    'bare',
    /(?<!\d|\d\.)(\d{1,2})(?=[\p{Script=Han}“《])(?![年月日号个项家次名件条份点户人种类批万亿元篇册])/u,
  ],
  ['circled', /([①-⑳])/],
  ['first', new RegExp(`(${chinese})是`)],
  ['chapter', new RegExp(`(${chinese})[、.．]`)],
  ['section', new RegExp(`[(（](${chinese})[)）]`)],
  ['ordinal', new RegExp(`第(${chinese})[，,、：:]`)],
  ['bullet', /([●•■◆▪▲])/],
]
const marker = new RegExp(kinds.map(([, { source }]) => source).join('|'), 'gu')

const digits: readonly Kind[] = ['digit', 'bare', 'bracket', 'circled']
const clauseEnd = /(^|[;；。\n])[\s.．]*$/
/** Numbers that are words as well, and how a clause ends, so that they may follow. */
const behindClause: readonly Kind[] = ['bare', 'first', 'ordinal']
const closing = /[;；。.．,，、:：\s]$/
/** The characters after the stop of `2.5%`, `1.5万元`. */
const decimals = /^\d+(%|％|‰|倍|[万亿]|个百分点)/
const strayMarks = /^[\s.．、,，;；。:：]*$/

/** The entries of a numbered list; undefined where the text does not begin with a 1. Line breaks help to tell. */
export function findEntries(text: string): ListEntry[] | undefined {
  const all = markersOf(text)
  const first = all[0]
  if (first?.number !== 1 || !strayMarks.test(text.slice(0, first.at))) return undefined
  const found = markersInTurn(all, first)
  // `1.5万元` alone, or `一、` without a 二: a sentence that begins with a number.
  const isSentence = first.runsOn || !(digits.includes(first.kind) || first.kind === 'bullet')
  if (found.length === 1 && isSentence) return undefined
  return found.map(({ end, number, runsOn, isAtStart }, i) => ({
    number,
    text: text.slice(end, found[i + 1]?.at),
    isDoubtful: runsOn && !isAtStart,
  }))
}

function markersInTurn(all: readonly Marker[], first: Marker): Marker[] {
  const found = [first]
  const family = familyOf(first, all)
  for (const [index, one] of all.entries()) {
    const last = found[found.length - 1] ?? first
    if (one.at <= last.end || !family(one)) continue
    const number = one.kind === 'bullet' ? last.number + 1 : one.number
    const isBetterLater = () => all.slice(index + 1).some(other => other.number === number && other.isAtStart)
    const isNext = number === last.number + 1 && (one.isAtStart || !one.runsOn || !isBetterLater())
    // A number out of turn must stand at the beginning of a clause.
    const isOdd =
      one.isAtStart &&
      one.kind !== 'bare' &&
      (number === 1 || (number >= last.number && number <= last.number + 2))
    if (isNext || isOdd) found.push({ ...one, number })
  }
  return found
}

/** The markers that go on with the list: digits of every kind but those that begin at 1 again, inside an entry; else the same. */
function familyOf(first: Marker, all: readonly Marker[]): (one: Marker) => boolean {
  if (!digits.includes(first.kind)) return ({ kind }) => kind === first.kind
  const nested = all.filter(({ kind, number }) => number === 1 && kind !== first.kind).map(({ kind }) => kind)
  return ({ kind }) => digits.includes(kind) && !nested.includes(kind)
}

function markersOf(text: string): Marker[] {
  const halfWidth = text.replace(/[０-９]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  return [...halfWidth.matchAll(marker)].flatMap((match): Marker[] => {
    const place = match.slice(1).findIndex(group => group !== undefined)
    const kind = kinds[place]?.[0] ?? 'digit'
    const end = match.index + match[0].length
    const before = halfWidth.slice(0, match.index)
    const after = halfWidth.slice(end)
    const isAtStart = clauseEnd.test(before)
    const runsOn = kind === 'digit' && /^\d(?!\d{3}年)/.test(after)
    const isDecimal = runsOn && /[.:,]$/.test(match[0]) && (!isAtStart || decimals.test(after))
    const mayStand =
      isAtStart || (kind !== 'chapter' && (!behindClause.includes(kind) || closing.test(before)))
    if (isDecimal || !mayStand) return []
    return [{ at: match.index, end, kind, number: numberOf(match[place + 1] ?? ''), isAtStart, runsOn }]
  })
}

function numberOf(printed: string): number {
  if (/^\d/.test(printed)) return Number(printed)
  if (/[①-⑳]/.test(printed)) return printed.charCodeAt(0) - '①'.charCodeAt(0) + 1
  // A bullet: each is the first of those to come.
  return parseNumber(printed) ?? 1
}
