import { applyChange, type Change } from '../../../src/core/checklist/change'
import { answerOf } from '../../../src/core/checklist/checklist'
import { enqueueChange } from '../../../src/core/checklist/queue'
import { expect, test } from '../runner'
import { checklistAfter, fileOf, freeze, noon, unit } from '../samples'

const plan = fileOf('工作计划.docx')
const photo = fileOf('宣传图片.jpg')
const empty = { ready: false, notApplicable: false, reason: '', remark: '', files: [] }

const add = (item: string, ...files: (typeof plan)[]): Change => ({ kind: 'add-files', item, files })
const remove = (item: string, file = plan) =>
  ({ kind: 'remove-file', item, sha256: file.sha256 }) satisfies Change
const restore = (item: string, file = plan) =>
  ({ kind: 'restore-file', item, sha256: file.sha256 }) satisfies Change

/** The answer to 7-1-1 after these changes. */
function answerAfter(...changes: Change[]) {
  return answerOf(checklistAfter(...changes), '7-1-1')
}

test('applyChange() replaces the unit and leaves the answers', () => {
  const before = checklistAfter(add('7-1-1', plan))
  const after = applyChange(before, { kind: 'set-unit', unit: { ...unit, phone: '' } }, noon)
  expect(after).toEqual({ ...before, unit: { ...unit, phone: '' }, changed: noon.toISOString() })
})

test('applyChange() ticks and unticks 已备齐', () => {
  expect(answerAfter({ kind: 'set-ready', item: '7-1-1', ready: true })).toEqual({ ...empty, ready: true })
  expect(
    answerAfter(
      { kind: 'set-ready', item: '7-1-1', ready: true },
      { kind: 'set-ready', item: '7-1-1', ready: false },
    ),
  ).toEqual(empty)
})

test('applyChange() lets 已备齐 and 不适用 exclude each other, and keeps the reason', () => {
  const reason: Change = { kind: 'set-reason', item: '7-1-1', reason: '本县无此类企业' }
  const notApplicable: Change = { kind: 'set-not-applicable', item: '7-1-1', notApplicable: true }
  const ready: Change = { kind: 'set-ready', item: '7-1-1', ready: true }
  const said = { ...empty, reason: '本县无此类企业' }
  expect(answerAfter(ready, notApplicable, reason)).toEqual({ ...said, notApplicable: true })
  expect(answerAfter(notApplicable, reason, ready)).toEqual({ ...said, ready: true })
  expect(answerAfter(notApplicable, reason, { ...notApplicable, notApplicable: false })).toEqual(said)
  expect(answerAfter(notApplicable, { ...ready, ready: false })).toEqual({ ...empty, notApplicable: true })
})

test('applyChange() keeps remarks as they were typed', () => {
  const remark = ' 纸质件已交\n第二批补交 '
  expect(answerAfter({ kind: 'set-remark', item: '7-1-1', remark })).toEqual({ ...empty, remark })
})

test('applyChange() adds files behind those that are there, the same bytes once', () => {
  const copy = fileOf('另存的工作计划.docx', plan.name)
  expect(copy.sha256).toBe(plan.sha256)
  expect(answerAfter(add('7-1-1', plan), add('7-1-1', copy, photo, photo)).files).toEqual([plan, photo])
})

test('applyChange() renames a file, trimmed, and keeps its name where the new one is blank', () => {
  const rename = (name: string): Change => ({ kind: 'rename-file', item: '7-1-1', sha256: plan.sha256, name })
  const renamed = { ...plan, name: '2022年计划.docx' }
  expect(answerAfter(add('7-1-1', plan, photo), rename(' 2022年计划.docx ')).files).toEqual([renamed, photo])
  expect(answerAfter(add('7-1-1', plan), rename('  ')).files).toEqual([plan])
})

test('applyChange() renames a file in one item only', () => {
  const rename: Change = { kind: 'rename-file', item: '7-1-1', sha256: plan.sha256, name: '甲.docx' }
  expect(answerOf(checklistAfter(add('7-1-1', plan), add('0-2', plan), rename), '0-2').files).toEqual([plan])
})

test('applyChange() moves a removed file to the end of `removed`, each step with a time of its own', () => {
  const { answers, removed } = checklistAfter(
    add('7-1-1', plan, photo),
    add('0-2', plan),
    remove('7-1-1', photo),
    remove('7-1-1', plan),
  )
  expect(answers['7-1-1']?.files).toEqual([])
  expect(answers['0-2']?.files).toEqual([plan])
  expect(removed).toEqual([
    { item: '7-1-1', file: photo, removed: '2022-12-20T01:00:00.003Z' },
    { item: '7-1-1', file: plan, removed: '2022-12-20T01:00:00.004Z' },
  ])
})

test('applyChange() restores what was removed, under the name it had', () => {
  const rename: Change = { kind: 'rename-file', item: '7-1-1', sha256: plan.sha256, name: '甲.docx' }
  const before = checklistAfter(add('7-1-1', photo, plan), rename)
  const after = checklistAfter(add('7-1-1', photo, plan), rename, remove('7-1-1'), restore('7-1-1'))
  expect({ ...after, changed: before.changed }).toEqual(before)
})

test('applyChange() restores to the item the file was removed from', () => {
  const after = checklistAfter(
    add('7-1-1', plan),
    add('0-2', plan),
    remove('7-1-1'),
    remove('0-2'),
    restore('0-2'),
  )
  expect(answerOf(after, '7-1-1').files).toEqual([])
  expect(answerOf(after, '0-2').files).toEqual([plan])
  expect(after.removed.map(entry => entry.item)).toEqual(['7-1-1'])
})

