/** Adding files: what one file or one call does never stops the others, and bytes that went bad are made whole again. */

import { openAsBlob } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import JSZip from 'jszip'
import { unsplitLimit } from '../../../src/core/bundle/volumes'
import type { Checklist } from '../../../src/core/checklist/checklist'
import { $adding, dismissRefused } from '../../../src/stores/adding'
import { addPicked, cancelAdding } from '../../../src/stores/attachments'
import { $packing, downloadBundle, packVolumes } from '../../../src/stores/bundle/bundle'
import { $checklist } from '../../../src/stores/checklist'
import { $silence } from '../../../src/stores/opening'
import { $check, runCheck } from '../../../src/stores/sending/check'
import { createUnit, switchUnit } from '../../../src/stores/units'
import { expect, test } from '../runner'
import { fileOf, unit } from '../samples'
import {
  ChangedFile,
  database,
  pass,
  readRecords,
  settle,
  textOf,
  vanishedFile,
  worker,
  writeRecords,
} from './browser'
import { leaveUnitPage, openUnitPage, pick } from './unit-page'

test.describe.configure({ mode: 'serial' })

test.beforeEach(openUnitPage)

test.afterEach(leaveUnitPage)

const file = (name: string, content = name) => new File([content], name)
const attached = () => ($checklist.get()?.answers['0-1']?.files ?? []).map(({ name }) => name)
const refused = () => $adding.get().refused.map(({ name, reason }) => [name, reason])
/** More than stands in a record. */
const large = '大'.repeat(10_000)
const blobKey = (content: string) => `blob:${fileOf(content).sha256}`

test('a file that vanished is named as such, though the browser breaks off the whole batch, and the others go in', async () => {
  await addPicked('0-1', pick(file('甲'), vanishedFile('没了.pdf'), file('乙')))
  expect(attached()).toEqual(['甲', '乙'])
  expect(refused()).toEqual([['没了.pdf', 'vanished']])
  expect($adding.get().total).toBe(0)
})

test('a file that vanishes between hashing and storing is not called cancelled', async () => {
  const late = Object.assign(file('晚些没了.pdf', large), { isVanished: true })
  await addPicked('0-1', pick(file('甲'), late, file('乙')))
  expect(attached()).toEqual(['甲', '乙'])
  expect(refused()).toEqual([['晚些没了.pdf', 'broken-off']])
})

test('small files stand in the record, read together; one that vanished meanwhile is left out alone, the larger is a Blob', async () => {
  const path = test.info().outputPath('晚些没了.txt')
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, '晚')
  const late = new File([await openAsBlob(path)], '晚些没了.txt')
  Object.defineProperty(late, 'arrayBuffer', { value: () => new Blob(['晚']).arrayBuffer() })
  await rm(path)
  await addPicked('0-1', pick(file('甲'), late, file('大的', large), file('乙')))
  expect(attached()).toEqual(['甲', '大的', '乙'])
  expect(refused()).toEqual([['晚些没了.txt', 'changed-since-picked']])
  const records = await readRecords()
  expect(['甲', large, '乙'].map(content => records.get(blobKey(content)) instanceof ArrayBuffer)).toEqual([
    true,
    false,
    true,
  ])
  for (const content of ['甲', large, '乙']) expect(await textOf(records.get(blobKey(content)))).toBe(content)
})

test('a file that changes between hashing and storing is taken off again in Firefox, which stores the later bytes', async () => {
  const changed = new ChangedFile('还在写.docx', large, new Blob(['后来的']))
  const agent = Object.getOwnPropertyDescriptor(navigator, 'userAgent')
  const firefox = 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0'
  Object.defineProperty(navigator, 'userAgent', { configurable: true, value: firefox })
  try {
    await addPicked('0-1', pick(file('甲'), changed, file('乙')))
  } finally {
    if (agent) Object.defineProperty(navigator, 'userAgent', agent)
    else Reflect.deleteProperty(navigator, 'userAgent')
  }
  expect(attached()).toEqual(['甲', '乙'])
  expect(refused()).toEqual([['还在写.docx', 'changed-since-picked']])
  await addPicked('0-1', pick(file('还在写.docx', '后来的')))
  expect(attached()).toEqual(['甲', '乙', '还在写.docx'])
})

