/** Finds the central directories of the ZIPs in a file by their end records, whatever lies before, between or behind them. */

/** An end record (4.3.16), with its ZIP64 record (4.3.14) where it needs one, checked against the file. */
export interface ArchiveEnd {
  /** Of the directory, in the file. */
  start: number
  size: number
  entries: number
  /** Where the archive begins in the file, which its offsets don't count. */
  prepended: number
  /** Bytes behind the archive and its comment. */
  appended: number
  /** Whether the record tells of a comment that is longer than the file. */
  isCommentCut: boolean
}

/** Why there is no directory to read. `truncated`: bytes are missing, at the end as a rule. `zip64`: above 4 GiB. */
export type EndProblem = { code: 'truncated' | 'split-archive' | 'zip64' | 'bad-directory' }

const endSize = 22
/** ZIP64's own end record without extensions and its locator (4.3.14, 4.3.15), between directory and end record. */
const wideRecordSize = 56
const locatorSize = 20
/** How much of a file's end holds the end record behind it the longest comment. */
export const tailSize = wideRecordSize + locatorSize + endSize + 0xffff
/** 65,535 entries with paths of some 900 bytes. */
const mostDirectory = 64 * 1024 * 1024

const endSignature = 0x06054b50
const directorySignature = 0x02014b50
const localSignature = 0x04034b50

/** Where the ZIP begins and its directory lies, as far as the end record alone can say. */
type EndCandidate = ArchiveEnd | EndProblem

/**
 * The end records in `bytes`, the last first. `bytes` are those of the file from `start` on; the file, or the part of it that
 * is looked at, ends at `limit`. A record found in the data of an attachment is among them: see `isEndOf`.
 */
export function* findEnds(bytes: Uint8Array, start: number, limit: number): Generator<EndCandidate> {
  const view = viewOf(bytes)
  for (let at = bytes.lastIndexOf(0x50); at >= 0; at = at > 0 ? bytes.lastIndexOf(0x50, at - 1) : -1) {
    if (at + endSize > bytes.length || view.getUint32(at, true) !== endSignature) continue
    const found = readEnd(view, at, start, limit)
    if (found) yield found
  }
}

function readEnd(view: DataView, at: number, fileStart: number, limit: number): EndCandidate | null {
  const [disk, directoryDisk, entriesHere, narrowEntries] = [4, 6, 8, 10].map(field =>
    view.getUint16(at + field, true),
  ) as [number, number, number, number]
  const [narrowSize, narrowOffset] = [view.getUint32(at + 12, true), view.getUint32(at + 16, true)]
  const behind = limit - fileStart - at - endSize - view.getUint16(at + 20, true)
  const wide = findWideEnd(view, at)
  // Only values that don't fit are to be taken from the ZIP64 record (4.4.1.4); `zip -fz` writes one for fewer.
  const of = (narrow: number, full: number, value: number | undefined) =>
    narrow === full && value !== undefined ? value : narrow
  const entries = of(narrowEntries, 0xffff, wide?.entries)
  const size = of(narrowSize, 0xffffffff, wide?.size)
  const offset = of(narrowOffset, 0xffffffff, wide?.offset)
  if (entries > 0xffff || size >= 0xffffffff || offset >= 0xffffffff) return { code: 'zip64' }
  const isHere = (number: number) => number === 0 || (number === 0xffff && wide !== null)
  if (!isHere(disk) || !isHere(directoryDisk) || of(entriesHere, 0xffff, wide?.entries) !== entries)
    return behind === 0 ? { code: 'split-archive' } : null
  const start = fileStart + (wide?.at ?? at) - size
  const prepended = start - offset
  if (prepended < 0) return { code: 'truncated' }
  if (size > mostDirectory) return { code: 'bad-directory' }
  return { start, size, entries, prepended, appended: Math.max(0, behind), isCommentCut: behind < 0 }
}

/** The ZIP64 record, which its locator right before the end record announces; null without one. */
function findWideEnd(
  view: DataView,
  end: number,
): { at: number; entries: number; size: number; offset: number } | null {
  const locator = end - locatorSize
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return null
  // The record may have grown by data of its own (4.3.14.2), which nobody is known to write: it begins a fixed way before.
  const at = locator - wideRecordSize
  if (at < 0 || view.getUint32(at, true) !== 0x06064b50) return null
  return {
    at,
    entries: getUint64(view, at + 32),
    size: getUint64(view, at + 40),
    offset: getUint64(view, at + 48),
  }
}

/** Whether the record is of a ZIP: `directory` are the first bytes where it says its directory lies, `first` where it begins. */
export function isEndOf(
  { entries, size, prepended }: ArchiveEnd,
  directory: Uint8Array,
  first: Uint8Array,
): boolean {
  if (entries === 0 && size === 0) return true
  const begins = (bytes: Uint8Array, signature: number) =>
    bytes.length >= 4 && viewOf(bytes).getUint32(0, true) === signature
  // Offsets that count from the file's own beginning are sign enough: its first entry may be the damaged one.
  return begins(directory, directorySignature) && (prepended === 0 || begins(first, localSignature))
}

/** A number of 64 bits; those above 2^53 are not exact, and larger than anything they are held against. */
export function getUint64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32
}

/** Numbers in `bytes`, which must be checked against `bytes.length` first. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
