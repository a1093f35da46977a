/**
 * Ids across the years: an id is for ever, a checklist and a bundle know their items by it. In come editions, out go the
 * ids that a later edition of the same assessment gives to something else.
 */

import { seriesOf } from '../site/edition-of'
import { likeness } from '../text/likeness'
import type { CatalogueSource, ContentProblem } from './content'
import { identityText, readRows } from './read-rows'

/** Below this two texts have hardly a word in common; rows of one table that mean different things mostly stay below it. */
const another = 0.25

type ReusedId = { edition: string } & ContentProblem

/** Rows, items and materials whose id an earlier edition used for another text; `sources` oldest first. */
export function findReusedIds(sources: readonly CatalogueSource[]): ReusedId[] {
  const known = new Map<string, { edition: string; text: string }>()
  return sources.flatMap(source =>
    textsOf(source).flatMap(({ file, id, text }) => {
      const key = `${seriesOf(source.edition)} ${id}`
      const before = known.get(key)
      known.set(key, { edition: source.edition, text })
      if (!before || likeness(before.text, text) >= another) return []
      const { edition } = source
      return [
        { edition, file, entry: id, code: 'reused-id' as const, year: before.edition, text: before.text },
      ]
    }),
  )
}

/** Each id of an edition with the text it stands for, in the order of the files. */
function textsOf(source: CatalogueSource) {
  const { materials } = source
  const rows = readRows(source).flatMap(row => [
    { id: row.source.id, text: identityText(row) },
    ...(row.source.items ?? []).map(item => ({ id: item.id, text: item.text })),
  ])
  return [
    ...rows.map(row => ({ ...row, file: 'indicators.yaml' as const })),
    ...materials.items.map(({ id, text }) => ({ id, text, file: 'materials.yaml' as const })),
  ]
}
