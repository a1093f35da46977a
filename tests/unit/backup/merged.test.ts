/** A merge taken back as one step: what it brought goes, what it replaced comes back, what was done since stays. */
import { bringIn } from '../../../src/core/assignment/take-back'
import { joinMerged, noteMerged, parseMerged, undoMerge } from '../../../src/core/backup/merged'
import type { Change } from '../../../src/core/checklist/change'
import { answerOf, type Checklist } from '../../../src/core/checklist/checklist'
import { writeChecklist } from '../../../src/core/checklist/record'
import { after, equipment, measures, office, whole } from '../assignment/parts'
import { expect, test } from '../runner'
import { catalogue, fileOf, replyTo } from '../samples'

const now = new Date('2022-12-21T01:00:00.000Z')
const later = new Date('2022-12-21T02:00:00.000Z')
const same = (checklist: Checklist) => writeChecklist({ ...checklist, changed: '' })
const merge = (mine: Checklist, theirs: Checklist) => {
  const both = bringIn(catalogue, mine, theirs, [], now)
  const merged = noteMerged(mine, both, ['特设股.zip'], now)
  if (!merged) throw new Error('nothing merged')
  // As it comes back from storage.
  return { both, merged: parseMerged(JSON.parse(JSON.stringify(merged))) ?? merged }
}

test('taken back, the checklist is what it was, and the files it brought can still be brought back', () => {
  const before = bringIn(catalogue, whole, measures, [], now)
  const { both, merged } = merge(before, equipment)
  const undone = undoMerge(both, merged, later)
  expect(same(undone)).toBe(same(before))
  expect(undone.removed.map(({ file }) => file.name).sort()).toEqual(['压力容器检查.pdf', '电梯.jpg'])
})

test('a second hand-back taken back leaves the first one, with the file that the second gave up', () => {
  const first = bringIn(catalogue, whole, equipment, [], now)
  const second = after(equipment, {
    kind: 'remove-file',
    item: '10-5-1',
    sha256: fileOf('电梯.jpg').sha256,
  })
  const { both, merged } = merge(first, second)
  expect(answerOf(both, '10-5-1').files).toHaveLength(1)
  expect(same(undoMerge(both, merged, later))).toBe(same(first))
})

test('what a person did after the merge stays', () => {
  const { both, merged } = merge(whole, equipment)
  const worked = after(
    both,
    { kind: 'set-remark', item: '10-5-1', remark: '合并后写的' },
    { kind: 'add-files', item: '10-5-1', files: [fileOf('合并后加的.pdf')] },
    { kind: 'set-report-text', id: '10-5', text: '合并后改的。' },
    { kind: 'set-ready', item: '7-1-1', ready: true },
  )
  const undone = undoMerge(worked, merged, later)
  expect(answerOf(undone, '10-5-1')).toMatchObject({
    remark: '合并后写的',
    files: [{ name: '合并后加的.pdf' }],
  })
  expect(answerOf(undone, '10-5-2').ready).toBe(false)
  expect(answerOf(undone, '7-1-1').ready).toBe(true)
  expect(undone.report.texts['10-5']).toBe('合并后改的。')
  expect(undone.report.scores['10-5']).toBe(undefined)
})

test('parts that came together are one step; what a person did between them stays', () => {
  const texts: Change[] = [
    { kind: 'set-remark', item: '9-3-1', remark: '中间写的' },
    { kind: 'set-report-text', id: '9-3', text: '中间改的。' },
    { kind: 'set-remark', item: '8-1-1', remark: '与合并无关' },
    { kind: 'set-remark', item: '0-1', remark: '两家之间写的' },
  ]
  for (const between of [[], texts]) {
    const one = merge(whole, measures)
    const start = after(one.both, ...between)
    // Two teams have 0-1: the second merge changes it again.
    const two = merge(start, office)
    const undone = undoMerge(two.both, joinMerged(one.merged, two.merged), later)
    const own = after(whole, ...between)
    const touched = ['9-3-1', '0-1']
    expect(same({ ...undone, answers: without(undone, touched), report: own.report })).toBe(
      same({ ...own, answers: without(own, touched) }),
    )
    expect(answerOf(undone, '9-3-1').remark).toBe(between.length > 0 ? '中间写的' : '')
    expect(undone.report.texts['9-3']).toBe(between.length > 0 ? '中间改的。' : undefined)
    // What both brought, with a remark between them, goes back to where the person left it.
    expect(answerOf(undone, '0-1')).toMatchObject(
      between.length > 0
        ? { remark: '两家之间写的', files: answerOf(start, '0-1').files }
        : { remark: '', files: [] },
    )
  }
})

function without({ answers }: Checklist, items: readonly string[]): Checklist['answers'] {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !items.includes(id)))
}

test('nothing is noted where nothing was merged, and a note of something else is none', () => {
  const { both } = merge(whole, equipment)
  expect(noteMerged(both, bringIn(catalogue, both, equipment, [], later), ['特设股.zip'], later)).toBe(null)
  expect(parseMerged({ at: now.toISOString(), names: [], before: {}, after: {} })).toBe(null)
})

test('a 审核意见 that a merge brought goes with it, and one that came since stays', () => {
  const reply = replyTo(whole)
  const { both, merged } = merge(whole, after(whole, { kind: 'take-reply', reply }))
  expect(both.returned?.at).toBe(reply.at)
  expect(undoMerge(both, merged, later).returned).toBe(undefined)
  const newer = { ...reply, at: '2022-12-27T02:00:00.000Z' }
  const since = after(both, { kind: 'take-reply', reply: newer })
  expect(undoMerge(since, merged, later).returned?.at).toBe(newer.at)
})
