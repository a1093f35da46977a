/**
 * Where a file of nearly the same name lay in an earlier year's checklist: ids are for ever, so the same id asks for the
 * same thing. It supports what the file says of itself, or speaks where that says nothing.
 */
import { comparePairs } from '../text/likeness'
import { stemOf } from './path'
import type { PlacedFile, SortingContext, SortingTarget, Suggestion, UnsortedFile } from './suggestion'
import { pairsOf } from './words'

/** Least likeness of two names (Dice over pairs of characters), and the one from which it is sure together with words. */
const like = 0.7
const nearlySame = 0.85
/** Earlier names that are compared one by one, of those that share most. */
const mostCompared = 8

export function followEarlier(
  { earlier }: SortingContext,
  targets: readonly SortingTarget[],
): (file: UnsortedFile, own: Suggestion) => Suggestion {
  const asked = new Set(targets.filter(target => target.isOwn).map(({ item }) => item))
  const known = earlier.filter(({ item }) => asked.has(item)).map(file => ({ file, stem: stemOf(file.path) }))
  const byPair = new Map<string, number[]>()
  for (const [i, { stem }] of known.entries()) {
    for (const pair of pairsOf(stem).telling) {
      const list = byPair.get(pair)
      if (list) list.push(i)
      else byPair.set(pair, [i])
    }
  }
  return (file, own) => {
    if (known.length === 0) return own
    const stem = stemOf(file.path)
    const { telling } = pairsOf(stem)
    // A name of general words (工作总结) is every year's and every item's.
    if (telling.length < 2) return own
    const shared = new Map<number, number>()
    for (const pair of telling)
      for (const i of byPair.get(pair) ?? []) shared.set(i, (shared.get(i) ?? 0) + 1)
    const alike = [...shared]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, mostCompared)
      .map(([i]) => known[i] as (typeof known)[number])
      .map(({ file: placed, stem: other }) => ({ placed, likeness: comparePairs(stem, other) }))
      .filter(({ likeness }) => likeness >= like)
      .sort((a, b) => b.likeness - a.likeness)
    const [first] = alike
    if (!first || alike.some(({ placed }) => placed.item !== first.placed.item)) return own
    return support(own, first.placed, first.likeness >= nearlySame)
  }
}

function support(own: Suggestion, { item, path }: PlacedFile, isNearlySame: boolean): Suggestion {
  const reason = { code: 'earlier', text: path.slice(path.lastIndexOf('/') + 1) } as const
  if (own.item === item) return own.isSure || !isNearlySame ? own : { ...own, isSure: true, reason }
  if (own.isSure) return { ...own, isSure: false }
  const mayDiffer = own.item === null || own.reason.code === 'row-only' || isNearlySame
  if (!mayDiffer) return own
  const others = [own.item, ...own.others]
    .filter((id): id is string => id !== null && id !== item)
    .slice(0, 5)
  return { file: own.file, item, isSure: false, others, reason }
}
