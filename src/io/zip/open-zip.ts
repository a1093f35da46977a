/**
 * Opens a ZIP of any size without reading it: the end of the file, the directory, and per opened entry its local header.
 * A STORED entry is a slice of the file. A DEFLATEd one (somebody packed the bundle again) goes through JSZip as an archive
 * of its own, one at a time, and never grows beyond what it declared. Bytes aren't checked against the CRC-32: SHA-256 is.
 *
 * Loaded on demand (`import()`), so it must not import anything with state.
 */
import JSZip from 'jszip'
import { type Container, headSize, isClosed, recognizeContainer } from '../../core/zip/container'
import { findData, headerSize, parseDirectory } from '../../core/zip/directory'
import type { ArchiveEnd } from '../../core/zip/end'
import type { ArchiveEntry, ArchiveProblem, EntryProblem } from '../../core/zip/entries'
import { writeEnd, writeHeaders } from '../../core/zip/headers'
import { runInSlices } from '../files/in-slices'
import { findZips, read } from './find-zips'

export interface Archive {
  entries: ArchiveEntry[]
  problems: ArchiveProblem[]
  /** The entry's bytes, exactly `entry.size`. @throws ArchiveEntryError; the platform's error when the file can't be read */
  open(entry: ArchiveEntry): Promise<Blob>
  /** Its first `length` bytes, or all where there are fewer; what lies behind them is not read. Throws like `open`. */
  openStart(entry: ArchiveEntry, length: number): Promise<Blob>
  /** The entry's bytes as they lie in the ZIP, a slice of it. Throws like `open`. */
  openPacked(entry: ArchiveEntry): Promise<Blob>
}

/** An entry that can't be opened: its local header lies, or its data is damaged. */
export class ArchiveEntryError extends Error {
  override name = 'ArchiveEntryError'
  constructor(readonly problem: EntryProblem) {
    super(`Cannot open archive entry: ${problem.code}`)
  }
}

/** The problem of an entry that could not be opened, or null for any other error. */
export function entryProblemOf(error: unknown): EntryProblem | null {
  return error instanceof ArchiveEntryError ? error.problem : null
}

/** Most bytes that one file may unpack to: four volumes of the largest kind. */
export const mostBytes = 16 * 1024 ** 3

/** The one ZIP that a file is, as programs write it; of several that were joined the last. @throws as `openZips` */
export async function openArchive(blob: Blob, most = mostBytes): Promise<Archive> {
  const container = recognizeContainer(await read(blob, 0, headSize))
  const { archives, problems } = await openZips(blob, container, most)
  const last = archives[archives.length - 1]
  if (last) return { ...last, problems: [...problems, ...last.problems] }
  const open = () => Promise.reject(new Error('Cannot open entry: there is none'))
  return { entries: [], problems, open, openStart: open, openPacked: open }
}

interface OpenZips {
  archives: Archive[]
  /** Of the file as a whole. */
  problems: ArchiveProblem[]
}

/**
 * What the ZIPs in a file hold, and what is wrong with each and with the file; `container` is what its beginning tells.
 * @throws only the platform's error when the file can't be read
 */
export async function openZips(blob: Blob, container: Container, most = mostBytes): Promise<OpenZips> {
  if (container === 'nothing' || isClosed(container))
    return { archives: [], problems: [{ code: 'not-a-zip', found: container }] }
  const found = await findZips(blob, container)
  // Of a first part only what an attachment is can be found, unless all of the archive is in it.
  const isWhole = found && ('code' in found ? found.code === 'zip64' : (found.ends[0]?.prepended ?? 0) <= 4)
  if (container === 'zip-part' && !isWhole) return { archives: [], problems: [{ code: 'split-archive' }] }
  if (!found || 'code' in found)
    return { archives: [], problems: [found ?? { code: 'not-a-zip', found: 'other' }] }
  const { ends, isMoreBefore } = found
  const problems: ArchiveProblem[] = isMoreBefore ? [{ code: 'more-archives' }] : []
  const before = ends[0]?.prepended ?? 0
  const last = ends[ends.length - 1]
  if (before > 0) problems.push({ code: 'prepended-bytes', bytes: before })
  if (last && last.appended > 0) problems.push(await judgeAppended(blob, last.appended))
  if (last?.isCommentCut) problems.push({ code: 'cut-comment' })
  if (ends.length > 1) problems.push({ code: 'joined-archives', count: ends.length })
  const archives: Archive[] = []
  for (const end of ends) archives.push(await openOne(blob, end, most))
  return { archives, problems }
}

/** Bytes behind an archive are harmless unless they begin as an archive of a kind that is not read here. */
async function judgeAppended(blob: Blob, bytes: number): Promise<ArchiveProblem> {
  const start = blob.size - bytes
  const container = recognizeContainer(await read(blob, start, start + headSize))
  const isHarmless = container === 'other' || container === 'program'
  return isHarmless ? { code: 'appended-bytes', bytes } : { code: 'more-archives' }
}

