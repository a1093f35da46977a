/**
 * The way through all items that are to be judged: 按材料, one row of the table over all units, which keeps the eye on one
 * requirement; or 按单位, one unit over all its rows.
 */
import { answerOf } from '../checklist/checklist'
import type { Section } from '../checklist/progress'
import { compareIds } from '../checklist/record'
import type { Item } from '../edition/catalogue'
import { itemStateOf } from '../intake/collate'
import { activeKindIn } from '../intake/hand-in'
import { isOpen, type Standing } from './seen'
import { type Judged, judgedItems } from './tally'

export type Order = 'by-section' | 'by-unit'

/** Where a person is; of the unit its name in the matrix. */
export interface Place {
  order: Order
  unit: string
  section: string
  item: string
}

/** One item of one unit. */
export interface Stop {
  judged: Judged
  section: Section
  item: Item
  standing: Standing
}

/** `repaired` also those that were accepted and then changed; `trouble`: something is odd about answer or files. */
export type StopFilter = 'all' | Exclude<Standing, 'changed'> | 'trouble'

/** Every section that any unit has, in the notice's order, what the edition no longer asks for last. */
export function sectionsAmong(units: readonly Judged[]): Section[] {
  const found = new Map(
    units.flatMap(({ row }) => row.sections.map(section => [section.id, section] as const)),
  )
  const rank = ({ id }: Section) => Number(id === 'gone')
  return [...found.values()].sort((a, b) => rank(a) - rank(b) || compareIds(a.id, b.id))
}

/** All stops in their order. */
export function listStops(units: readonly Judged[], order: Order): Stop[] {
  const sections = order === 'by-unit' ? null : sectionsAmong(units)
  return sections
    ? sections.flatMap(({ id }) => units.flatMap(judged => stopsIn(judged, id)))
    : units.flatMap(judged => judged.row.sections.flatMap(({ id }) => stopsIn(judged, id)))
}

/** The stops of a unit in one section; none where the section is not its own. */
export function stopsIn(judged: Judged, sectionId: string): Stop[] {
  const section = judged.row.sections.find(({ id }) => id === sectionId)
  if (!section) return []
  return judgedItems(judged.row, section, judged.review).map(item => {
    return { judged, section, item, standing: judged.standings.get(item.id) ?? 'unseen' }
  })
}

export function placeOf({ judged, section, item }: Stop, order: Order): Place {
  return { order, unit: judged.row.unit, section: section.id, item: item.id }
}

/** The stop at a place, or the nearest to it that there is: the unit's in the section, the first of the section, the first of all. */
export function findStop(stops: readonly Stop[], { unit, section, item }: Omit<Place, 'order'>): Stop | null {
  const of = (stop: Stop) => stop.judged.row.unit === unit
  const isIn = (stop: Stop) => stop.section.id === section
  return (
    stops.find(stop => of(stop) && isIn(stop) && stop.item.id === item) ??
    stops.find(stop => of(stop) && isIn(stop)) ??
    stops.find(of) ??
    stops.find(isIn) ??
    stops[0] ??
    null
  )
}

/** The next stop after `from` (or before it) that fits; past the end it goes on at the beginning. Null where none other fits. */
export function stepFrom(
  stops: readonly Stop[],
  from: Stop,
  fits: (stop: Stop) => boolean,
  direction: 1 | -1 = 1,
): Stop | null {
  const start = stops.findIndex(
    ({ judged, item }) => judged.row.unit === from.judged.row.unit && item.id === from.item.id,
  )
  for (let i = 1; i < stops.length; i++) {
    const stop = stops[(start + direction * i + stops.length * 2) % stops.length]
    if (stop && fits(stop)) return stop
  }
  return null
}

/** Whether it has not been judged as it is. */
export function isOpenStop({ standing }: Stop): boolean {
  return isOpen(standing)
}

export function fitsFilter(stop: Stop, filter: StopFilter): boolean {
  if (filter === 'all') return true
  if (filter === 'trouble') return hasTrouble(stop)
  return stop.standing === filter || (filter === 'repaired' && stop.standing === 'changed')
}

/** A file that is not there, altered or runs; a tick without a file, files without a tick, 不适用 without a reason. */
function hasTrouble({ judged, item }: Stop): boolean {
  const { handIn } = judged.row
  const answer = answerOf(handIn.checklist, item.id)
  const state = itemStateOf(answer, handIn.present)
  if (state === 'ticked-without-file') return true
  return (
    (state === 'partial' && item.counted) || answer.files.some(file => activeKindIn(handIn, file) !== null)
  )
}

/** What all units' names begin with and nobody reads twenty times, 青禾县; empty where they have no county in common. */
export function sharedPrefix(names: readonly string[]): string {
  const prefix = /^.+?[县市区州旗]/u.exec(names[0] ?? '')?.[0] ?? ''
  const isShared =
    names.length > 1 && names.every(name => name.startsWith(prefix) && name.length > prefix.length + 1)
  return isShared ? prefix : ''
}
