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

/** The notice or the table, where it is of another year than the edition; `year` is the one that it names. */
export interface OfOtherYear {
  part: 'notice' | 'table'
  year: string
}

/** By the years in their titles; of a notice whose title names none by its deadline or its day. */
export function findOtherYears({ id, files: { notice, indicators } }: EditionFolder): OfOtherYear[] {
  const year = id.slice(0, 4)
  const other = (title: string) => {
    const named: string[] = title.match(/20\d\d(?=年)/g) ?? []
    return named.includes(year) ? undefined : named[0]
  }
  const isNamed = /20\d\d年/.test(notice.title)
  const day = /^20\d\d/.exec(notice.deadline ?? notice.dated)?.[0]
  // The materials of a year are handed in before it ends or in the next one.
  const isPast = day !== undefined && (day < year || Number(day) > Number(year) + 1)
  const ofNotice = isNamed ? other(notice.title) : isPast ? day : undefined
  const ofTable = other(indicators.title)
  return [
    ...(ofNotice ? [{ part: 'notice' as const, year: ofNotice }] : []),
    ...(ofTable ? [{ part: 'table' as const, year: ofTable }] : []),
  ]
}

function textsOf({ files }: EditionFolder): { id: string; text: string; isItem: boolean }[] {
  return readRows(files.indicators).flatMap(({ source, content, name }) => [
    { id: source.id, text: content || name, isItem: false },
    ...(source.items ?? []).map(({ id, text }) => ({ id, text, isItem: true })),
  ])
}
