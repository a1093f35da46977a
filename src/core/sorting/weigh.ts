/** Weighs one text, a folder's name or a file's, against the edition's words: which rows it speaks of, and how plainly. */
import type { SortingTarget } from './suggestion'
import type { Vocabulary } from './vocabulary'
import { pairsOf } from './words'

export interface Weight {
  /** Of a row: the rarity of the pairs it shares with the text, summed up. */
  rows: Map<number, number>
  /** Of an item: the same for its own words; general words count a quarter. */
  items: Map<SortingTarget, number>
  /** Telling pairs of the text. */
  size: number
  /** Of a row: how many of them it has. */
  shared: Map<number, number>
}

/** The weight of a general word where the row is known, and only its items are to be told apart. */
const generalWeight = 0.25

export function weigh(words: string, vocabulary: Vocabulary): Weight {
  const { telling, general } = pairsOf(words)
  const weight: Weight = { rows: new Map(), items: new Map(), size: telling.length, shared: new Map() }
  for (const pair of telling) {
    const rarity = vocabulary.rarityOf(pair)
    for (const row of vocabulary.rowsOf.get(pair) ?? []) {
      weight.rows.set(row, (weight.rows.get(row) ?? 0) + rarity)
      weight.shared.set(row, (weight.shared.get(row) ?? 0) + 1)
    }
  }
  for (const [pairs, share] of [
    [telling, 1],
    [general, generalWeight],
  ] as const) {
    for (const pair of pairs) {
      for (const [target, rarity] of vocabulary.itemsOf.get(pair) ?? [])
        weight.items.set(target, (weight.items.get(target) ?? 0) + share * rarity)
    }
  }
  return weight
}

/** The row that a text speaks of most, the next one, and how much of the text the first explains. */
export interface Best {
  row: number
  weight: number
  /** The weight of the next row. */
  next: number
  /** From 0 to 1: the part of the text's telling pairs that the row has. */
  cover: number
}

/** Null where a text shares nothing with any row. */
export function bestOf({ rows, shared, size }: Weight): Best | null {
  let best: Best = { row: -1, weight: 0, next: 0, cover: 0 }
  for (const [row, weight] of rows) {
    if (weight > best.weight)
      best = { row, weight, next: best.weight, cover: (shared.get(row) ?? 0) / Math.max(1, size) }
    else if (weight > best.next) best.next = weight
  }
  return best.weight > 0 ? best : null
}

/** Plain enough to be taken unseen: four rare characters in a row or as much in pieces, and no other row has half of it. */
export function isPlain(best: Best | null): best is Best {
  if (!best) return false
  const enough = best.cover >= 0.85 ? 2.4 : 2.9
  return best.weight >= enough && best.cover >= 0.4 && best.next <= best.weight * 0.55
}
