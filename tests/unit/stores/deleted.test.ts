/** 最近删除的单位: what is put aside stays whole, comes back as it was, and goes for good only when it is emptied. */
import { applyChange } from '../../../src/core/checklist/change'
import { buildChecklist, type Checklist } from '../../../src/core/checklist/checklist'
import { reclaimBlobs } from '../../../src/io/storage/bytes'
import { openPageUnits } from '../../../src/stores/opening'
import { openPage } from '../../../src/stores/page'
import {
  $deleted,
  $unitRefusal,
  $units,
  bringBackUnit,
  deleteUnit,
  emptyDeletedUnits,
} from '../../../src/stores/units'
import { expect, test } from '../runner'
import { catalogue, fileOf, morning, unit } from '../samples'
import { clean, readRecords, writeRecords } from './browser'

test.describe.configure({ mode: 'serial' })

const [own, common] = [fileOf('只有它用.pdf'), fileOf('两家都用.pdf')]
const withFiles = (id: string, name: string, files: Checklist['unsorted']) =>
  applyChange(
    buildChecklist(id, '2022', { ...unit, name }, morning),
    { kind: 'add-files', item: '0-1', files },
    morning,
  )
const water = withFiles('a'.repeat(32), '青禾县水利局', [own, common])
const school = withFiles('b'.repeat(32), '青禾县教育局', [common])
const records = {
  [`checklist:${water.id}`]: water,
  [`checklist:${school.id}`]: school,
  [`backup:${water.id}`]: { at: morning.toISOString(), items: {} },
  [`blob:${own.sha256}`]: new Blob(['只有它用.pdf']),
  [`blob:${common.sha256}`]: new Blob(['两家都用.pdf']),
}

test.beforeEach(async () => {
  await clean()
  await writeRecords(records)
  await open()
})

/** What opening the page does, also after a restart. */
async function open(): Promise<void> {
  openPage(catalogue)
  await openPageUnits([])
  await reclaimBlobs()
}

const keys = async () => [...(await readRecords()).keys()].sort()
const units = () => $units.get().map(({ id }) => id)
const deleted = () => $deleted.get().map(({ checklist }) => checklist.unit.name)

test('a deleted unit is on no list but its own, through a restart, and nothing of it is freed', async () => {
  const before = await keys()
  expect(await deleteUnit(water.id)).toBe(true)
  await open()
  expect(units()).toEqual([school.id])
  expect(deleted()).toEqual(['青禾县水利局'])
  expect(await keys()).toEqual(
    before.map(key => key.replace(`checklist:${water.id}`, `deleted:${water.id}`)).sort(),
  )
})

test('brought back it is what it was, to the last field', async () => {
  const before = await readRecords()
  await deleteUnit(water.id)
  await open()
  const [one] = $deleted.get()
  if (!one) throw new Error('nothing was put aside')
  expect(await bringBackUnit(one)).toBe(true)
  expect(await readRecords()).toEqual(before)
  expect(units().sort()).toEqual([water.id, school.id].sort())
  expect(deleted()).toEqual([])
})

test('emptied, its record, its notes and the bytes that nobody else uses are gone', async () => {
  await deleteUnit(water.id)
  expect(await emptyDeletedUnits()).toBe(true)
  expect(await keys()).toEqual([`blob:${common.sha256}`, `checklist:${school.id}`])
  expect(deleted()).toEqual([])
})

test('where it was imported anew since, nothing is written over: both stay, and the refusal is said', async () => {
  await deleteUnit(water.id)
  const anew = withFiles(water.id, '青禾县水利局', [common])
  await writeRecords({ [`checklist:${water.id}`]: anew })
  await open()
  const before = await readRecords()
  const [one] = $deleted.get()
  if (!one) throw new Error('nothing was put aside')
  expect(await bringBackUnit(one)).toBe(false)
  expect($unitRefusal.get()).not.toBe(null)
  expect(await readRecords()).toEqual(before)
  // Deleted as well, each can be brought back by itself.
  expect(await deleteUnit(water.id)).toBe(true)
  expect(deleted()).toEqual(['青禾县水利局', '青禾县水利局'])
  expect(await bringBackUnit(one)).toBe(true)
  expect((await readRecords()).get(`checklist:${water.id}`)).toEqual(water)
  expect(deleted()).toEqual(['青禾县水利局'])
})
