/**
 * Reads what a ZIP tells of its entries, out of bytes that anybody may have written (APPNOTE 6.3): the central directory,
 * then one local header at a time. Out come entries that lie inside the file and apart from each other, and a problem for
 * whatever doesn't. No length is believed before it was held against the bytes there are; time is linear in those bytes,
 * one sort apart.
 */
import type { ClosedContainer } from './container'
import { type ArchiveEnd, type EndProblem, getUint64, viewOf } from './end'
import { decodeNames, findExtra, isSafePath, type RawName, tidyPath, watchPaths } from './names'

/** A file in the archive. Folders have no entry: paths say where they are. */
export interface ArchiveEntry {
  /** `/`-separated, safe to use as a path below some folder, NFC or not as it was written. */
  path: string
  /** Of the local header, in the file. */
  offset: number
  /** Where something else begins: header and data end here at the latest. */
  limit: number
  size: number
  packedSize: number
  /** As the archive says it, unchecked; null where it says none (tar). */
  crc32: number | null
  isStored: boolean
  /** Says that its name is UTF-8, or has only ASCII. */
  isUtf8Name: boolean
  /** Whether the name's bytes leave no other reading; else the contents have to say which file it is. */
  isCertainName: boolean
}

/** Of the whole: there are no entries. */
type FatalProblem =
  | EndProblem
  | { code: 'not-a-zip'; found: 'nothing' | 'other' | ClosedContainer }
  | { code: 'too-many-entries'; most: number }
  | { code: 'too-large'; size: number; most: number }

/**
 * Of one entry: it can't be opened, the others can. `lying-size`: header and directory disagree, or the data does with
 * them. `no-room`: the browser has no memory to unpack it into. Of several entries with one path the first stays.
 */
export type EntryProblem =
  | {
      code:
        | 'unsafe-path'
        | 'duplicate-path'
        | 'encrypted'
        | 'lying-size'
        | 'overlapping-entries'
        | 'damaged-entry'
        | 'no-room'
      path: string
    }
  | { code: 'unsupported-method'; path: string; method: number }
  | { code: 'oversized-entry'; path: string; size: number; most: number }
  | { code: 'bomb'; path: string; size: number; packedSize: number }

/** Of very many entries the same problem, told once for those that are not told one by one; `path` is the first of them. */
export type ManyProblem = { code: 'many-entries'; problem: EntryProblem['code']; count: number; path: string }

/** What lies in the file beside what was read. */
type MoreProblem =
  /** Another archive before the one that was read. */
  | { code: 'more-archives' }
  /** A tar that ends within a file, or has no header where one should be: what comes behind it is not read. */
  | { code: 'cut-tar'; path: string }

/** Odd, but nothing is lost: clashing paths share one file when unpacked on Windows or macOS. */
type Notice =
  | { code: 'prepended-bytes' | 'appended-bytes'; bytes: number }
  | { code: 'cut-comment' }
  | { code: 'joined-archives'; count: number }
  /** Written as `./a`, `a//b` or `/a`, read as `a/b`; `path` is the first as it is written. */
  | { code: 'odd-paths'; count: number; path: string }
  | { code: 'clashing-paths'; path: string; other: string }

export type ArchiveProblem = FatalProblem | EntryProblem | ManyProblem | MoreProblem | Notice

export const headerSize = 30
const recordSize = 46

const mostEntries = 0xffff
/** A deflated entry is held in memory while it is inflated, and a 32-bit browser has 2 GB of it. */
const mostInflated = 1024 * 1024 * 1024
/** Texts reach 1:20, empty tables and scans 1:100; DEFLATE itself ends at 1:1032. */
const mostRatio = 200
const smallEnough = 10 * 1024 * 1024

/** The entries of the directory in `bytes`, in its order, and what is wrong with it; sizes add up to `mostBytes` at most. */
export function parseDirectory(
  bytes: Uint8Array,
  end: ArchiveEnd,
  mostBytes: number,
): { entries: ArchiveEntry[]; problems: ArchiveProblem[] } {
  const records = parseRecords(bytes, end)
  if ('code' in records) return { entries: [], problems: [records] }
  setLimits(records, end.start)
  const list = createEntryList()
  for (const [i, { path, isCertain }] of decodeNames(records).entries()) {
    const record = records[i] as DirectoryRecord
    const { offset, limit, size, packedSize, crc32 } = record
    const isUtf8Name = record.isUtf8 || record.bytes.every(byte => byte < 0x80)
    const facts = { offset, limit, size, packedSize, crc32, isStored: record.method === 0, isUtf8Name }
    list.add(path, { ...facts, isCertainName: isCertain }, tidied => findProblem(record, tidied, end.start))
  }
  return list.finish(mostBytes)
}

/** Of one kind of problem this many entries are told one by one; encrypted ones all together, since all are as a rule. */
const mostAlike = 20

export interface EntryList {
  /** Takes an entry as it is named. Folders and what has a problem are no entries. */
  add(
    path: string,
    facts: Omit<ArchiveEntry, 'path'>,
    findOwn?: (path: string) => EntryProblem | undefined,
  ): void
  finish(mostBytes: number): { entries: ArchiveEntry[]; problems: ArchiveProblem[] }
}

/** Collects the entries of one archive, whatever its format: tidies and watches their paths, and counts what is wrong. */
export function createEntryList(): EntryList {
  const entries: ArchiveEntry[] = []
  const problems: ArchiveProblem[] = []
  const watch = watchPaths()
  const many = new Map<EntryProblem['code'], ManyProblem>()
  const times = new Map<EntryProblem['code'], number>()
  let odd: (Notice & { code: 'odd-paths' }) | undefined
  let bytes = 0
  const report = (problem: EntryProblem) => {
    const { code, path } = problem
    const time = (times.get(code) ?? 0) + 1
    times.set(code, time)
    const known = many.get(code)
    if (known) known.count += 1
    else if (time > mostAlike || code === 'encrypted') {
      const first: ManyProblem = { code: 'many-entries', problem: code, count: 1, path }
      many.set(code, first)
      problems.push(first)
    } else problems.push(problem)
  }
  return {
    add(written, facts, findOwn) {
      const path = tidyPath(written)
      const isFolder = (path === '' || path.endsWith('/')) && facts.size === 0
      if (isFolder && path === '') return
      if (!isSafePath(isFolder ? path.slice(0, -1) : path)) return report({ code: 'unsafe-path', path })
      const problem = findOwn?.(path)
      if (problem) report(problem)
      if (problem || isFolder) return
      if (path !== written) {
        odd ??= { code: 'odd-paths', count: 0, path: written }
        odd.count += 1
      }
      const taken = watch(path)
      if (taken?.code === 'duplicate-path') return report(taken)
      if (taken) problems.push(taken)
      bytes += facts.size
      entries.push({ path, ...facts })
    },
    finish(mostBytes) {
      if (bytes > mostBytes)
        return { entries: [], problems: [{ code: 'too-large', size: bytes, most: mostBytes }] }
      const told = problems.map(problem =>
        problem.code === 'many-entries' && problem.problem === 'encrypted' && problem.count === 1
          ? ({ code: 'encrypted', path: problem.path } as const)
          : problem,
      )
      return { entries, problems: odd ? [...told, odd] : told }
    },
  }
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
