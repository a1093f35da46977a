/** Who is expected to hand in: the edition's list, or the office's own, which is kept on this computer. */
import { atom, computed } from 'nanostores'
import { addAlias, matchUnits, removeAlias, unitsNamed } from '../../core/collect/expected'
import { findUnitNames, parseRows } from '../../core/collect/unit-table'
import type { ExpectedUnit } from '../../core/edition/expected-unit'
import { type Refusal, refusalOf } from '../../core/files/refusal'
import { loadExpected, saveExpected } from '../../io/storage/notes'
import { $matrix } from '../intake/matrix'
import { getCatalogue } from '../page'

/** Why a list could not be read or stored. */
export type ExpectedProblem =
  | { code: 'no-names' | 'old-spreadsheet' | 'not-a-table' }
  | { code: 'not-kept' | 'not-read'; refusal: Refusal }

interface Expected {
  units: readonly ExpectedUnit[]
  /** `own`: the office's; `edition`: the publisher's; `none`: there is no list. */
  source: 'own' | 'edition' | 'none'
}

export const $expected = atom<Expected>({ units: [], source: 'none' })

/** Which of the expected units handed in. */
export const $attendance = computed([$expected, $matrix], ({ units }, { rows }) =>
  matchUnits(
    units,
    rows.map(({ handIn }) => handIn.checklist.unit.name),
  ),
)

export const $expectedProblem = atom<ExpectedProblem | null>(null)

let published: readonly ExpectedUnit[] = []

/** Shows the office's own list where there is one, else the edition's. */
export async function openExpected(fromEdition: readonly ExpectedUnit[]): Promise<void> {
  published = fromEdition
  show(null)
  // Where the browser stores nothing there is no own list; saving one reports the refusal.
  show(await loadExpected(getCatalogue().edition).catch(() => null))
}

/** Replaces the list by the names in a typed or pasted text, and stores it. @returns false where the text holds no name */
export async function setExpected(text: string): Promise<boolean> {
  const units = unitsNamed(findUnitNames(parseRows(text)), $expected.get().units)
  if (units.length === 0) {
    $expectedProblem.set({ code: 'no-names' })
    return false
  }
  await keep(units)
  return true
}

/** The unit names in a picked table, for the person to check. Null where there are none: `$expectedProblem` says why. */
export async function readUnitTable(file: File): Promise<string[] | null> {
  $expectedProblem.set(null)
  try {
    const { readTable } = await import('../../io/looking')
    const rows = await readTable(file)
    const names = typeof rows === 'string' ? [] : findUnitNames(rows)
    if (names.length > 0) return names
    $expectedProblem.set({ code: typeof rows === 'string' ? rows : 'no-names' })
  } catch (error) {
    $expectedProblem.set({ code: 'not-read', refusal: refusalOf(error) })
  }
  return null
}

/** Stores that a person took a hand-in's `unit` for the unit `expected`. */
export function confirmUnit(unit: string, expected: string): Promise<void> {
  return keep(addAlias($expected.get().units, expected, unit))
}

/** Undoes `confirmUnit` for a hand-in's `unit`. */
export function separateUnit(unit: string): Promise<void> {
  return keep(removeAlias($expected.get().units, unit))
}

/** Removes the office's own list from this computer; the edition's counts again. */
export function forgetExpected(): Promise<void> {
  return keep(null)
}

async function keep(units: readonly ExpectedUnit[] | null): Promise<void> {
  $expectedProblem.set(null)
  show(units)
  try {
    await saveExpected(getCatalogue().edition, units)
  } catch (error) {
    $expectedProblem.set({ code: 'not-kept', refusal: refusalOf(error) })
  }
}

function show(own: readonly ExpectedUnit[] | null): void {
  const source = own ? 'own' : published.length > 0 ? 'edition' : 'none'
  $expected.set({ units: own ?? published, source })
}
