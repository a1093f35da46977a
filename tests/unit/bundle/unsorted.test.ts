/** 待归类 in a bundle: in a folder of its own, listed everywhere; left out, nothing names it; and back from both backups. */

import { lastBundleOf, unsavedSince } from '../../../src/core/backup/backup'
import { batchesOf } from '../../../src/core/backup/batches'
import { entriesByItem, listEvidence } from '../../../src/core/bundle/evidence'
import { planBundle } from '../../../src/core/bundle/plan'
import { applyChange } from '../../../src/core/checklist/change'
import { type Checklist, withoutUnsorted } from '../../../src/core/checklist/checklist'
import { progressOf, sectionsOf } from '../../../src/core/checklist/progress'
import { writeChecklist } from '../../../src/core/checklist/record'
import { findIn, pack, takeIn } from '../generate'
import { expect, test } from '../runner'
import { catalogue, checklistAfter, fileOf, noon } from '../samples'

const plan = fileOf('工作计划.docx', 'plan')
const scans = [
  fileOf('扫描.pdf', 'one', { path: '甲/扫描.pdf' }),
  fileOf('扫描.pdf', 'two', { path: '乙/扫描.pdf' }),
]
const checklist = checklistAfter(
  { kind: 'add-files', item: '0-2', files: [plan] },
  { kind: 'add-files', item: '', files: scans },
)
const blobs = new Map(['plan', 'one', 'two'].map(text => [fileOf('', text).sha256, new Blob([text])]))
const stored = { checklist, blobs }

test('files of 待归类 lie behind all others in data/98_待归类, under different names', () => {
  expect(planBundle(catalogue, checklist).entries.map(({ path }) => path)).toEqual([
    'data/00_共性资料/0-2_工作计划/工作计划.docx',
    'data/98_待归类/扫描.pdf',
    'data/98_待归类/扫描（2）.pdf',
  ])
})

test('a bundle that leaves 待归类 out names it nowhere', () => {
  const left = withoutUnsorted(checklist)
  expect(planBundle(catalogue, left).entries).toHaveLength(1)
  expect(planBundle(catalogue, left).sections.map(({ id }) => id)).not.toContain('unsorted')
  expect(writeChecklist(left)).not.toContain(scans[0]?.sha256)
})

test('目录 lists files of 待归类 with no item, and they count with no progress', () => {
  const plan = planBundle(catalogue, checklist)
  const lines = listEvidence(checklist, plan).filter(({ section }) => section.id === 'unsorted')
  expect(lines.map(({ entry }) => entry?.file)).toEqual(scans)
  expect(entriesByItem(plan).get('98')).toHaveLength(2)
  const items = sectionsOf(catalogue, checklist).flatMap(section => section.items)
  expect(progressOf(items, checklist)).toMatchObject({ files: 1 })
})

test('a bundle with 待归类 is sound, and brings it back with its paths; a text backup brings the names', async () => {
  const { files } = await pack(stored)
  const found = await findIn(files)
  expect(found.missing).toEqual([])
  const restored = await takeIn(found)
  expect(restored.checklist).toEqual({ ...checklist, removed: [] })
  expect([...restored.blobs.keys()].sort()).toEqual([...blobs.keys()].sort())
  const named = await findIn([new File([writeChecklist(checklist)], '文字备份.json')])
  expect(named.checklist.unsorted).toEqual(scans)
  expect(named.missing).toHaveLength(3)
})

test('importing stores the bytes of 待归类 last, and a backup older than they are is reminded of', () => {
  expect(batchesOf(checklist).flat()).toEqual([plan, ...scans])
  const backup = { kind: 'bundle' as const, at: '2022-12-19T00:00:00.000Z', done: 0 }
  expect(lastBundleOf(backup)).not.toBe('')
  expect(unsavedSince(catalogue, checklist, backup).files).toBe(3)
})

test('a page that knows no 待归类 still reads the bundle: the rest of checklist.json is as it was', () => {
  const sorted = applyChange(
    checklist,
    { kind: 'remove-uses', sha256: scans.map(({ sha256 }) => sha256) },
    noon,
  )
  const asBefore = (one: Checklist) => {
    const { unsorted: _, changed: __, ...rest } = JSON.parse(writeChecklist(one))
    return rest
  }
  expect(asBefore(checklist)).toEqual(asBefore(sorted))
})
