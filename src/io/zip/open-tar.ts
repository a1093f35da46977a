/**
 * Opens a tar of any size by its headers alone: a file in it is a slice of the archive. Reads what v7, ustar, pax and GNU tar
 * write; links, devices and sparse files hold no bytes that could be read here and are left out.
 */
import { type ArchiveEntry, createEntryList } from '../../core/zip/entries'
import { decodeNames, type RawName } from '../../core/zip/names'
import {
  blockSize,
  isEmptyBlock,
  isTarHeader,
  type PaxFacts,
  rawName,
  readPax,
  readTarHeader,
  type TarHeader,
} from '../../core/zip/tar'
import { runInSlices } from '../files/in-slices'
import { read } from './find-zips'
import { type Archive, mostBytes } from './open-zip'

/** As many entries as a ZIP can have. */
const mostEntries = 0xffff
/** A long name or a pax header; paths have 1,024 characters at most. */
const longestName = 64 * 1024
/** Headers of small files that lie together are read together. */
const windowSize = 256 * 1024

interface TarFile {
  name: RawName
  offset: number
  size: number
}

/** @throws only the platform's error when the file can't be read */
export async function openTar(blob: Blob): Promise<Archive> {
  const { files, cut } = await readHeaders(blob)
  const list = createEntryList()
  const names = await runInSlices(decodeNames(files.map(({ name }) => name)))
  for (const [i, { path, isCertain }] of names.entries()) {
    const { offset, size } = files[i] as TarFile
    const place = { offset, limit: offset + size, size, packedSize: size, crc32: null }
    list.add(path, { ...place, isStored: true, isUtf8Name: true, isCertainName: isCertain })
  }
  const { entries, problems } = list.finish(mostBytes)
  const first = entries[entries.length - 1]?.path ?? ''
  if (cut === 'too-many') problems.push({ code: 'too-many-entries', most: mostEntries })
  else if (cut) problems.push({ code: 'cut-tar', path: first })
  const open = async ({ offset, size }: ArchiveEntry) => blob.slice(offset, offset + size)
  const openStart = async ({ offset, size }: ArchiveEntry, length: number) =>
    blob.slice(offset, offset + Math.min(size, length))
  return { entries, problems, open, openStart, openPacked: open }
}

/** Every file the headers tell of that lies whole in the archive; `cut`: why the reading ended before the archive's end. */
async function readHeaders(blob: Blob): Promise<{ files: TarFile[]; cut: boolean | 'too-many' }> {
  const files: TarFile[] = []
  const readBlock = blockReader(blob)
  let longName: Uint8Array | undefined
  let pax: PaxFacts = {}
  for (let at = 0; at + blockSize <= blob.size; ) {
    const block = await readBlock(at)
    if (isEmptyBlock(block)) return { files, cut: false }
    if (!isTarHeader(block)) return { files, cut: true }
    const header: TarHeader = readTarHeader(block)
    const start = at + blockSize
    const size = header.kind === 'file' ? (pax.size ?? header.size) : header.size
    if (!Number.isSafeInteger(size) || start + size > blob.size) return { files, cut: true }
    if (header.kind === 'gnu-name' || header.kind === 'pax') {
      const bytes = await read(blob, start, start + Math.min(size, longestName))
      if (header.kind === 'pax') pax = readPax(bytes)
      else longName = bytes
    } else {
      const said = pax.path ?? longName
      if (header.kind === 'file')
        files.push({ name: said ? rawName(said) : header.name, offset: start, size })
      if (files.length > mostEntries) return { files: [], cut: 'too-many' }
      pax = {}
      longName = undefined
    }
    at = start + Math.ceil(size / blockSize) * blockSize
  }
  return { files, cut: false }
}

function blockReader(blob: Blob): (at: number) => Promise<Uint8Array> {
  let windowStart = 0
  let window: Uint8Array = new Uint8Array()
  return async at => {
    if (at < windowStart || at + blockSize > windowStart + window.length) {
      windowStart = at
      window = await read(blob, at, at + windowSize)
    }
    return window.subarray(at - windowStart, at - windowStart + blockSize)
  }
}
