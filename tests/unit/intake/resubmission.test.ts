import type { Change } from '../../../src/core/checklist/change'
import { findDifferences } from '../../../src/core/intake/resubmission'
import { expect, test } from '../runner'
import { afterChanges, checklistAfter, fileOf, unit } from '../samples'

const summary = fileOf('总结.docx', '初稿')
const revised = fileOf('总结.docx', '定稿')
const plan = fileOf('计划.pdf')
const earlier = checklistAfter(
  { kind: 'set-ready', item: '0-1', ready: true },
  { kind: 'add-files', item: '0-1', files: [summary, plan] },
  { kind: 'set-remark', item: '0-2', remark: '纸质件另附' },
  { kind: 'set-score', indicator: '7-1', score: '3' },
  { kind: 'set-report-text', id: 'overview', text: '总体情况' },
)

const after = (...changes: Change[]) => findDifferences(earlier, afterChanges(earlier, changes))

const cases: [name: string, changes: Change[], differences: unknown[]][] = [
  ['nothing', [], []],
  [
    'a file added',
    [{ kind: 'add-files', item: '0-3', files: [fileOf('新.pdf')] }],
    [{ code: 'added-file', item: '0-3', file: fileOf('新.pdf') }],
  ],
  [
    'a file taken off',
    [{ kind: 'remove-file', item: '0-1', sha256: plan.sha256 }],
    [{ code: 'removed-file', item: '0-1', file: plan }],
  ],
  [
    'other bytes under the same name',
    [
      { kind: 'remove-file', item: '0-1', sha256: summary.sha256 },
      { kind: 'add-files', item: '0-1', files: [revised] },
    ],
    [{ code: 'changed-file', item: '0-1', before: summary, file: revised }],
  ],
  [
    'a file renamed',
    [{ kind: 'rename-file', item: '0-1', sha256: plan.sha256, name: '年度计划.pdf' }],
    [{ code: 'renamed-file', item: '0-1', before: '计划.pdf', file: { ...plan, name: '年度计划.pdf' } }],
  ],
  [
    'a tick taken back',
    [{ kind: 'set-ready', item: '0-1', ready: false }],
    [{ code: 'changed-state', item: '0-1', before: 'ready', after: 'open' }],
  ],
  [
    'not applicable, with a reason',
    [
      { kind: 'set-not-applicable', item: '0-3', notApplicable: true },
      { kind: 'set-reason', item: '0-3', reason: '无此职责' },
    ],
    [
      { code: 'changed-state', item: '0-3', before: 'open', after: 'not-applicable' },
      { code: 'changed-text', item: '0-3', field: 'reason', before: '', after: '无此职责' },
    ],
  ],
  [
    'a remark emptied',
    [{ kind: 'set-remark', item: '0-2', remark: '' }],
    [{ code: 'changed-text', item: '0-2', field: 'remark', before: '纸质件另附', after: '' }],
  ],
  [
    'a score',
    [{ kind: 'set-score', indicator: '7-1', score: '4' }],
    [{ code: 'changed-score', item: '7-1', before: '3', after: '4' }],
  ],
  [
    'the report',
    [{ kind: 'set-report-text', id: 'overview', text: '总体情况良好' }],
    [{ code: 'changed-report', section: 'overview' }],
  ],
  [
    'the unit',
    [{ kind: 'set-unit', unit: { ...unit, phone: '0715-7654321', departments: ['water'] } }],
    [
      {
        code: 'changed-unit',
        field: 'departments',
        before: 'market-regulation,quality-office',
        after: 'water',
      },
      { code: 'changed-unit', field: 'phone', before: unit.phone, after: '0715-7654321' },
    ],
  ],
]

for (const [name, changes, differences] of cases) {
  test(`findDifferences() tells: ${name}`, () => {
    expect(after(...changes)).toEqual(differences)
  })
}

test('items stand in the notice’s order, and what is the same on both sides is not mentioned', () => {
  const differences = after(
    { kind: 'set-remark', item: '10-1-1', remark: '十' },
    { kind: 'set-remark', item: '7-1-1', remark: '七' },
    { kind: 'set-remark', item: '0-1', remark: '零' },
  )
  expect(differences.map(difference => 'item' in difference && difference.item)).toEqual([
    '0-1',
    '7-1-1',
    '10-1-1',
  ])
})
