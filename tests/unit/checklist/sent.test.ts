/** 已报送: kept through storage, `checklist.json` and merges, and an old page's record without it stays as it is. */

import { changesBetween, marksOf } from '../../../src/core/bundle/marks'
import { applyChange, type Change } from '../../../src/core/checklist/change'
import type { Sent } from '../../../src/core/checklist/checklist'
import { mergeChecklists } from '../../../src/core/checklist/merge'
import { parseChecklist, writeChecklist } from '../../../src/core/checklist/record'
import { keepUnknownFields } from '../../../src/core/checklist/unknown-fields'
import { expect, test } from '../runner'
import { afterChanges, checklistAfter, fileOf, noon, unit } from '../samples'

const filling: Change[] = [
  { kind: 'add-files', item: '7-1-1', files: [fileOf('方案.pdf'), fileOf('总结.pdf')] },
  { kind: 'set-ready', item: '7-1-1', ready: true },
  { kind: 'set-remark', item: '10-1-0', remark: '另交' },
  { kind: 'set-report-text', id: 'overview', text: '总体良好' },
]
const filled = checklistAfter(...filling)
const sent: Sent = { day: '2022-12-20', fingerprint: '6F2A-91C4-0B77-E3D0', marks: marksOf(filled) }
const handedIn = applyChange(filled, { kind: 'set-sent', sent }, noon)

test('sent comes back from storage and from checklist.json, and a record without it is written as ever', () => {
  for (const value of [handedIn, JSON.parse(writeChecklist(handedIn))]) {
    const read = parseChecklist(value)
    expect(read.ok && read.checklist.sent).toEqual(sent)
  }
  expect(writeChecklist(filled)).not.toContain('sent')
  expect(writeChecklist(applyChange(handedIn, { kind: 'set-sent', sent: null }, noon))).not.toContain('sent')
})

test('a page that takes sent back leaves nothing of it in the stored record', () => {
  const taken = applyChange(handedIn, { kind: 'set-sent', sent: null }, noon)
  expect(keepUnknownFields(handedIn, taken).sent).toBeUndefined()
})

test('a record whose sent is no such thing is broken, and says where', () => {
  for (const [part, field] of [
    [{ day: '20日' }, 'sent.day'],
    [{ marks: { '__proto__ ': '1' } }, 'sent.marks'],
    [{ marks: { '7-1-1': 1 } }, 'sent.marks'],
    [{ fingerprint: 7 }, 'sent.fingerprint'],
  ] as const)
    expect(parseChecklist({ ...filled, sent: { ...sent, ...part } })).toEqual({
      ok: false,
      problem: { code: 'broken', field },
    })
})

test('a merge keeps what was sent last, whichever side it comes from', () => {
  const later = { ...handedIn, sent: { ...sent, day: '2022-12-23' } }
  const sameDay = { ...handedIn, sent: { ...sent, fingerprint: '0000-0000-0000-0000' } }
  for (const [a, b, day] of [
    [handedIn, later, '2022-12-23'],
    [handedIn, filled, '2022-12-20'],
  ] as const)
    for (const both of [mergeChecklists(a, b), mergeChecklists(b, a)]) expect(both.sent?.day).toBe(day)
  expect(mergeChecklists(handedIn, sameDay).sent).toEqual(mergeChecklists(sameDay, handedIn).sent)
  expect(mergeChecklists(filled, filled)).not.toHaveProperty('sent')
})

test('changesBetween() names what was changed since, and nothing else', () => {
  const since = (...changes: Change[]) => {
    return changesBetween(sent.marks, marksOf(afterChanges(handedIn, changes)))
  }
  expect(since()).toEqual({ items: [], report: [], unit: false })
  expect(
    since(
      { kind: 'set-remark', item: '10-1-0', remark: '另交二' },
      { kind: 'set-ready', item: '7-1-2', ready: true },
      { kind: 'set-score', indicator: '7-1', score: '3' },
    ),
  ).toEqual({ items: ['7-1-2', '10-1-0'], report: ['7-1'], unit: false })
  expect(since({ kind: 'set-report-text', id: 'overview', text: '' }).report).toEqual(['overview'])
  expect(since({ kind: 'remove-file', item: '7-1-1', sha256: fileOf('总结.pdf').sha256 }).items).toEqual([
    '7-1-1',
  ])
  expect(
    since({ kind: 'rename-file', item: '7-1-1', sha256: fileOf('总结.pdf').sha256, name: '改' }).items,
  ).toEqual(['7-1-1'])
  expect(since({ kind: 'set-unit', unit: { ...unit, phone: '1' } }).unit).toBe(true)
  // Said and taken back is as it was; the day it was sent is no change.
  expect(
    since(
      { kind: 'set-remark', item: '7-1-3', remark: '一' },
      { kind: 'set-remark', item: '7-1-3', remark: '' },
      { kind: 'set-sent', sent: null },
    ),
  ).toEqual({ items: [], report: [], unit: false })
})
