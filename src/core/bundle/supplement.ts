/** 补充包: the items that the office returned, as a checklist of their own that names the bundle it completes. */
import type { Checklist } from '../checklist/checklist'
import { returnedItems } from '../checklist/returned'

/**
 * The checklist with the returned items alone; null where nothing was returned, nobody knows which bundle it would
 * complete, or it is a team's part, which the office never gets.
 */
export function supplementOf(checklist: Checklist): Checklist | null {
  const { returned, answers, part } = checklist
  if (part || !returned || returned.fingerprints.length === 0) return null
  const items = returnedItems(returned)
  if (items.length === 0) return null
  const own = items.flatMap(item => {
    const answer = answers[item]
    return answer ? [[item, answer] as const] : []
  })
  return {
    ...checklist,
    answers: Object.fromEntries(own),
    report: { texts: {}, scores: {} },
    unsorted: [],
    completes: { fingerprints: returned.fingerprints, items },
  }
}
