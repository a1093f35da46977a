/** 导入 of a bundle that somebody unpacked and packed again: its files are inflated and stored by a worker, else by the page. */

import JSZip from 'jszip'
import { applyChange } from '../../../src/core/checklist/change'
import { buildChecklist } from '../../../src/core/checklist/checklist'
import { isFileBytes, toBlob } from '../../../src/io/files/file-bytes'
import { $halfImport, findHalfImport } from '../../../src/stores/backup/half-import'
import { cancelRestoring, importFiles } from '../../../src/stores/backup/restore'
import { $restoring, dismissRestoring } from '../../../src/stores/backup/restoring'
import { $checklist, letGo } from '../../../src/stores/checklist'
import { openPageUnits } from '../../../src/stores/opening'
import { openPage } from '../../../src/stores/page'
import { bytesOf, pack, sha256Of } from '../generate'
import { expect, test } from '../runner'
import { catalogue, fileOf, morning, unit } from '../samples'
import { clean, inflater, readRecords, settle } from './browser'

test.describe.configure({ mode: 'serial' })

/** Two that are large enough for the worker, and one that is not. */
const contents = [bytesOf('a', 700_000), bytesOf('b', 300_000), bytesOf('c', 2_000)]
const files = contents.map((bytes, i) =>
  fileOf(`文件${i}.pdf`, '', { sha256: sha256Of(bytes), size: bytes.length }),
)
const checklist = applyChange(
  buildChecklist('a'.repeat(32), '2022', unit, morning),
  { kind: 'add-files', item: '0-1', files },
  morning,
)
let repacked: File

test.beforeAll(async () => {
  const blobs = new Map(contents.map(bytes => [sha256Of(bytes), new Blob([bytes])]))
  const [bundle] = (await pack({ checklist, blobs })).files
  const zip = await JSZip.loadAsync(await (bundle as File).arrayBuffer())
  repacked = new File(
    [await zip.generateAsync({ type: 'arraybuffer', compression: 'DEFLATE' })],
    '又压缩了一次.zip',
  )
})

test.beforeEach(async () => {
  await clean()
  openPage(catalogue)
  await openPageUnits([])
})

test.afterEach(() => {
  letGo($checklist.get()?.id ?? '')
  dismissRestoring()
})

/** SHA-256 of what is stored under each file's key. */
async function storedBytes(): Promise<(string | null)[]> {
  const records = await readRecords()
  return Promise.all(
    files.map(async ({ sha256 }) => {
      const bytes = records.get(`blob:${sha256}`)
      return isFileBytes(bytes) ? sha256Of(new Uint8Array(await toBlob(bytes).arrayBuffer())) : null
    }),
  )
}

const all = files.map(({ sha256 }) => sha256)
const whole = { state: 'done', refused: [], refusal: null, outcomes: [{ files: 3, missing: [] }] }

test('the worker stores the large files and the page the others', async () => {
  await importFiles([repacked])
  expect($restoring.get()).toMatchObject(whole)
  expect(inflater.files).toBe(2)
  expect(await storedBytes()).toEqual(all)
})

test('what no worker inflates or stores the page does', async () => {
  inflater.does = 'refuse'
  await importFiles([repacked])
  expect($restoring.get()).toMatchObject(whole)
  expect(await storedBytes()).toEqual(all)
})

test('a worker whose storage is another than the page’s stores nothing, and the page does', async () => {
  const get = IDBObjectStore.prototype.get
  let isAsked = false
  IDBObjectStore.prototype.get = function (key: IDBValidKey | IDBKeyRange) {
    const isOthers = inflater.files > 0 && !isAsked && String(key).startsWith('checklist:')
    if (isOthers) isAsked = true
    return get.call(this, isOthers ? 'nothing' : key)
  }
  await importFiles([repacked])
  IDBObjectStore.prototype.get = get
  expect(isAsked).toBe(true)
  expect($restoring.get()).toMatchObject(whole)
  expect(await storedBytes()).toEqual(all)
})

test('stopped while the worker is silent, the import ends and says what is missing', async () => {
  inflater.does = 'nothing'
  const importing = importFiles([repacked])
  while (inflater.files === 0) await settle()
  cancelRestoring()
  await importing
  expect($restoring.get()).toMatchObject({ state: 'done', refusal: 'cancelled' })
  dismissRestoring()
  await findHalfImport()
  expect($halfImport.get()?.missing).toHaveLength(3)
})
