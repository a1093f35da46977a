/** What earlier editions used: every id with the newest text that stands for it. */
import type { EditionFolder } from '../build/content-files'
import type { Department } from '../core/edition/catalogue'
import type { IndicatorSource } from '../core/edition/content'
import { withoutScore } from '../core/text/likeness'
import type { Known } from './identity'

export interface KnownRow extends Known {
  row: IndicatorSource
  edition: string
}

export interface KnownMaterial extends Known {
  label: string
}

export interface Earlier {
  rows: KnownRow[]
  materials: KnownMaterial[]
  departments: Department[]
  /** Every id ever used. */
  used: Set<string>
  /** The edition that a new one follows; never the one that is made anew. */
  last: EditionFolder | undefined
  /**
   * What an id stood for in the newest edition that had it, the one made anew left out: of a row its content, of an item or a
   * common material its text.
   */
  texts: ReadonlyMap<string, string>
}

/** `editions` newest first; `year`, when it is made anew, counts as the newest, for its ids may be in use. */
export function collectEarlier(editions: readonly EditionFolder[], year: string): Earlier {
  const rows = new Map<string, KnownRow>()
  const materials = new Map<string, KnownMaterial>()
  const used = new Set<string>()
  for (const { id: edition, files } of editions) {
    for (const row of files.indicators.indicators) {
      if (!rows.has(row.id)) rows.set(row.id, { id: row.id, text: withoutScore(row.content), row, edition })
      for (const { id } of [row, ...(row.items ?? [])]) used.add(id)
    }
    for (const item of files.materials.items) {
      if (!materials.has(item.id)) materials.set(item.id, item)
      used.add(item.id)
    }
  }
  const others = editions.filter(({ id }) => id !== year)
  return {
    rows: [...rows.values()],
    materials: [...materials.values()],
    departments: editions.flatMap(edition => edition.files.indicators.departments),
    used,
    last: others[0],
    texts: textsOf(others),
  }
}

/** The newest wins: `editions` are newest first. */
function textsOf(editions: readonly EditionFolder[]): Map<string, string> {
  const texts = new Map<string, string>()
  for (const { files } of [...editions].reverse()) {
    for (const { id, content, items = [] } of files.indicators.indicators) {
      texts.set(id, content)
      for (const item of items) texts.set(item.id, item.text)
    }
    for (const { id, text } of files.materials.items) texts.set(id, text)
  }
  return texts
}
