/** What else may be handed in: odd ZIPs, ZIPs in ZIPs, several bags, folders, bundles packed again by other tools. */

import { bagitText } from '../../../src/core/bag/bag'
import type { Finding } from '../../../src/core/bag/finding'
import { bagFoldersOf } from '../../../src/core/bag/folders'
import { verifyBundle } from '../../../src/io/bag/verify'
import { openArchive } from '../../../src/io/zip/open-zip'
import { packZip } from '../../../src/io/zip/pack-zip'
import { withTools } from '../../tools'
import { bytesOf, digest } from '../generate'
import { expect, test } from '../runner'
import { date, edited, packWithPython, pythonText, renamed } from '../zip/archives'
import {
  type Bag,
  bytesIn,
  filesOf,
  folder,
  outerZip,
  packSound,
  photo,
  plan,
  reading,
  soundBag,
  verify,
  zipOf,
} from './bags'

test('verifyBundle() reports what is odd about the archive itself', async () => {
  const zip = await bytesIn(await packSound())
  expect(await verify(new Blob([zip, 'PK!']))).toEqual([{ code: 'appended-bytes', bytes: 3 }])
  expect(await verify(new Blob(['不是压缩包，是一段文字']))).toEqual([{ code: 'not-a-zip', found: 'other' }])
  const unsafe = await verify(new Blob([renamed(zip, 'data/00', '../c/00')]))
  expect(unsafe.filter(({ code }) => code === 'unsafe-path')).toHaveLength(2)
})

test('verifyBundle() calls a bundle that a mail cut off truncated, wherever it was cut', async () => {
  const zip = await bytesIn(await packSound())
  for (const part of [0.1, 0.5, 0.9, 0.999])
    expect(await verify(new Blob([zip.slice(0, Math.floor(zip.length * part))]))).toEqual([
      { code: 'truncated' },
    ])
})

test('verifyBundle() reports an entry that can’t be opened, and goes on with the others', async () => {
  const zip = await bytesIn(await packSound())
  const noHeader = edited(zip, (view, { entries }) =>
    view.setUint32(entries[`${folder}/${plan}`]?.local ?? 0, 0, true),
  )
  expect(await verify(new Blob([noHeader]))).toEqual([{ code: 'damaged-entry', path: plan }])
  const noData = edited(zip, (view, { entries }) => {
    const at = entries[`${folder}/目录.html`]?.local ?? 0
    view.setUint32(at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true), 0x07070707, true)
  })
  expect(await verify(new Blob([noData]))).toEqual([{ code: 'damaged-entry', path: '目录.html' }])
})

test('verifyBundle() does not read a checklist.json that is far too long', async () => {
  const bag = await soundBag()
  const long = { size: 65 * 2 ** 20, slice: () => new Blob(), text: () => Promise.reject(new Error('Read')) }
  const files = filesOf(bag).map(file =>
    file.path.endsWith('checklist.json') ? { ...file, blob: long as unknown as Blob } : file,
  )
  const hashed = {
    ...reading,
    digest: (blob: Blob) => digest((blob as unknown) === long ? new Blob() : blob),
  }
  const { bags } = await verifyBundle(files, hashed)
  expect(bags[0]?.findings).toContainEqual({
    code: 'oversized-entry',
    path: 'checklist.json',
    size: 65 * 2 ** 20,
    most: 32 * 2 ** 20,
  })
})

test('verifyBundle() says of a ZIP without any bag that it is foreign, and of a bag by another tool too', async () => {
  expect(await verify(await outerZip({ '总结.docx': '总结', '照片/一.jpg': '一' }))).toEqual([
    { code: 'foreign-zip' },
  ])
  expect(await verify(await outerZip({}))).toEqual([{ code: 'foreign-zip' }])
  const line = `${'0'.repeat(64)}  data/a\n`
  const foreign: Finding[] = [{ code: 'missing', path: 'data/a' }, { code: 'foreign-bag' }]
  expect(await verify(await outerZip({ 'bagit.txt': bagitText, 'manifest-sha256.txt': line }))).toEqual(
    foreign,
  )
})

