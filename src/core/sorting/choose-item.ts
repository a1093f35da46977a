/** Chooses among a row's items, once the row is known. */
import { isPicture } from './path'
import type { SortingTarget, UnsortedFile } from './suggestion'
import type { Row, Vocabulary } from './vocabulary'
import type { NumberFound, Witness } from './witnesses'

export interface Choice {
  target: SortingTarget
  /** Whether the item is, where the row is. */
  isSure: boolean
  /** `row` where nothing tells which item it is. */
  by: 'number' | 'words' | 'only-one' | 'row'
}

/** The weight of its own words that makes an item sure; below `worthSaying` it is not suggested at all. */
const enough = 1.4
const worthSaying = 0.45
/** At most so much of the best may the second have. */
const apart = 0.55
const contradicting = 2

/** Null where the row has no item that is asked of the unit. */
export function chooseItem(
  row: Row,
  witnesses: readonly Witness[],
  number: NumberFound | undefined,
  file: UnsortedFile,
  vocabulary: Vocabulary,
): Choice | null {
  const own = row.targets.filter(target => target.isOwn)
  const counted = own.filter(target => target.isCounted)
  const other = own.find(target => !target.isCounted)
  const scores = counted
    .map(target => ({ target, score: scoreItem(target, witnesses, number, vocabulary) }))
    .sort((a, b) => b.score - a.score)
  const [first, second] = scores
  const named = number?.targets.filter(target => own.includes(target)) ?? []
  if (named.length === 1 && named[0]) {
    const [target] = named
    const mine = scores.find(one => one.target === target)?.score ?? 0
    const isElsewhere =
      first !== undefined && first.target !== target && first.score >= contradicting && mine < first.score / 2
    // 2-2-1 汛期值班表, where that is 2-2-2 whole: whoever wrote the number may have had another list.
    const isWhole = (one: SortingTarget) => witnesses.some(witness => namesWhole(witness, one, vocabulary))
    const isOther = !isWhole(target) && counted.some(one => one !== target && isWhole(one))
    return { target, isSure: !isElsewhere && !isOther && target.isCounted, by: 'number' }
  }
  if (!first) return other ? { target: other, isSure: false, by: 'row' } : null
  if (counted.length === 1)
    return {
      target: first.target,
      isSure: first.score >= enough || isOfKind(first.target, file),
      by: 'only-one',
    }
  const next = second?.score ?? 0
  if (first.score - next >= enough && next <= first.score * apart)
    return { target: first.target, isSure: true, by: 'words' }
  if (first.score >= worthSaying && next <= first.score * 0.85)
    return { target: first.target, isSure: false, by: 'words' }
  return { target: other ?? first.target, isSure: false, by: 'row' }
}

/** The weight added where a name or a first line contains an item's whole text. */
const wholeText = 1.5
/** Of the folder that has the row's number: its words are the row's. */
const ofRow = 0.5

/** The weight of an item's own words over all witnesses. */
export function scoreItem(
  target: SortingTarget,
  witnesses: readonly Witness[],
  number: NumberFound | undefined,
  vocabulary: Vocabulary,
): number {
  return witnesses.reduce((sum, witness, depth) => {
    const { weight, share, source } = witness
    const has = (weight.items.get(target) ?? 0) * (depth === number?.depth && source === 'folder' ? ofRow : 1)
    return sum + (has + (namesWhole(witness, target, vocabulary) ? wholeText : 0)) * share
  }, 0)
}

/** Whether a name or a first line contains an item's whole text. */
function namesWhole({ source, letters }: Witness, target: SortingTarget, { wholeOf }: Vocabulary): boolean {
  return source !== 'folder' && (wholeOf.get(target) ?? []).some(text => letters.includes(text))
}

/** Kinds of paper by the words that end an item, and that stand in a file's name. */
const kinds: [item: RegExp, name: RegExp][] = [
  [/(?:照片|图片|影像|影像资料)$/, /照片|图片|影像/],
  [/(?:表|台[账帐]|名单|清单|目录|名录|花名册)$/, /表|台[账帐]|名单|清单|目录|名录|花名册/],
  [/(?:纪要|记录)$/, /纪要|记录/],
  [/(?:报告|总结|汇报)$/, /报告|总结|汇报/],
  [/(?:方案|计划)$/, /方案|计划/],
  [/(?:文件|通知)$/, /文件|通知|意见|办法|方案|号/],
  [/(?:证书|奖状|批复)$/, /证书|奖|批复/],
]

/** False where the item asks for one kind of paper (活动照片), and the file does not say that it is one. */
function isOfKind({ texts }: SortingTarget, { path }: UnsortedFile): boolean {
  const asked = kinds.filter(([item]) => item.test(texts[0] ?? ''))
  if (asked.length === 0) return true
  const name = path.slice(path.lastIndexOf('/') + 1)
  return asked.some(
    ([item, words]) =>
      words.test(name) ||
      (isPicture(name) && item.test('照片')) ||
      (/\.(?:xlsx?|et|csv)$/i.test(name) && item.test('表')),
  )
}
