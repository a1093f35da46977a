/** What holds the bags: several in a ZIP, ZIPs in a ZIP, folders already unpacked. */

import type { FolderFile } from '../../../src/io/bag/source'
import { type VerifiedBundle, verifyBundle } from '../../../src/io/bag/verify'
import { withTools } from '../../tools'
import { digest } from '../generate'
import { expect, test } from '../runner'
import { edited, packWithPython } from '../zip/archives'
import {
  type Bag,
  bytesIn,
  filesOf,
  folder,
  forge,
  outerZip,
  packSound,
  plan,
  reading,
  soundBag,
  verify,
  write,
  zipOf,
} from './bags'

const open = (bundle: Blob | readonly FolderFile[]): Promise<VerifiedBundle> => verifyBundle(bundle, reading)

test('verifyBundle() finds every bag of a ZIP, and names what lies beside them', async () => {
  const [first, second] = [await soundBag(), await soundBag()]
  second.delete('bagit.txt')
  const both: Bag = new Map([
    ...[...first].map(([path, bytes]) => [`水利局/${path}`, bytes] as const),
    ...[...second].map(([path, bytes]) => [`教育局/包/${path}`, bytes] as const),
  ])
  write(both, '教育局/说明.txt', '请查收')
  write(both, '__MACOSX/教育局/._说明.txt', 'x')
  write(both, '教育局/Thumbs.db', 'x')
  const { problems, bags } = await open(await zipOf(both, ''))
  expect(problems).toEqual([{ code: 'stray-files', count: 1, path: '教育局/说明.txt' }])
  expect(bags.map(bag => [bag.folder, bag.findings])).toEqual([
    ['教育局/包/', [{ code: 'no-bagit-txt' }, { code: 'missing', path: 'bagit.txt' }]],
    ['水利局/', []],
  ])
})

test(
  'verifyBundle() opens ZIPs in a ZIP, stored or deflated, and each bag gives its files',
  withTools,
  async () => {
    const sound = await packSound()
    const stored = await outerZip({
      '交来的/水利局.zip': sound,
      '交来的/教育局.ZIP': sound,
      '说明.txt': '请查收',
    })
    const deflated = new Blob([
      packWithPython(
        `archive.writestr("水利局.zip", bytes.fromhex("${Buffer.from(await bytesIn(stored)).toString('hex')}"), 8)`,
      ),
    ])
    const once = await open(stored)
    expect(once.problems).toEqual([
      { code: 'nested-zip', path: '交来的/水利局.zip' },
      { code: 'nested-zip', path: '交来的/教育局.ZIP' },
      { code: 'stray-files', count: 1, path: '说明.txt' },
    ])
    const twice = await open(deflated)
    expect(twice.problems).toContainEqual({ code: 'nested-zip', path: '水利局.zip/交来的/教育局.ZIP' })
    for (const [{ bags }, prefix] of [
      [once, ''],
      [twice, '水利局.zip/'],
    ] as const) {
      expect(bags.map(bag => bag.folder)).toEqual([
        `${prefix}交来的/水利局.zip/${folder}/`,
        `${prefix}交来的/教育局.ZIP/${folder}/`,
      ])
      for (const bag of bags) {
        expect(bag.findings).toEqual([])
        expect(await (await bag.open(plan)).text()).toBe('质量工作计划.docx')
        await expect(bag.open('data/没有.pdf')).rejects.toThrow('is not there')
      }
    }
  },
)

test('verifyBundle() reports a ZIP in a ZIP that is broken, odd, or too deep, and goes on with the next', async () => {
  const sound = await packSound()
  const cut = sound.slice(0, 500)
  const odd = new Blob([sound, 'PK!'])
  expect(await verify(await outerZip({ '一.zip': cut, '二.zip': odd }))).toEqual([
    { code: 'nested-zip', path: '一.zip' },
    { code: 'nested-problem', path: '一.zip', problem: { code: 'truncated' } },
    { code: 'nested-zip', path: '二.zip' },
    { code: 'nested-problem', path: '二.zip', problem: { code: 'appended-bytes', bytes: 3 } },
  ])
  let deep: Blob = sound
  for (const name of ['四.zip', '三.zip', '二.zip', '一.zip']) deep = await outerZip({ [name]: deep })
  expect((await open(deep)).problems).toEqual([
    ...['一.zip', '一.zip/二.zip', '一.zip/二.zip/三.zip'].map(path => ({ code: 'nested-zip', path })),
    { code: 'too-deeply-nested', count: 1, path: '一.zip/二.zip/三.zip/四.zip' },
  ])
  const damaged = edited(
    await bytesIn(await outerZip({ '一.zip': sound, '二.zip': sound })),
    (view, { entries }) => view.setUint32(entries['一.zip']?.local ?? 0, 0, true),
  )
  expect(await verify(new Blob([damaged]))).toEqual([
    { code: 'damaged-entry', path: '一.zip' },
    { code: 'nested-zip', path: '二.zip' },
  ])
})

test('verifyBundle() judges an unpacked folder by the same rules', async () => {
  const bag = await soundBag()
  expect(await verify(filesOf(bag))).toEqual([])
  write(bag, plan, '改过的')
  expect(await verify(filesOf(bag, '收到的/水利局/'))).toContainEqual({ code: 'altered', path: plan })
  const doubled = [...filesOf(await soundBag()), { path: `${folder}/${plan}`, blob: new Blob(['另一个']) }]
  expect(await verify(doubled)).toEqual([{ code: 'duplicate-path', path: `${folder}/${plan}` }])
})

test('verifyBundle() reports clashing names in a folder, and line breaks in names are no danger there', async () => {
  const bag = await soundBag()
  write(bag, `${plan}.PDF`, '质量工作计划.docx')
  write(bag, `${plan}.pdf`, 'café %0A.jpg')
  forge(bag)
  expect(await verify(filesOf(bag, ''))).toEqual([
    { code: 'clashing-paths', path: `${plan}.pdf`, other: `${plan}.PDF` },
    { code: 'clashing-listing', manifest: 'manifest-sha256.txt', path: `${plan}.pdf`, other: `${plan}.PDF` },
  ])
  const lines = await soundBag()
  write(lines, 'data/换\n行.txt', '质量工作计划.docx')
  forge(lines)
  expect(await verify(filesOf(lines, ''))).toEqual([])
})

test('verifyBundle() reports a file that can’t be read, goes on with the others, and throws what is nobody’s file', async () => {
  const files = filesOf(await soundBag())
  const gone = files.map(file =>
    file.path.endsWith(plan) ? { ...file, blob: new Blob(['x'.repeat(77)]) } : file,
  )
  const refuse = (name: string) => ({
    ...reading,
    digest: (blob: Blob) =>
      blob.size === 77 ? Promise.reject(new DOMException('Cannot read the file', name)) : digest(blob),
  })
  for (const name of ['NotFoundError', 'NotReadableError']) {
    const { bags } = await verifyBundle(gone, refuse(name))
    const findings = bags[0]?.findings ?? []
    expect(findings.filter(({ code }) => code !== 'wrong-oxum')).toEqual([{ code: 'unreadable', path: plan }])
  }
  const zip = new Blob(['x'])
  zip.slice = () => {
    throw new DOMException('Cannot read the file', 'NotReadableError')
  }
  expect((await open([...files, { path: '二.zip', blob: zip }])).problems).toEqual([
    { code: 'unreadable', path: '二.zip' },
  ])
  await expect(verifyBundle(gone, refuse('PartError'))).rejects.toThrow('Cannot read the file')
})
