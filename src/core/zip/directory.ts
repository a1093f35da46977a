/**
 * Reads what a ZIP tells of its entries, out of bytes that anybody may have written (APPNOTE 6.3): the central directory,
 * then one local header at a time. Out come entries that lie inside the file and apart from each other, and a problem for
 * whatever doesn't. No length is believed before it was held against the bytes there are; time is linear in those bytes,
 * one sort apart.
 */
import type { Steps } from '../files/steps'
import { type ArchiveEnd, getUint64, viewOf } from './end'
import {
  type ArchiveEntry,
  type ArchiveProblem,
  createEntryList,
  type EntryProblem,
  type FatalProblem,
} from './entries'
import { decodeNames, findExtra, type RawName } from './names'

export const headerSize = 30
const recordSize = 46

const mostEntries = 0xffff
/** A deflated entry is held in memory while it is inflated, and a 32-bit browser has 2 GB of it. */
const mostInflated = 1024 * 1024 * 1024
/** Texts reach 1:20, empty tables and scans 1:100; DEFLATE itself ends at 1:1032. */
const mostRatio = 200
const smallEnough = 10 * 1024 * 1024

/** The entries of the directory in `bytes`, in its order, and what is wrong with it; sizes add up to `mostBytes` at most. */
export function* parseDirectory(
  bytes: Uint8Array,
  end: ArchiveEnd,
  mostBytes: number,
): Steps<{ entries: ArchiveEntry[]; problems: ArchiveProblem[] }> {
  const records = parseRecords(bytes, end)
  if ('code' in records) return { entries: [], problems: [records] }
  setLimits(records, end.start)
  const list = createEntryList()
  for (const [i, { path, isCertain }] of (yield* decodeNames(records)).entries()) {
    yield
    const record = records[i] as DirectoryRecord
    const { offset, limit, size, packedSize, crc32 } = record
    const isUtf8Name = record.isUtf8 || record.bytes.every(byte => byte < 0x80)
    const facts = { offset, limit, size, packedSize, crc32, isStored: record.method === 0, isUtf8Name }
    list.add(path, { ...facts, isCertainName: isCertain }, tidied => findProblem(record, tidied, end.start))
  }
  return list.finish(mostBytes)
}

/** Where the entry's data begins in the file, by its local header (4.3.7): the first `headerSize` bytes at its offset. */
export function findData(header: Uint8Array, entry: ArchiveEntry): number | EntryProblem {
  const { path, offset, limit, size, packedSize, isStored } = entry
  const view = viewOf(header)
  if (header.length < headerSize || view.getUint32(0, true) !== 0x04034b50)
    return { code: 'damaged-entry', path }
  const flags = view.getUint16(6, true)
  if (flags & isEncrypted) return { code: 'encrypted', path }
  if (view.getUint16(8, true) !== (isStored ? 0 : 8)) return { code: 'damaged-entry', path }
  // Zero: written behind the data (4.4.4, bit 3). All ones: in an extra field, whose place was kept (4.5.3).
  const agrees = (told: number, declared: number) =>
    told === declared || told === 0xffffffff || (told === 0 && (flags & isStreamed) !== 0)
  const start = offset + headerSize + view.getUint16(26, true) + view.getUint16(28, true)
  const isHonest =
    agrees(view.getUint32(18, true), packedSize) &&
    agrees(view.getUint32(22, true), size) &&
    start + packedSize <= limit
  return isHonest ? start : { code: 'lying-size', path }
}

/** Bits of the general purpose flag (4.4.4). */
const isEncrypted = 1
const isStreamed = 1 << 3
const isUtf8 = 1 << 11

/** Unix and macOS, by 4.4.2.2. */
const unixHosts = [3, 19]

interface DirectoryRecord extends RawName {
  method: number
  flags: number
  crc32: number
  packedSize: number
  size: number
  offset: number
  limit: number
}

/** The records (4.3.12) that fill `bytes` exactly, as many as declared. */
function parseRecords(bytes: Uint8Array, end: ArchiveEnd): DirectoryRecord[] | FatalProblem {
  const view = viewOf(bytes)
  const records: DirectoryRecord[] = []
  let at = 0
  while (at + recordSize <= bytes.length && view.getUint32(at, true) === 0x02014b50) {
    // Writers without ZIP64 declare their number modulo 65,536.
    if (records.length === mostEntries) return { code: 'too-many-entries', most: mostEntries }
    const extra = at + recordSize + view.getUint16(at + 28, true)
    const comment = extra + view.getUint16(at + 30, true)
    const next = comment + view.getUint16(at + 32, true)
    const flags = view.getUint16(at + 8, true)
    const fields = bytes.subarray(extra, Math.max(extra, comment))
    const { packedSize, size, offset } = readPlace(view, at, fields)
    records.push({
      bytes: bytes.subarray(at + recordSize, extra),
      extra: fields,
      isUtf8: (flags & isUtf8) !== 0,
      isUnix: unixHosts.includes(bytes[at + 5] as number),
      flags,
      method: view.getUint16(at + 10, true),
      crc32: view.getUint32(at + 16, true),
      packedSize,
      size,
      offset: offset + end.prepended,
      limit: 0,
    })
    at = next
  }
  // A length that reaches too far ends the loop, and `at` lies beyond the end.
  return at === bytes.length && records.length === end.entries ? records : { code: 'bad-directory' }
}

/** Sizes and offset of a record; those that are all ones stand in its ZIP64 field, in this order (4.5.3). */
function readPlace(
  view: DataView,
  at: number,
  fields: Uint8Array,
): { size: number; packedSize: number; offset: number } {
  const wide = findExtra(fields, 1)
  let next = 0
  const read = (field: number) => {
    const value = view.getUint32(at + field, true)
    if (value !== 0xffffffff || !wide || next + 8 > wide.length) return value
    next += 8
    return getUint64(viewOf(wide), next - 8)
  }
  const size = read(24)
  const packedSize = read(20)
  return { size, packedSize, offset: read(42) }
}

/** Each record may reach up to the next one's offset; of several with the same offset only the first has any room. */
function setLimits(records: readonly DirectoryRecord[], directory: number): void {
  const inOrder = [...records].sort((a, b) => a.offset - b.offset)
  let limit = directory
  for (let i = inOrder.length - 1; i >= 0; i--) {
    const record = inOrder[i] as DirectoryRecord
    const isFirst = inOrder[i - 1]?.offset !== record.offset
    record.limit = isFirst ? limit : record.offset
    if (isFirst) limit = Math.min(record.offset, directory)
  }
}

function findProblem(record: DirectoryRecord, path: string, directory: number): EntryProblem | undefined {
  const { method, size, packedSize } = record
  if (record.flags & isEncrypted) return { code: 'encrypted', path }
  if (method !== 0 && method !== 8) return { code: 'unsupported-method', path, method }
  // The local header repeats the name; its extra fields are only known once it is read.
  const end = record.offset + headerSize + record.bytes.length + packedSize
  if (end > directory || (method === 0 && size !== packedSize)) return { code: 'lying-size', path }
  if (end > record.limit) return { code: 'overlapping-entries', path }
  if (size > smallEnough && size > packedSize * mostRatio) return { code: 'bomb', path, size, packedSize }
  if (method === 8 && size > mostInflated) return { code: 'oversized-entry', path, size, most: mostInflated }
  return undefined
}
