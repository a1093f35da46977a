/** Bytes that no checklist uses: what keeps them, and when they go. */

import { buildChecklist } from '../../../src/core/checklist/checklist'
import { reclaimBlobs } from '../../../src/io/storage/bytes'
import { deleteRecord } from '../../../src/io/storage/checklists'
import { openPageUnits } from '../../../src/stores/opening'
import { openPage } from '../../../src/stores/page'
import { expect, test } from '../runner'
import { catalogue, fileOf, morning, unit } from '../samples'
import { clean, readRecords, writeRecords } from './browser'

const bytes = { [`blob:${fileOf('没有清单用它').sha256}`]: new Blob(['没有清单用它']) }
const checklist = buildChecklist('a'.repeat(32), '2022', unit, morning)

/** What opening the page does. */
async function open(): Promise<void> {
  openPage(catalogue)
  await openPageUnits([])
  await reclaimBlobs()
}

const keys = async () => [...(await readRecords()).keys()]

for (const [what, key, record] of [
  ['a checklist that can’t be read', 'checklist:bad', { format: 1, id: 'bad', edition: '2022' }],
  ['a checklist of a newer format', 'checklist:f00d', { format: 3, id: 'f00d' }],
  ['a record of an unknown kind', 'whatever:1', { of: 'a newer page' }],
] as const) {
  test(`while there is ${what}, nothing is reclaimed`, async () => {
    await clean()
    await writeRecords({ [`checklist:${checklist.id}`]: checklist, [key]: record, ...bytes })
    const before = await readRecords()
    await open()
    expect(await readRecords()).toEqual(before)
    await deleteRecord(key)
    await open()
    expect(await keys()).toEqual([`checklist:${checklist.id}`])
  })
}

test('on a computer without any checklist left-over files go too', async () => {
  await clean()
  await writeRecords(bytes)
  await open()
  expect(await keys()).toEqual([])
})
