/** How far the office is: the standing of every item that is to be judged, and their numbers for a row, a unit and all units. */
import { answerOf } from '../checklist/checklist'
import { isAnswered, type Section } from '../checklist/progress'
import type { Item } from '../edition/catalogue'
import type { UnitRow } from '../intake/collate'
import type { Review } from './review'
import { type Standing, standingIn } from './seen'

/** Number of items by their standing. */
export type Tally = Record<Standing, number>

/** How a unit's items stand, by item id. */
export type Standings = ReadonlyMap<string, Standing>

/** A unit of the matrix, what the office said of it, and how its items stand. */
export interface Judged {
  row: UnitRow
  review: Review
  standings: Standings
}

/** The items of a section that are to be judged: those that are asked for, and any of which something was said. */
export function judgedItems({ handIn }: Pick<UnitRow, 'handIn'>, { items }: Section, review: Review): Item[] {
  return items.filter(
    ({ id, counted }) =>
      counted || isAnswered(answerOf(handIn.checklist, id)) || review.words[id] !== undefined,
  )
}

export function standingsOf(row: Pick<UnitRow, 'handIn' | 'sections'>, review: Review): Standings {
  const items = row.sections.flatMap(section => judgedItems(row, section, review))
  return new Map(items.map(({ id }) => [id, standingIn(row.handIn, id, review.words[id])]))
}

/** Over some items, or all. */
export function tally(standings: Standings, items?: readonly Item[]): Tally {
  const sum: Tally = { unseen: 0, accepted: 0, returned: 0, doubtful: 0, repaired: 0, changed: 0 }
  if (!items) for (const standing of standings.values()) sum[standing] += 1
  for (const { id } of items ?? []) {
    const standing = standings.get(id)
    if (standing) sum[standing] += 1
  }
  return sum
}

export function addTallies(tallies: readonly Tally[]): Tally {
  const sum = tally(new Map())
  for (const one of tallies)
    for (const standing of Object.keys(sum) as Standing[]) sum[standing] += one[standing]
  return sum
}

/** Items that have a verdict which stands, and all. */
export function countJudged({
  accepted,
  returned,
  doubtful,
  unseen,
  repaired,
  changed,
}: Tally): [done: number, total: number] {
  const done = accepted + returned + doubtful
  return [done, done + unseen + repaired + changed]
}
