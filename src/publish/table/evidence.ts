/**
 * A 印证材料清单 cell as items. The rule (see `content/README.md`): split where the source numbers the list; where it
 * doesn't, at `；` and `。`, never at commas. Numbers and stray dots go, nothing else; a remark below the list is no item.
 */

import type { RowDoubt } from '../question'
import { joinLines } from './grid'
import { findEntries } from './list-marker'

export interface Evidence {
  /** The cell as one text. */
  text: string
  items: string[]
  doubts: RowDoubt[]
}

const edges = /^[\s.．、,，;；。:：]+|[\s.．、,，;；。:：]+$/g
const remark = /(?<=[;；。\n]\s*)[(（【]?(注|备注)[:：][\s\S]*$/

/** The items of a cell; a cell that only says there is nothing (`无`, `/`) has none. */
export function splitEvidence(cell: string): Evidence {
  if (/^[\s无/\\—-]*$/.test(cell)) return { text: '', items: [], doubts: [] }
  return splitNumbered(cell) ?? splitUnnumbered(cell)
}

/** The items of several cells that stand below each other beside one content. */
export function gatherEvidence(cells: readonly string[]): Evidence {
  const apart = cells.map(splitEvidence)
  const { text, items, doubts } = splitNumbered(cells.join('\n')) ?? {
    text: apart.flatMap(({ text }) => text || []).join('\n'),
    items: apart.flatMap(({ items }) => items),
    doubts: apart.flatMap(({ doubts }) => doubts.filter(({ code }) => code !== 'list-split')),
  }
  return {
    text,
    items,
    doubts: [{ code: 'evidence-gathered', cells: cells.length, count: items.length }, ...doubts],
  }
}

/** The parts from number to number; undefined where the text does not begin with a 1. */
function splitNumbered(cell: string): Evidence | undefined {
  const entries = findEntries(cell)
  if (!entries) return undefined
  const parts = entries.map(({ text }) => splitRemark(text))
  const numbers = entries.map(({ number }) => number)
  const isRegular = numbers.every((number, i) => number === i + 1)
  return {
    text: joinLines(cell),
    items: tidy(parts.map(({ list }) => list)),
    doubts: [
      ...(isRegular ? [] : [{ code: 'list-numbers', numbers } satisfies RowDoubt]),
      ...entries.flatMap(({ isDoubtful, number, text }): RowDoubt[] =>
        isDoubtful ? [{ code: 'list-number-unsure', number, text: joinLines(text) }] : [],
      ),
      ...parts.flatMap(({ doubts }) => doubts),
    ],
  }
}

function splitUnnumbered(cell: string): Evidence {
  const { list, doubts } = splitRemark(cell)
  const lines = list.split('\n').filter(line => line !== '')
  // Lines without any closing mark can only be told apart as lines.
  const isLines = lines.length > 1 && !/[;；。]/.test(list)
  const items = tidy(isLines ? lines : splitClauses(joinLines(list)))
  const by = isLines ? 'lines' : 'punctuation'
  return {
    text: isLines ? cell : joinLines(cell),
    items,
    doubts: [
      ...(items.length > 1 ? [{ code: 'list-split', count: items.length, by } satisfies RowDoubt] : []),
      ...doubts,
    ],
  }
}

/** A list and the `注：` at its end, which stays in the cell's text only. */
function splitRemark(text: string): { list: string; doubts: RowDoubt[] } {
  const found = remark.exec(text)
  if (!found) return { list: text, doubts: [] }
  return {
    list: text.slice(0, found.index),
    doubts: [{ code: 'list-remark', text: joinLines(found[0]) }],
  }
}

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
  return parts.map(part => joinLines(part).replace(edges, '')).filter(part => part !== '')
}
