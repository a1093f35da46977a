/** Makes the targets of sorting out of a catalogue: every item of the edition, with all that is printed about it. */
import { type Catalogue, detailsOf } from '../edition/catalogue'
import type { SortingTarget } from './suggestion'

/** All items of an edition in its order; `own` has the ids of those asked of the unit. */
export function targetsOf(catalogue: Catalogue, own: ReadonlySet<string>): SortingTarget[] {
  const common = catalogue.materials.items.map(item => ({
    item: item.id,
    row: '0',
    isCounted: item.counted,
    isOwn: own.has(item.id),
    number: '',
    texts: [item.text, item.label],
    rowTexts: [catalogue.materials.folder],
  }))
  const rows = catalogue.indicators.flatMap(row => {
    const details = detailsOf(row, catalogue.heads).map(({ text }) => text)
    const rowTexts = [...row.levels, row.name, row.content, ...details].filter(text => text !== '')
    return row.items.map(item => ({
      item: item.id,
      row: row.id,
      isCounted: item.counted,
      isOwn: own.has(item.id),
      number: row.number,
      texts: item.counted ? [item.text, item.label] : [],
      rowTexts,
    }))
  })
  return [...common, ...rows]
}
