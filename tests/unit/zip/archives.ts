/** Sound archives, tools that make them, and ways to break one thing in the bytes. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { constants, crc32, deflateRawSync } from 'node:zlib'
import { type Archive, ArchiveEntryError, openArchive } from '../../../src/io/zip/open-zip'
import { packZip, type ZipEntry } from '../../../src/io/zip/pack-zip'
import { runIn, runPython } from '../../tools'
import { expect, test } from '../runner'

export type Bytes = Uint8Array<ArrayBuffer>

/** What is inside, path to text. */
export type Content = Record<string, string>

export const date = new Date('2022-12-25T16:00:02.000Z')

/** Attachments whose names say so are stored, other texts are deflated, as in a bundle. */
export const sample: Content = {
  '目录.html': '质量工作考核资料'.repeat(40),
  'data/stored-1.txt': '第一个附件',
  'data/stored-2.txt': '第二个附件，长一点',
  'checklist.json': '{"format":1}'.repeat(30),
  'data/stored-3.txt': '第三个附件',
}

/** `content` as `io/zip` packs it. */
export async function pack(content: Record<string, string | Bytes> = sample): Promise<Bytes> {
  const entries = Object.entries(content).map(([path, inside]): ZipEntry => {
    if (typeof inside === 'string' && !path.includes('stored')) return { path, text: inside }
    return { path, content: new Blob([inside]), crc32: crc32(inside) }
  })
  return bytesOf(await packZip(entries, date))
}

export async function bytesOf(blob: Blob): Promise<Bytes> {
  return new Uint8Array(await blob.arrayBuffer())
}

/** `content` as files in a folder of the test's own. */
export function unpackedFolder(content: Content): string {
  const folder = test.info().outputPath('files')
  for (const [path, text] of Object.entries(content)) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  return folder
}

/** The archive a program leaves as `made.zip` in `folder`. */
export function packWith(tool: string, args: readonly string[], folder: string): Bytes {
  runIn(folder, tool, ...args)
  return new Uint8Array(readFileSync(join(folder, 'made.zip')))
}

/** The archive that lines of Python write as `archive`, a ZipFile; `zipfile` and `struct` are imported. */
export function packWithPython(...lines: string[]): Bytes {
  const path = test.info().outputPath('python.zip')
  const program = ['import struct, sys, zipfile', 'archive = zipfile.ZipFile(sys.argv[1], "w")', ...lines]
  runPython([...program, 'archive.close()'].join('\n'), path)
  return new Uint8Array(readFileSync(path))
}

/** What `openArchive` makes of the bytes, with every entry opened: its text, or the code of why not. */
export async function readAll(bytes: Bytes): Promise<{ content: Content; problems: Archive['problems'] }> {
  const archive = await openArchive(new Blob([bytes]))
  const content: Content = {}
  const problems = [...archive.problems]
  for (const entry of archive.entries) {
    try {
      const blob = await archive.open(entry)
      expect(blob.size, entry.path).toBe(entry.size)
      content[entry.path] = await blob.text()
    } catch (error) {
      if (!(error instanceof ArchiveEntryError)) throw error
      problems.push(error.problem)
    }
  }
  return { content, problems }
}

const decoder = new TextDecoder()

/** Where the headers of an archive without comment lie, by path as it is written. */
export interface Places {
  end: number
  directory: number
  entries: Record<string, { record: number; local: number }>
}

export function findPlaces(bytes: Bytes): Places {
  const view = new DataView(bytes.buffer)
  const end = bytes.length - 22
  const directory = view.getUint32(end + 16, true)
  const entries: Places['entries'] = {}
  for (let record = directory; record < end; ) {
    const name = view.getUint16(record + 28, true)
    const path = decoder.decode(bytes.subarray(record + 46, record + 46 + name))
    entries[path] = { record, local: view.getUint32(record + 42, true) }
    record += 46 + name + view.getUint16(record + 30, true) + view.getUint16(record + 32, true)
  }
  return { end, directory, entries }
}

/** A copy in which `edit` has changed something. */
export function edited(bytes: Bytes, edit: (view: DataView, places: Places) => void): Bytes {
  const copy = bytes.slice()
  edit(new DataView(copy.buffer), findPlaces(copy))
  return copy
}

/** A copy in which a path, wherever a header says it, is another of the same length; Unicode paths are left without a CRC. */
export function renamed(bytes: Bytes, from: string, to: string): Bytes {
  const [old, other] = [Buffer.from(from), Buffer.from(to, 'latin1')]
  expect(other.length, 'the two must have the same length').toBe(old.length)
  const copy = Buffer.from(bytes)
  for (let at = copy.indexOf(old); at >= 0; at = copy.indexOf(old, at + 1)) other.copy(copy, at)
  return new Uint8Array(copy)
}

export function joined(...parts: (Uint8Array | string)[]): Bytes {
  return new Uint8Array(Buffer.concat(parts.map(part => Buffer.from(part))))
}

/** The size an entry declares in both of its headers. */
export function withSize(bytes: Bytes, path: string, size: number): Bytes {
  return edited(bytes, (view, { entries }) => {
    view.setUint32((entries[path]?.record ?? 0) + 24, size, true)
    view.setUint32((entries[path]?.local ?? 0) + 22, size, true)
  })
}

/** `text` as a literal of Python. */
export function pythonText(text: string): string {
  return JSON.stringify(text).replace(
    /[\ud800-\udbff][\udc00-\udfff]/g,
    pair => `\\U${pair.codePointAt(0)?.toString(16).padStart(8, '0')}`,
  )
}

/** A field of the end record (4.3.16). */
export function setEnd(bytes: Bytes, field: number, value: number): Bytes {
  return edited(bytes, (view, { end }) => setNumber(view, end + field, value, field < 12 || field === 20))
}

export function setNumber(view: DataView, at: number, value: number, isShort: boolean): void {
  if (isShort) view.setUint16(at, value, true)
  else view.setUint32(at, value, true)
}

/** 64 MB of zeros, 16 times: 1 GB in 1 MB of DEFLATE. */
export function deflatedZeros(): Bytes {
  const block = deflateRawSync(new Uint8Array(64 * 2 ** 20), { finishFlush: constants.Z_FULL_FLUSH })
  return joined(...Array.from({ length: 16 }, () => block), deflateRawSync(''))
}

/** A bundle, to be called 改过.zip, with the first byte of a file that it stores flipped. */
export async function flip(zip: File, content: Uint8Array = new Uint8Array()): Promise<File> {
  const bytes = Buffer.from(await zip.arrayBuffer())
  const at = bytes.indexOf(content)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  return new File([bytes], '改过.zip')
}
