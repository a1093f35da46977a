/** `io/zip` in Node: what it packs, read by tools we did not write. */
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import JSZip from 'jszip'
import { toBlob } from '../../../src/io/files/file-bytes'
import { ArchiveTooLargeError, packZip, type ZipEntry } from '../../../src/io/zip/pack-zip'
import { judge, runPython, withTools } from '../../tools'
import { expect, test } from '../runner'
import { randomFrom } from '../samples'
import { large } from '../strength'

/** Reads as 2022-12-25 16:00:02 in its UTC fields. */
const date = new Date('2022-12-25T16:00:02.000Z')
const random = randomFrom(4)
const bytesOf = (length: number) => Uint8Array.from({ length }, () => random() * 256)
const text = (path: string, text: string): ZipEntry => ({ path, text })
const attachment = (path: string, bytes: Uint8Array<ArrayBuffer>): ZipEntry => {
  return { path, content: new Blob([bytes]), crc32: crc32(bytes) }
}

const folder = '青禾县水利局-2022年质量工作考核资料'
const entries: ZipEntry[] = [
  text(`${folder}/目录.html`, '<!doctype html>质量'.repeat(500)),
  text(`${folder}/empty.txt`, ''),
  { path: `${folder}/目录.xlsx`, bytes: bytesOf(3000) },
  attachment(`${folder}/data/00_共性资料/0-2_工作计划/工作计划.docx`, bytesOf(70_000)),
  attachment(`${folder}/data/00_共性资料/0-2_工作计划/空.txt`, new Uint8Array()),
  attachment(`${folder}/data/00_共性资料/0-2_工作计划/𠀀😀（2）.pdf`, bytesOf(1)),
  text(`${folder}/data/00_共性资料/between.txt`, 'between two attachments'),
  attachment('ascii name.bin', bytesOf(300)),
  attachment(
    `${folder}/data/假的.zip`,
    new Uint8Array(Buffer.from('PK\u0005\u0006PK\u0003\u0004'.repeat(20))),
  ),
]

/** Packs into a file of its own below the test's folder. */
async function packToFile(given: readonly ZipEntry[], name = '材料包.zip'): Promise<string> {
  const path = test.info().outputPath(name)
  await writeFile(path, Buffer.from(await (await packZip(given, date)).arrayBuffer()))
  return path
}

interface PythonEntry {
  name: string
  sha256: string
  method: number
  date: number[]
}

/** Every entry as Python's zipfile reads it, CRC checked. */
function readWithPython(path: string): PythonEntry[] {
  const program = `
import hashlib, json, sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
print(json.dumps([{'name': i.filename, 'sha256': hashlib.sha256(archive.read(i)).hexdigest(),
  'method': i.compress_type, 'date': i.date_time} for i in archive.infolist()]))`
  return JSON.parse(runPython(program, path)) as PythonEntry[]
}

async function contentOf(entry: ZipEntry): Promise<string | Uint8Array<ArrayBuffer>> {
  if ('text' in entry) return entry.text
  if ('bytes' in entry) return entry.bytes
  return 'content' in entry ? toBlob(entry.content).bytes() : ''
}

async function sha256Of(entry: ZipEntry): Promise<string> {
  return createHash('sha256')
    .update(await contentOf(entry))
    .digest('hex')
}

test('packZip() packs an archive that unzip finds whole', withTools, async () => {
  const { status, stdout } = judge('unzip', '-t', await packToFile(entries))
  expect(stdout).toContain('No errors detected in compressed data')
  expect(status).toBe(0)
})

test(
  'packZip() packs an archive that 7z finds whole, with every entry and nothing else',
  withTools,
  async () => {
    const { status, stdout } = judge('7z', 't', await packToFile(entries))
    expect(stdout).toContain('Everything is Ok')
    expect(stdout).toMatch(/Files: 9\n/)
    expect(stdout).not.toMatch(/warning|headers error|Folders: [1-9]/i)
    expect(status).toBe(0)
  },
)

test(
  'packZip() keeps every name, every byte and the order, texts deflated and the rest stored',
  withTools,
  async () => {
    const read = readWithPython(await packToFile(entries))
    expect(read.map(entry => entry.name)).toEqual(entries.map(entry => entry.path))
    expect(read.map(entry => entry.sha256)).toEqual(await Promise.all(entries.map(sha256Of)))
    // JSZip stores what is empty.
    expect(read.map(entry => entry.method)).toEqual([8, 0, 0, 0, 0, 0, 8, 0, 0])
  },
)

test('packZip() packs texts alone, attachments alone, and nothing', withTools, async () => {
  const texts = entries.filter(entry => 'text' in entry)
  const attachments = entries.filter(entry => 'blob' in entry)
  for (const [index, some] of [texts, attachments, []].entries()) {
    const read = readWithPython(await packToFile(some, `${index}.zip`))
    expect(read.map(({ name, sha256 }) => [name, sha256])).toEqual(
      await Promise.all(some.map(async entry => [entry.path, await sha256Of(entry)])),
    )
  }
})

