/** The way through all items, the search, and phrases for a note. */

import type { Change } from '../../../src/core/checklist/change'
import { buildChecklist } from '../../../src/core/checklist/checklist'
import { itemsById } from '../../../src/core/edition/catalogue'
import { collate } from '../../../src/core/intake/collate'
import { reviewOf } from '../../../src/core/review/of-unit'
import { phrasesFor, togglePhrase } from '../../../src/core/review/phrases'
import type { Review } from '../../../src/core/review/review'
import { searchUnits } from '../../../src/core/review/search'
import { type Judged, standingsOf } from '../../../src/core/review/tally'
import {
  findStop,
  fitsFilter,
  isOpenStop,
  listStops,
  sectionsAmong,
  sharedPrefix,
  stepFrom,
} from '../../../src/core/review/walk'
import { handInOf } from '../intake/hand-ins'
import { expect, test } from '../runner'
import { afterChanges, catalogue, fileOf, morning } from '../samples'
import { reviewAfter, word } from './said'

const ready = (item: string): Change => ({ kind: 'set-ready', item, ready: true })

function unitOf(name: string, departments: string[], changes: Change[] = []) {
  const empty = buildChecklist(name, '2022', { name, departments, contact: '', phone: '' }, morning)
  return handInOf(afterChanges(empty, changes, morning))
}

const handIns = [
  unitOf(
    '青禾县教育局',
    ['education'],
    [ready('0-1'), ready('0-2'), { kind: 'add-files', item: '13-1-1', files: [fileOf('品牌总结.PDF')] }],
  ),
  unitOf('青禾县水利局', ['water']),
]

function judge(said: Record<string, Review> = {}): Judged[] {
  return collate(catalogue, handIns).rows.map(row => {
    const review = reviewOf(row, new Map(Object.entries(said)))
    return { row, review, standings: standingsOf(row, review) }
  })
}
const units = judge()
const say = (stop: { judged: Judged; item: { id: string } } | null) =>
  stop && `${stop.judged.row.unit} ${stop.item.id}`

test('by row one requirement is gone through over all units, by unit one unit over all its rows', () => {
  const bySection = listStops(units, 'by-section').map(say)
  expect(bySection.slice(4, 6)).toEqual(['青禾县教育局 0-6', '青禾县水利局 0-1'])
  const byUnit = listStops(units, 'by-unit').map(say)
  expect(byUnit.indexOf('青禾县水利局 0-1')).toBeGreaterThan(byUnit.indexOf('青禾县教育局 13-1-1'))
  expect([...byUnit].sort()).toEqual([...bySection].sort())
  expect(sectionsAmong(units)[0]?.id).toBe('0')
})

test('the next item nobody judged is found past the end too; null where there is none', () => {
  const said = { ...reviewAfter([word('accepted', '', { item: '0-2' })]), checklist: '青禾县教育局' }
  const stops = listStops(judge({ 青禾县教育局: { ...said, words: {} } }), 'by-section')
  const first = findStop(stops, { unit: '青禾县教育局', section: '0', item: '0-1' })
  if (!first) throw new Error('Cannot find the first stop')
  expect(say(stepFrom(stops, first, isOpenStop))).toBe('青禾县教育局 0-2')
  const last = stops[stops.length - 1]
  expect(last && say(stepFrom(stops, last, isOpenStop))).toBe('青禾县教育局 0-1')
  expect(say(stepFrom(stops, first, isOpenStop, -1))).toBe(say(last ?? null))
  expect(stepFrom(stops, first, () => false)).toBeNull()
})

test('a place that is no more leads nearby', () => {
  const stops = listStops(units, 'by-section')
  const at = (unit: string, section: string, item: string) => say(findStop(stops, { unit, section, item }))
  expect(at('青禾县水利局', '0', '0-3')).toBe('青禾县水利局 0-3')
  expect(at('青禾县水利局', '13-1', '13-1-1')).toBe('青禾县水利局 0-1')
  expect(at('已撤销的局', '0', '0-3')).toBe('青禾县教育局 0-1')
  expect(findStop([], { unit: '', section: '', item: '' })).toBeNull()
})

test('材料有问题: a tick without a file, a file without a tick', () => {
  const troubled = listStops(units, 'by-unit').filter(stop => fitsFilter(stop, 'trouble'))
  expect(troubled.map(say)).toEqual(['青禾县教育局 0-1', '青禾县教育局 0-2', '青禾县教育局 13-1-1'])
})

test('a search finds units, rows, items and files, whatever their case', () => {
  expect(searchUnits(units, ' ')).toEqual([])
  expect(searchUnits(units, '水利局').map(({ kind, text }) => [kind, text])).toEqual([
    ['unit', '青禾县水利局'],
  ])
  const [file] = searchUnits(units, '总结.pdf')
  expect(file).toMatchObject({
    kind: 'file',
    place: { unit: '青禾县教育局', section: '13-1', item: '13-1-1' },
  })
  expect(searchUnits(units, '13-1-1').map(({ kind }) => kind)).toContain('item')
})

test('phrases: what was written of the same item first, then what was written often, then the usual, then the item’s own', () => {
  const item = itemsById(catalogue).get('7-1-4')
  if (!item) throw new Error('Cannot find 7-1-4')
  const reviews = [
    reviewAfter([word('returned', '缺总结；没有日期', { item: '7-1-4' }), word('returned', '复印不全')]),
    reviewAfter([word('doubtful', '复印不全', { item: '8-1-1' }), word('accepted', '很好', { item: '0-1' })]),
  ]
  const phrases = phrasesFor(item, reviews, ['没有盖章'])
  expect(phrases.slice(0, 4)).toEqual(['缺总结', '没有日期', '复印不全', '没有盖章'])
  expect(phrases).not.toContain('很好')
  expect(phrases.slice(4).every(phrase => phrase.startsWith('缺“'))).toBe(true)
})

test('a phrase is put behind what was written, and taken out again', () => {
  expect(togglePhrase('', '没有盖章')).toBe('没有盖章')
  expect(togglePhrase('缺总结。', '没有盖章')).toBe('缺总结；没有盖章')
  expect(togglePhrase('缺总结；没有盖章', '缺总结')).toBe('没有盖章')
})

test('the county that all names begin with is left out of a list, and nothing else', () => {
  expect(sharedPrefix(['青禾县教育局', '青禾县水利局'])).toBe('青禾县')
  expect(sharedPrefix(['青禾县教育局', '白露县水利局'])).toBe('')
  expect(sharedPrefix(['青禾县教育局'])).toBe('')
})
