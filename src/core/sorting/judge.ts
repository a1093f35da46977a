/**
 * Judges one file by what speaks for it: first the row, then the item in it. Sure is only what nothing contradicts, and
 * what is said by a number together with words, by a number of three parts, or by words that only one row has.
 */
import { chooseItem, scoreItem } from './choose-item'
import { findRow, type RankedRow, type Trust } from './find-row'
import { isOfOtherYear, yearsOf } from './path'
import { reasonOf } from './reason'
import type {
  NoSuggestionReason,
  SortingContext,
  SortingTarget,
  Suggestion,
  UnsortedFile,
} from './suggestion'
import { isUnfit } from './unfit'
import type { Vocabulary } from './vocabulary'
import type { NumberFound, Testimony, Witness } from './witnesses'

export interface Judgement {
  suggestion: Suggestion
  /** The file's own words contradict each other, say that it is no evidence, or name another year: neither neighbours nor last year make it sure. */
  isDisputed: boolean
}

/** How many other items are named. */
const mostOthers = 5

export function judge(
  file: UnsortedFile,
  { witnesses, numbers }: Testimony,
  vocabulary: Vocabulary,
  trust: Trust,
  { year }: SortingContext,
): Judgement {
  const years = yearsOf([file.path, ...(file.firstLines ?? []), file.takenOn ?? ''].join('\n'))
  const isPast = isOfOtherYear(years, year)
  const number = numbers[numbers.length - 1]
  const ranked = rank(witnesses, number, vocabulary)
  const others = listOthers(ranked, vocabulary, witnesses, number)
  const none = (reason: NoSuggestionReason, isDisputed = isPast): Judgement => ({
    suggestion: { file: file.id, item: null, isSure: false, others: others.slice(0, mostOthers), reason },
    isDisputed,
  })
  const finding = findRow(ranked, witnesses, numbers, vocabulary, trust)
  if (finding === 'several') return none({ code: 'several', items: others.slice(0, 3) })
  if (!finding) {
    const says = witnesses.some(({ weight }) => weight.size > 0) || numbers.length > 0
    return none({ code: says ? 'no-item' : 'no-words' })
  }
  const row = vocabulary.rows[finding.row]
  const choice = row && chooseItem(row, witnesses, number, file, vocabulary)
  if (!row || !choice) return none({ code: 'not-asked', row: row?.id ?? '' }, true)
  const { item } = choice.target
  const isDisputed = finding.isDisputed || isPast || isUnfit(file.path, choice.target)
  return {
    suggestion: {
      file: file.id,
      item,
      isSure: finding.isSure && choice.isSure && !isDisputed,
      others: others.filter(other => other !== item).slice(0, mostOthers),
      reason: reasonOf(choice, finding.row, witnesses, number),
    },
    isDisputed,
  }
}

/** The share of its weight that a row without items keeps: a file goes rather to a row that asks for one. */
const nothingAsked = 0.5
/** The share of an item's own words that is added to its row's weight, to tell apart rows of the same words. */
const ownWords = 0.3

/** Rows with less than this part of the heaviest row's weight are left out. */
const heard = 0.25

/** The rows of which the witnesses speak, by weight. */
function rank(
  witnesses: readonly Witness[],
  number: NumberFound | undefined,
  vocabulary: Vocabulary,
): RankedRow[] {
  const total = new Map<number, number>()
  for (const { weight, share } of witnesses)
    for (const [row, one] of weight.rows) total.set(row, (total.get(row) ?? 0) + one * share)
  const most = Math.max(0, ...total.values())
  return [...total]
    .filter(([, weight]) => weight >= most * heard)
    .map(([row, weight]): RankedRow => {
      const targets = vocabulary.rows[row]?.targets ?? []
      const own = Math.max(0, ...targets.map(target => scoreItem(target, witnesses, number, vocabulary)))
      const isAsked = targets.some(({ isCounted }) => isCounted)
      return [row, (weight + own * ownWords) * (isAsked ? 1 : nothingAsked)]
    })
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
}

/** Items asked of the unit, likeliest first. */
function listOthers(
  ranked: readonly RankedRow[],
  vocabulary: Vocabulary,
  witnesses: readonly Witness[],
  number: NumberFound | undefined,
): string[] {
  const scored = new Map<SortingTarget, number>()
  const add = (target: SortingTarget, score: number) =>
    scored.set(target, (scored.get(target) ?? (target.isCounted ? 0.1 : 0)) + score)
  for (const target of number?.targets ?? []) add(target, 2)
  for (const [row, weight] of ranked.slice(0, 3))
    for (const target of vocabulary.rows[row]?.targets ?? [])
      add(target, weight + scoreItem(target, witnesses, number, vocabulary))
  return [...scored]
    .filter(([target]) => target.isOwn)
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostOthers + 1)
    .map(([target]) => target.item)
}
