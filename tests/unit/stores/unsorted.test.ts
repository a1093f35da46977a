/** 待归类 in storage: stored at once with its paths, moved and taken back in one transaction each, safe beside another tab. */

import { unsplitLimit } from '../../../src/core/bundle/volumes'
import type { Checklist } from '../../../src/core/checklist/checklist'
import { isSameWork } from '../../../src/core/checklist/same-work'
import { reclaimBlobs } from '../../../src/io/storage/bytes'
import { $adding } from '../../../src/stores/adding'
import { addPicked } from '../../../src/stores/attachments'
import { $packing, downloadBundle, packVolumes } from '../../../src/stores/bundle/bundle'
import { $checklist, changeChecklist } from '../../../src/stores/checklist'
import { $step, moveTo, removeFrom, undoStep } from '../../../src/stores/moving'
import { $check, runCheck } from '../../../src/stores/sending/check'
import { expect, test } from '../runner'
import { fileOf } from '../samples'
import { announce, database, readRecords, settle, writeRecords } from './browser'
import { leaveUnitPage, openUnitPage, pick } from './unit-page'

test.describe.configure({ mode: 'serial' })

test.beforeEach(openUnitPage)

test.afterEach(leaveUnitPage)

const inFolder = (path: string, content = path) =>
  Object.assign(new File([content], path.replace(/.*\//, '')), { webkitRelativePath: path })
const bring = (...paths: string[]) => addPicked('', pick(...paths.map(path => inFolder(path))))
const unsorted = () => ($checklist.get()?.unsorted ?? []).map(({ path, name }) => path ?? name)
const attached = (item: string) => ($checklist.get()?.answers[item]?.files ?? []).map(({ name }) => name)
const hash = (path: string) => fileOf(path).sha256
const move = (path: string, to: string) => ({ sha256: hash(path), from: '', to })

async function stored(): Promise<Checklist & { format: number }> {
  const records = await readRecords()
  const [record] = [...records].flatMap(([key, value]) => (key.startsWith('checklist:') ? [value] : []))
  return record as Checklist & { format: number }
}

test('a folder is stored at once, with its paths, in a record that an older page leaves alone', async () => {
  await bring('考核/甲.pdf', '考核/照片/乙.jpg')
  expect(unsorted()).toEqual(['考核/甲.pdf', '考核/照片/乙.jpg'])
  expect(await stored()).toMatchObject({ format: 2, answers: {} })
  const keys = [...(await readRecords()).keys()]
  expect(keys).toEqual(expect.arrayContaining([`blob:${hash('考核/甲.pdf')}`]))
  await reclaimBlobs()
  expect([...(await readRecords()).keys()]).toEqual(keys)
})

test('litter and what is there already are left out and said; what an item has does not come again', async () => {
  await addPicked('0-1', pick(new File(['考核/甲.pdf'], '甲.pdf')))
  await bring('考核/甲.pdf', '考核/Thumbs.db', '考核/乙.pdf')
  await bring('考核/乙.pdf', '考核/丙.pdf')
  expect(unsorted()).toEqual(['考核/乙.pdf', '考核/丙.pdf'])
  expect($adding.get().litter).toEqual(['Thumbs.db'])
  expect($adding.get().refused.map(({ name, reason }) => [name, reason])).toEqual([
    ['甲.pdf', 'already-brought'],
    ['乙.pdf', 'already-brought'],
  ])
})

test('a step is one transaction, and 撤销 takes it back in one', async () => {
  await bring('考核/甲.pdf', '考核/乙.pdf', '考核/丙.pdf')
  await settle()
  database.begun = 0
  moveTo('', [move('考核/甲.pdf', '0-2'), move('考核/乙.pdf', '0-3')])
  await settle()
  expect(database.begun).toBe(1)
  expect(unsorted()).toEqual(['考核/丙.pdf'])
  expect([attached('0-2'), attached('0-3')]).toEqual([['甲.pdf'], ['乙.pdf']])
  expect($step.get()).toMatchObject({ kind: 'moved', files: 2, items: ['0-2', '0-3'], place: '' })
  undoStep()
  await settle()
  expect(database.begun).toBe(2)
  expect(unsorted().sort()).toEqual(['考核/丙.pdf', '考核/乙.pdf', '考核/甲.pdf'].sort())
  expect([attached('0-2'), attached('0-3')]).toEqual([[], []])
  expect($step.get()).toBeNull()
})

test('检查 finds nothing wrong with files that wait in 待归类, and names the one of them that is damaged', async () => {
  await bring('考核/甲.pdf', '考核/乙.pdf')
  await runCheck()
  expect($check.get()).toMatchObject({ state: 'done', files: 2, damaged: [], findings: [] })
  await writeRecords({ [`blob:${hash('考核/乙.pdf')}`]: new Blob(['坏了']) })
  await runCheck()
  expect($check.get()).toMatchObject({ damaged: [{ item: '', name: '乙.pdf' }], findings: [] })
})

test('removed files keep their bytes and come back; when the last of them is gone the record is of format 1 again', async () => {
  await bring('考核/甲.pdf')
  removeFrom('', [hash('考核/甲.pdf')])
  await settle()
  expect(await stored()).toMatchObject({ format: 2, unsorted: [], removed: [{ item: '' }] })
  undoStep()
  await settle()
  expect(unsorted()).toEqual(['考核/甲.pdf'])
  removeFrom('', [hash('考核/甲.pdf')])
  changeChecklist({ kind: 'empty-removed' })
  await settle()
  expect(await stored()).toMatchObject({ format: 1, unsorted: [], removed: [] })
  expect([...(await readRecords()).keys()]).not.toContain(`blob:${hash('考核/甲.pdf')}`)
})

test('what another tab has put with an item meanwhile stays there', async () => {
  await bring('考核/甲.pdf', '考核/乙.pdf')
  await settle()
  const record = await stored()
  const [first, second] = record.unsorted
  const answer = { ready: false, notApplicable: false, reason: '', remark: '', files: [first] }
  await writeRecords({
    [`checklist:${record.id}`]: { ...record, unsorted: [second], answers: { '7-1-1': answer } },
  })
  // Pressed before this tab has heard of it.
  moveTo('', [move('考核/甲.pdf', '0-2'), move('考核/乙.pdf', '0-2')])
  await settle()
  announce(record.id)
  await settle()
  expect(attached('7-1-1')).toEqual(['甲.pdf'])
  expect(attached('0-2')).toEqual(['乙.pdf'])
  expect(unsorted()).toEqual([])
})

test('what the disk has no room for is said and named nowhere; the rest stays', async () => {
  await bring('考核/甲.pdf')
  database.refusedText = '考核/乙.pdf'
  await bring('考核/乙.pdf')
  database.refusedText = null
  expect($adding.get().refused).toEqual([{ item: '', name: '乙.pdf', reason: 'no-room' }])
  expect((await stored()).unsorted.map(({ path }) => path)).toEqual(['考核/甲.pdf'])
})

test('下载材料包 asks before anything is packed, and packs with or without 待归类 as was said', async () => {
  await bring('考核/甲.pdf')
  await downloadBundle()
  expect($packing.get()).toEqual({ state: 'asking', unsorted: 1 })
})

test('打成 n 个压缩包 asks of 待归类 too, once; what was left out makes the bundle no older', async () => {
  await bring('考核/甲.pdf')
  await packVolumes(unsplitLimit)
  expect($packing.get()).toEqual({ state: 'asking', unsorted: 1, limit: unsplitLimit })
  await packVolumes(unsplitLimit, 'leave-unsorted')
  const open = () => $checklist.get() as Checklist
  const packed = () => {
    const packing = $packing.get()
    if (packing.state !== 'packed') throw new Error(`Nothing is packed: ${packing.state}`)
    return packing
  }
  expect(packed().checklist.unsorted).toEqual([])
  expect(isSameWork(packed().checklist, open())).toBe(true)
  await packVolumes(unsplitLimit)
  expect(isSameWork(packed().checklist, open())).toBe(true)
  await bring('考核/乙.pdf')
  await packVolumes(unsplitLimit)
  expect($packing.get()).toMatchObject({ state: 'asking', unsorted: 2 })
  await packVolumes(unsplitLimit, 'take-unsorted')
  expect(packed().checklist.unsorted).toHaveLength(2)
  moveTo('', [move('考核/甲.pdf', '0-2')])
  await settle()
  expect(isSameWork(packed().checklist, open())).toBe(false)
})
