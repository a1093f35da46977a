/** What every unit hands in besides the table's rows: the common materials and the report, with ids that nobody had. */
import type { EditionFiles } from '../../build/content-shape'
import type { EditionFolder } from '../../build/edition'
import { firstClause } from '../../core/text/clause'
import { nextId } from '../identity'

type Materials = EditionFiles['materials']['items']
type Sections = EditionFiles['report']['sections']

/** One more common material, named by its first clause. */
export function addMaterial(items: Materials, text: string, used: ReadonlySet<string>): Materials {
  const id = nextId('0', new Set([...used, ...items.map(({ id }) => id)]))
  return [...items, { id, label: firstClause(text), text }]
}

/** One more section, at the end. What clerks wrote is kept by the ids of sections, those of earlier editions included. */
export function addSection(sections: Sections, heading: string, earlier: readonly EditionFolder[]): Sections {
  const used = new Set(
    [sections, ...earlier.map(({ files }) => files.report.sections)].flat().map(({ id }) => id),
  )
  let letters = 1
  while (used.has(`part-${lettersOf(letters)}`)) letters++
  return [...sections, { id: `part-${lettersOf(letters)}`, heading, fromTemplate: false }]
}

/** The section moved by so many places. */
export function moveSection(sections: Sections, from: number, by: number): Sections {
  const others = sections.filter((_, place) => place !== from)
  const moved = sections.slice(from, from + 1)
  return [...others.slice(0, from + by), ...moved, ...others.slice(from + by)]
}

/** 1 → a, 26 → z, 27 → aa. */
function lettersOf(count: number): string {
  const rest = Math.floor((count - 1) / 26)
  return (rest > 0 ? lettersOf(rest) : '') + String.fromCharCode(97 + ((count - 1) % 26))
}
