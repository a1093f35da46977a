/** What became of the ids of the years before: kept, kept with another text, new, and no longer used. */
import type { EditionFolder } from '../../build/edition'
import { readRows } from '../../core/edition/read-rows'
import { saysSame } from '../../core/text/likeness'
import { collectEarlier } from '../earlier'

export interface Fate {
  id: string
  /** The row or item as it is now; empty for one that is gone. */
  text: string
  /** As it was; undefined for a new one. */
  before: string | undefined
  kind: 'kept' | 'changed' | 'new' | 'gone'
  isItem: boolean
}

/** Rows and items in their order, then those that the edition before had and this one has not. */
export function compareYears(folder: EditionFolder, earlier: readonly EditionFolder[]): Fate[] {
  const { texts, last, model } = collectEarlier(earlier, folder.id)
  // An edition that is made anew and has none before it is held against itself.
  const known = last || !model ? texts : new Map(textsOf(model).map(({ id, text }) => [id, text]))
  const now = textsOf(folder)
  const present = now.map(({ id, text, isItem }): Fate => {
    const before = known.get(id)
    const kind = before === undefined ? 'new' : saysSame(before, text) ? 'kept' : 'changed'
    return { id, text, before, kind, isItem }
  })
  const ids = new Set(now.map(({ id }) => id))
  const gone = model ? textsOf(model).filter(({ id }) => !ids.has(id)) : []
  return [
    ...present,
    ...gone.map(({ id, text, isItem }): Fate => ({ id, text: '', before: text, kind: 'gone', isItem })),
  ]
}

/** The year that the titles of notice and table name, where it is another than the edition's; null where they agree or name none. */
export function otherYear({ id, files }: EditionFolder): string | null {
  const named = [files.notice.title, files.indicators.title].flatMap(
    title => title.match(/20\d\d(?=年)/g) ?? [],
  )
  const other = named.find(year => year !== id.slice(0, 4))
  return other !== undefined && !named.includes(id.slice(0, 4)) ? other : null
}

function textsOf({ files }: EditionFolder): { id: string; text: string; isItem: boolean }[] {
  return readRows(files.indicators).flatMap(({ source, content, name }) => [
    { id: source.id, text: content || name, isItem: false },
    ...(source.items ?? []).map(({ id, text }) => ({ id, text, isItem: true })),
  ])
}
