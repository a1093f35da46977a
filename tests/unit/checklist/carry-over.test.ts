/** A new edition's checklist from last year's: what is taken, what is not, and the mark until somebody has looked. */

import { carryRemarks, carryUnit } from '../../../src/core/checklist/carry-over'
import { applyChange, type Change } from '../../../src/core/checklist/change'
import { buildChecklist, type Checklist, emptyAnswer } from '../../../src/core/checklist/checklist'
import { mergeChecklists } from '../../../src/core/checklist/merge'
import { hintOf } from '../../../src/core/checklist/progress'
import { parseChecklist, writeChecklist } from '../../../src/core/checklist/record'
import { reuseAnswers } from '../../../src/core/checklist/same-work'
import { buildCatalogue } from '../../../src/core/edition/catalogue'
import { expect, test } from '../runner'
import { checklistAfter, fileOf, freeze, morning, noon, smallSource, withDepartments } from '../samples'

/** Asks for 0-1, 1-1-1, 1-1-2, 1-1-0 of water and 2-1-1, 2-1-0, 2-2-0 of the city office. */
const next = freeze(buildCatalogue(smallSource()))
const remark = (item: string, text: string): Change => ({ kind: 'set-remark', item, remark: text })
const earlier = withDepartments(
  checklistAfter(
    remark('1-1-1', '原件在办公室。\n共两份'),
    { kind: 'set-ready', item: '1-1-1', ready: true },
    { kind: 'add-files', item: '1-1-1', files: [fileOf('文件.pdf')] },
    { kind: 'set-not-applicable', item: '1-1-2', notApplicable: true },
    { kind: 'set-reason', item: '1-1-2', reason: '没有开展' },
    remark('0-1', '  \n'),
    remark('2-1-1', '办公室的事'),
    remark('9-9-1', '今年没有这一项'),
    { kind: 'set-report-text', id: 'overview', text: '总体情况' },
  ),
  ['education', 'city-office', 'water'],
)
const fresh = freeze(
  buildChecklist('c2', '2031', { name: '某局', departments: ['water'], contact: '', phone: '' }, noon),
)
const carried = freeze(carryRemarks(fresh, earlier, next))

test('carryUnit() takes name, contact and phone, and the departments that there still are in their order', () => {
  expect(carryUnit(earlier, next)).toEqual({ ...earlier.unit, departments: ['water', 'city-office'] })
  expect(carryUnit(withDepartments(earlier, ['education']), next).departments).toEqual([])
})

test('carryRemarks() takes remarks of the rows the unit answers for, and nothing else', () => {
  const answers = { '1-1-1': { ...emptyAnswer, remark: '原件在办公室。\n共两份', remarkFrom: '2022' } }
  expect(carried).toEqual({ ...fresh, answers })
  expect(JSON.stringify(carried)).not.toMatch(/sha256|总体情况|没有开展|今年没有/)
})

test('carryRemarks() leaves what was said already', () => {
  const said = applyChange(fresh, remark('1-1-1', '今年的'), noon)
  expect(carryRemarks(said, earlier, next).answers['1-1-1']).toEqual({ ...emptyAnswer, remark: '今年的' })
})

test('a carried remark asks to be looked at until it is confirmed or written anew', () => {
  const [, item = next.materials.items[0]] = next.indicators[0]?.items ?? []
  const hint = (checklist: Checklist) => item && hintOf(item, checklist.answers['1-1-1'] ?? emptyAnswer)
  expect(hint(carried)).toBe('remark-carried-over')
  const confirmed = applyChange(carried, { kind: 'confirm-remark', item: '1-1-1' }, noon)
  expect(hint(confirmed)).toBeNull()
  expect(confirmed.answers['1-1-1']?.remark).toBe('原件在办公室。\n共两份')
  expect(hint(applyChange(carried, remark('1-1-1', '今年的'), noon))).toBeNull()
  expect(hint(applyChange(carried, { kind: 'set-ready', item: '1-1-1', ready: true }, noon))).toBe(
    'remark-carried-over',
  )
  // The row is drawn anew: it no longer says the same.
  expect(reuseAnswers(confirmed, carried).answers['1-1-1']).toBe(confirmed.answers['1-1-1'])
})

test('the mark goes into checklist.json and back, and is absent where nothing was carried', () => {
  const text = writeChecklist(carried)
  expect(text).toContain('"remarkFrom": "2022"')
  expect(parseChecklist(JSON.parse(text))).toEqual({ ok: true, checklist: carried })
  expect(writeChecklist(applyChange(carried, { kind: 'confirm-remark', item: '1-1-1' }, noon))).not.toContain(
    'remarkFrom',
  )
  const broken = { ...carried, answers: { '1-1-1': { ...carried.answers['1-1-1'], remarkFrom: 2022 } } }
  expect(parseChecklist(broken)).toEqual({
    ok: false,
    problem: { code: 'broken', field: '1-1-1.remarkFrom' },
  })
})

test('mergeChecklists() keeps the mark only while nobody has looked', () => {
  const confirmed = applyChange(carried, { kind: 'confirm-remark', item: '1-1-1' }, noon)
  const rewritten = applyChange(carried, remark('1-1-1', '今年的'), noon)
  const untouched = buildChecklist('c2', '2031', fresh.unit, morning)
  const after = (mine: Checklist, theirs: Checklist) => mergeChecklists(mine, theirs).answers['1-1-1']
  for (const [mine, theirs, from] of [
    [carried, carried, '2022'],
    [carried, untouched, '2022'],
    [untouched, carried, '2022'],
    [carried, confirmed, undefined],
    [confirmed, carried, undefined],
    [rewritten, carried, undefined],
  ] as const)
    expect(after(mine, theirs)?.remarkFrom).toBe(from)
  const settled = [
    { item: '1-1-1', field: 'remark' as const, mine: carried.answers['1-1-1']?.remark ?? '', text: '今年的' },
  ]
  expect(mergeChecklists(carried, rewritten, settled).answers['1-1-1']?.remarkFrom).toBeUndefined()
})
