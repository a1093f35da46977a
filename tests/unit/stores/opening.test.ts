/** Opening never waits silently: whichever call fails or never answers is said, and there is a way on. */

import { buildChecklist } from '../../../src/core/checklist/checklist'
import { openStorage } from '../../../src/io/storage/records'
import { $checklist, letGo } from '../../../src/stores/checklist'
import { $opening, $silence, openAnyway, openPageUnits, tryOpeningAgain } from '../../../src/stores/opening'
import { openPage } from '../../../src/stores/page'
import { $storage, $units, createUnit, deleteUnreadable } from '../../../src/stores/units'
import { expect, test } from '../runner'
import { catalogue, morning, unit } from '../samples'
import { clean, database, pass, readRecords, settle, writeRecords } from './browser'

test.describe.configure({ mode: 'serial' })

const [first, second] = ['a'.repeat(32), 'b'.repeat(32)].map((id, i) =>
  buildChecklist(id, '2022', { ...unit, name: `第${i + 1}个单位` }, morning),
) as [ReturnType<typeof buildChecklist>, ReturnType<typeof buildChecklist>]
const both = { [`checklist:${first.id}`]: first, [`checklist:${second.id}`]: second }

test.beforeEach(async () => {
  await clean()
  openPage(catalogue)
  await writeRecords(both)
})

const names = () => $units.get().flatMap(unit => ('checklist' in unit ? [unit.checklist.unit.name] : []))

// Probe, read, delete, keys, records, and what tidies up behind the open page.
for (let call = 1; call <= 6; call++) {
  test(`call ${call} of the database never answers: it is said, tried again, and all units are there`, async () => {
    database.faults = [...Array.from({ length: call - 1 }, () => 'none' as const), 'silent']
    void openPageUnits([])
    await settle()
    pass(6)
    await settle()
    if ($opening.get().state !== 'open') expect($opening.get()).toEqual({ state: 'stuck', refusal: 'silent' })
    else expect($silence.get()).toBe('storage')
    await tryOpeningAgain([])
    await settle()
    expect($opening.get()).toEqual({ state: 'open' })
    expect($silence.get()).toBeNull()
    expect(names().sort()).toEqual(['第1个单位', '第2个单位'])
    expect($storage.get()).toEqual({ kind: 'durable' })
  })

  test(`call ${call} of the database fails: the page opens with all units, or says so and opens at the next try`, async () => {
    database.faults = [...Array.from({ length: call - 1 }, () => 'none' as const), 'refuse']
    await openPageUnits([])
    if ($opening.get().state === 'stuck') await tryOpeningAgain([])
    expect($opening.get()).toEqual({ state: 'open' })
    expect(names().sort()).toEqual(['第1个单位', '第2个单位'])
    expect($storage.get()).toEqual({ kind: 'durable' })
  })
}

test('an answer that comes late opens the page by itself', async () => {
  let arrive: (db: IDBDatabase) => void = () => {}
  const open = IDBFactory.prototype.open
  // A database that is open already is opened anew after it was given up.
  database.faults = ['silent']
  void openPageUnits([])
  await settle()
  pass(6)
  IDBFactory.prototype.open = function (...parts) {
    const real = open.apply(this, parts)
    const late = {} as IDBOpenDBRequest
    real.onsuccess = () => {
      arrive = () => {
        Object.defineProperty(late, 'result', { value: real.result })
        late.onsuccess?.(new Event('success'))
      }
    }
    return late
  }
  void tryOpeningAgain([])
  await settle()
  pass(6)
  expect($opening.get()).toEqual({ state: 'stuck', refusal: 'silent' })
  IDBFactory.prototype.open = open
  arrive(undefined as never)
  await settle()
  expect($opening.get()).toEqual({ state: 'open' })
  expect(names()).toHaveLength(2)
})

test('who goes on without the database finds it untouched later', async () => {
  const before = await readRecords()
  database.after = 'silent'
  void openPageUnits([])
  await settle()
  pass(6)
  await openAnyway()
  expect($opening.get()).toEqual({ state: 'open' })
  expect($storage.get()).toMatchObject({ kind: 'memory' })
  await createUnit({ ...unit, name: '只在本页' })
  expect($checklist.get()?.unit.name).toBe('只在本页')
  database.after = 'none'
  expect(await readRecords()).toEqual(before)
  letGo($checklist.get()?.id ?? '')
})

test('one record that the browser does not give back hides no other, and can be deleted', async () => {
  database.unreadable.add(`checklist:${first.id}`)
  await openPageUnits([])
  expect(names()).toEqual(['第2个单位'])
  expect($units.get()).toContainEqual({
    id: first.id,
    key: `checklist:${first.id}`,
    problem: { code: 'unreadable' },
  })
  expect((await readRecords()).get(`checklist:${first.id}`)).toEqual(first)
  expect(await deleteUnreadable(`checklist:${first.id}`)).toBe(true)
  database.unreadable.clear()
  expect([...(await readRecords()).keys()]).toEqual([`checklist:${second.id}`])
})

test('a disk that takes nothing more still shows what is stored', async () => {
  const put = IDBObjectStore.prototype.put
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('There is no room', 'QuotaExceededError')
  }
  await openPageUnits([])
  IDBObjectStore.prototype.put = put
  expect($opening.get()).toEqual({ state: 'open' })
  expect(names()).toHaveLength(2)
})

test('a private window of Firefox is said: it stores all, until it is closed', async () => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator') as PropertyDescriptor
  const openIn = async (userAgent: string, getDirectory?: () => Promise<unknown>) => {
    const storage = getDirectory && { getDirectory }
    Object.defineProperty(globalThis, 'navigator', { value: { userAgent, storage }, configurable: true })
    return (await openStorage()).kind
  }
  const refused = () => Promise.reject(new DOMException('Security error', 'SecurityError'))
  const firefox = 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0'
  const kinds = [
    await openIn(firefox, refused),
    await openIn(firefox, async () => ({})),
    // Over http there is nothing to ask.
    await openIn(firefox),
    // Chromium gives no folder on file://, in whatever window.
    await openIn('Mozilla/5.0 Chrome/156.0.0.0 Safari/537.36', refused),
  ]
  Object.defineProperty(globalThis, 'navigator', before)
  expect(kinds).toEqual(['private', 'durable', 'durable', 'durable'])
})

test('tabs that open together do not take each other’s probe for a refusal', async () => {
  const blobs = IDBObjectStore.prototype.put
  let buffers = 0
  IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
    if (value instanceof ArrayBuffer) buffers++
    return blobs.call(this, value, key)
  }
  const modes = await Promise.all(Array.from({ length: 20 }, () => openStorage()))
  IDBObjectStore.prototype.put = blobs
  expect(modes.every(({ kind }) => kind === 'durable')).toBe(true)
  expect(buffers).toBe(0)
  expect([...(await readRecords()).keys()].filter(key => key.startsWith('probe'))).toEqual([])
})
