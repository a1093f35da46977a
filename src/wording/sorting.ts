/** Why a file is suggested for an item, or for none. */
import type { NoSuggestionReason, SuggestionReason } from '../core/sorting/suggestion'

type Reason = SuggestionReason | NoSuggestionReason

const reasons = {
  folder: ({ text }) => `按文件夹“${text}”`,
  name: ({ text }) => `按文件名里的“${text}”`,
  'first-lines': ({ text }) => `按正文开头“${text}”`,
  earlier: ({ text }) => `上一年度“${text}”放在这里`,
  decided: ({ text }) => `您刚把“${text}”归到这里`,
  'same-day': ({ day }) => `您刚把${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日拍的照片归到这里`,
  'row-only': ({ text }) => `按“${text}”只看得出是这一项指标，没看出是哪一条材料，请看一眼`,
  'no-words': () => '文件名里没有可以认的字',
  'no-item': () => '没有认出是哪一项',
  several: ({ items }) => `像是 ${items.join('、')} 里的一项`,
  'not-asked': ({ row }) => `像是 ${row} 的材料，本单位没有选这一项`,
} satisfies { [Code in Reason['code']]: (reason: Extract<Reason, { code: Code }>) => string }

/** One short sentence, without a full stop. */
export function sayReason(reason: Reason): string {
  return (reasons[reason.code] as (one: Reason) => string)(reason)
}
