/**
 * Unites two reviews of one checklist: two people share the rows, each on a computer of her own. The newest word on an item counts,
 * the others stay behind it. Merging the same again changes nothing, and which side comes first decides nothing.
 */
import { idsOf } from '../checklist/record'
import type { Closing, OfficeScore, Review, ReviewChange, Word } from './review'

/** Two words that do not say the same, neither of which knew of the other. The first of the two counts. */
export type Disagreement =
  | { kind: 'word'; item: string; words: readonly [Word, Word] }
  | { kind: 'score'; indicator: string; scores: readonly [OfficeScore, OfficeScore] }
  | { kind: 'closing'; closings: readonly [Closing, Closing] }

/** Both united; the unit's name is that of the newer one. */
export function mergeReviews(mine: Review, theirs: Review): Review {
  const words = idsOf(mine.words, theirs.words).map(item => {
    return [item, uniteWords(mine.words[item] ?? [], theirs.words[item] ?? [])] as const
  })
  const scores = idsOf(mine.scores, theirs.scores).map(id => {
    return [id, later(mine.scores[id], theirs.scores[id]) as OfficeScore] as const
  })
  return {
    ...mine,
    unit: newestOf(mine) >= newestOf(theirs) ? mine.unit : theirs.unit,
    words: Object.fromEntries(words),
    scores: Object.fromEntries(scores),
    closing: later(mine.closing, theirs.closing) ?? null,
  }
}

/** Where both computers said something else; one that has the other's word behind its own has decided. */
export function findDisagreements(mine: Review, theirs: Review): Disagreement[] {
  const words = idsOf(mine.words, theirs.words).flatMap((item): Disagreement[] => {
    const [left, right] = [mine.words[item] ?? [], theirs.words[item] ?? []]
    const [own, other] = [left[0], right[0]]
    if (!own || !other || saysSame(own, other) || holds(left, other) || holds(right, own)) return []
    return [{ kind: 'word', item, words: own === later(own, other) ? [own, other] : [other, own] }]
  })
  const scores = idsOf(mine.scores, theirs.scores).flatMap((indicator): Disagreement[] => {
    const [own, other] = [mine.scores[indicator], theirs.scores[indicator]]
    if (!own || !other || (own.text === other.text && own.reason === other.reason)) return []
    return [{ kind: 'score', indicator, scores: own === later(own, other) ? [own, other] : [other, own] }]
  })
  const [own, other] = [mine.closing, theirs.closing]
  const isOther = own && other && (own.text !== other.text || own.until !== other.until)
  const closings: Disagreement[] = isOther
    ? [{ kind: 'closing', closings: own === later(own, other) ? [own, other] : [other, own] }]
    : []
  return [...words, ...scores, ...closings]
}

/** Says again what did not count of the two. */
export function otherOf(disagreement: Disagreement): ReviewChange {
  switch (disagreement.kind) {
    case 'word':
      return { kind: 'word', item: disagreement.item, ...disagreement.words[1] }
    case 'score':
      return { kind: 'score', indicator: disagreement.indicator, ...disagreement.scores[1] }
    case 'closing':
      return { kind: 'closing', ...disagreement.closings[1] }
  }
}

function uniteWords(a: readonly Word[], b: readonly Word[]): Word[] {
  const all = new Map([...a, ...b].map(word => [keyOf(word), word]))
  return [...all.values()].sort((one, other) => (later(one, other) === one ? -1 : 1))
}

function holds(words: readonly Word[], word: Word): boolean {
  return words.some(one => keyOf(one) === keyOf(word))
}

function saysSame(a: Word, b: Word): boolean {
  return a.verdict === b.verdict && a.note === b.note
}

/** Of one instant always the same of the two. */
function later<Some extends { at: string }>(
  a: Some | null | undefined,
  b: Some | null | undefined,
): Some | null | undefined {
  if (!a || !b) return a || b
  return keyOf(a) >= keyOf(b) ? a : b
}

/** Begins with the time, so that keys stand in the order in which things were said. */
function keyOf(said: { at: string }): string {
  return said.at + JSON.stringify(said)
}

function newestOf({ words, scores, closing, unit }: Review): string {
  const said = [...Object.values(words).flat(), ...Object.values(scores), ...(closing ? [closing] : [])]
  return said.reduce((newest, { at }) => (at > newest ? at : newest), '') + unit
}
