/**
 * Judges one file by what speaks for it: first the row, then the item in it. Sure is only what nothing contradicts, and
 * what is said by a number together with words, by a number of three parts, or by words that only one row has.
 */

import { chooseItem } from './choose-item'
import { isOfOtherYear, yearsOf } from './path'
import { reasonOf } from './reason'
import type { SortingContext, SortingTarget, Suggestion, UnsortedFile } from './suggestion'
import type { Vocabulary } from './vocabulary'
import { type Best, isPlain } from './weigh'
import type { NumberFound, Testimony, Witness } from './witnesses'

/** Whether numbers of so many parts may be believed without words: those beside them agree with their words. */
export type Trust = (length: number) => boolean

/** Least weight of words that support a number, and that are worth a suggestion which is not sure. */
const supporting = 1.4
const worthSaying = 1.6
/** Weight of words that contradict. */
const contradicting = 2

export function judge(
  file: UnsortedFile,
  { witnesses, numbers }: Testimony,
  vocabulary: Vocabulary,
  trust: Trust,
  { year }: SortingContext,
): Suggestion {
  const total = totalOf(witnesses)
  const number = numbers[numbers.length - 1]
  const ranked = [...total].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  const others = (without: string | null) => listOthers(ranked, vocabulary, witnesses, number, without)
  const none = (reason: Extract<Suggestion, { item: null }>['reason']): Suggestion => ({
    file: file.id,
    item: null,
    isSure: false,
    others: others(null),
    reason,
  })
  const finding = findRow(ranked, witnesses, numbers, vocabulary, trust)
  if (!finding) {
    const says = witnesses.some(({ weight }) => weight.size > 0) || numbers.length > 0
    return none({ code: says ? 'no-item' : 'no-words' })
  }
  if ('tied' in finding) return none({ code: 'several', items: others(null).slice(0, 3) })
  const row = vocabulary.rows[finding.row]
  if (!row) return none({ code: 'no-item' })
  if (!row.targets.some(target => target.isOwn)) return none({ code: 'not-asked', row: row.id })
  const choice = chooseItem(row, witnesses, number, file)
  if (!choice) return none({ code: 'no-item' })
  const isPast = isOfOtherYear(
    yearsOf([file.path, ...(file.firstLines ?? []), file.takenOn ?? ''].join('\n')),
    year,
  )
  return {
    file: file.id,
    item: choice.target.item,
    isSure: finding.isSure && choice.isSure && !isPast,
    others: others(choice.target.item),
    reason: reasonOf(choice, finding.row, witnesses, number),
  }
}

type Finding = { row: number; isSure: boolean } | { tied: true } | null

function findRow(
  ranked: readonly (readonly [number, number])[],
  witnesses: readonly Witness[],
  numbers: readonly NumberFound[],
  vocabulary: Vocabulary,
  trust: Trust,
): Finding {
  const number = numbers[numbers.length - 1]
  const plain = [
    ...new Set(witnesses.filter(({ best }) => isPlain(best)).map(({ best }) => (best as Best).row)),
  ]
  const isContradicted = (row: number) =>
    plain.some(other => other !== row) ||
    witnesses.some(
      ({ best, weight }) =>
        best &&
        best.row !== row &&
        best.weight >= contradicting &&
        best.cover >= 0.5 &&
        (weight.rows.get(row) ?? 0) < best.weight / 3,
    )
  if (number) {
    const rows = [...new Set(number.targets.map(vocabulary.rowOf))]
    const spoken = ranked.filter(([row]) => rows.includes(row))
    const [first, second] = spoken
    const isSupported = first !== undefined && first[1] >= supporting
    const row = isSupported || rows.length > 1 ? first?.[0] : rows[0]
    const isOnly = rows.length === 1 || (isSupported && (second?.[1] ?? 0) <= first[1] * 0.55)
    const isOuterElsewhere = numbers.some(
      ({ targets }) => !targets.some(target => rows.includes(vocabulary.rowOf(target))),
    )
    const isElsewhere = row === undefined || isContradicted(row)
    // Words that are plain against the number: whoever wrote the number may have had another list.
    if (isElsewhere && plain[0] !== undefined && plain.length === 1) return { row: plain[0], isSure: false }
    if (row !== undefined) {
      const isBelieved = isSupported || (rows.length === 1 && trust(number.length))
      return { row, isSure: isBelieved && isOnly && !isElsewhere && !isOuterElsewhere }
    }
  }
  const [first, second] = ranked
  if (!first) return null
  const [row, weight] = first
  if (plain.includes(row) && !number) return { row, isSure: !isContradicted(row) }
  const together = witnesses.filter(({ weight }) => (weight.rows.get(row) ?? 0) >= supporting)
  const cover = Math.max(
    0,
    ...witnesses.map(({ weight }) => (weight.shared.get(row) ?? 0) / Math.max(1, weight.size)),
  )
  if (weight < worthSaying || cover < 0.25) return null
  if ((second?.[1] ?? 0) > weight * 0.9) return { tied: true }
  const isSure =
    !number &&
    together.length > 1 &&
    (second?.[1] ?? 0) <= weight * 0.55 &&
    cover >= 0.4 &&
    !isContradicted(row)
  return { row, isSure }
}

/** The weight of each row over all witnesses, by their shares. */
function totalOf(witnesses: readonly Witness[]): Map<number, number> {
  const total = new Map<number, number>()
  for (const { weight, share } of witnesses)
    for (const [row, one] of weight.rows) total.set(row, (total.get(row) ?? 0) + one * share)
  return total
}

function listOthers(
  ranked: readonly (readonly [number, number])[],
  vocabulary: Vocabulary,
  witnesses: readonly Witness[],
  number: NumberFound | undefined,
  without: string | null,
): string[] {
  const scored = new Map<SortingTarget, number>()
  for (const target of number?.targets ?? []) scored.set(target, 2 + (target.isCounted ? 0.1 : 0))
  for (const [row, weight] of ranked.slice(0, 5)) {
    for (const target of vocabulary.rows[row]?.targets ?? []) {
      const own = witnesses.reduce((sum, one) => sum + (one.weight.items.get(target) ?? 0) * one.share, 0)
      scored.set(target, (scored.get(target) ?? 0) + weight + own + (target.isCounted ? 0.1 : 0))
    }
  }
  return [...scored]
    .filter(([target]) => target.isOwn && target.item !== without)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 5)
    .map(([target]) => target.item)
}
