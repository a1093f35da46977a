/**
 * The edition's words: which pair of characters stands in which rows and items, and how much it tells. Built once for all
 * files. A pair that stands in one row tells most, one that stands in all of them (质量 in a table about 质量) nothing.
 */
import type { Steps } from '../files/steps'
import { partsOf } from './numbers'
import type { SortingTarget } from './suggestion'
import { lettersOf, pairsOf, tidyText } from './words'

/** A row, or a common material, which stands for itself. */
export interface Row {
  id: string
  /** Counted items first; the row's 其他 last. */
  targets: SortingTarget[]
}

export interface Vocabulary {
  rows: Row[]
  /** The rows in which a telling pair stands, in any of their texts. */
  rowsOf: ReadonlyMap<string, readonly number[]>
  /** The items in whose own words a pair stands, general ones too, with how much it tells them from their row's others. */
  itemsOf: ReadonlyMap<string, readonly (readonly [target: SortingTarget, rarity: number])[]>
  /** From 1 (one row has it) to 0 (all have). */
  rarityOf: (pair: string) => number
  /** Items that a number can mean: its own id, a row's id or printed number, or that with the item's place. */
  targetsOf: (number: readonly number[]) => readonly SortingTarget[]
  rowOf: (target: SortingTarget) => number
  /** An item's texts without dates and punctuation, to be found whole in a name. */
  wholeOf: ReadonlyMap<SortingTarget, readonly string[]>
}

export function* buildVocabulary(targets: readonly SortingTarget[]): Steps<Vocabulary> {
  const rows: Row[] = []
  const index = new Map<string, number>()
  const keyOf = ({ row, item }: SortingTarget) => (row === '0' ? item : row)
  for (const target of targets) {
    const key = keyOf(target)
    const known = index.get(key)
    if (known === undefined) {
      index.set(key, rows.length)
      rows.push({ id: key, targets: [target] })
    } else rows[known]?.targets.push(target)
  }
  const rowsOf = new Map<string, number[]>()
  const itemsOf = new Map<string, [SortingTarget, number][]>()
  for (const [row, { targets: own }] of rows.entries()) {
    yield
    const ofAll = new Set([...new Set(own.flatMap(({ rowTexts }) => rowTexts))].flatMap(tellingOf))
    const ofItems = own.flatMap(({ texts }) => texts).flatMap(tellingOf)
    for (const pair of new Set([...ofAll, ...ofItems])) add(rowsOf, pair, row)
    const pairs = own.map(({ texts }) => new Set(texts.flatMap(allPairsOf)))
    for (const [i, target] of own.entries()) {
      for (const pair of pairs[i] ?? []) {
        const count = pairs.filter(others => others.has(pair)).length
        add(itemsOf, pair, [target, (ofAll.has(pair) ? rowsOwn : 1) / count ** 2])
      }
    }
  }
  const numbers = numbersOf(rows)
  const scale = Math.log(rows.length + 1)
  return {
    rows,
    rowsOf,
    itemsOf,
    rarityOf: pair => {
      const count = rowsOf.get(pair)?.length ?? 0
      return count === 0 ? 0 : Math.max(0, 1 - Math.log(count) / scale)
    },
    targetsOf: number => numbers.get(number.join('-')) ?? [],
    rowOf: target => index.get(keyOf(target)) ?? -1,
    wholeOf: new Map(targets.map(target => [target, wholeTextsOf(target)])),
  }
}

/** The weight of a pair for an item when the pair also stands in the words of its row. */
const rowsOwn = 0.4

function allPairsOf(text: string): string[] {
  const { telling, general } = pairsOf(text)
  return [...telling, ...general]
}

function wholeTextsOf({ texts }: SortingTarget): string[] {
  return texts.map(text => lettersOf(tidyText(text))).filter(({ length }) => length >= 3)
}

function tellingOf(text: string): string[] {
  return pairsOf(text).telling
}

/** Each number with all items it can mean. Numbers that start anew in each class mean several rows. */
function numbersOf(rows: readonly Row[]): Map<string, SortingTarget[]> {
  const numbers = new Map<string, SortingTarget[]>()
  const put = (number: readonly number[], target: SortingTarget) => {
    if (number.length === 0) return
    const known = numbers.get(number.join('-'))
    if (!known?.includes(target)) add(numbers, number.join('-'), target)
  }
  const printedOf = ({ targets }: Row) => partsOf(targets[0]?.number ?? '')
  const times = new Map<string, number>()
  for (const row of rows) {
    const printed = printedOf(row).join('-')
    times.set(printed, (times.get(printed) ?? 0) + 1)
  }
  for (const row of rows) {
    const { id, targets } = row
    const printed = printedOf(row)
    const isAlone = printed.length > 0 && times.get(printed.join('-')) === 1
    for (const [i, target] of targets.entries()) {
      put(partsOf(target.item), target)
      if (target.row === '0') continue
      put(partsOf(id), target)
      if (printed.length > 0) put(printed, target)
      else put(partsOf(id).slice(0, 1), target)
      if (target.isCounted && isAlone) put([...printed, i + 1], target)
    }
  }
  return numbers
}

function add<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
