/**
 * A 印证材料清单 cell as items. The rule (see `content/README.md`): split where the source numbers the list; where it
 * doesn't, at `；` and `。`, never at commas. Numbers and stray dots go, nothing else.
 */
import { joinLines } from './grid'
import type { RowDoubt } from './question'

export interface Evidence {
  /** The cell as one text. */
  text: string
  items: string[]
  doubts: RowDoubt[]
}

/** `1.` `２、` `(3)` `④` `4,`; or a bare digit in front of a Chinese word, as in `5组织开展`. */
const marker =
  /[(（](\d{1,2})[)）]|(?<!\d|\d\.)(\d{1,2})(?:[.．、,，)）:：](?!\d(?!\d{3}年))|(?=[\p{Script=Han}“《])(?![年月日号个项家次名件条份点户人种类批万亿元]))|([①-⑳])/gu

/** How a clause ends, so that a number may follow. */
const closing = /[;；。.．,，、:：\s]$/
const edges = /^[\s.．、,，;；。:：]+|[\s.．、,，;；。:：]+$/g

/** The items of a cell; a cell that only says there is nothing (`无`, `/`) has none. */
export function splitEvidence(cell: string): Evidence {
  if (/^[\s无/\\—-]*$/.test(cell)) return { text: '', items: [], doubts: [] }
  const text = joinLines(cell)
  const numbered = splitNumbered(text)
  if (numbered) return numbered
  const lines = cell.split('\n')
  // Lines without any closing mark can only be told apart as lines.
  if (lines.length > 1 && !/[;；。]/.test(cell)) {
    return {
      text: cell,
      items: tidy(lines),
      doubts: [{ code: 'list-split', count: lines.length, by: 'lines' }],
    }
  }
  const items = tidy(splitClauses(text))
  const doubts: RowDoubt[] =
    items.length > 1 ? [{ code: 'list-split', count: items.length, by: 'punctuation' }] : []
  return { text, items, doubts }
}

/** The parts from number to number; undefined where the text does not begin with a 1. */
function splitNumbered(text: string): Evidence | undefined {
  const found: { at: number; number: number }[] = []
  const halfWidth = text.replace(/[０-９]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  for (const match of halfWidth.matchAll(marker)) {
    const before = halfWidth.slice(0, match.index)
    const number = Number(match[1] ?? match[2] ?? circled(match[3] ?? ''))
    const last = found[found.length - 1]
    if (!last) {
      if (before.replace(edges, '') !== '') return undefined
      if (number === 1) found.push({ at: match.index, number })
      continue
    }
    const isBare = match[2] !== undefined && match[0] === match[2]
    // The next number may follow anything but needs its mark; one out of turn must stand at the beginning of a clause.
    const isNext = number === last.number + 1 && (!isBare || closing.test(before))
    const isOdd = !isBare && /[;；。]$/.test(before) && number >= last.number && number <= last.number + 2
    if (isNext || isOdd) found.push({ at: match.index, number })
  }
  if (found.length === 0) return undefined
  const parts = found.map(({ at }, i) => text.slice(at, found[i + 1]?.at).replace(leading, ''))
  const numbers = found.map(({ number }) => number)
  const isRegular = numbers.every((number, i) => number === i + 1)
  return { text, items: tidy(parts), doubts: isRegular ? [] : [{ code: 'list-numbers', numbers }] }
}

const leading = /^\s*(?:[(（][\d０-９]{1,2}[)）]|[\d０-９]{1,2}[.．、,，)）:：]?|[①-⑳])/

/** Clauses between `；` and `。` that stand in no brackets or quotes. */
function splitClauses(text: string): string[] {
  const clauses = ['']
  let depth = 0
  for (const character of text) {
    if (/[(（“《「]/.test(character)) depth++
    if (/[)）”》」]/.test(character)) depth = Math.max(0, depth - 1)
    if (depth === 0 && /[;；。]/.test(character)) clauses.push('')
    else clauses[clauses.length - 1] += character
  }
  return clauses
}

function tidy(parts: string[]): string[] {
  return parts.map(part => part.replace(edges, '')).filter(part => part !== '')
}

function circled(character: string): number {
  return character === '' ? 0 : character.charCodeAt(0) - '①'.charCodeAt(0) + 1
}
