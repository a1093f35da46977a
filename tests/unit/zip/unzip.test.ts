/** `io/unzip` in Node: archives of tools we did not write, and entries whose headers or data lie. */
import { crc32 } from 'node:zlib'
import type { EntryProblem } from '../../../src/core/zip/entries'
import { openArchive } from '../../../src/io/zip/open-zip'
import { needs, withTools } from '../../tools'
import { expect, test } from '../runner'
import { large } from '../strength'
import {
  type Content,
  deflatedZeros,
  edited,
  findPlaces,
  joined,
  pack,
  packWith,
  packWithPython,
  pythonText,
  readAll,
  sample,
  unpackedFolder,
  withSize,
} from './archives'

const folder = '青禾县水利局-2022年质量工作考核资料'
const files: Content = {
  [`${folder}/目录.html`]: '质量工作考核资料'.repeat(40),
  [`${folder}/data/0-1_领导小组文件/（2）😀.txt`]: '第一个附件',
  [`${folder}/data/0-1_领导小组文件/空.txt`]: '',
}
const whole = { content: files, problems: [] }

test('openArchive() reads what packZip() packs, to the byte', async () => {
  expect(await readAll(await pack(files))).toEqual(whole)
  const bytes = await pack()
  expect(await readAll(bytes)).toEqual({ content: sample, problems: [] })
  const behind = { content: sample, problems: [{ code: 'prepended-bytes', bytes: 3 }] }
  expect(await readAll(joined('MZ.', bytes))).toEqual(behind)
})

test('Archive.open() gives a stored entry as a slice of the file', async () => {
  const blob = new Blob([await pack()])
  const slices: number[] = []
  const slice = blob.slice.bind(blob)
  blob.slice = (start = 0, end = 0) => {
    slices.push(end - start)
    return slice(start, end)
  }
  const { entries, open } = await openArchive(blob)
  const entry = entries[1]
  if (!entry) throw new Error('Cannot test: there is no entry')
  slices.length = 0
  expect((await open(entry)).size).toBe(entry.size)
  expect(slices.pop()).toBe(entry.size)
})

const commands: [tool: 'zip' | '7z', what: string, args: string[]][] = [
  ['zip', 'deflated, with folders and Unicode paths', ['-r', 'made.zip', '.']],
  ['zip', 'stored, without extra fields', ['-r', '-0', '-X', 'made.zip', '.']],
  ['zip', 'from a pipe to a pipe', ['-c', `zip -q -r - ${folder} | cat > made.zip`]],
  ['7z', 'deflated', ['a', '-tzip', 'made.zip', folder]],
  ['7z', 'stored', ['a', '-tzip', '-mx=0', 'made.zip', folder]],
  ['7z', 'with names in UTF-8', ['a', '-tzip', '-mcu=on', 'made.zip', folder]],
]

for (const [tool, what, args] of commands) {
  test(`openArchive() reads what ${tool} packs ${what}`, withTools, async () => {
    needs(tool)
    const bytes = packWith(args[0] === '-c' ? 'sh' : tool, args, unpackedFolder(files))
    expect(await readAll(bytes)).toEqual(whole)
  })
}

test('openArchive() reads GBK names without flag, as 360压缩 and WinRAR write them', withTools, async () => {
  needs('python3')
  const bytes = packWithPython(
    'class Gbk(zipfile.ZipInfo):',
    '  def _encodeFilenameFlags(self): return self.filename.encode("gb18030"), self.flag_bits & ~0x800',
    ...Object.entries(files).map(
      ([path, text]) =>
        `archive.writestr(Gbk(${pythonText(path)}), ${pythonText(text)}, zipfile.ZIP_DEFLATED)`,
    ),
    'archive.writestr(Gbk("目录.html"), "上层")',
    `archive.writestr(Gbk("${folder}\\\\data\\\\乗.txt"), "反斜杠")`,
  )
  expect(new TextDecoder('utf-8').decode(bytes)).not.toContain('目录')
  expect(await readAll(bytes)).toEqual({
    content: { ...files, '目录.html': '上层', [`${folder}/data/乗.txt`]: '反斜杠' },
    problems: [],
  })
})

