import type { Change } from '../../../src/core/checklist/change'
import type { Answer } from '../../../src/core/checklist/checklist'
import {
  type Hint,
  hintOf,
  isAnswered,
  isDone,
  progressOf,
  sectionsOf,
} from '../../../src/core/checklist/progress'
import { buildCatalogue, type Item, itemsById } from '../../../src/core/edition/catalogue'
import { expect, test } from '../runner'
import { catalogue, checklistAfter, fileOf, freeze, smallSource, withDepartments } from '../samples'

const items = itemsById(catalogue)
const counted = items.get('7-1-1') as Item
const optional = items.get('7-1-0') as Item
const file = fileOf('方案.pdf')
const empty: Answer = { ready: false, notApplicable: false, reason: '', remark: '', files: [] }
const idsOf = (checklist = checklistAfter()) => sectionsOf(catalogue, checklist).map(section => section.id)

test('sectionsOf() is the common materials, then the rows of the unit’s departments, as printed', () => {
  const sections = sectionsOf(catalogue, withDepartments(checklistAfter(), ['transport', 'water']))
  expect(sections.map(section => section.id)).toEqual(['0', '3-1', '4-1', '12-2', '13-3'])
  const { note, items } = catalogue.materials
  expect(sections[0]).toEqual({ id: '0', indicator: null, note, items })
  for (const { id, indicator, items } of sections.slice(1)) {
    expect(indicator?.id).toBe(id)
    expect(items).toBe(indicator?.items)
  }
})

test('sectionsOf() asks a unit without departments for the common materials only', () => {
  expect(idsOf(withDepartments(checklistAfter(), []))).toEqual(['0'])
})

for (const [name, change] of [
  ['a tick', { kind: 'set-ready', item: '3-1-0', ready: true }],
  ['不适用', { kind: 'set-not-applicable', item: '3-1-0', notApplicable: true }],
  ['a reason', { kind: 'set-reason', item: '3-1-0', reason: '无' }],
  ['a remark', { kind: 'set-remark', item: '3-1-0', remark: '见附件' }],
  ['a file', { kind: 'add-files', item: '3-1-0', files: [file] }],
] satisfies [string, Change][]) {
  test(`sectionsOf() keeps a row of a department no longer chosen that has ${name}`, () => {
    const before = withDepartments(checklistAfter(), ['education'])
    expect(idsOf(before)).toEqual(['0', '13-1'])
    expect(idsOf(withDepartments(checklistAfter(change), ['education']))).toEqual(['0', '3-1', '13-1'])
  })
}

test('sectionsOf() lets a row go whose answer was taken back', () => {
  const taken = checklistAfter(
    { kind: 'set-ready', item: '3-1-0', ready: true },
    { kind: 'set-ready', item: '3-1-0', ready: false },
  )
  expect(idsOf(withDepartments(taken, ['education']))).toEqual(['0', '13-1'])
})

test('sectionsOf() ends with the answered items the edition no longer has, in the order of the ids', () => {
  const checklist = checklistAfter(
    { kind: 'set-remark', item: '15-1-1', remark: '已交' },
    { kind: 'add-files', item: '7-1-9', files: [file] },
    { kind: 'set-ready', item: '0-4', ready: true },
    { kind: 'set-remark', item: '15-1-2', remark: '' },
  )
  const sections = sectionsOf(catalogue, withDepartments(checklist, []))
  expect(sections.map(section => section.id)).toEqual(['0', 'gone'])
  expect(sections[1]?.indicator).toBeNull()
  expect(sections[1]?.items.map(item => [item.id, item.counted])).toEqual([
    ['0-4', false],
    ['7-1-9', false],
    ['15-1-1', false],
  ])
})