test('the more files there are, the more go in one transaction, since each writes the whole record anew', async () => {
  const { id } = $checklist.get() as Checklist
  const [key, record] = [...(await readRecords())].find(([key]) => key === `checklist:${id}`) as [
    string,
    Checklist,
  ]
  const held = Array.from({ length: 4_000 }, (_, i) => fileOf(`早先 ${i}`))
  await writeRecords({ [key]: { ...record, format: 2, unsorted: held } })
  await switchUnit(id)
  database.begun = 0
  await addPicked('', pick(...Array.from({ length: 200 }, (_, i) => file(`新的 ${i}`))))
  expect($checklist.get()?.unsorted.length).toBe(4_200)
  expect(database.begun).toBe(1)
})

test('of a batch that is refused the culprit alone is left out, after a few transactions', async () => {
  const names = Array.from({ length: 40 }, (_, i) => `第${i}份`)
  database.refusedText = '第13份'
  database.begun = 0
  await addPicked('0-1', pick(...names.map(name => file(name))))
  expect(attached().sort()).toEqual(names.filter(name => name !== '第13份').sort())
  expect(refused()).toEqual([['第13份', 'no-room']])
  expect(database.begun).toBeLessThan(15)
})

test('whichever call fails while files are added, the adding comes to its end and goes on afterwards', async () => {
  for (let call = 1; call <= 4; call++) {
    database.faults = [...Array.from({ length: call - 1 }, () => 'none' as const), 'refuse']
    const names = [1, 2, 3].map(i => `${call}-${i}`)
    await addPicked('0-1', pick(...names.map(name => file(name))))
    expect($adding.get().total).toBe(0)
    expect([...attached(), ...$adding.get().refused.map(({ name }) => name)]).toEqual(
      expect.arrayContaining(names),
    )
    database.faults = []
    dismissRefused()
  }
  await addPicked('0-1', pick(file('之后')))
  expect(attached()).toContain('之后')
})

test('a small file that an earlier page stored as a Blob is in the bundle beside one that stands in its record', async () => {
  await addPicked('0-1', pick(file('甲'), file('乙')))
  await writeRecords({ [blobKey('乙')]: new Blob(['乙']) })
  await downloadBundle()
  const packing = $packing.get()
  if (packing.state !== 'packed') throw new Error(`Not packed: ${packing.state}`)
  const [volume] = packing.bundle.volumes
  const zip = await JSZip.loadAsync((await volume?.blob.arrayBuffer()) ?? '')
  const payload = Object.values(zip.files).filter(({ name }) => name.includes('/data/'))
  expect(await Promise.all(payload.map(one => one.async('text')))).toEqual(['甲', '乙'])
})

test('a bundle that lacks files names them all: one that is not stored, and one that can’t be read to its end', async () => {
  await addPicked('0-1', pick(file('好的'), file('没有存'), file('读不出', large)))
  await writeRecords({ [blobKey('没有存')]: undefined })
  const read = Blob.prototype.arrayBuffer
  // Of a large file the last byte is read.
  Blob.prototype.arrayBuffer = function () {
    return this.size === 1
      ? Promise.reject(new DOMException('Cut on the disk', 'NotReadableError'))
      : read.call(this)
  }
  await downloadBundle()
  Blob.prototype.arrayBuffer = read
  expect($packing.get()).toMatchObject({
    state: 'failed',
    problem: { code: 'missing-bytes', names: ['0-1 没有存', '0-1 读不出'] },
  })
})

test('下载材料包 waits for files that were picked just before: they are in the bundle, and of 待归类 it asks with all of them', async () => {
  const adding = addPicked('0-1', pick(file('甲'), file('乙')))
  await downloadBundle()
  expect($packing.get()).toMatchObject({
    state: 'packed',
    checklist: { answers: { '0-1': { files: [{ name: '甲' }, { name: '乙' }] } } },
  })
  await adding
  const waiting = addPicked('', pick(file('丙'), file('丁')))
  await packVolumes(unsplitLimit)
  expect($packing.get()).toMatchObject({ state: 'asking', unsorted: 2 })
  await waiting
})

test('停止添加 before a folder is looked through adds nothing of it, and what comes later is added', async () => {
  const adding = addPicked('0-1', pick(file('甲'), file('乙')))
  cancelAdding()
  await adding
  expect(attached()).toEqual([])
  expect(refused()).toEqual([
    ['甲', 'cancelled'],
    ['乙', 'cancelled'],
  ])
  await addPicked('0-1', pick(file('甲')))
  expect(attached()).toEqual(['甲'])
})

