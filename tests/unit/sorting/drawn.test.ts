/** The desk's rows, so many at a time: made from the first group on, taken away where they leave, no file twice. */
import { type Drawn, drawMore, nothingDrawn } from '../../../src/core/sorting/drawn'
import { groupFiles, type NumberedGroups, numberFiles } from '../../../src/core/sorting/groups'
import type { Suggestion } from '../../../src/core/sorting/suggestion'
import { expect, test } from '../runner'
import { fileOf } from '../samples'

const files = Array.from({ length: 10 }, (_, i) => fileOf(String(i)))
const none: NumberedGroups = { groups: [], numbers: new Map() }

/** The files that `of` gives an item, in groups by it. */
function groupsOf(of: (i: number) => string | null, before = none): NumberedGroups {
  const suggestions = new Map<string, Suggestion>()
  for (const [i, { name, sha256 }] of files.entries()) {
    const reason = { code: 'name', text: name } as const
    suggestions.set(sha256, { file: sha256, item: of(i) ?? '', isSure: true, reason, others: [] })
  }
  const some = files.filter((_, i) => of(i) !== null)
  return numberFiles(
    groupFiles(some, suggestions, new Map(), () => false),
    before,
  )
}

/** The names in the rows of each group, by its item; of a group that is gone in brackets. */
function rowsOf({ groups }: Drawn): Record<string, string> {
  return Object.fromEntries(
    groups.map(({ group, rows, isGone }) => {
      const names = rows.map(({ name }) => name).join('')
      return [group.item, isGone ? `(${names})` : names]
    }),
  )
}

/** One turn after the other until all is drawn. */
function turns(groups: NumberedGroups, before: Drawn, most: number): Drawn[] {
  const drawn = drawMore(groups, before, most)
  return drawn.isAll ? [drawn] : [drawn, ...turns(groups, drawn, most)]
}

const halves = groupsOf(i => (i < 5 ? '9-3-1' : '9-3-2'))

test('rows are made so many at a time, from the first group on', () => {
  expect(turns(halves, nothingDrawn, 4).map(rowsOf)).toEqual([
    { '9-3-1': '0123', '9-3-2': '' },
    { '9-3-1': '01234', '9-3-2': '567' },
    { '9-3-1': '01234', '9-3-2': '56789' },
  ])
  const all = drawMore(halves, nothingDrawn, 10)
  expect(all.isAll).toBe(true)
  expect(drawMore(halves, all, 10).groups).toEqual(all.groups)
  expect(drawMore(halves, all, 10).groups[0]).toBe(all.groups[0])
})

test('a file that gets another group has one row: in the new one after it left the old one', () => {
  const all = drawMore(halves, nothingDrawn, 10)
  // All but 9 and 0 change places.
  const others = groupsOf(i => ([0, 5, 6, 7, 8].includes(i) ? '9-3-1' : '9-3-2'), halves)
  // What comes stands behind what was there.
  expect(turns(others, all, 3).map(rowsOf)).toEqual([
    { '9-3-1': '04', '9-3-2': '56789123' },
    { '9-3-1': '056', '9-3-2': '7891234' },
    { '9-3-1': '05678', '9-3-2': '91234' },
  ])
})

test('the rows of a group that is gone leave in turns too, and nobody sees them; it may come back', () => {
  const all = drawMore(halves, nothingDrawn, 10)
  const one = groupsOf(i => (i < 5 ? null : '9-3-2'), halves)
  const first = drawMore(one, all, 3)
  expect([rowsOf(first), first.isAll]).toEqual([{ '9-3-1': '(34)', '9-3-2': '56789' }, false])
  expect(Object.keys(rowsOf(first))).toEqual(['9-3-1', '9-3-2'])
  const back = groupsOf(i => (i < 5 ? '9-3-1' : '9-3-2'), one)
  expect(rowsOf(drawMore(back, first, 3))).toEqual({ '9-3-1': '01234', '9-3-2': '56789' })
  const second = drawMore(one, first, 3)
  expect([rowsOf(second), second.isAll]).toEqual([{ '9-3-2': '56789' }, true])
})
