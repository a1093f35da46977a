/** The ids of earlier editions, each with the newest text that stands for it. */
import type { EditionFolder } from '../build/edition'
import type { Department } from '../core/edition/catalogue'
import { identityText, type ReadRow, readRows } from '../core/edition/read-rows'
import { seriesOf } from '../core/site/edition-of'
import type { Known } from './identity'

export interface KnownRow extends Known {
  row: ReadRow
  edition: string
}

interface KnownMaterial extends Known {
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
  /** Where fields come from that no document says: the last edition, else the one that is made anew. */
  model: EditionFolder | undefined
  /**
   * What an id stood for in the newest edition that had it, the one made anew left out: of a row its content, of an item or a
   * common material its text.
   */
  texts: ReadonlyMap<string, string>
}

/**
 * `all` newest first, of which those of the same assessment count; `year`, when it is made anew, counts as the newest, for
 * its ids may be in use.
 */
export function collectEarlier(all: readonly EditionFolder[], year: string): Earlier {
  const editions = all.filter(({ id }) => seriesOf(id) === seriesOf(year))
  const rows = new Map<string, KnownRow>()
  const materials = new Map<string, KnownMaterial>()
  const used = new Set<string>()
  for (const { id: edition, files } of editions) {
    for (const row of readRows(files.indicators)) {
      const { id, items = [] } = row.source
      if (!rows.has(id)) rows.set(id, { id, text: identityText(row), row, edition })
      for (const entry of [{ id }, ...items]) used.add(entry.id)
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
    departments: all.flatMap(edition => edition.files.indicators.departments),
    used,
    last: others[0],
    model: others[0] ?? editions.find(({ id }) => id === year),
    texts: textsOf(others),
  }
}

/** The text of each id; `editions` are newest first, and the newest wins. */
function textsOf(editions: readonly EditionFolder[]): Map<string, string> {
  const texts = new Map<string, string>()
  for (const { files } of [...editions].reverse()) {
    for (const { content, name, source } of readRows(files.indicators)) {
      texts.set(source.id, content || name)
      for (const item of source.items ?? []) texts.set(item.id, item.text)
    }
    for (const { id, text } of files.materials.items) texts.set(id, text)
  }
  return texts
}
