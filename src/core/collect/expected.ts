/**
 * Who is expected to hand in. In comes a list as people have it (the edition's `units.yaml`, a pasted list, a table), out go
 * units; and which of them the hand-ins are. Invariant: only a name or alias that is the same counts without asking, and two
 * hand-ins never count for one unit.
 */

import type { ExpectedUnit } from '../edition/expected-unit'
import { baseName } from '../text/filename'
import { comparePairs } from '../text/likeness'
import { nameKey } from '../text/name-key'

/** A handed-in unit that is not on the list, and which of those that are missing it may be, likeliest first. */
interface UnlistedUnit {
  unit: string
  suggestions: ExpectedUnit[]
}

export interface Attendance {
  /** Expected units that handed in, with the name they handed in under. */
  present: { expected: ExpectedUnit; unit: string }[]
  missing: ExpectedUnit[]
  unlisted: UnlistedUnit[]
}

/** Which of the expected units the hand-ins (by their unit's name) are. */
export function matchUnits(expected: readonly ExpectedUnit[], units: readonly string[]): Attendance {
  const place = placeOf([...expected.map(({ name }) => name), ...units])
  const open = new Set(expected)
  const left = new Set(units)
  const present = new Map<ExpectedUnit, string>()
  const keysOf = [
    ({ name }: ExpectedUnit) => [nameKey(name)],
    ({ name, aliases }: ExpectedUnit) => [name, ...aliases].map(nameKey),
    ({ name, aliases }: ExpectedUnit) => [name, ...aliases].flatMap(each => withoutPlace(each, place)),
  ]
  // The whole name first, for all: an alias of one unit may be the name of another.
  keysOf.forEach((keys, round) => {
    const byKey = new Map<string, Set<ExpectedUnit>>()
    for (const one of open)
      for (const key of keys(one)) byKey.set(key, (byKey.get(key) ?? new Set()).add(one))
    for (const unit of left) {
      const own = round < 2 ? [nameKey(unit)] : withoutPlace(unit, place)
      const named = new Set(own.flatMap(key => [...(byKey.get(key) ?? [])]))
      const fitting = [...named].filter(one => open.has(one))
      const [only] = fitting
      if (!only || fitting.length > 1) continue
      present.set(only, unit)
      open.delete(only)
      left.delete(unit)
    }
  })
  return {
    present: expected.flatMap(one => {
      const unit = present.get(one)
      return unit === undefined ? [] : [{ expected: one, unit }]
    }),
    missing: [...open],
    unlisted: [...left].map(unit => ({ unit, suggestions: suggest(unit, [...open], place) })),
  }
}

/**
 * The unit that a file is named after (`县公安局-材料.zip`), for a file that nobody could look into; of several the longest
 * name. Null where none is in the file's name, or two fit alike.
 */
export function findUnitInFileName(units: readonly ExpectedUnit[], path: string): ExpectedUnit | null {
  const place = placeOf(units.map(({ name }) => name))
  const whole = nameKey(path)
  const own = withoutPlace(baseName(path), place)
  // Without its place only at the start: 乙县公安局 is not 甲县公安局.
  const isIn = (name: string) =>
    whole.includes(nameKey(name)) ||
    withoutPlace(name, place).some(key => own.some(start => start.startsWith(key)))
  const fits = units
    .map(unit => {
      const names = [unit.name, ...unit.aliases].filter(name => nameKey(name) !== '' && isIn(name))
      return { unit, length: Math.max(0, ...names.map(name => nameKey(name).length)) }
    })
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length)
  const [first, second] = fits
  return first && first.length !== second?.length ? first.unit : null
}

/** `units` with `name` known as another name of `unit` too; a name that another unit goes by is taken from that one. */
export function addAlias(units: readonly ExpectedUnit[], unit: string, name: string): ExpectedUnit[] {
  return removeAlias(units, name).map(one =>
    one.name === unit && nameKey(one.name) !== nameKey(name)
      ? { ...one, aliases: [...one.aliases, name] }
      : one,
  )
}

/** `units` with `name` no longer an alias of any. */
export function removeAlias(units: readonly ExpectedUnit[], name: string): ExpectedUnit[] {
  return units.map(unit => ({
    ...unit,
    aliases: unit.aliases.filter(alias => nameKey(alias) !== nameKey(name)),
  }))
}

/** Units of these names, in this order, each once; what `known` knows of them (departments, aliases) is kept. */
export function unitsNamed(names: readonly string[], known: readonly ExpectedUnit[] = []): ExpectedUnit[] {
  const before = new Map(known.map(unit => [nameKey(unit.name), unit]))
  const units = new Map<string, ExpectedUnit>()
  for (const name of names) {
    const key = nameKey(name)
    const { departments, aliases } = before.get(key) ?? { departments: [], aliases: [] }
    if (key !== '' && !units.has(key)) units.set(key, { name, departments, aliases })
  }
  return [...units.values()]
}

/** The county or city that most names begin with (甲县), or nothing: 县教育局 is then 甲县教育局. */
function placeOf(names: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) {
    const place = /^.{2,4}?[县区市州旗]/.exec(nameKey(name))?.[0]
    if (place) counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  const [first] = [...counts].sort(([, a], [, b]) => b - a)
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return first && first[1] >= 2 && first[1] * 2 > all ? first[0] : ''
}

/** A name as it is, and without the place in front of it, in full (甲县) or in short (县). */
function withoutPlace(name: string, place: string): string[] {
  const key = nameKey(name)
  if (place === '') return [key]
  const prefix = [place, place.slice(-1)].find(start => key.startsWith(start) && key.length > start.length)
  return prefix === undefined ? [key] : [key, key.slice(prefix.length)]
}

const mostSuggestions = 3

function suggest(unit: string, among: readonly ExpectedUnit[], place: string): ExpectedUnit[] {
  const likeness = (one: ExpectedUnit) =>
    Math.max(
      ...[one.name, ...one.aliases].flatMap(name =>
        withoutPlace(name, place).flatMap(a => withoutPlace(unit, place).map(b => compareNames(a, b))),
      ),
    )
  return among
    .map(one => ({ one, score: likeness(one) }))
    .filter(({ score }) => score >= 0.5)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostSuggestions)
    .map(({ one }) => one)
}

/** From 0 to 1: a short form (市监局 of 市场监督管理局) by how much of the name it is, others by the pairs they share. */
function compareNames(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  let found = 0
  for (const character of long) if (character === short[found]) found += 1
  if (found === short.length && short.length >= 3) return 0.5 + short.length / long.length / 2
  return comparePairs(short, long)
}