test('openArchive() believes a Unicode path only while it belongs to the name', withTools, async () => {
  needs('python3')
  const field = (name: string, path: string) =>
    `struct.pack("<HHBL", 0x7075, 5 + len("${path}".encode()), 1, ${crc32(name)}) + "${path}".encode()`
  const bytes = packWithPython(
    'def add(name, extra):',
    '  entry = zipfile.ZipInfo(name); entry.extra = extra; archive.writestr(entry, name)',
    `add("a.txt", struct.pack("<HH", 0x5455, 1) + b"." + ${field('a.txt', '甲.txt')})`,
    `add("b.txt", ${field('a.txt', '甲.txt')})`,
    `add("c.txt", struct.pack("<HH", 0x7075, 999) + b"\\x01")`,
  )
  expect(Object.keys((await readAll(bytes)).content)).toEqual(['甲.txt', 'b.txt', 'c.txt'])
})

test(
  'openArchive() reads entries and archives that tools made ready for ZIP64 though they are small',
  withTools,
  async () => {
    needs('python3')
    needs('zip')
    const bytes = packWithPython(
      'with archive.open("甲.txt", "w", force_zip64=True) as file: file.write(b"small")',
      'archive.writestr("乙.txt", b"another")',
    )
    expect(await readAll(bytes)).toEqual({
      content: { '甲.txt': 'small', '乙.txt': 'another' },
      problems: [],
    })
    const wide = packWith('zip', ['-fz', '-r', 'made.zip', '.'], unpackedFolder(files))
    expect(await readAll(wide)).toEqual(whole)
  },
)

test('openArchive() reports what zip and 7z encrypted, entry by entry', withTools, async () => {
  needs('zip')
  needs('7z')
  const place = unpackedFolder({ '甲.txt': '秘密', '乙.txt': '也是' })
  packWith('zip', ['made.zip', '乙.txt'], place)
  const mixed = packWith('zip', ['-P', '密码', 'made.zip', '甲.txt'], place)
  expect(await readAll(mixed)).toEqual({
    content: { '乙.txt': '也是' },
    problems: [{ code: 'encrypted', path: '甲.txt' }],
  })
  const aes = packWith('7z', ['a', '-tzip', '-psecret', '-mem=AES256', 'made.zip', '甲.txt'], place)
  expect((await readAll(aes)).problems).toEqual([{ code: 'encrypted', path: '甲.txt' }])
})

test('openArchive() reports other methods, entry by entry', withTools, async () => {
  needs('python3')
  const bytes = packWithPython(
    'archive.writestr("a.txt", "a" * 99, zipfile.ZIP_LZMA)',
    'archive.writestr("b.txt", "b", zipfile.ZIP_STORED)',
    'archive.writestr("c.txt", "c" * 99, zipfile.ZIP_BZIP2)',
  )
  expect(await readAll(bytes)).toEqual({
    content: { 'b.txt': 'b' },
    problems: [
      { code: 'unsupported-method', path: 'a.txt', method: 14 },
      { code: 'unsupported-method', path: 'c.txt', method: 12 },
    ],
  })
})

test('openArchive() reports every part of an archive split by zip', withTools, async () => {
  needs('zip')
  const noise = Array.from({ length: 20_000 }, (_, i) => crc32(`${i}`).toString(36)).join('')
  const place = unpackedFolder({ 'noise.txt': noise })
  const last = packWith('sh', ['-c', 'zip -q -0 -s 64k made.zip noise.txt'], place)
  const first = packWith('sh', ['-c', 'mv made.z01 made.zip'], place)
  for (const part of [first, last])
    expect(await readAll(part)).toEqual({ content: {}, problems: [{ code: 'split-archive' }] })
})

test('openArchive() opens 65,535 entries, and reports one more', withTools, async () => {
  needs('python3')
  const most = 65_535
  const bytes = packWithPython(`for i in range(${most}): archive.writestr("材料/%d.txt" % i, str(i))`)
  const { entries, problems, open } = await openArchive(new Blob([bytes]))
  expect([entries.length, problems]).toEqual([most, []])
  const texts: string[] = []
  for (const i of [most - 1, 0, 30_000]) {
    const entry = entries[i]
    if (entry) texts.push(await (await open(entry)).text())
  }
  expect(texts).toEqual(['65534', '0', '30000'])
  // A record more, and the number wrapped around to 0, as writers without ZIP64 leave it.
  const { directory } = findPlaces(bytes)
  const record = bytes.slice(directory, directory + 46 + Buffer.byteLength('材料/0.txt'))
  const more = edited(joined(bytes.subarray(0, -22), record, bytes.subarray(-22)), view => {
    const end = view.byteLength - 22
    view.setUint32(end + 8, 0, true)
    view.setUint32(end + 12, end - directory, true)
  })
  expect(await readAll(more)).toEqual({ content: {}, problems: [{ code: 'too-many-entries', most }] })
})

