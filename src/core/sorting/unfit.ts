/** Papers that bear the words of an item and are no evidence of it: forms to fill in, samples, what was cast off or never happened. */
import type { SortingTarget } from './suggestion'

const words =
  /模[板版]|样[表本]|范[本例]|空白|参考|填[报表写](要求|说明|须知)|指南|作废|[不勿未没]用|取消|未(?!成年|来)/g

/** Whether a path has such a word that the item itself does not have. */
export function isUnfit(path: string, { texts, rowTexts }: SortingTarget): boolean {
  const found = path.normalize('NFKC').match(words) ?? []
  return found.some(word => ![...texts, ...rowTexts].some(text => text.includes(word)))
}
