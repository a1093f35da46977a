/**
 * Packs a ZIP at the cost of its directory. JSZip lays out the archive with every attachment as an empty STORE entry;
 * then each attachment's size and CRC-32, known since it was added, go into its two headers (APPNOTE 4.3.7, 4.3.12), the
 * offsets behind it are shifted, and the result is a Blob of references. No byte of an attachment is read here.
 *
 * Loaded on demand (`import()`), so it must not import anything with state.
 */
import JSZip from 'jszip'

/**
 * An empty folder; a text, deflated; small bytes that are packed already, stored; or an attachment, stored by reference.
 * Paths are `/`-separated, without a leading slash.
 */
export type ZipEntry =
  | { path: string; isFolder: true }
  | { path: string; text: string }
  | { path: string; bytes: Uint8Array<ArrayBuffer> }
  | { path: string; blob: Blob; crc32: number }

/** 4 GiB less one byte, and 65,535 entries: beyond them an archive needs ZIP64, which Windows 7's Explorer can't read. */
const mostBytes = 0xffffffff
const mostEntries = 0xffff

/** More than one archive can hold. */
export class ArchiveTooLargeError extends Error {
  override name = 'ArchiveTooLargeError'
  constructor(bytes: number, entries: number) {
    super(`Cannot pack archive: ${entries} entries, ${bytes} bytes`)
  }
}

/**
 * The archive, entries in the given order. `date` is written as it reads in UTC: shift it to the zone people live in.
 * @throws ArchiveTooLargeError
 */
export async function packZip(entries: readonly ZipEntry[], date: Date): Promise<Blob> {
  const added = entries.reduce((sum, entry) => sum + ('blob' in entry ? entry.blob.size : 0), 0)
  if (entries.length > mostEntries || added > mostBytes) throw new ArchiveTooLargeError(added, entries.length)
  const zip = new JSZip()
  for (const entry of entries) {
    const content = 'text' in entry ? entry.text : 'bytes' in entry ? entry.bytes : ''
    const compression = 'text' in entry ? 'DEFLATE' : 'STORE'
    const dir = 'isFolder' in entry
    zip.file(entry.path, content, { date, createFolders: false, compression, dir })
  }
  const layout = await zip.generateAsync({ type: 'uint8array', platform: 'DOS' })
  if (layout.length + added > mostBytes) throw new ArchiveTooLargeError(layout.length + added, entries.length)
  return new Blob(fillIn(layout as Uint8Array<ArrayBuffer>, entries), { type: 'application/zip' })
}

/** Headers of `layout` and attachments by turns; patches `layout` in place. */
function fillIn(layout: Uint8Array<ArrayBuffer>, entries: readonly ZipEntry[]): BlobPart[] {
  const view = new DataView(layout.buffer, layout.byteOffset, layout.byteLength)
  // JSZip writes no archive comment: the end record (4.3.16) is the last 22 bytes.
  const end = layout.length - 22
  const directory = view.getUint32(end + 16, true)
  if (view.getUint16(end + 10, true) !== entries.length) {
    throw new Error(
      `Cannot pack archive: ${entries.length} entries given, layout has ${view.getUint16(end + 10, true)}`,
    )
  }
  const parts: BlobPart[] = []
  let header = directory
  let written = 0
  let shift = 0
  for (const entry of entries) {
    const local = view.getUint32(header + 42, true)
    view.setUint32(header + 42, local + shift, true)
    if ('blob' in entry) {
      setSizes(view, local + 14, entry.crc32, entry.blob.size)
      setSizes(view, header + 16, entry.crc32, entry.blob.size)
      const data = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
      parts.push(layout.subarray(written, data), entry.blob)
      written = data
      shift += entry.blob.size
    }
    header +=
      46 +
      view.getUint16(header + 28, true) +
      view.getUint16(header + 30, true) +
      view.getUint16(header + 32, true)
  }
  view.setUint32(end + 16, directory + shift, true)
  parts.push(layout.subarray(written))
  return parts
}

/** CRC-32, compressed and uncompressed size stand together in both headers. */
function setSizes(view: DataView, at: number, crc32: number, size: number): void {
  view.setUint32(at, crc32, true)
  view.setUint32(at + 4, size, true)
  view.setUint32(at + 8, size, true)
}
