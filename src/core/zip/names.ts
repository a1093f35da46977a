/**
 * Names of archive entries, as bytes of unknown encoding, to paths: APPNOTE 4.4.4 (bit 11), 4.6.9 (0x7075) and appendix D, and
 * what tools do instead. TextDecoder is the language's own here: it exists wherever this runs.
 */

import { continueCrc32 } from '../files/crc32'
import { isLitter } from '../files/litter'
import type { Steps } from '../files/steps'
import { fold } from '../text/filename'
import { viewOf } from './end'

export interface RawName {
  bytes: Uint8Array
  /** Whether the entry says so of itself (bit 11). */
  isUtf8: boolean
  /** The extra fields of the entry (4.5.1). */
  extra: Uint8Array
  /** Whether Linux or macOS named it, where a backslash is a character like any other. */
  isUnix: boolean
}

interface DecodedName {
  /** `/`-separated; bytes that fit no encoding became U+FFFD. */
  path: string
  /** Whether the bytes leave no other reading: else the contents have to say which file it is. */
  isCertain: boolean
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
const gb18030 = new TextDecoder('gb18030')

/** One component of a path and what its bytes may be. */
interface Part {
  bytes: Uint8Array
  /**
   * `either`: UTF-8 of Latin, Greek or Cyrillic letters that reads as Chinese in GBK too: 目录 in GBK is UTF-8 for `Ŀ¼`.
   * `damaged`: UTF-8 but for a few bytes, as where a name was cut within a character.
   */
  kind: 'ascii' | 'utf8' | 'gbk' | 'either' | 'damaged' | 'neither'
}

/**
 * The paths of one archive's entries, in order. Each component is decoded by itself, as UTF-8 where its bytes are that and
 * else as GB18030; where both fit, the other components of the path decide, then those of the archive.
 */
export function* decodeNames(names: readonly RawName[]): Steps<DecodedName[]> {
  // A tool that marks one GBK name as UTF-8 marks all of them.
  let isFlagHonest = true
  for (const { isUtf8, bytes } of names) {
    yield
    if (isUtf8 && !isValidUtf8(bytes)) isFlagHonest = false
  }
  const split: (string | Part[])[] = []
  let ofArchive = 0
  for (const name of names) {
    yield
    const said = name.isUtf8 && isFlagHonest ? utf8.decode(name.bytes) : unicodePath(name)
    const parts = said ?? splitParts(name.bytes)
    split.push(parts)
    if (typeof parts !== 'string') ofArchive += leaning(parts)
  }
  const decoded: DecodedName[] = []
  for (const [i, parts] of split.entries()) {
    yield
    const isUnix = names[i]?.isUnix ?? false
    if (typeof parts === 'string') {
      decoded.push({ path: slashed(parts, isUnix), isCertain: true })
      continue
    }
    const isGbk = (leaning(parts) || ofArchive) < 0
    const path = parts.map(part => decodePart(part, isGbk)).join('/')
    const isCertain = parts.every(({ kind }) => kind === 'ascii' || kind === 'utf8')
    decoded.push({ path: slashed(path, isUnix), isCertain })
  }
  return decoded
}

/** Above 0 where more components are surely UTF-8 than GBK, below 0 where fewer are. */
function leaning(parts: readonly Part[]): number {
  let sum = 0
  for (const { kind } of parts) sum += kind === 'utf8' ? 1 : kind === 'gbk' ? -1 : 0
  return sum
}

/** No second byte of a GBK character is a slash; some are a backslash. */
function splitParts(bytes: Uint8Array): Part[] {
  const parts: Part[] = []
  let start = 0
  for (let end = bytes.indexOf(0x2f); end >= 0; end = bytes.indexOf(0x2f, start)) {
    parts.push(partOf(bytes.subarray(start, end)))
    start = end + 1
  }
  parts.push(partOf(bytes.subarray(start)))
  return parts
}

function partOf(bytes: Uint8Array): Part {
  if (bytes.every(byte => byte < 0x80)) return { bytes, kind: 'ascii' }
  const isUtf8 = isValidUtf8(bytes)
  // Chinese text has three bytes a character in UTF-8, and GBK text hardly ever forms such sequences.
  if (isUtf8 && bytes.some(byte => byte >= 0xe0)) return { bytes, kind: 'utf8' }
  if (!isUtf8 && isMostlyUtf8(utf8.decode(bytes))) return { bytes, kind: 'damaged' }
  const isGbk = !gb18030.decode(bytes).includes('\ufffd')
  return { bytes, kind: isUtf8 ? (isGbk ? 'either' : 'utf8') : isGbk ? 'gbk' : 'neither' }
}

/** Whether there are twice as many characters of three bytes and more as there are bytes that fit nowhere: GBK has none. */
function isMostlyUtf8(decoded: string): boolean {
  let [wide, unfit] = [0, 0]
  for (const character of decoded) {
    if (character === '\ufffd') unfit += 1
    else if (character >= '\u0800') wide += 1
  }
  return wide >= 2 * unfit
}

function decodePart({ bytes, kind }: Part, isGbk: boolean): string {
  if (kind === 'gbk') return gb18030.decode(bytes)
  return (kind === 'either' || kind === 'neither') && isGbk ? gb18030.decode(bytes) : utf8.decode(bytes)
}

/**
 * Old Windows tools separate with backslashes (4.4.17.1); only decoded text tells them from halves of a character. Where there
 * are slashes too, a name from Linux means a backslash when it has one.
 */
function slashed(path: string, isUnix: boolean): string {
  return isUnix && path.includes('/') ? path : path.replace(/\\/g, '/')
}

/** Whether the bytes are UTF-8: a fatal TextDecoder throws, which costs 10 µs for each name that isn't. */
function isValidUtf8(bytes: Uint8Array): boolean {
  let left = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number
    if (left > 0) {
      if ((byte & 0xc0) !== 0x80) return false
      left -= 1
    } else if (byte >= 0xf5 || byte === 0xc0 || byte === 0xc1) return false
    else if (byte >= 0xf0) left = 3
    else if (byte >= 0xe0) left = 2
    else if (byte >= 0xc2) left = 1
    else if (byte >= 0x80) return false
  }
  // What is longer than it need be, or a surrogate, passes the counting; the decoder replaces it.
  return left === 0 && !utf8.decode(bytes).includes('\ufffd')
}

