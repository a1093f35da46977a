/** 导入材料包 into what is here: what is asked, what is stored when, and what a kill in the middle leaves. */

import type { Change } from '../../../src/core/checklist/change'
import { buildChecklist, type Checklist } from '../../../src/core/checklist/checklist'
import { writeChecklist } from '../../../src/core/checklist/record'
import { isSameWork } from '../../../src/core/checklist/same-work'
import { $halfImport, findHalfImport, giveUpHalfImport } from '../../../src/stores/backup/half-import'
import { cancelRestoring, importFiles } from '../../../src/stores/backup/restore'
import { $restoring, type Decision, decide, dismissRestoring } from '../../../src/stores/backup/restoring'
import { $checklist, changeChecklist, letGo } from '../../../src/stores/checklist'
import { openPageUnits } from '../../../src/stores/opening'
import { $units } from '../../../src/stores/units'
import { pack } from '../generate'
import { expect, test } from '../runner'
import { afterChanges, fileOf, morning, unit } from '../samples'
import { clean, database, readRecords, settle, textOf, writeRecords } from './browser'
import { leaveImport, openEmptyPage } from './unit-page'

test.describe.configure({ mode: 'serial' })

const names = Array.from({ length: 120 }, (_, i) => `文件${i}.pdf`)
const add: Change = { kind: 'add-files', item: '0-1', files: names.map(name => fileOf(name)) }
const original = afterChanges(buildChecklist('a'.repeat(32), '2022', unit, morning), [add], morning)
const blobs = new Map(names.map(name => [fileOf(name).sha256, new Blob([name])]))
const after = (checklist: Checklist, ...changes: Change[]) => afterChanges(checklist, changes)
const remark = (text: string, item = '0-1'): Change => ({ kind: 'set-remark', item, remark: text })

test.beforeEach(openEmptyPage)

test.afterEach(leaveImport)

const stored = async (id = original.id) => (await readRecords()).get(`checklist:${id}`) as Checklist
const bytesStored = async () =>
  [...(await readRecords()).keys()].filter(key => key.startsWith('blob:')).length
const bundles = new Map<Checklist, File[]>()
const bundleOf = async (checklist: Checklist) => {
  const files = bundles.get(checklist) ?? (await pack({ checklist, blobs })).files
  bundles.set(checklist, files)
  return files
}
const bring = importFiles

/** Waits until the import asks, then answers. */
async function answer(
  decision: (conflicts: { item: string; field: string; mine: string; theirs: string }[]) => Decision,
): Promise<void> {
  for (let turn = 0; turn < 50 && $restoring.get().state !== 'asking'; turn++) await settle()
  const now = $restoring.get()
  if (now.state !== 'asking') throw new Error(`Nothing is asked: ${now.state}`)
  decide(decision(now.question.conflicts))
}

/** Puts the checklist here, open. */
async function begin(checklist: Checklist): Promise<void> {
  const bytes = [...blobs].map(([sha256, blob]) => [`blob:${sha256}`, blob])
  await writeRecords({ [`checklist:${checklist.id}`]: checklist, ...Object.fromEntries(bytes) })
  await openPageUnits([])
}

test('on an empty computer a bundle is the same checklist, to the byte, with all its files', async () => {
  await bring(await bundleOf(original))
  expect($restoring.get()).toMatchObject({
    state: 'done',
    refused: [],
    refusal: null,
    outcomes: [{ files: 120, missing: [] }],
  })
  expect(writeChecklist(await stored())).toBe(writeChecklist(original))
  expect(await bytesStored()).toBe(120)
  const before = await readRecords()
  dismissRestoring()
  await bring(await bundleOf(original))
  expect($restoring.get()).toMatchObject({ outcomes: [{ files: 0 }] })
  expect(await readRecords()).toEqual(before)
})

test('a text typed while files are stored stays, though the one before it was settled', async () => {
  await begin(after(original, remark('现在的')))
  const theirs = after(original, remark('导入的'))
  const importing = bring(await bundleOf(theirs))
  await answer(([conflict]) => ({
    kind: 'merge',
    settled: conflict ? [{ item: '0-1', field: 'remark', mine: conflict.mine, text: '导入的' }] : [],
  }))
  for (let turn = 0; turn < 500 && $restoring.get().state !== 'storing'; turn++)
    await new Promise(resolve => setTimeout(resolve))
  changeChecklist(remark('存文件的时候写的'))
  await importing
  await settle()
  expect((await stored()).answers['0-1']?.remark).toBe('存文件的时候写的')
})

