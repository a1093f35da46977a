/**
 * Where a file of nearly the same name lay in an earlier year's checklist: ids are for ever, so the same id asks for the
 * same thing. It supports what the file says of itself, or speaks where that says nothing.
 */
import type { Steps } from '../files/steps'
import { baseName } from '../text/filename'
import { comparePairs } from '../text/likeness'
import type { Judgement } from './judge'
import { stemOf } from './path'
import type { PlacedFile, SortingContext, SortingTarget, UnsortedFile } from './suggestion'
import { pairsOf } from './words'

/** Least likeness of two names (Dice over pairs of characters), and the one from which it is sure together with words. */
const like = 0.7
const nearlySame = 0.85
/** Earlier names that are compared one by one, of those that share most. */
const mostCompared = 8
/** Files between two pauses: some milliseconds. */
const filesAStep = 100

export function* followEarlier(
  { earlier }: SortingContext,
  targets: readonly SortingTarget[],
): Steps<(file: UnsortedFile, judgement: Judgement) => Judgement> {
  const asked = new Set(targets.filter(target => target.isOwn).map(({ item }) => item))
  const known: { file: PlacedFile; stem: string }[] = []
  const byPair = new Map<string, number[]>()
  for (const file of earlier.filter(({ item }) => asked.has(item))) {
    const stem = stemOf(file.path)
    const i = known.push({ file, stem }) - 1
    if (i % filesAStep === 0) yield
    for (const pair of pairsOf(stem).telling) {
      const list = byPair.get(pair)
      if (list) list.push(i)
      else byPair.set(pair, [i])
    }
  }
  return (file, judgement) => {
    if (known.length === 0) return judgement
    const stem = stemOf(file.path)
    const { telling } = pairsOf(stem)
    // A name of general words (工作总结) is every year's and every item's.
    if (telling.length < 2) return judgement
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
    if (!first || alike.some(({ placed }) => placed.item !== first.placed.item)) return judgement
    return support(judgement, first.placed, first.likeness >= nearlySame)
  }
}

function support(judgement: Judgement, { item, path }: PlacedFile, isNearlySame: boolean): Judgement {
  const { suggestion: own, isDisputed } = judgement
  const reason = { code: 'earlier', text: baseName(path) } as const
  if (own.item === item) {
    if (own.isSure || !isNearlySame || isDisputed) return judgement
    return { suggestion: { ...own, isSure: true, reason }, isDisputed }
  }
  if (own.isSure) return { suggestion: { ...own, isSure: false }, isDisputed: true }
  if (own.item !== null && own.reason.code !== 'row-only' && !isNearlySame) return judgement
  const others = [own.item, ...own.others].filter((id): id is string => id !== null && id !== item)
  return {
    suggestion: { file: own.file, item, isSure: false, others: others.slice(0, 5), reason },
    isDisputed,
  }
}