test('files go to the checklist that was open when they were picked', async () => {
  const first = $checklist.get()?.id
  const adding = addPicked('0-1', pick(file('甲')))
  await createUnit({ ...unit, name: '青禾县水利和湖泊局' })
  await adding
  expect(attached()).toEqual([])
  await switchUnit(first ?? null)
  expect(attached()).toEqual(['甲'])
})

test('a store that never answers is said, 停止添加 ends it, and adding works afterwards', async () => {
  database.after = 'silent'
  const adding = addPicked('0-1', pick(file('等不到')))
  await settle()
  pass(10)
  expect($silence.get()).toBe('storage')
  database.after = 'none'
  cancelAdding()
  await adding
  expect($adding.get().total).toBe(0)
  expect(refused()).toEqual([['等不到', 'silent']])
  await addPicked('0-1', pick(file('等到了')))
  expect(attached()).toContain('等到了')
})

test('a worker that never answers is said, 停止添加 ends it, and the next file gets another worker', async () => {
  worker.isSilent = true
  const adding = addPicked('0-1', pick(file('读不完')))
  await settle()
  pass(20)
  expect($silence.get()).toBe('reading')
  worker.isSilent = false
  cancelAdding()
  await adding
  expect($silence.get()).toBeNull()
  expect($adding.get().total).toBe(0)
  await addPicked('0-1', pick(file('读完了')))
  expect(attached()).toEqual(['读完了'])
})

for (const [what, bytes] of [
  ['gone', undefined],
  ['other bytes of the same length', new Blob(['ABC'])],
  ['cut', new Blob(['a'])],
  ['unreadable', 'lost'],
] as const) {
  test(`stored bytes that are ${what} are named by 检查 with item and name, and made whole by adding the file again`, async () => {
    await addPicked('0-1', pick(file('好的'), file('坏的.pdf', 'abc')))
    const key = blobKey('abc')
    if (bytes === 'lost') database.unreadable.add(key)
    else await writeRecords({ [key]: bytes })
    await runCheck()
    expect($check.get()).toMatchObject({
      state: 'done',
      damaged: [{ item: '0-1', name: '坏的.pdf', isMissing: bytes === undefined }],
    })
    if (what !== 'other bytes of the same length') {
      await downloadBundle()
      expect($packing.get()).toMatchObject({
        state: 'failed',
        problem: { code: 'missing-bytes', names: ['0-1 坏的.pdf'] },
      })
      const backups = [...(await readRecords()).keys()].filter(key => key.startsWith('backup:'))
      expect(backups).toEqual([])
    }
    database.unreadable.clear()
    if (bytes === 'lost') await writeRecords({ [key]: undefined })
    await addPicked('0-1', pick(file('坏的.pdf', 'abc')))
    expect(refused()).toEqual([])
    expect(attached()).toEqual(['好的', '坏的.pdf'])
    expect(await textOf((await readRecords()).get(key))).toBe('abc')
    // Sound bytes are not stored twice.
    await addPicked('0-1', pick(file('坏的.pdf', 'abc')))
    expect(refused()).toEqual([['坏的.pdf', 'already-there']])
  })
}

test('a slice of a file is stored as a Blob that reaches the end of what it is made of: Chromium 86 refuses others', async () => {
  const stored: Blob[] = []
  const put = IDBObjectStore.prototype.put
  IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
    if (value instanceof Blob) stored.push(value)
    return put.call(this, value, key)
  }
  const { storable } = await import('../../../src/io/storage/records')
  const slice = file('整个文件', large).slice(10, 20_000)
  const [value] = (await storable([slice])) as [Blob]
  IDBObjectStore.prototype.put = put
  expect(value).not.toBe(slice)
  expect(await value.text()).toBe(await slice.text())
  expect(stored).toEqual([])
})

test('the record names no file whose bytes were not stored', async () => {
  database.refusedText = '0-1'
  await addPicked('0-1', pick(file('放不下')))
  expect(refused()).toEqual([['放不下', 'no-room']])
  const records = await readRecords()
  const [record] = [...records].flatMap(([key, value]) => (key.startsWith('checklist:') ? [value] : []))
  expect((record as Checklist).answers).toEqual({})
  expect(records.has(blobKey('放不下'))).toBe(false)
})