test(
  'packZip() writes the date as it reads in UTC, whatever zone the computer is in',
  withTools,
  async () => {
    const zone = process.env.TZ
    process.env.TZ = 'America/New_York'
    try {
      expect(date.getHours()).toBe(11)
      for (const entry of readWithPython(await packToFile(entries)))
        expect(entry.date).toEqual([2022, 12, 25, 16, 0, 2])
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  },
)

test('packZip() writes what JSZip would, had it been given the bytes', async () => {
  const zip = new JSZip()
  for (const entry of entries) {
    zip.file(entry.path, await contentOf(entry), {
      date,
      createFolders: false,
      compression: 'text' in entry ? 'DEFLATE' : 'STORE',
    })
  }
  const expected = await zip.generateAsync({ type: 'nodebuffer', platform: 'DOS' })
  expect(Buffer.compare(Buffer.from(await (await packZip(entries, date)).bytes()), expected)).toBe(0)
})

test('packZip() gives the same bytes for the same entries and date', async () => {
  const once = await (await packZip(entries, date)).bytes()
  const again = await (await packZip(entries, date)).bytes()
  const later = await (await packZip(entries, new Date('2022-12-26T16:00:02.000Z'))).bytes()
  expect(Buffer.compare(once, again)).toBe(0)
  expect(Buffer.compare(once, later)).not.toBe(0)
})

test(
  'packZip() writes the CRC it was given: a wrong one shows when the archive is tested',
  withTools,
  async () => {
    const wrong = entries.map((entry, i) =>
      i === 3 && 'content' in entry ? { ...entry, crc32: entry.crc32 ^ 1 } : entry,
    )
    const { status, stdout } = judge('unzip', '-t', await packToFile(wrong))
    expect(stdout.match(/bad CRC/g)).toHaveLength(1)
    expect(stdout).toMatch(/工作计划\.docx +bad CRC|\.docx +bad CRC/)
    expect(status).toBe(2)
  },
)

test('packZip() refuses a path that occurs twice: one entry would be lost', async () => {
  const others = [text('a.txt', 'one'), text('b.txt', 'other')]
  for (const twice of [text('a.txt', 'two'), attachment('a.txt', bytesOf(3))])
    await expect(packZip([...others, twice], date)).rejects.toThrow(
      'Cannot pack archive: 1 of 3 paths occur twice',
    )
})

/** A Blob of that many blocks of 64 MiB, by reference: it takes no memory but that of one. */
function blocks(count: number): Blob {
  const block = new Blob([new Uint8Array(64 * 2 ** 20)])
  return new Blob(Array.from({ length: count }, () => block))
}

test('packZip() packs almost 4 GiB without reading or holding them', large, async () => {
  const video = { path: '视频.mp4', content: blocks(63), crc32: 0 }
  const before = process.memoryUsage().rss
  const zip = await packZip([text('目录.html', '质量'), video], date)
  expect(zip.size - 63 * 64 * 2 ** 20).toBeLessThan(1000)
  expect(process.memoryUsage().rss - before).toBeLessThan(64 * 2 ** 20)
})

test('packZip() refuses 4 GiB or more, in one file or in all', large, async () => {
  const one = { path: '视频.mp4', content: blocks(64), crc32: 0 }
  const two = [31, 33].map(count => ({ path: `${count}.mp4`, content: blocks(count), crc32: 0 }))
  for (const given of [[one], two]) {
    const packing = packZip([text('目录.html', '质量'), ...given], date)
    await expect(packing).rejects.toBeInstanceOf(ArchiveTooLargeError)
    await expect(packing).rejects.toThrow(
      new RegExp(`^Cannot pack archive: ${given.length + 1} entries, 42949\\d{5} bytes$`),
    )
  }
})

test('packZip() refuses more than 65,535 entries', async () => {
  const many = Array.from({ length: 65_536 }, (_, i): ZipEntry => ({ path: `${i}`, bytes: new Uint8Array() }))
  const packing = packZip(many, date)
  await expect(packing).rejects.toBeInstanceOf(ArchiveTooLargeError)
  await expect(packing).rejects.toThrow('Cannot pack archive: 65536 entries')
})

test('a clock outside 1980–2099 packs all the same, with the nearest date that every reader takes', async () => {
  const stampOf = async (at: string) => {
    const zip = await packZip([text('a.txt', 'a')], new Date(at))
    return new DataView(await zip.arrayBuffer()).getUint32(10, true)
  }
  const [first, last] = [(1 << 21) | (1 << 16), ((119 << 25) | (12 << 21) | (31 << 16)) >>> 0]
  for (const at of ['0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '1979-12-31T23:59:59Z'])
    expect(await stampOf(at), at).toBe(first)
  for (const at of ['2100-01-01T00:00:00Z', '2150-06-01T12:00:00Z', '+275760-09-13T00:00:00Z'])
    expect(await stampOf(at), at).toBe((last | (23 << 11) | (59 << 5) | 29) >>> 0)
  expect(await stampOf('2099-12-31T00:00:00Z')).toBe(last)
})
