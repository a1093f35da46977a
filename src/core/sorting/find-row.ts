/** Finds the row that a file belongs to, by its numbers and its words, and whether they leave any doubt. */
import type { Vocabulary } from './vocabulary'
import { type Best, isPlain } from './weigh'
import type { NumberFound, Witness } from './witnesses'

/** Whether numbers of so many parts may be believed without words: those beside them agree with their own words. */
export type Trust = (length: number) => boolean

/** A row with the weight of all witnesses. */
export type RankedRow = readonly [row: number, weight: number]

export type RowFinding =
  /** `isDisputed`: something says another row, so nothing else may make it sure either. */
  { row: number; isSure: boolean; isDisputed: boolean } | 'several' | null

/** At most so much of the first may the second have. */
const apart = 0.55
const nearlyAlike = 0.9

export function findRow(
  ranked: readonly RankedRow[],
  witnesses: readonly Witness[],
  numbers: readonly NumberFound[],
  vocabulary: Vocabulary,
  trust: Trust,
): RowFinding {
  const plain = [
    ...new Set(witnesses.filter(({ best }) => isPlain(best)).map(({ best }) => (best as Best).row)),
  ]
  const number = numbers[numbers.length - 1]
  const byNumber = number && findByNumber(number, numbers, ranked, witnesses, plain, vocabulary, trust)
  if (byNumber) return byNumber
  return findByWords(ranked, witnesses, plain, number !== undefined)
}

function findByNumber(
  number: NumberFound,
  numbers: readonly NumberFound[],
  ranked: readonly RankedRow[],
  witnesses: readonly Witness[],
  plain: readonly number[],
  { rowOf }: Vocabulary,
  trust: Trust,
): RowFinding {
  const rows = [...new Set(number.targets.map(rowOf))]
  // Folders around the numbered one name the whole assessment: what they say neither supports nor contradicts.
  const inner = witnesses.slice(number.depth)
  const [first, second] = ranked.filter(([row]) => rows.includes(row))
  const isSupported = first !== undefined && inner.some(one => supports(one, first[0]))
  const row = isSupported || rows.length > 1 ? first?.[0] : rows[0]
  const elsewhere = plain.filter(other => !rows.includes(other))
  const isDisputed =
    row === undefined ||
    elsewhere.length > 0 ||
    inner.some(one => contradicts(one, row)) ||
    numbers.some(({ targets }) => !targets.some(target => rows.includes(rowOf(target))))
  // Words that are plain against the number: whoever wrote the number may have had another list.
  if (elsewhere.length === 1 && plain.length === 1)
    return { row: elsewhere[0] as number, isSure: false, isDisputed: true }
  if (row === undefined) return null
  const isOnly = rows.length === 1 || (isSupported && (second?.[1] ?? 0) <= first[1] * apart)
  const isBelieved = isSupported || (rows.length === 1 && isCredible(number, witnesses, row, trust))
  return { row, isSure: isBelieved && isOnly && !isDisputed, isDisputed }
}

/** Without words for it: a name's 9.1 may be a day, and what has words of its own would say what it is about. */
function isCredible(
  { length, part, depth }: NumberFound,
  witnesses: readonly Witness[],
  row: number,
  trust: Trust,
): boolean {
  if (!trust(length)) return false
  const weight = witnesses[depth]?.weight
  const isSilent = !weight || weight.size < 2 || (weight.shared.get(row) ?? 0) > 0
  return isSilent || (length >= 3 && !part.isName)
}

function findByWords(
  ranked: readonly RankedRow[],
  witnesses: readonly Witness[],
  plain: readonly number[],
  hasNumber: boolean,
): RowFinding {
  const [first, second] = ranked
  if (!first) return null
  const [row, weight] = first
  const next = second?.[1] ?? 0
  if (!witnesses.some(one => speaks(one, row))) return null
  const isDisputed =
    hasNumber || plain.some(other => other !== row) || witnesses.some(one => contradicts(one, row))
  if (plain.includes(row)) return { row, isSure: !isDisputed, isDisputed }
  if (next > weight * nearlyAlike) return 'several'
  const together = witnesses.filter(one => supports(one, row))
  const isSure = together.length > 1 && weight >= 2.4 && next <= weight * apart && !isDisputed
  return { row, isSure, isDisputed }
}

function coverOf({ weight }: Witness, row: number): number {
  return (weight.shared.get(row) ?? 0) / Math.max(1, weight.size)
}

/** Whether a text is worth a suggestion that is not sure: much of it, or few words and nothing else. */
function speaks(witness: Witness, row: number): boolean {
  const weight = witness.weight.rows.get(row) ?? 0
  const cover = coverOf(witness, row)
  return (weight >= 1.5 && cover >= 0.3) || (weight >= 1 && cover >= 0.6) || (weight >= 0.6 && cover >= 0.99)
}

/** Whether a text's words agree with what a number or another text says. */
function supports(witness: Witness, row: number): boolean {
  const weight = witness.weight.rows.get(row) ?? 0
  if (weight < (witness.best?.weight ?? 0) * 0.8) return false
  const cover = coverOf(witness, row)
  return (weight >= 1.4 && cover >= 0.3) || (weight >= 0.7 && cover >= 0.6)
}

/** Whether a text speaks of another row, and hardly of this one. */
function contradicts({ best, weight }: Witness, row: number): boolean {
  return (
    best !== null &&
    best.row !== row &&
    best.weight >= 2 &&
    best.cover >= 0.5 &&
    (weight.rows.get(row) ?? 0) < best.weight / 3
  )
}
