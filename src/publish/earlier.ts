/** What earlier editions used: every id with the newest text that stands for it. */
import type { EditionFolder } from '../build/content-files'
import type { Department } from '../core/catalogue'
import type { IndicatorSource } from '../core/content'
import { withoutScore } from '../core/likeness'
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
  /** The edition that a new one follows. */
  last: EditionFolder | undefined
}

/** `editions` newest first; an edition that is made anew counts as the newest, for its ids may be in use. */
export function collectEarlier(editions: readonly EditionFolder[]): Earlier {
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
  return {
    rows: [...rows.values()],
    materials: [...materials.values()],
    departments: editions.flatMap(edition => edition.files.indicators.departments),
    used,
    last: editions[0],
  }
}
