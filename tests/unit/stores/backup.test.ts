/** What counts as a backup: a file that the person saw, or that a place she chose reports as written. A download may be cancelled unseen. */

import { unsavedSince } from '../../../src/core/backup/backup'
import type { Checklist } from '../../../src/core/checklist/checklist'
import { addPicked } from '../../../src/stores/attachments'
import { $backup, downloadText } from '../../../src/stores/backup/backup'
import { $packing, confirmBackup, downloadBundle, handOver } from '../../../src/stores/bundle/bundle'
import { $checklist } from '../../../src/stores/checklist'
import { moveTo } from '../../../src/stores/moving'
import { getCatalogue } from '../../../src/stores/page'
import { expect, test } from '../runner'
import { fileOf } from '../samples'
import { readRecords, settle } from './browser'
import { downloads, leaveUnitPage, openUnitPage, pick } from './unit-page'

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

test('files of 待归类 that a bundle left out are in no backup until one takes them along, also when they get an item', async () => {
  const bring = (...names: string[]) => addPicked('', pick(...names.map(name => new File([name], name))))
  const unsaved = () => unsavedSince(getCatalogue(), $checklist.get() as Checklist, $backup.get()).files
  const back = async (answer: 'take-unsorted' | 'leave-unsorted') => {
    await downloadBundle(answer)
    await confirmBackup()
  }
  await bring('甲.pdf', '乙.pdf')
  await back('leave-unsorted')
  expect([unsaved(), $backup.get()?.leftOut?.length]).toEqual([2, 2])
  moveTo('', [{ sha256: fileOf('甲.pdf').sha256, from: '', to: '0-1' }])
  await settle()
  expect(unsaved()).toBe(2)
  await back('leave-unsorted')
  expect($backup.get()?.leftOut).toEqual([fileOf('乙.pdf').sha256])
  await downloadText($checklist.get() as Checklist)
  expect(unsaved()).toBe(1)
  await back('take-unsorted')
  expect([unsaved(), $backup.get()?.leftOut]).toEqual([0, []])
  // What a whole bundle once held is not lost to a later one that leaves it out.
  await back('leave-unsorted')
  expect(unsaved()).toBe(0)
})