async function openOne(blob: Blob, end: ArchiveEnd, most: number): Promise<Archive> {
  const bytes = await read(blob, end.start, end.start + end.size)
  const directory = await runInSlices(parseDirectory(bytes, end, most))
  const readHeader = headerReader(blob)
  let last: Promise<unknown> = Promise.resolve()
  // Cut out of the archive once: for each slice Chromium's page waits for another process.
  const slicePacked = async (entry: ArchiveEntry, most: number) => {
    const start = findData(await readHeader(entry), entry)
    if (typeof start !== 'number') throw new ArchiveEntryError(start)
    return blob.slice(start, start + Math.min(most, entry.packedSize))
  }
  const openStart = async (entry: ArchiveEntry, length: number) => {
    if (entry.isStored) return slicePacked(entry, length)
    // DEFLATE makes what it can't pack longer by five bytes in 64 KB at most.
    const packed = await slicePacked(entry, length + (length >> 8) + 64)
    const turn = () => inflate(packed, entry, length)
    const inflated = last.then(turn, turn)
    last = inflated
    return inflated
  }
  const openPacked = (entry: ArchiveEntry) => slicePacked(entry, entry.packedSize)
  return { ...directory, open: entry => openStart(entry, entry.size), openStart, openPacked }
}

/** A read costs a browser 1 ms however short it is: headers of small files that lie together are read together. */
const windowSize = 256 * 1024

function headerReader(blob: Blob): (entry: ArchiveEntry) => Promise<Uint8Array> {
  let windowStart = 0
  // Weakly: the archive stays open as long as the page, and of a city's 480 each window would stay with it.
  let held: WeakRef<Promise<Uint8Array>> | undefined
  return async ({ offset, limit }) => {
    if (limit - offset > windowSize) return read(blob, offset, offset + headerSize)
    let window = held?.deref()
    if (!window || offset < windowStart || offset + headerSize > windowStart + windowSize) {
      windowStart = offset
      window = read(blob, offset, offset + windowSize)
      held = new WeakRef(window)
    }
    const at = offset - windowStart
    return (await window).subarray(at, at + headerSize)
  }
}

/** JSZip documents `internalStream`, its typings leave it out. */
interface Streamable {
  internalStream(type: 'uint8array'): JSZip.JSZipStreamHelper<Uint8Array<ArrayBuffer>>
}

/** Chunks become a Blob at every 4 MB, so that the browser may move them to disk. */
const batchSize = 4 * 1024 * 1024

/** The first `enough` bytes of an entry, of whose data `packed` is all or the beginning. */
async function inflate(packed: Blob, entry: ArchiveEntry, enough: number): Promise<Blob> {
  const { path, size } = entry
  const archive = await wrap(packed, { ...entry, packedSize: packed.size })
    .arrayBuffer()
    .catch(error => {
      // Where there is no memory for it: what the file's own fault is has another name.
      throw error instanceof RangeError ? new ArchiveEntryError({ code: 'no-room', path }) : error
    })
  const file = (await JSZip.loadAsync(archive)).file(onlyName) as unknown as Streamable
  return new Promise((resolve, reject) => {
    const batches: Blob[] = []
    let chunks: Uint8Array<ArrayBuffer>[] = []
    let done = 0
    let batched = 0
    const stream = file.internalStream('uint8array')
    stream
      .on('data', chunk => {
        done += chunk.length
        if (done > size) {
          // 16 KB of input are under way and may still become 16 MB; they end here, chunk by chunk.
          stream.pause()
          chunks = []
          batches.length = 0
          return reject(new ArchiveEntryError({ code: 'lying-size', path }))
        }
        chunks.push(chunk)
        if (enough < size && done >= enough) {
          stream.pause()
          return resolve(new Blob([...batches, ...chunks]).slice(0, enough))
        }
        if (done - batched < batchSize) return
        batches.push(new Blob(chunks))
        chunks = []
        batched = done
      })
      // JSZip says only that the data ended before its size: broken, or cut.
      .on('error', () => reject(new ArchiveEntryError({ code: 'damaged-entry', path })))
      .on('end', () => resolve(new Blob([...batches, ...chunks])))
      .resume()
  })
}

const onlyName = 'f'
const anyDate = new Date('1980-01-01')

/** A ZIP with one DEFLATEd entry: its headers are ours, so only the data is anybody's. */
function wrap(packed: Blob, { size, packedSize, crc32 }: ArchiveEntry): Blob {
  const known = { path: onlyName, date: anyDate, method: 'deflated', size, packedSize } as const
  const facts = { ...known, crc32: crc32 ?? 0 }
  const { local, record } = writeHeaders(facts)
  return new Blob([local, packed, record, writeEnd(1, record.length, local.length + packedSize)])
}