test(
  'verifyBundle() judges a bundle that was packed again by its contents, with a notice',
  withTools,
  async () => {
    const bag = await soundBag()
    const lines = [...bag].map(
      ([path, bytes]) => [`${folder}/${path}`, Buffer.from(bytes).toString('hex')] as const,
    )
    const deflated = packWithPython(
      ...lines.map(([path, hex]) => `archive.writestr(${pythonText(path)}, bytes.fromhex("${hex}"), 8)`),
    )
    expect(await verify(new Blob([deflated]))).toEqual([{ code: 'repacked' }])
    const gbk = packWithPython(
      'class Gbk(zipfile.ZipInfo):',
      '  def _encodeFilenameFlags(self): return self.filename.encode("gbk"), 0',
      ...lines.map(([path, hex]) => `archive.writestr(Gbk(${pythonText(path)}), bytes.fromhex("${hex}"), 0)`),
    )
    expect(await verify(new Blob([gbk]))).toEqual([{ code: 'repacked' }])
  },
)

test('verifyBundle() accepts what other tools make of a sound bag: no folder, a deeper one, NFD names, __MACOSX', async () => {
  const bag = await soundBag()
  expect(await verify(await zipOf(bag, ''))).toEqual([])
  expect(await verify(await zipOf(bag, '收到的/水利局/'))).toEqual([])
  const decomposed: Bag = new Map([...bag].map(([path, bytes]) => [path.normalize('NFD'), bytes]))
  expect([...decomposed.keys()]).not.toContain(photo)
  expect(await verify(await zipOf(decomposed))).toEqual([])
  const mac: Bag = new Map([...bag].map(([path, bytes]) => [`${folder}/${path}`, bytes]))
  mac.set('__MACOSX/checklist.json', new Uint8Array(3))
  mac.set(`__MACOSX/${folder}/._checklist.json`, new Uint8Array(3))
  expect(await verify(await zipOf(mac, ''))).toEqual([])
  expect(await verify(await zipOf(new Map([...bag, ['__MACOSX/._data', new Uint8Array(3)]]), ''))).toEqual([])
})

test('verifyBundle() hears of each packed byte once, and stops when told', async () => {
  const inner = await packZip(
    [
      { path: 'data/a', bytes: bytesOf('a', 5000) },
      { path: 'bagit.txt', text: bagitText },
    ],
    date,
  )
  const bundle = await outerZip({ '一.zip': inner, '说明.txt': '请查收' })
  const { entries } = await openArchive(inner)
  let heard = 0
  const onBytes = (bytes: number) => {
    heard += bytes
  }
  const sum = (all: readonly { packedSize: number }[]) =>
    all.reduce((sum, entry) => sum + entry.packedSize, 0)
  await verifyBundle(inner, { ...reading, onBytes })
  expect(heard).toBe(sum(entries))
  heard = 0
  await verifyBundle(bundle, { ...reading, onBytes })
  const outer = (await openArchive(bundle)).entries
  expect(heard).toBe(sum(entries) + sum(outer.filter(entry => entry.path === '说明.txt')))

  const controller = new AbortController()
  const stopping = { ...reading, signal: controller.signal }
  await expect(
    verifyBundle(bundle, {
      ...stopping,
      digest: () => Promise.reject(new DOMException('Stop', 'AbortError')),
    }),
  ).rejects.toThrow('Stop')
  controller.abort()
  for (const stopped of [bundle, inner])
    await expect(verifyBundle(stopped, stopping)).rejects.toThrow('cancelled')
})

test('verifyBundle() hears of a deflated ZIP’s bytes as they lie in the outer one', withTools, async () => {
  const inner = Buffer.from(await bytesIn(await packSound())).toString('hex')
  const bundle = new Blob([packWithPython(`archive.writestr("一.zip", bytes.fromhex("${inner}"), 8)`)])
  const [entry] = (await openArchive(bundle)).entries
  let heard = 0
  const onBytes = (bytes: number) => {
    heard += bytes
  }
  await verifyBundle(bundle, { ...reading, onBytes })
  expect(heard).toBe(entry?.packedSize)
})

test('bagFoldersOf() is where the surest marks of bags lie, none inside another', () => {
  for (const [paths, folders] of [
    [[], []],
    [['a.docx', 'data/b.docx'], []],
    [['a/b/bagit.txt', 'a/checklist.json'], ['a/b/']],
    [['a/data/7/bagit.txt', 'a/b.txt', 'a/bagit.txt'], ['a/']],
    [['bagit.txt', 'units/a/checklist.json', 'data/a/bagit.txt'], ['']],
    [['units/a/checklist.json', 'manifest-sha256.txt'], ['']],
    [['__MACOSX/bagit.txt', 'a/b/notbagit.txt', '县/局/bagit.txt'], ['县/局/']],
    [
      ['b/checklist.json', 'a/bagit.txt', 'ab/manifest-md5.txt', 'a/c/checklist.json'],
      ['a/', 'ab/', 'b/'],
    ],
  ] as const)
    expect(bagFoldersOf(paths), paths.join()).toEqual(folders)
})