test('a text written while the question stands is asked about again, and a merge moves the time of the last change', async () => {
  await begin(after(original, remark('现在的')))
  const before = await stored()
  const importing = bring(await bundleOf(after(original, remark('导入的'))))
  const settled =
    (text: string) =>
    (conflicts: { item: string; mine: string }[]): Decision => ({
      kind: 'merge',
      settled: conflicts.map(({ item, mine }) => ({ item, field: 'remark', mine, text })),
    })
  for (let turn = 0; turn < 50 && $restoring.get().state !== 'asking'; turn++) await settle()
  // In another tab: on this one the question lies over everything.
  await writeRecords({ [`checklist:${original.id}`]: after(before, remark('别的窗口刚写的')) })
  await answer(settled('导入的'))
  await settle()
  const now = $restoring.get()
  expect(now.state === 'asking' && now.question.conflicts).toEqual([
    { item: '0-1', field: 'remark', mine: '别的窗口刚写的', theirs: '导入的' },
  ])
  await answer(settled('两句都要'))
  await importing
  const merged = await stored()
  expect(merged.answers['0-1']?.remark).toBe('两句都要')
  expect(Date.parse(merged.changed)).toBeGreaterThan(Date.parse(before.changed))
})

test('volumes packed before an import that changed something are out of date, whatever the clock says', async () => {
  const ahead = { ...original, changed: '2099-06-01T00:00:00.000Z' }
  await begin(ahead)
  const packed = { checklist: $checklist.get() as Checklist }
  const isStale = () => !isSameWork(packed.checklist, $checklist.get() as Checklist)
  expect(isStale()).toBe(false)
  await bring(await bundleOf(original))
  expect(isStale()).toBe(false)
  await bring(await bundleOf(after(original, remark('导入的', '0-2'))))
  expect((await stored()).answers['0-2']?.remark).toBe('导入的')
  expect(isStale()).toBe(true)
})

test('of two copies with different texts in one pick none wins by its clock: the person is asked', async () => {
  const older = after(original, remark('旧钟写的'))
  const newer = { ...after(original, remark('新钟写的')), changed: '2099-01-01T00:00:00.000Z' }
  const importing = bring([...(await bundleOf(older)), new File([writeChecklist(newer)], '备份.json')])
  await answer(conflicts => {
    expect(conflicts).toEqual([{ item: '0-1', field: 'remark', mine: '旧钟写的', theirs: '新钟写的' }])
    return { kind: 'merge', settled: [{ item: '0-1', field: 'remark', mine: '旧钟写的', text: '两句' }] }
  })
  await importing
  expect((await stored()).answers['0-1']?.remark).toBe('两句')
})

test('an import that breaks off names what is missing, says which import it was, and goes on with the same bundle', async () => {
  const files = await bundleOf(original)
  const put = IDBObjectStore.prototype.put
  let blobsLeft = 60
  IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
    if (String(key).startsWith('blob:') && blobsLeft-- <= 0)
      throw new DOMException('There is no room', 'QuotaExceededError')
    return put.call(this, value, key)
  }
  await bring(files)
  IDBObjectStore.prototype.put = put
  expect($restoring.get()).toMatchObject({
    state: 'done',
    refused: [{ problem: { code: 'not-stored', refusal: 'no-room' } }],
  })
  // As after a kill: the page is opened anew on what is there.
  dismissRestoring()
  await openPageUnits([])
  await findHalfImport()
  expect((await stored()).answers['0-1']?.files).toHaveLength(120)
  expect($halfImport.get()).toMatchObject({ names: files.map(({ name }) => name), stored: 50 })
  expect($halfImport.get()?.missing).toHaveLength(70)
  await bring(files)
  expect(await bytesStored()).toBe(120)
  await findHalfImport()
  expect($halfImport.get()).toBeNull()
  expect([...(await readRecords()).keys()].filter(key => key.startsWith('import:'))).toEqual([])
})

