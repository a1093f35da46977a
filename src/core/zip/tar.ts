/**
 * Headers of a tar archive, as v7, ustar (POSIX.1-1988), pax (POSIX.1-2001) and GNU tar write them: in comes a block of 512
 * bytes that anybody may have written, out goes what it says. A header whose checksum is wrong is none.
 */
import type { RawName } from './names'

export const blockSize = 512

/** The kind of data behind the header: a file, a name too long for a header, or something that is no file. */
type TarKind = 'file' | 'folder' | 'gnu-name' | 'pax' | 'skipped' | 'sparse'

export interface TarHeader {
  kind: TarKind
  name: RawName
  /** Bytes that follow, padded to whole blocks; no number where the header has none that can be read. */
  size: number
}

/** Facts on the next file from a pax header. */
export interface PaxFacts {
  path?: Uint8Array
  size?: number
}

const kinds: Record<string, TarKind> = {
  '0': 'file',
  '\0': 'file',
  '7': 'file',
  '5': 'folder',
  L: 'gnu-name',
  x: 'pax',
  S: 'sparse',
}

/** Whether the block is a header: the sum of its bytes is the one it tells, with the sum's own bytes as spaces. */
export function isTarHeader(block: Uint8Array): boolean {
  if (block.length < blockSize) return false
  let sum = 8 * 0x20
  // Very old writers summed signed bytes.
  let signed = sum
  for (let i = 0; i < blockSize; i++) {
    if (i >= 148 && i < 156) continue
    const byte = block[i] as number
    sum += byte
    signed += byte < 128 ? byte : byte - 256
  }
  const told = readNumber(block.subarray(148, 156))
  return block[0] !== 0 && (told === sum || told === signed)
}

/** Whether the block holds only zeros: two of them end an archive. */
export function isEmptyBlock(block: Uint8Array): boolean {
  return block.every(byte => byte === 0)
}

/** The block must be one by `isTarHeader`. */
export function readTarHeader(block: Uint8Array): TarHeader {
  const name = untilZero(block.subarray(0, 100))
  const isUstar = textOf(block.subarray(257, 262)) === 'ustar'
  // GNU tar ends the magic with two spaces and keeps times where ustar has the prefix.
  const prefix = isUstar && block[262] === 0 ? untilZero(block.subarray(345, 500)) : new Uint8Array()
  const kind = kinds[String.fromCharCode(block[156] as number)] ?? 'skipped'
  const path = prefix.length > 0 ? joinNames(prefix, name) : name
  const isFolder = kind === 'file' && path[path.length - 1] === 0x2f
  return { kind: isFolder ? 'folder' : kind, name: rawName(path), size: readNumber(block.subarray(124, 136)) }
}

/** A name as bytes that say nothing of their encoding. */
export function rawName(bytes: Uint8Array): RawName {
  return { bytes: untilZero(bytes), isUtf8: false, extra: new Uint8Array(), isUnix: true }
}

/** The records of a pax header, each `<length> <key>=<value>\n`; what is none ends the reading. */
export function readPax(bytes: Uint8Array): PaxFacts {
  const facts: PaxFacts = {}
  let at = 0
  while (at < bytes.length) {
    const space = bytes.indexOf(0x20, at)
    const length = space < 0 ? Number.NaN : Number(textOf(bytes.subarray(at, Math.min(space, at + 12))))
    if (!(length > space - at + 1) || at + length > bytes.length) return facts
    const record = bytes.subarray(space + 1, at + length - 1)
    const equals = record.indexOf(0x3d)
    const key = textOf(record.subarray(0, Math.max(0, equals)))
    if (key === 'path') facts.path = record.slice(equals + 1)
    if (key === 'size') facts.size = Number(textOf(record.subarray(equals + 1)))
    at += length
  }
  return facts
}

/** Octal digits, or base 256 behind a set first bit (GNU, for 8 GB and more). */
function readNumber(field: Uint8Array): number {
  if ((field[0] as number) & 0x80)
    return field.reduce((sum, byte, i) => sum * 256 + (i === 0 ? byte & 0x7f : byte), 0)
  const digits = /^[ \0]*([0-7]+)[ \0]*$/.exec(textOf(field))
  return digits ? parseInt(digits[1] as string, 8) : Number.NaN
}

function textOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

function untilZero(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0)
  return end < 0 ? bytes.slice() : bytes.slice(0, end)
}

function joinNames(folder: Uint8Array, name: Uint8Array): Uint8Array {
  const joined = new Uint8Array(folder.length + 1 + name.length)
  joined.set(folder)
  joined[folder.length] = 0x2f
  joined.set(name, folder.length + 1)
  return joined
}
