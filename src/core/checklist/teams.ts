/**
 * 分工 as a checklist keeps it: which 股室 (team) of a unit prepares which items, and what each handed back. A team's own
 * checklist is a part: it says whose part it is and what was asked of it.
 */
import { FieldError, instant, itemId, list, object, text, whole } from './fields'

/** A 股室, and what it was given. */
export interface Team {
  name: string
  /** Ids of items; a whole row is all its items, its 其他 included. An item may be given to several teams. */
  items: string[]
  /** ISO 8601: when its link or file was made last. */
  given?: string | undefined
  /** Names it had before: what was given out under one comes back under it. */
  was?: string[] | undefined
}

/** What a team handed back last, as it was then. */
export interface HandBack {
  /** Of the team's own checklist. */
  id: string
  team: string
  /** ISO 8601: when it was taken in. */
  at: string
  /** ISO 8601: its last change, by the team's clock. */
  changed: string
  /** Items that were done in it, of how many; uses of files. */
  done: number
  total: number
  files: number
  /** Its answers: a mark for each item and paragraph (`core/bundle/marks`). */
  marks: Record<string, string>
}

export interface Assignment {
  teams: Team[]
  handBacks: HandBack[]
}

/** Of a team's checklist: whose part it is. */
export interface Part {
  /** Id of the unit's checklist. */
  of: string
  team: string
  items: string[]
}

export const noAssignment: Assignment = { teams: [], handBacks: [] }

/** The row of an item: `8-2` of `8-2-1`, `0` of a common material. */
export function rowOf(item: string): string {
  return item.replace(/-\d+$/, '')
}

/** `assignment` with `team` in the place of the team called `name`, behind the others where there is none; null takes it away. */
export function withTeam({ teams, handBacks }: Assignment, name: string, team: Team | null): Assignment {
  const before = teams.find(one => one.name === name)
  const was = team && before && team.name !== name ? [...(before.was ?? []), name] : team?.was
  const next = team && { ...team, ...(was && { was: was.filter(one => one !== team.name) }) }
  const changed = teams.flatMap(one => (one === before ? (next ?? []) : one))
  return {
    teams: next && !before ? [...teams, next] : changed,
    // What it handed back goes on being its own under a new name.
    handBacks: handBacks.map(one => (team && one.team === name ? { ...one, team: team.name } : one)),
  }
}

/** The present name of a team, by one that it has or had. */
export function presentName(teams: readonly Team[], name: string): string {
  if (teams.some(team => team.name === name)) return name
  return teams.find(({ was }) => was?.includes(name))?.name ?? name
}

/** Teams by name, what came back by its checklist: of one that came twice the later. A team's items stay `mine`. */
export function uniteAssignments(mine: Assignment, theirs: Assignment): Assignment {
  const names = new Set(mine.teams.flatMap(({ name, was = [] }) => [name, ...was]))
  const handBacks = new Map(mine.handBacks.map(one => [one.id, one]))
  for (const one of theirs.handBacks)
    if (one.changed > (handBacks.get(one.id)?.changed ?? ''))
      handBacks.set(one.id, { ...one, team: presentName(mine.teams, one.team) })
  return {
    teams: [...mine.teams, ...theirs.teams.filter(({ name }) => !names.has(name))],
    handBacks: sortHandBacks([...handBacks.values()]),
  }
}

/** In an order of their own, in whichever they came. */
export function sortHandBacks(handBacks: readonly HandBack[]): HandBack[] {
  const order = ({ team, id }: HandBack) => `${team} ${id}`
  return [...handBacks].sort((a, b) => (order(a) < order(b) ? -1 : 1))
}

/** @throws FieldError */
export function parseAssignment(value: unknown): Assignment {
  const { teams, handBacks } = object(value, 'assignment')
  return {
    teams: list(teams, 'assignment.teams').map(entry => {
      const { name, items, given, was } = object(entry, 'assignment.teams')
      return {
        name: text(name, 'assignment.name'),
        items: parseItems(items),
        ...(given === undefined ? {} : { given: instant(given, 'assignment.given') }),
        ...(was === undefined
          ? {}
          : { was: list(was, 'assignment.was').map(one => text(one, 'assignment.was')) }),
      }
    }),
    handBacks: list(handBacks ?? [], 'assignment.handBacks').map(entry => {
      const one = object(entry, 'assignment.handBacks')
      const count = (field: 'done' | 'total' | 'files') => whole(one[field], `handBacks.${field}`, 1e6)
      return {
        id: text(one.id, 'handBacks.id'),
        team: text(one.team, 'handBacks.team'),
        at: instant(one.at, 'handBacks.at'),
        changed: instant(one.changed, 'handBacks.changed'),
        done: count('done'),
        total: count('total'),
        files: count('files'),
        marks: parseMarks(one.marks, 'handBacks.marks'),
      }
    }),
  }
}

/** @throws FieldError */
export function parsePart(value: unknown): Part {
  const { of, team, items } = object(value, 'part')
  return { of: text(of, 'part.of'), team: text(team, 'part.team'), items: parseItems(items) }
}

/** Marks by item, paragraph or `unit`. @throws FieldError */
export function parseMarks(value: unknown, field: string): Record<string, string> {
  const marks = Object.entries(object(value ?? {}, field)).map(([id, mark]) => {
    if (!/^[a-z\d][a-z\d-]*$/.test(id)) throw new FieldError(field)
    return [id, text(mark, field)] as const
  })
  return Object.fromEntries(marks)
}

function parseItems(value: unknown): string[] {
  return list(value, 'items').map(id => itemId(id, 'items'))
}
