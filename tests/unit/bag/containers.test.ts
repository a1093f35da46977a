/** What holds the bags, beside plain ZIPs: tars, joined archives, pieces, and kinds that are only named. */
import { gzipSync } from 'node:zlib'
import { joinPieces, readPieceName } from '../../../src/core/files/pieces'
import { verifyBundle } from '../../../src/io/bag/verify'
import { readBack } from '../generate'
import { expect, test } from '../runner'
import { joined } from '../zip/archives'
import { tarOf } from '../zip/tars'
import { type Bag, bytesIn, outerZip, packSound, plan, reading, soundBag, verify, write, zipOf } from './bags'
import { foreignBag, unpacked } from './foreign-bags'

const inFolder = (bag: Bag, folder: string) =>
  Object.fromEntries([...bag].map(([path, bytes]) => [`${folder}/${path}`, bytes]))

test('verifyBundle() reads bags that lie in a tar, and ZIPs in one', async () => {
  const bag = await soundBag()
  expect(await verify(new Blob([tarOf(inFolder(bag, '水利局'))]))).toEqual([])
  write(bag, plan, '改过的')
  expect(await verify(new Blob([tarOf(inFolder(bag, '水利局'))]))).toContainEqual({
    code: 'altered',
    path: plan,
  })
  const zip = await bytesIn(await packSound())
  const nested = await outerZip({ '交来的.tar': new Blob([tarOf({ '一.zip': zip, '二.zip': zip })]) })
  const { bags, problems } = await verifyBundle(nested, reading)
  expect(bags.map(({ findings }) => findings)).toEqual([[], []])
  expect(problems.map(problem => ('path' in problem ? problem.path : problem.code))).toEqual([
    '交来的.tar',
    '交来的.tar/一.zip',
    '交来的.tar/二.zip',
  ])
})

test('verifyBundle() reads each of several archives that were joined to one file', async () => {
  const first = await bytesIn(await packSound())
  const other = await bytesIn(await zipOf(await soundBag(), '教育局/'))
  for (const parts of [
    [first, other],
    [first, new Uint8Array(700), other, other],
  ]) {
    const { bags, problems } = await verifyBundle(new Blob(parts), reading)
    const count = parts.filter(part => part.length > 700).length
    expect(bags.map(({ findings }) => findings)).toEqual(Array.from({ length: count }, () => []))
    expect(problems).toContainEqual({ code: 'joined-archives', count })
  }
  expect(await verify(new Blob([first.slice(0, -30), other]))).toEqual([{ code: 'truncated' }])
})

test('readBundles() brings in what lies in tars, in ZIPs in ZIPs, and in joined archives', async () => {
  const zip = await bytesIn(await packSound())
  for (const [name, content] of Object.entries({
    '一.tar': tarOf({ '材料包.zip': zip }),
    '二.tar': tarOf(inFolder(await soundBag(), '水利局')),
    '三.zip': await bytesIn(await outerZip({ 'a/二.zip': await outerZip({ '一.zip': new Blob([zip]) }) })),
    '四.zip': joined(zip, zip),
  })) {
    const { found } = await readBack([new File([content], name)])
    expect(
      found.map(({ blobs, missing }) => [blobs.size, missing.length]),
      name,
    ).toEqual([[2, 0]])
  }
})

test('joinPieces() joins what has no gap from .001 on, and leaves everything else', () => {
  const join = (...names: string[]) => joinPieces(names, name => name)
  expect(join('a.zip.002', 'a.zip.001', 'b.txt', 'A.zip.003')).toEqual({
    joined: [{ name: 'a.zip.001–.003', pieces: ['a.zip.001', 'a.zip.002', 'A.zip.003'] }],
    others: ['b.txt'],
  })
  for (const names of [['a.zip.001'], ['a.001', 'a.003'], ['a.002', 'a.003'], ['a.000', 'a.001', 'a.002']])
    expect(join(...names)).toEqual({ joined: [], others: names })
  expect(readPieceName('a.zip.001–.003')).toEqual({ stem: 'a.zip', from: 1, to: 3 })
  expect([readPieceName('a.zip'), readPieceName('.001'), readPieceName('a.0011')]).toEqual([null, null, null])
})

test('pieces are read together where all are there, in a ZIP too, and named where not', async () => {
  const zip = await bytesIn(await packSound())
  const pieces = [0, 5000, 9000].map((from, i, all) => zip.slice(from, all[i + 1] ?? zip.length))
  const files = pieces.map((piece, i) => new File([piece], `材料包.zip.00${i + 1}`))
  const inside = Object.fromEntries(files.map(file => [`交来的/${file.name}`, file]))
  const path = '交来的/材料包.zip.001–.003'
  expect(await verify(await outerZip(inside))).toEqual([{ code: 'nested-zip', path }])
  for (const [i, file] of files.entries())
    expect(await verify(file)).toEqual([{ code: 'split-piece', stem: '材料包.zip', from: i + 1, to: i + 1 }])
  const two = new File(files.slice(0, 2), '材料包.zip.001–.002')
  expect(await verify(two)).toEqual([{ code: 'split-piece', stem: '材料包.zip', from: 1, to: 2 }])
  expect((await readBack([...files].reverse())).found).toHaveLength(1)
  expect((await readBack(files.slice(1))).problems.map(({ problem }) => problem)).toEqual(
    [2, 3].map(at => ({
      code: 'archive',
      problem: { code: 'split-piece', stem: '材料包.zip', from: at, to: at },
    })),
  )
})

