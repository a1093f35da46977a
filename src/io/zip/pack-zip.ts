/**
 * Packs a ZIP at the cost of its directory. JSZip packs the texts; an attachment's size and CRC-32 are known since it was
 * added, so its headers are written from them (APPNOTE 4.3.7, 4.3.12), and the result is a Blob of references. No byte of
 * an attachment is read here.
 *
 * Loaded on demand (`import()`), so it must not import anything with state.
 *
 * Decision: Packing by reference. Each file is read once, when it is added: SHA-256 and CRC-32 are taken then. The
 * headers are byte for byte those JSZip would write.
 */
import JSZip from 'jszip'
import { type EntryHeaders, setOffset, writeEnd, writeHeaders, zipDate } from '../../core/zip/headers'
import { type FileBytes, lengthOf } from '../files/file-bytes'
import { createBreather } from '../files/in-slices'

/**
 * An empty folder; a text, deflated; small bytes that are packed already, stored; an attachment, stored by reference; or what
 * `packEntry` packed before.
 * Paths are `/`-separated, without a leading slash.
 */
export type ZipEntry =
  | { path: string; isFolder: true }
  | { path: string; text: string }
  | { path: string; bytes: Uint8Array<ArrayBuffer> }
  | { path: string; content: FileBytes; crc32: number }
  | { path: string; headers: EntryHeaders }

/** 4 GiB less one byte, and 65,535 entries: beyond them an archive needs ZIP64, which Windows 7's Explorer can't read. */
const mostBytes = 0xffffffff
const mostEntries = 0xffff

/** Parts of one Blob. */
const mostParts = 100

/** More than one archive can hold. */
export class ArchiveTooLargeError extends Error {
  override name = 'ArchiveTooLargeError'
  constructor(bytes: number, entries: number) {
    super(`Cannot pack archive: ${entries} entries, ${bytes} bytes`)
  }
}

/**
 * The archive, entries in the given order. `moment` is written as it reads in UTC: shift it to the zone people live in.
 * @throws ArchiveTooLargeError
 */
export async function packZip(entries: readonly ZipEntry[], moment: Date): Promise<Blob> {
  const date = zipDate(moment)
  const added = entries.reduce((sum, entry) => sum + ('content' in entry ? lengthOf(entry.content) : 0), 0)
  if (entries.length > mostEntries || added > mostBytes) throw new ArchiveTooLargeError(added, entries.length)
  const paths = new Set(entries.map(entry => entry.path))
  if (paths.size < entries.length) {
    throw new Error(
      `Cannot pack archive: ${entries.length - paths.size} of ${entries.length} paths occur twice`,
    )
  }
  const texts = await packTexts(entries, date)
  let parts: BlobPart[] = []
  const pieces: Blob[] = []
  const records: Uint8Array<ArrayBuffer>[] = []
  let offset = 0
  const add = (local: Uint8Array<ArrayBuffer>, record: Uint8Array<ArrayBuffer>) => {
    setOffset(record, offset)
    parts.push(local)
    records.push(record)
    offset += local.length
  }
  const breathe = createBreather()
  for (const entry of entries) {
    const pausing = breathe()
    if (pausing) await pausing
    // One Blob of 50,000 parts takes a browser some tenths of a second at once.
    if (parts.length >= mostParts) {
      pieces.push(new Blob(parts))
      parts = []
    }
    if (!('content' in entry)) {
      const { local, record } = 'headers' in entry ? entry.headers : (texts.shift() as EntryHeaders)
      add(local, record)
      continue
    }
    const { path, crc32 } = entry
    const size = lengthOf(entry.content)
    const { local, record } = writeHeaders({ path, date, method: 'stored', crc32, size, packedSize: size })
    add(local, record)
    parts.push(entry.content)
    offset += size
  }
  const directorySize = records.reduce((sum, record) => sum + record.length, 0)
  const end = writeEnd(entries.length, directorySize, offset)
  const archive = new Blob([...pieces, ...parts, new Blob(records), end], { type: 'application/zip' })
  const size = offset + directorySize + end.length
  // A browser that keeps other bytes than it was given would show only in an archive nobody can open.
  if (archive.size !== size)
    throw new Error(`Cannot pack archive: its parts have ${archive.size} bytes, their headers say ${size}`)
  if (archive.size > mostBytes) throw new ArchiveTooLargeError(archive.size, entries.length)
  return archive
}

/** Packs a text before the archive it goes into, one archive only: to deflate megabytes takes a while. Others stay as they are. */
export async function packEntry(entry: ZipEntry, moment: Date): Promise<ZipEntry> {
  if (!('text' in entry)) return entry
  const [headers] = await packTexts([entry], zipDate(moment))
  return { path: entry.path, headers: headers as EntryHeaders }
}

/** The texts as JSZip packs them, in order: of each the local header with its data, and the directory's record. */
async function packTexts(entries: readonly ZipEntry[], date: Date): Promise<EntryHeaders[]> {
  const zip = new JSZip()
  for (const entry of entries) {
    if ('content' in entry || 'headers' in entry) continue
    const content = 'text' in entry ? entry.text : 'bytes' in entry ? entry.bytes : ''
    const compression = 'text' in entry ? 'DEFLATE' : 'STORE'
    zip.file(entry.path, content, { date, createFolders: false, compression, dir: 'isFolder' in entry })
  }
  const archive = await zip.generateAsync({ type: 'uint8array', platform: 'DOS' })
  const layout = archive as Uint8Array<ArrayBuffer>
  const view = new DataView(layout.buffer, layout.byteOffset, layout.byteLength)
  // JSZip writes no archive comment: the end record (4.3.16) is the last 22 bytes.
  const directory = view.getUint32(layout.length - 6, true)
  const packed: EntryHeaders[] = []
  let record = directory
  for (let left = view.getUint16(layout.length - 12, true); left > 0; left--) {
    const variable = [28, 30, 32].reduce((sum, at) => sum + view.getUint16(record + at, true), 0)
    const next = record + 46 + variable
    const end = left > 1 ? view.getUint32(next + 42, true) : directory
    const local = layout.subarray(view.getUint32(record + 42, true), end)
    packed.push({ local, record: layout.subarray(record, next) })
    record = next
  }
  return packed
}
