/** How far the office is with a unit, and whose review a row of the matrix has. */

import type { Change } from '../../../src/core/checklist/change'
import type { Checklist } from '../../../src/core/checklist/checklist'
import { collate, type UnitRow } from '../../../src/core/intake/collate'
import { checklistsOf, reviewOf } from '../../../src/core/review/of-unit'
import { addTallies, countJudged, standingsOf, tally } from '../../../src/core/review/tally'
import { handInOf } from '../intake/hand-ins'
import { expect, test } from '../runner'
import { catalogue, checklistAfter, fileOf, unit } from '../samples'
import { reviewAfter, seenAfter, word } from './said'

const ready = (item: string): Change => ({ kind: 'set-ready', item, ready: true })
const add = (item: string): Change => ({ kind: 'add-files', item, files: [fileOf(`${item}.pdf`)] })

function rowOf(...checklists: Checklist[]): UnitRow {
  const { rows } = collate(
    catalogue,
    checklists.map(checklist => handInOf(checklist)),
  )
  if (rows.length !== 1) throw new Error('Cannot collate one row')
  return rows[0] as UnitRow
}

test('every item that is asked for is to be judged, and 其他 where something was said of it', () => {
  const row = rowOf(checklistAfter(ready('7-1-1'), add('7-1-0')))
  const standings = standingsOf(row, reviewAfter([word('returned', '', { item: '8-1-0' })]))
  expect(standings.has('7-1-0')).toBe(true)
  expect(standings.has('8-1-0')).toBe(true)
  expect(standings.has('9-1-0')).toBe(false)
  expect(standings.size).toBe(row.total.total + 2)
})

test('items are counted by their standing, for a row and for all', () => {
  const row = rowOf(checklistAfter(ready('7-1-1'), add('7-1-1'), ready('7-1-2')))
  const seen = seenAfter('7-1-1', ready('7-1-1'))
  const standings = standingsOf(
    row,
    reviewAfter([word('accepted', '', { seen }), word('returned', '', { item: '8-1-1' })]),
  )
  const section = row.sections.find(({ id }) => id === '7-1')
  const asked = section?.items.filter(({ counted }) => counted) ?? []
  // The file was not there when 7-1-1 was accepted.
  expect(tally(standings, asked)).toMatchObject({ changed: 1, accepted: 0, unseen: asked.length - 1 })
  const all = tally(standings)
  expect(all).toMatchObject({ changed: 1, returned: 1 })
  expect(countJudged(all)).toEqual([1, row.total.total])
  expect(countJudged(addTallies([all, all]))).toEqual([2, 2 * row.total.total])
})

test('a unit of two checklists has one review, and a word goes to the checklist that answers the item', () => {
  const [one, other] = [
    checklistAfter(ready('7-1-1')),
    { ...checklistAfter(ready('9-1-1')), id: 'c2', unit: { ...unit, departments: ['quality-office'] } },
  ]
  const row = rowOf(one, other)
  const ids = (item: string | null) => checklistsOf(row, item).map(({ id }) => id)
  expect(ids('7-1-1')).toEqual(['c1'])
  expect(ids('9-1-1')).toEqual(['c2'])
  expect(ids('8-1-1')).toHaveLength(1)
  expect(ids(null).sort()).toEqual(['c1', 'c2'])
  const reviews = new Map([
    ['c1', reviewAfter([word('accepted')])],
    ['c2', { ...reviewAfter([word('returned', '', { item: '9-1-1' })]), checklist: 'c2' }],
  ])
  expect(Object.keys(reviewOf(row, reviews).words)).toEqual(['7-1-1', '9-1-1'])
})