test('verifyBundle() names archives of other kinds wherever they lie, and goes on', async () => {
  const rar = new Blob(['Rar!\x1a\x07\x01\x00', '.'.repeat(99)])
  const gzip = new Blob([new Uint8Array(gzipSync('x'))])
  const word = new Blob([new Uint8Array(Buffer.from('d0cf11e0a1b11ae1', 'hex')), '.'.repeat(600)])
  const sound = await packSound()
  const named = [
    { code: 'closed-container', path: '一.rar', found: 'rar' },
    { code: 'closed-container', path: '二', found: 'gzip' },
    { code: 'closed-container', path: '三.doc', found: 'ole' },
  ]
  const beside = { '一.rar': rar, 二: gzip, '三.doc': word, '四.zip': rar }
  const { bags, problems } = await verifyBundle(await outerZip({ ...beside, '五.zip': sound }), reading)
  expect(bags).toHaveLength(1)
  expect(problems).toEqual([
    ...named,
    { code: 'closed-container', path: '四.zip', found: 'rar' },
    { code: 'nested-zip', path: '五.zip' },
    { code: 'stray-files', count: 3, path: '一.rar' },
  ])
  expect(await verify(new Blob([tarOf({ '一.rar': await bytesIn(rar) })]))).toEqual([named[0]])
  expect(await verify(word)).toEqual([{ code: 'not-a-zip', found: 'ole' }])
})

test('verifyBundle() takes litter for nothing, on the way in and beside a bag', async () => {
  for (const path of ['~$作计划.docx', 'ehthumbs.db', '.picasa.ini', 'Icon\r', '@eaDir/a/SYNO.jpg']) {
    const bag = await soundBag()
    write(bag, `data/00_共性资料/${path}`, 'x')
    const zip = await outerZip({ '一.zip': await zipOf(bag), [path]: new Blob(['x']) })
    expect(await verify(zip), path).toEqual([
      { code: 'nested-zip', path: '一.zip' },
      { code: 'system-file', path: `data/00_共性资料/${path}` },
    ])
  }
})

test('a name that could not be decoded is settled by its bytes, and the file opens under its own name', async () => {
  const bag = await soundBag()
  const bytes = bag.get(plan) as Uint8Array<ArrayBuffer>
  bag.delete(plan)
  const garbled = plan.replace('质量工作计划', '\u00ff\u00fe')
  bag.set(garbled, bytes)
  const zip = await bytesIn(await zipOf(bag, ''))
  // Both headers: two bytes that are neither UTF-8 nor GBK stand in for 'ÿþ', of the same length.
  const text = Buffer.from(zip)
  for (let at = text.indexOf('ÿþ'); at >= 0; at = text.indexOf('ÿþ')) text.set([0xff, 0xff, 0xff, 0xff], at)
  const blob = new Blob([text])
  const { bags } = await verifyBundle(blob, reading)
  const findings = bags[0]?.findings.filter(({ code }) => code !== 'repacked')
  expect(findings).toEqual([{ code: 'named-by-content', path: plan }])
  expect(await (await bags[0]?.open(plan))?.text()).toBe('质量工作计划.docx')
  expect(bags[0]?.contents.some(({ path }) => path === plan)).toBe(true)
})

test('verifyBundle() has no backslash in a manifest pass for a folder, and takes one in a name from Linux', async () => {
  const bag = foreignBag({ payload: { 'data/a\\b.txt': 'x' } })
  expect(await verify(unpacked(bag))).toEqual([{ code: 'foreign-bag' }])
})

test('verifyBundle() opens an archive in an archive whatever its name is, and leaves documents closed', async () => {
  const zip = await packSound()
  const names = ['材料包.zip.rename', '材料包', '材料包.zi_', 'a/材料包.txt']
  const inside = Object.fromEntries(names.map(name => [name, zip]))
  const { bags, problems } = await verifyBundle(await outerZip({ ...inside, '报告.docx': zip }), reading)
  expect(bags.map(({ findings }) => findings)).toEqual(names.map(() => []))
  expect(problems).toContainEqual({ code: 'stray-files', count: 1, path: '报告.docx' })
})

test('verifyBundle() names a part of a split archive, whatever ZIPs are among its bytes', async () => {
  const part = new File(['.'.repeat(99), await packSound()], '材料.z02')
  expect(await verify(part)).toEqual([{ code: 'split-archive' }])
})
