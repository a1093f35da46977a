/** A unit that the office expects to hand in, and the list of them as it is stored. */
import { isTexts } from '../text/texts'

export interface ExpectedUnit {
  /** 单位全称 */
  name: string
  /** Ids of the departments it answers for; empty where the list does not say. */
  departments: string[]
  /** Other names it goes by, those included that a person said are the same. */
  aliases: string[]
}

/** The list in `value`, which any page that shares the database may have stored; null where `value` is no such list. */
export function parseExpected(value: unknown): ExpectedUnit[] | null {
  if (!Array.isArray(value)) return null
  const units: ExpectedUnit[] = []
  for (const entry of value as Partial<Record<string, unknown>>[]) {
    const { name, departments, aliases } = entry ?? {}
    if (typeof name !== 'string' || !isTexts(departments) || !isTexts(aliases)) return null
    units.push({ name, departments, aliases })
  }
  return units
}