test('applyChange() restores a file that was added again meanwhile without doubling it', () => {
  const after = checklistAfter(add('7-1-1', plan), remove('7-1-1'), add('7-1-1', plan), restore('7-1-1'))
  expect(answerOf(after, '7-1-1').files).toEqual([plan])
  expect(after.removed).toEqual([])
})

test('applyChange() shares a file with other items under its present name, once each', () => {
  const rename: Change = { kind: 'rename-file', item: '7-1-1', sha256: plan.sha256, name: '甲.docx' }
  const share: Change = {
    kind: 'share-file',
    item: '7-1-1',
    sha256: plan.sha256,
    items: ['0-2', '7-1-1', '0-3', '0-2'],
  }
  const after = checklistAfter(add('7-1-1', plan), add('0-3', photo), rename, share)
  const renamed = { ...plan, name: '甲.docx' }
  expect(after.answers).toEqual({
    '7-1-1': { ...empty, files: [renamed] },
    '0-2': { ...empty, files: [renamed] },
    '0-3': { ...empty, files: [photo, renamed] },
  })
})

test('applyChange() empties the list of removed files and nothing else', () => {
  const before = checklistAfter(add('7-1-1', plan, photo), remove('7-1-1'))
  const after = applyChange(before, { kind: 'empty-removed' }, noon)
  expect(after).toEqual({ ...before, removed: [], changed: noon.toISOString() })
})

test('applyChange() stamps the time of the change and leaves its argument as it was', () => {
  const before = checklistAfter(add('7-1-1', plan, photo), add('0-2', plan), remove('0-2'))
  const text = JSON.stringify(before)
  const changes: Change[] = [
    { kind: 'set-unit', unit: { ...unit, name: '县水利局' } },
    { kind: 'set-ready', item: '7-1-1', ready: true },
    { kind: 'set-not-applicable', item: '7-1-1', notApplicable: true },
    { kind: 'set-reason', item: '7-1-1', reason: '无' },
    { kind: 'set-remark', item: '7-1-1', remark: '无' },
    add('7-1-1', fileOf('新.pdf')),
    { kind: 'rename-file', item: '7-1-1', sha256: plan.sha256, name: '甲.docx' },
    remove('7-1-1'),
    restore('0-2'),
    { kind: 'share-file', item: '7-1-1', sha256: photo.sha256, items: ['0-3'] },
    { kind: 'empty-removed' },
  ]
  for (const change of changes) {
    // `before` is frozen: writing to any part of it would throw.
    const after = applyChange(before, change, noon)
    expect(after.changed, change.kind).toBe(noon.toISOString())
    expect(after.created, change.kind).toBe(before.created)
    expect(after, change.kind).not.toEqual({ ...before, changed: after.changed })
  }
  expect(JSON.stringify(before)).toBe(text)
})

for (const change of [
  { kind: 'rename-file', item: '7-1-1', sha256: photo.sha256, name: '甲.jpg' },
  { kind: 'rename-file', item: '0-2', sha256: plan.sha256, name: '甲.docx' },
  remove('0-2'),
  restore('7-1-1'),
  { kind: 'share-file', item: '0-2', sha256: plan.sha256, items: ['0-3'] },
] satisfies Change[]) {
  test(`applyChange() changes nothing for ${change.kind} of a file that ${change.item} no longer has`, () => {
    const before = checklistAfter(add('7-1-1', plan), add('0-2', photo))
    expect(applyChange(before, change, noon)).toEqual(before)
  })
}

const remark = (text: string, item = '7-1-1'): Change => ({ kind: 'set-remark', item, remark: text })
const reason = (text: string, item = '7-1-1'): Change => ({ kind: 'set-reason', item, reason: text })
const tick = (ready: boolean): Change => ({ kind: 'set-ready', item: '7-1-1', ready })

/** The queue after these changes, the first `fixed` of the queue on their way. */
function queueOf(changes: Change[], fixed = 0): Change[] {
  return changes.reduce<Change[]>((queue, change) => enqueueChange(freeze(queue), change, fixed), [])
}

test('enqueueChange() makes a typed sentence one change', () => {
  expect(queueOf([remark('纸'), remark('纸质'), remark('纸质件')])).toEqual([remark('纸质件')])
  expect(queueOf([reason('无'), reason('无此类')])).toEqual([reason('无此类')])
})

test('enqueueChange() keeps fields and items apart', () => {
  const changes = [remark('甲'), reason('甲'), remark('甲', '0-2'), remark('甲')]
  expect(queueOf(changes)).toEqual(changes)
})

test('enqueueChange() never reaches past another change', () => {
  const changes = [remark('甲'), tick(true), remark('乙')]
  expect(queueOf(changes)).toEqual(changes)
})

test('enqueueChange() replaces typing only', () => {
  const file = fileOf('甲.pdf')
  const changes: Change[] = [
    tick(true),
    tick(false),
    { kind: 'add-files', item: '7-1-1', files: [file] },
    { kind: 'add-files', item: '7-1-1', files: [file] },
    { kind: 'rename-file', item: '7-1-1', sha256: file.sha256, name: '乙.pdf' },
    { kind: 'rename-file', item: '7-1-1', sha256: file.sha256, name: '丙.pdf' },
  ]
  expect(queueOf(changes)).toEqual(changes)
})

test('enqueueChange() leaves changes that are on their way', () => {
  expect(queueOf([remark('纸'), remark('纸质'), remark('纸质件')], 1)).toEqual([
    remark('纸'),
    remark('纸质件'),
  ])
  expect(enqueueChange([remark('甲'), remark('乙')], remark('丙'), 2)).toEqual([
    remark('甲'),
    remark('乙'),
    remark('丙'),
  ])
})
