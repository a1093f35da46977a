/** The matrix by what a column says. */

import type { Change } from '../../../src/core/checklist/change'
import { buildChecklist } from '../../../src/core/checklist/checklist'
import { collate } from '../../../src/core/intake/collate'
import { nextSort, sortRows } from '../../../src/core/intake/matrix-sort'
import { expect, test } from '../runner'
import { afterChanges, catalogue, fileOf, morning, noon } from '../samples'
import { handInOf } from './hand-ins'

const ready = (item: string): Change => ({ kind: 'set-ready', item, ready: true })
const score = (score: string): Change => ({ kind: 'set-score', indicator: '13-1', score })
const gone = fileOf('丢失.pdf')

function unitOf(name: string, departments: string[], changes: Change[], at = morning) {
  const empty = buildChecklist(name, '2022', { name, departments, contact: '', phone: '' }, at)
  return afterChanges(empty, changes, at)
}

const { rows } = collate(catalogue, [
  handInOf(unitOf('甲局', ['education'], [ready('0-1'), ready('0-2'), ready('13-1-1')])),
  handInOf(unitOf('乙局', ['education'], [ready('0-1'), score('1')], noon)),
  handInOf(
    unitOf('丙局', ['water'], [ready('0-1'), { kind: 'add-files', item: '0-1', files: [gone] }]),
    [gone],
    { volumes: { found: [1], count: 2 } },
  ),
])
const judged = ({ unit }: { unit: string }) => ({ 甲局: 0.5, 乙局: 0, 丙局: 1 })[unit] ?? 0
const sorted = (by: string, descending = false) =>
  sortRows(rows, { by, descending }, judged).map(({ unit }) => unit)

const cases: [by: string, up: string[], down: string[]][] = [
  ['unit', ['丙局', '甲局', '乙局'], ['乙局', '甲局', '丙局']],
  ['soundness', ['丙局', '甲局', '乙局'], ['甲局', '乙局', '丙局']],
  ['judged', ['乙局', '甲局', '丙局'], ['丙局', '甲局', '乙局']],
  ['0', ['丙局', '乙局', '甲局'], ['甲局', '乙局', '丙局']],
  // Who is not asked stands last both ways.
  ['13-1', ['乙局', '甲局', '丙局'], ['甲局', '乙局', '丙局']],
]

for (const [by, up, down] of cases) {
  test(`sorted by ${by}, upwards and downwards`, () => {
    expect(sorted(by)).toEqual(up)
    expect(sorted(by, true)).toEqual(down)
  })
}

test('the last change and 自评分 are numbers, and who gave no score stands last', () => {
  expect(sorted('changed', true)[0]).toBe('乙局')
  expect(sorted('score')[0]).toBe('乙局')
})

test('a head leads upwards, downwards, and back to the order of names', () => {
  const up = nextSort(null, 'done')
  const down = nextSort(up, 'done')
  expect([up, down, nextSort(down, 'done')]).toEqual([
    { by: 'done', descending: false },
    { by: 'done', descending: true },
    null,
  ])
  expect(nextSort(down, '0')).toEqual({ by: '0', descending: false })
  expect(sortRows(rows, null, judged)).toEqual(rows)
})
