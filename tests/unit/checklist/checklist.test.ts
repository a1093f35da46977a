import { applyChange, type Change } from '../../../src/core/checklist/change'
import { answerOf, buildChecklist, hashesOf, usesOf } from '../../../src/core/checklist/checklist'
import { reuseAnswers } from '../../../src/core/checklist/same-work'
import { expect, test } from '../runner'
import { checklistAfter, fileOf, freeze, morning, noon, unit } from '../samples'

test('buildChecklist() starts without answers, made and changed now', () => {
  expect(buildChecklist('c1', '2022', unit, morning)).toEqual({
    format: 1,
    id: 'c1',
    edition: '2022',
    unit,
    answers: {},
    report: { texts: {}, scores: {} },
    unsorted: [],
    removed: [],
    created: '2022-12-20T01:00:00.000Z',
    changed: '2022-12-20T01:00:00.000Z',
  })
})

test('answerOf() is the empty answer where nothing was said', () => {
  expect(answerOf(checklistAfter(), '7-1-1')).toEqual({
    ready: false,
    notApplicable: false,
    reason: '',
    remark: '',
    files: [],
  })
})

const shared = fileOf('通知.pdf')
const own = fileOf('照片.jpg')
const gone = fileOf('旧稿.doc')
const filled = checklistAfter(
  { kind: 'add-files', item: '7-1-1', files: [shared, own, gone] },
  { kind: 'add-files', item: '0-2', files: [shared] },
  { kind: 'remove-file', item: '7-1-1', sha256: gone.sha256 },
)

test('hashesOf() names every file once, the removed ones included', () => {
  expect(hashesOf(filled)).toEqual(new Set([shared.sha256, own.sha256, gone.sha256]))
  expect(hashesOf(checklistAfter())).toEqual(new Set())
})

test('usesOf() names the items of each attached file', () => {
  expect(usesOf(filled)).toEqual(
    new Map([
      [shared.sha256, ['7-1-1', '0-2']],
      [own.sha256, ['7-1-1']],
    ]),
  )
})

test('reuseAnswers() takes over every answer that says the same, and no other', () => {
  const at = { item: '7-1-1' }
  const changes: Change[] = [
    { ...at, kind: 'set-ready', ready: true },
    { ...at, kind: 'set-not-applicable', notApplicable: true },
    { ...at, kind: 'set-reason', reason: '无' },
    { ...at, kind: 'set-remark', remark: '无' },
    { ...at, kind: 'add-files', files: [gone] },
    { ...at, kind: 'remove-file', sha256: own.sha256 },
    { ...at, kind: 'rename-file', sha256: own.sha256, name: '合影.jpg' },
  ]
  for (const change of changes) {
    // As storage gives it back: equal, and not one object the same.
    const fresh = freeze(structuredClone(applyChange(filled, change, noon)))
    const reused = reuseAnswers(fresh, filled)
    expect(reused, change.kind).toEqual(fresh)
    expect(reused.answers['0-2'], change.kind).toBe(filled.answers['0-2'])
    expect(reused.answers['7-1-1'], change.kind).toBe(fresh.answers['7-1-1'])
  }
})

test('reuseAnswers() follows answers that came and went', () => {
  const empty = checklistAfter()
  expect(reuseAnswers(filled, empty)).toEqual(filled)
  expect(reuseAnswers(empty, filled)).toEqual(empty)
})
