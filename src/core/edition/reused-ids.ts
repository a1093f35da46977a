/**
 * Ids across the years: an id is for ever, a checklist and a bundle know their items by it. In come editions, out go the
 * ids that a later edition gives to something else.
 */

import { likeness, withoutScore } from '../text/likeness'
import type { CatalogueSource, ContentProblem } from './content'

/** Below this two texts have hardly a word in common; rows of one table that mean different things mostly stay below it. */
const another = 0.25

export type ReusedId = { edition: string } & ContentProblem

/** Rows, items and materials whose id an earlier edition used for another text; `sources` oldest first. */
export function findReusedIds(sources: readonly CatalogueSource[]): ReusedId[] {
  const known = new Map<string, { edition: string; text: string }>()
  return sources.flatMap(source =>
    textsOf(source).flatMap(({ file, id, text }) => {
      const before = known.get(id)
      known.set(id, { edition: source.edition, text })
      if (!before || likeness(before.text, text) >= another) return []
      const { edition } = source
      return [
        { edition, file, entry: id, code: 'reused-id' as const, year: before.edition, text: before.text },
      ]
    }),
  )
}

/** Each id of an edition with the text it stands for, in the order of the files. */
function textsOf({ indicators, materials }: CatalogueSource) {
  const rows = indicators.flatMap(row => [
    { id: row.id, text: withoutScore(row.content) },
    ...(row.items ?? []).map(item => ({ id: item.id, text: item.text })),
  ])
  return [
    ...rows.map(row => ({ ...row, file: 'indicators.yaml' as const })),
    ...materials.items.map(({ id, text }) => ({ id, text, file: 'materials.yaml' as const })),
  ]
}