const [stored, deflated] = ['data/stored-2.txt', '目录.html'] as const
const lies: [name: string, path: string, field: number, value: number, code: EntryProblem['code']][] = [
  ['no local header where it should be', stored, 0, 0, 'damaged-entry'],
  ['a local header that says encrypted', stored, 6, 0x801, 'encrypted'],
  ['a local header of another method', stored, 8, 8, 'damaged-entry'],
  ['a local header of another packed size', stored, 18, 26, 'lying-size'],
  ['a local header of another size', stored, 22, 26, 'lying-size'],
  ['a local header of another size, deflated', deflated, 22, 26, 'lying-size'],
  ['a local header whose data reaches into the next', stored, 28, 1, 'lying-size'],
  ['data that is no DEFLATE', 'checklist.json', 30 + 14, 0x07070707, 'damaged-entry'],
]

for (const [name, path, field, value, code] of lies) {
  test(`Archive.open() reports ${name}, and opens the other entries`, async () => {
    const bytes = edited(await pack(), (view, { entries }) => {
      const at = (entries[path]?.local ?? 0) + field
      if ([6, 8, 28].includes(field)) view.setUint16(at, value, true)
      else view.setUint32(at, value, true)
    })
    const { [path]: _, ...others } = sample
    expect(await readAll(bytes)).toEqual({ content: others, problems: [{ code, path }] })
  })
}

test('Archive.open() reports deflated data that ends before its size, or goes on behind it', async () => {
  const declare = async (size: number) => readAll(withSize(await pack(), deflated, size))
  const size = Buffer.byteLength(sample[deflated] ?? '')
  expect((await declare(size)).problems).toEqual([])
  expect((await declare(size + 1)).problems).toEqual([{ code: 'damaged-entry', path: deflated }])
  expect((await declare(size - 1)).problems).toEqual([{ code: 'lying-size', path: deflated }])
})

test('openArchive() reports an honest bomb, and Archive.open() stops one that lies', large, async () => {
  const zeros = deflatedZeros()
  const packed = edited(await pack({ '材料.bin': zeros, 'a.txt': '甲' }), (view, { entries }) => {
    const { record, local } = entries['材料.bin'] ?? { record: 0, local: 0 }
    view.setUint16(record + 10, 8, true)
    view.setUint16(local + 8, 8, true)
  })
  const honest = withSize(packed, '材料.bin', 2 ** 30)
  expect(await readAll(honest)).toEqual({
    content: { 'a.txt': '甲' },
    problems: [{ code: 'bomb', path: '材料.bin', size: 2 ** 30, packedSize: zeros.length }],
  })
  const before = process.memoryUsage().rss
  const { content, problems } = await readAll(withSize(packed, '材料.bin', 1000))
  expect([content, problems]).toEqual([{ 'a.txt': '甲' }, [{ code: 'lying-size', path: '材料.bin' }]])
  expect(process.memoryUsage().rss - before).toBeLessThan(256 * 2 ** 20)
  // Where nobody stops JSZip, each turn inflates 16 MB more.
  const { user } = process.cpuUsage()
  for (let turn = 0; turn < 40; turn++) await new Promise(setImmediate)
  expect(process.cpuUsage().user - user).toBeLessThan(500_000)
})

test('Archive.open() inflates one entry at a time, whoever asks, and goes on after a bad one', async () => {
  const noise = Array.from({ length: 50_000 }, (_, i) => crc32(`${i}`)).join('')
  const bytes = await pack({ 'a.txt': noise, 'b.txt': '乙'.repeat(99), 'c.txt': '丙' })
  const { entries, open } = await openArchive(new Blob([withSize(bytes, 'b.txt', 5)]))
  const order: string[] = []
  const opening = entries.map(async entry => {
    const text = await open(entry).then(blob => blob.text(), String)
    order.push(entry.path)
    return text === noise ? 'noise' : text
  })
  const refused = 'ArchiveEntryError: Cannot open archive entry: lying-size'
  expect(await Promise.all(opening)).toEqual(['noise', refused, '丙'])
  expect(order).toEqual(['a.txt', 'b.txt', 'c.txt'])
})