test('isDone() is 已备齐, or 不适用 with a reason', () => {
  expect(isDone(empty)).toBe(false)
  expect(isDone({ ...empty, files: [file], remark: '已交' })).toBe(false)
  expect(isDone({ ...empty, ready: true })).toBe(true)
  expect(isDone({ ...empty, notApplicable: true })).toBe(false)
  expect(isDone({ ...empty, notApplicable: true, reason: ' \n' })).toBe(false)
  expect(isDone({ ...empty, notApplicable: true, reason: '本县无此类企业' })).toBe(true)
  expect(isDone({ ...empty, reason: '本县无此类企业' })).toBe(false)
})

test('isAnswered() is true once anything was said or attached', () => {
  expect(isAnswered(empty)).toBe(false)
  const parts: Partial<Answer>[] = [
    { ready: true },
    { notApplicable: true },
    { reason: '无' },
    { remark: '无' },
    { files: [file] },
  ]
  for (const part of parts) expect(isAnswered({ ...empty, ...part }), JSON.stringify(part)).toBe(true)
})

for (const [name, item, part, expected] of [
  ['an empty answer', counted, {}, null],
  ['a tick without a file', counted, { ready: true }, 'ready-without-file'],
  ['a tick without a file in「其他」', optional, { ready: true }, 'ready-without-file'],
  ['a tick with a file', counted, { ready: true, files: [file] }, null],
  ['a file without a tick', counted, { files: [file] }, 'files-without-tick'],
  ['a file without a tick in「其他」', optional, { files: [file] }, null],
  [
    '不适用 without a reason',
    counted,
    { notApplicable: true, reason: '  ' },
    'not-applicable-without-reason',
  ],
  ['不适用 with a reason', counted, { notApplicable: true, reason: '无' }, null],
  [
    '不适用 with a reason and files',
    counted,
    { notApplicable: true, reason: '无', files: [file] },
    'not-applicable-with-files',
  ],
  [
    '不适用 with files but no reason',
    counted,
    { notApplicable: true, files: [file] },
    'not-applicable-without-reason',
  ],
  ['a remark only', counted, { remark: '稍后补交' }, null],
] satisfies [string, Item, Partial<Answer>, Hint | null][]) {
  test(`hintOf() says ${expected ?? 'nothing'} of ${name}`, () => {
    expect(hintOf(item, { ...empty, ...part })).toBe(expected)
  })
}

test('progressOf() counts a file once however many items use it, and items only where they count', () => {
  const large = fileOf('视频.mp4', '视频.mp4', { size: 3 * 2 ** 30 })
  const checklist = checklistAfter(
    { kind: 'set-ready', item: '7-1-1', ready: true },
    { kind: 'add-files', item: '7-1-1', files: [large] },
    { kind: 'set-not-applicable', item: '7-1-2', notApplicable: true },
    { kind: 'set-reason', item: '7-1-2', reason: '未开展' },
    { kind: 'set-not-applicable', item: '7-1-3', notApplicable: true },
    { kind: 'add-files', item: '7-1-4', files: [large] },
    { kind: 'set-ready', item: '7-1-0', ready: true },
    // Of another row: not asked for here.
    { kind: 'set-ready', item: '8-1-1', ready: true },
  )
  const row = catalogue.indicators.find(indicator => indicator.id === '7-1')
  expect(progressOf(row?.items ?? [], checklist)).toEqual({
    done: 2,
    total: 4,
    files: 1,
    bytes: 3 * 2 ** 30,
    absent: 0,
    hints: 3,
  })
})

test('progressOf() of everything a unit is asked for', () => {
  const small = freeze(buildCatalogue(smallSource()))
  const checklist = withDepartments(checklistAfter(), ['water', 'city-office'])
  const all = sectionsOf(small, checklist).flatMap(section => section.items)
  expect(progressOf(all, checklist)).toEqual({ done: 0, total: 4, files: 0, bytes: 0, absent: 0, hints: 0 })
  expect(progressOf([], checklist)).toEqual({ done: 0, total: 0, files: 0, bytes: 0, absent: 0, hints: 0 })
})
