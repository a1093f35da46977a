/**
 * Which of two hand-ins of one checklist is the later one. In come both, out goes what speaks for which: when it came, what it
 * holds, what its date says. A date is the unit's own clock's, which may stand at 2009 or 2099.
 */
import type { Checklist } from '../checklist/checklist'
import { holdsEvidence } from './contents'
import type { HandIn } from './hand-in'
import { partIdsOf } from './unite'

/** 1 where it speaks for the first being later, -1 for the second, 0 where it says nothing. */
export interface AgeSigns {
  /** Hand-ins that came together give no hint. */
  arrival: number
  /** The one that holds everything of the other, and more, is the later. */
  contents: number
  date: number
}

interface AgeComparison {
  /** 1 where the first is probably the later, else -1; 0 where nothing tells them apart. */
  sign: number
  /** Whether the signs contradict each other, or there is nothing but a date that cannot be right. */
  isDoubtful: boolean
  signs: AgeSigns
}

/** `now`: the office's own clock. */
export function compareAge(a: HandIn, b: HandIn, now: Date): AgeComparison {
  // What was completed by a 补充包 is later than what it was before.
  if (isMadeOf(a, b)) return { sign: 1, isDoubtful: false, signs: { arrival: 1, contents: 0, date: 1 } }
  if (isMadeOf(b, a)) return { sign: -1, isDoubtful: false, signs: { arrival: -1, contents: 0, date: -1 } }
  const [one, other] = [a.checklist, b.checklist]
  const signs = {
    arrival: Math.sign(a.arrived - b.arrived),
    contents: Number(holdsEvidence(one, other)) - Number(holdsEvidence(other, one)),
    date: Math.sign(Date.parse(one.changed) - Date.parse(other.changed)),
  }
  const isDated = isDatePlausible(one, now) && isDatePlausible(other, now)
  const said = [signs.arrival, signs.contents, signs.date]
  const isContradicted = said.includes(1) && said.includes(-1)
  const isOnlyDated = signs.date !== 0 && signs.arrival === 0 && signs.contents === 0
  const sum = signs.arrival + signs.contents + (isDated ? signs.date : 0)
  // Two against each other: a clock that can be right is seldom wrong by just so much, and an old file is easily found again.
  const sign = Math.sign(sum) || (isDated ? signs.date : signs.contents || signs.arrival || -signs.date)
  return { sign, isDoubtful: isContradicted || (isOnlyDated && !isDated), signs }
}

/** Whether all that `part` was put together from is in `whole`, and more. */
function isMadeOf(whole: HandIn, part: HandIn): boolean {
  const ids = partIdsOf(whole)
  const own = partIdsOf(part)
  return ids.length > own.length && own.every(id => ids.includes(id))
}

const day = 86_400_000

/** Whether the date of its last change can be right: not before its edition's year, not after the office's own day. */
export function isDatePlausible({ edition, changed }: Checklist, now: Date): boolean {
  const year = Number(/^\d{4}/.exec(edition)?.[0] ?? 0)
  return Number(changed.slice(0, 4)) >= year && Date.parse(changed) <= now.getTime() + day
}
