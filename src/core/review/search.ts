/** Finds units, rows, items and files by a few characters of their name. */
import { answerOf } from '../checklist/checklist'
import { titleSection } from '../checklist/section-name'
import { nameKey } from '../text/name-key'
import type { Judged } from './tally'
import { type Place, sectionsAmong } from './walk'

export interface Hit {
  kind: 'unit' | 'section' | 'item' | 'file'
  /** What matched, and of whom or what it is. */
  text: string
  of: string
  place: Omit<Place, 'order'>
  /** SHA-256 of a file. */
  file: string
}

/** At most `most` of each kind; nothing for an empty query. */
export function searchUnits(units: readonly Judged[], query: string, most = 12): Hit[] {
  const wanted = nameKey(query)
  if (wanted === '') return []
  const fits = (text: string) => nameKey(text).includes(wanted)
  const rows = units.filter(({ row }) => fits(row.unit)).slice(0, most)
  const sections = sectionsAmong(units)
  const first = (id: string) => units.find(({ row }) => row.sections.some(section => section.id === id))
  const hits: Hit[] = rows.map(({ row }) => {
    const place = { unit: row.unit, section: row.sections[0]?.id ?? '', item: '' }
    return { kind: 'unit', text: row.unit, of: '', place, file: '' }
  })
  for (const section of sections.filter(section => fits(titleSection(section))).slice(0, most)) {
    const place = { unit: first(section.id)?.row.unit ?? '', section: section.id, item: '' }
    hits.push({ kind: 'section', text: titleSection(section), of: '', place, file: '' })
  }
  const items = sections.flatMap(section => section.items.map(item => ({ section, item })))
  for (const { section, item } of items.filter(({ item }) => fits(`${item.id}${item.text}`)).slice(0, most)) {
    const place = { unit: first(section.id)?.row.unit ?? '', section: section.id, item: item.id }
    hits.push({ kind: 'item', text: `${item.id} ${item.text}`, of: titleSection(section), place, file: '' })
  }
  return [...hits, ...findFiles(units, query, most)]
}

/** Tens of thousands of names are looked through with each key, so they are compared as they are but for their case. */
function findFiles(units: readonly Judged[], query: string, most: number): Hit[] {
  const wanted = query.trim().toLowerCase()
  const hits: Hit[] = []
  for (const { row } of units)
    for (const section of row.sections)
      for (const { id } of section.items)
        for (const { name, sha256 } of answerOf(row.handIn.checklist, id).files) {
          if (!name.toLowerCase().includes(wanted)) continue
          const place = { unit: row.unit, section: section.id, item: id }
          hits.push({ kind: 'file', text: name, of: `${row.unit} ${id}`, place, file: sha256 })
          if (hits.length === most) return hits
        }
  return hits
}
