/**
 * 分工 on its way to a team: as a link that carries all of it in its address, or as a small file. In come a unit's checklist and
 * a team, out goes a text of letters and digits that no chat program breaks; back again it is what the team was given, or why
 * not. A text that was cut short or altered shows by its CRC-32.
 */
import type { Checklist, Unit } from '../checklist/checklist'
import type { Team } from '../checklist/teams'
import type { Catalogue } from '../edition/catalogue'
import { continueCrc32 } from '../files/crc32'
import { readCode, writeCode } from './code'

/** What a team was given, and by whom. */
export interface Given {
  edition: string
  /** Id of the unit's checklist. */
  of: string
  /** `contact` and `phone` are of the person whom the team hands its part back to. */
  unit: Unit
  team: string
  items: string[]
}

/** `not-whole`: cut short or altered. `newer`: made by a later version of the page. */
export type GivenProblem = { code: 'not-whole' | 'newer' } | { code: 'other-edition'; edition: string }

/** Most characters of a link: longer ones are cut by chat programs. */
export const longestLink = 1_500

const givenFormat = '1'

/** The text for a team. */
export function writeGiven(catalogue: Catalogue, { id, edition, unit }: Checklist, team: Team): string {
  const { name, departments, contact, phone } = unit
  const fields = [
    ...[givenFormat, edition, id, team.name, name, contact, phone],
    departments.join(' '),
    joinRows(catalogue, team.items).join(' '),
  ]
  const code = writeCode(new TextEncoder().encode(fields.map(field => field.replace(/\n/g, ' ')).join('\n')))
  // Digits at the end: where an address ends in a hyphen, some programs leave it out.
  return code + checkOf(code)
}

/** The link that carries a text to the page at `address`; null where chat programs would cut it, so that a file must do. */
export function writeLink(address: string, written: string): string | null {
  const link = `${address.replace(/[?#].*/s, '')}?assign=${written}`
  return link.length <= longestLink ? link : null
}

/** What a text says, for the catalogue's edition. */
export function readGiven(catalogue: Catalogue, written: string): Given | GivenProblem {
  const whole = written.replace(/\s/g, '')
  const code = whole.slice(0, -checkLength)
  const bytes = checkOf(code) === whole.slice(-checkLength) ? readCode(code) : null
  if (!bytes) return { code: 'not-whole' }
  const [
    format = '',
    edition = '',
    of = '',
    team = '',
    name = '',
    contact = '',
    phone = '',
    ids = '',
    rows = '',
  ] = new TextDecoder().decode(bytes).split('\n')
  if (format !== givenFormat) return { code: 'newer' }
  if (edition !== catalogue.edition) return { code: 'other-edition', edition }
  const departments = catalogue.departments.map(({ id }) => id).filter(id => ids.split(' ').includes(id))
  const items = partRows(catalogue, rows.split(' '))
  return { edition, of, team, items, unit: { name, departments, contact, phone } }
}

/** The file of a team: the same text, for a link that would be too long and for computers without a network. */
export function writeGivenFile(written: string): string {
  return `${JSON.stringify({ format: 1, assign: written }, null, 1)}\n`
}

/** The text in a file of `writeGivenFile`; null where it is none. */
export function readGivenFile(text: string): string | null {
  try {
    const { assign } = JSON.parse(text) as { assign?: unknown }
    return typeof assign === 'string' ? assign : null
  } catch {
    return null
  }
}

/** Ids of items in the catalogue's order, by their rows. */
export function itemsByRow({ materials, indicators }: Catalogue): Map<string, string[]> {
  const rows = new Map([['0', materials.items.map(({ id }) => id)]])
  for (const { id, items } of indicators)
    rows.set(
      id,
      items.map(item => item.id),
    )
  return rows
}

/** A whole row is written as one, `8-2` for all of its items. */
function joinRows(catalogue: Catalogue, items: readonly string[]): string[] {
  const given = new Set(items)
  const joined: string[] = []
  for (const [row, all] of itemsByRow(catalogue)) {
    const own = all.filter(id => given.delete(id))
    joined.push(...(own.length === all.length && own.length > 0 ? [`r${row}`] : own))
  }
  // Items that the edition no longer has.
  return [...joined, ...given]
}

function partRows(catalogue: Catalogue, ids: readonly string[]): string[] {
  const rows = itemsByRow(catalogue)
  const known = new Set([...rows.values()].flat())
  const items = ids.flatMap(id =>
    known.has(id) ? id : id.startsWith('r') ? (rows.get(id.slice(1)) ?? []) : [],
  )
  return [...new Set(items)]
}

const checkLength = 8

function checkOf(code: string): string {
  const crc = continueCrc32(0, new TextEncoder().encode(code))
  return crc.toString(16).padStart(checkLength, '0')
}
