/**
 * How far a unit's teams are: in come the catalogue and the unit's checklist, out goes a line for each team and each row. Derived
 * each time, never stored.
 */
import { changesBetween, marksOf } from '../bundle/marks'
import { answerOf, type Checklist } from '../checklist/checklist'
import { isDone, progressOf, type Section, sectionsOf } from '../checklist/progress'
import { type HandBack, noAssignment, rowOf, type Team } from '../checklist/teams'
import type { Catalogue, Item } from '../edition/catalogue'

export interface TeamState {
  team: Team
  /** False where it is no longer in 分工, but handed something back. */
  isAssigned: boolean
  /** Of its items, as the unit's checklist has them now. */
  done: number
  total: number
  files: number
  /** Its items that are not done, in the notice's order. */
  open: string[]
  /** What came back, the last one first; several where people of one team each filled in a part. */
  handBacks: HandBack[]
  /** Items and rows' paragraphs that are not as the team handed them back, and were given to it. */
  changed: string[]
}

/** The teams in their order, then those that only handed back. */
export function overviewOf(catalogue: Catalogue, checklist: Checklist): TeamState[] {
  const { teams, handBacks } = checklist.assignment ?? noAssignment
  const names = new Set(teams.map(({ name }) => name))
  const others = [...new Set(handBacks.map(({ team }) => team))].filter(name => !names.has(name))
  const items = new Map(
    sectionsOf(catalogue, { ...checklist, part: undefined }).flatMap(({ items }) =>
      items.map(item => [item.id, item] as const),
    ),
  )
  const now = marksOf(checklist)
  const stateOf = (team: Team, isAssigned: boolean): TeamState => {
    const own = team.items.flatMap(id => items.get(id) ?? [])
    const back = handBacks
      .filter(one => one.team === team.name)
      .sort((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : 0))
    const { done, total, files } = progressOf(own, checklist)
    return {
      team,
      isAssigned,
      ...{ done, total, files },
      open: own.filter(item => item.counted && !isDone(answerOf(checklist, item.id))).map(({ id }) => id),
      handBacks: back,
      changed: [...new Set(back.flatMap(({ marks }) => changedIn(marks, now)))],
    }
  }
  return [
    ...teams.map(team => stateOf(team, true)),
    ...others.map(name => stateOf({ name, items: [] }, false)),
  ]
}

/** What a team said something of and that stands differently now. */
function changedIn(marks: Record<string, string>, now: Record<string, string>): string[] {
  const own = Object.fromEntries(Object.keys(marks).map(id => [id, now[id] ?? '']))
  const { items, report } = changesBetween(marks, own)
  return [...items, ...report.map(row => `${row} 报告`)]
}

/** A row of the table of 分工: how far it is, and which of its items nobody has. */
export interface RowState {
  section: Section
  done: number
  total: number
  /** Items to be shared out: those the table counts, and of a row without any its 其他. */
  items: Item[]
  /** Those that no team has. */
  free: string[]
}

export function rowStates(catalogue: Catalogue, checklist: Checklist): RowState[] {
  const given = new Set(checklist.assignment?.teams.flatMap(({ items }) => items))
  return sectionsOf(catalogue, { ...checklist, part: undefined })
    .filter(({ id }) => id !== 'gone')
    .map(section => {
      const counted = section.items.filter(item => item.counted)
      const items = counted.length > 0 ? counted : section.items
      const { done, total } = progressOf(section.items, checklist)
      return { section, done, total, items, free: items.map(({ id }) => id).filter(id => !given.has(id)) }
    })
}

/** The items of a row that a team has: all, some or none of those that are shared out. */
export function shareOf({ items }: RowState, team: Team): 'all' | 'some' | 'none' {
  const own = new Set(team.items)
  const has = items.filter(({ id }) => own.has(id)).length
  if (has === 0) return 'none'
  return has === items.length ? 'all' : 'some'
}

/** `team` with items given to it or taken from it; with the last of a row its 其他 goes along. */
export function giveItems(
  team: Team,
  rows: readonly RowState[],
  ids: readonly string[],
  isOn: boolean,
): Team {
  const own = new Set(team.items)
  for (const id of ids) {
    if (isOn) own.add(id)
    else own.delete(id)
  }
  for (const { section, items } of rows) {
    if (!items.some(({ id }) => ids.includes(id))) continue
    const isWhole = items.every(({ id }) => own.has(id))
    for (const { id, counted } of section.items) {
      if (counted || items.some(item => item.id === id)) continue
      if (isWhole) own.add(id)
      else own.delete(id)
    }
  }
  const order = rows.flatMap(({ section }) => section.items.map(({ id }) => id))
  return {
    ...team,
    items: [...order.filter(id => own.has(id)), ...[...own].filter(id => !order.includes(id))],
  }
}

/** `10-5` for a row that is given whole, else the ids. */
export function nameItems(rows: readonly RowState[], ids: readonly string[]): string[] {
  const left = new Set(ids)
  return rows.flatMap(({ items }) => {
    const own = items.filter(({ id }) => left.has(id)).map(({ id }) => id)
    return own.length === items.length && own.length > 1 ? [rowOf(own[0] as string)] : own
  })
}