test('an import that was stopped is given up: the names of what did not come go to 最近移除', async () => {
  const importing = bring(await bundleOf(original))
  for (let turn = 0; turn < 500 && $restoring.get().state !== 'storing'; turn++)
    await new Promise(resolve => setTimeout(resolve))
  cancelRestoring()
  await importing
  expect($restoring.get()).toMatchObject({ state: 'done', refusal: 'cancelled' })
  dismissRestoring()
  await findHalfImport()
  const missing = $halfImport.get()?.missing ?? []
  expect(missing.length).toBeGreaterThan(0)
  await giveUpHalfImport()
  await settle()
  const checklist = await stored()
  expect(checklist.answers['0-1']?.files).toHaveLength(120 - missing.length)
  expect(checklist.removed).toHaveLength(missing.length)
})

test('a bundle makes stored bytes whole that had gone bad, and leaves the sound ones', async () => {
  await begin(original)
  const [bad, gone, good] = names.map(name => `blob:${fileOf(name).sha256}`)
  const puts: string[] = []
  await writeRecords({ [bad ?? '']: new Blob(['别的']), [gone ?? '']: undefined })
  const put = IDBObjectStore.prototype.put
  IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
    puts.push(String(key))
    return put.call(this, value, key)
  }
  await bring(await bundleOf(original))
  IDBObjectStore.prototype.put = put
  const records = await readRecords()
  expect(await textOf(records.get(bad ?? ''))).toBe(names[0])
  expect(await textOf(records.get(gone ?? ''))).toBe(names[1])
  expect(puts).toContain(bad)
  expect(puts).not.toContain(good)
})

test('a record that can’t be read is replaced by its own bundle when the person says so, and stays aside', async () => {
  const broken = { ...original, unit: '坏了' }
  await writeRecords({ [`checklist:${original.id}`]: broken })
  await openPageUnits([])
  const leaving = bring(await bundleOf(original))
  await answer(() => ({ kind: 'leave' }))
  await leaving
  expect(await stored()).toEqual(broken)
  const importing = bring(await bundleOf(original))
  await answer(() => ({ kind: 'separate' }))
  await importing
  expect($restoring.get()).toMatchObject({
    state: 'done',
    refused: [],
    refusal: null,
    outcomes: [{ files: 120 }],
  })
  expect(writeChecklist(await stored())).toBe(writeChecklist(original))
  expect((await readRecords()).get(`broken:${original.id}`)).toEqual(broken)
  expect(
    $units
      .get()
      .map(one => ('problem' in one ? one.key : one.id))
      .sort(),
  ).toEqual([original.id, `broken:${original.id}`])
})

test('a record of a newer page is never replaced, and stops no other unit of one pick', async () => {
  const other = { ...after(original, remark('第二份')), id: 'b'.repeat(32) }
  await writeRecords({ [`checklist:${original.id}`]: { format: 9, id: original.id } })
  await openPageUnits([])
  await bring([...(await bundleOf(original)), ...(await bundleOf(other))])
  expect($restoring.get()).toMatchObject({
    state: 'done',
    refused: [{ problem: { code: 'record', problem: { code: 'newer-format', format: 9 } } }],
  })
  expect((await stored(other.id)).answers['0-1']?.remark).toBe('第二份')
  expect(await stored()).toEqual({ format: 9, id: original.id })
})

test('whichever call fails, the import ends, and what is on screen is what is stored', async () => {
  const files = await bundleOf(original)
  for (let call = 1; call <= 12; call++) {
    await clean()
    await openPageUnits([])
    database.faults = [...Array.from({ length: call - 1 }, () => 'none' as const), 'refuse']
    await bring(files)
    database.faults = []
    expect($restoring.get().state, `call ${call}`).toBe('done')
    const shown = $checklist.get()
    // Beside what is stored the screen marks the files whose bytes did not come.
    if (shown) expect(writeChecklist(shown), `call ${call}`).toBe(writeChecklist(await stored()))
    dismissRestoring()
    await bring(files)
    expect(await bytesStored(), `call ${call}`).toBe(120)
    letGo($checklist.get()?.id ?? '')
  }
})