/**
 * The same path without what harms nobody: empty and `.` components, which Windows' own tar and some libraries write, and one
 * slash at its beginning. Two at the beginning are a Windows server's name and stay.
 */
export function tidyPath(path: string): string {
  if (path.startsWith('//')) return path
  const isFolder = /(^|\/)\.?$/.test(path)
  const tidied = path
    .split('/')
    .filter(part => part !== '' && part !== '.')
    .join('/')
  return isFolder && tidied !== '' ? `${tidied}/` : tidied
}

/** Of a path inside an archive, in UTF-16 units. */
const longestPath = 1024

/** Whether a path stays inside the folder it is unpacked to, and every system can have it; macOS writes `Icon\r`. */
export function isSafePath(path: string): boolean {
  const written = isLitter(path) ? path.replace(/\r$/, '') : path
  if (path === '' || path.length > longestPath || /\p{Cc}/u.test(written) || /^[a-z]:/i.test(path))
    return false
  if (path.startsWith('\\')) return false
  return path.split('/').every(part => part !== '' && part !== '.' && !/(^|\\)\.\.(\\|$)/.test(part))
}

type PathProblem =
  | { code: 'duplicate-path'; path: string }
  | { code: 'clashing-paths'; path: string; other: string }

/** Hears all paths of one place: tells of one that was there, or is the same file as another on Windows or macOS. */
export function watchPaths(): (path: string) => PathProblem | null {
  const paths = new Set<string>()
  const folded = new Map<string, string>()
  return path => {
    if (paths.has(path)) return { code: 'duplicate-path', path }
    paths.add(path)
    const key = fold(path)
    const other = folded.get(key)
    if (other !== undefined) return { code: 'clashing-paths', path, other }
    folded.set(key, path)
    return null
  }
}

/** Info-ZIP's Unicode path (4.6.9): version 1, CRC-32 of the name it stands for, UTF-8. Stale when the CRC differs. */
function unicodePath({ bytes, extra }: RawName): string | undefined {
  const field = findExtra(extra, 0x7075)
  if (!field || field.length < 5 || field[0] !== 1) return undefined
  if (viewOf(field).getUint32(1, true) !== continueCrc32(0, bytes)) return undefined
  return utf8.decode(field.subarray(5))
}

/** The data of the first whole extra field with this id (4.5.1). */
export function findExtra(extra: Uint8Array, id: number): Uint8Array | undefined {
  const view = viewOf(extra)
  for (let at = 0; at + 4 <= extra.length; ) {
    const end = at + 4 + view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === id && end <= extra.length) return extra.subarray(at + 4, end)
    at = end
  }
  return undefined
}
