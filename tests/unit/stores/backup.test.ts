/** What counts as a backup: a file that the person saw, or that a place she chose reports as written. A download may be cancelled unseen. */

import { $backup } from '../../../src/stores/backup/backup'
import { $packing, confirmBackup, downloadBundle, handOver } from '../../../src/stores/bundle/bundle'
import { expect, test } from '../runner'
import { readRecords } from './browser'
import { downloads, leaveUnitPage, openUnitPage } from './unit-page'

test.describe.configure({ mode: 'serial' })

test.beforeEach(openUnitPage)

test.afterEach(leaveUnitPage)

/** How many backups are noted; how a bundle was split is noted beside them. */
const noted = async () =>
  [...(await readRecords()).keys()].filter(key => /^backup:(?!made:)/.test(key)).length

test('a download is no backup before the person says that the file is there', async () => {
  await downloadBundle()
  expect(downloads).toHaveLength(1)
  expect($packing.get()).toMatchObject({ state: 'packed', handedOver: [0], isWritten: false })
  expect([$backup.get(), await noted()]).toEqual([null, 0])
  await handOver(0)
  expect([downloads.length, await noted()]).toEqual([2, 0])
  await confirmBackup()
  expect($packing.get()).toEqual({ state: 'idle' })
  expect([$backup.get()?.kind, await noted()]).toEqual(['bundle', 1])
})

test('a place the person chose reports that it was written; no place chosen, or no room there, is no backup', async () => {
  await downloadBundle()
  const packing = $packing.get()
  if (packing.state !== 'packed') throw new Error(`Nothing is packed: ${packing.state}`)
  const choose = async (outcome: 'written' | 'closed' | 'full') => {
    $packing.set({ ...packing, handedOver: [], isWritten: true })
    const createWritable = async () =>
      outcome === 'full'
        ? new WritableStream({ write: () => Promise.reject(new DOMException('Full', 'QuotaExceededError')) })
        : new WritableStream()
    const showSaveFilePicker = () =>
      outcome === 'closed'
        ? Promise.reject(new DOMException('Closed', 'AbortError'))
        : Promise.resolve({ createWritable })
    Object.assign(globalThis, { showSaveFilePicker })
    await handOver(0, true)
    return noted()
  }
  expect(await choose('closed')).toBe(0)
  expect(await choose('full')).toBe(0)
  expect($packing.get()).toMatchObject({ state: 'failed', problem: { refusal: 'no-room' } })
  expect(await choose('written')).toBe(1)
  expect($backup.get()?.kind).toBe('bundle')
})
