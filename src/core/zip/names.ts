/**
 * Names of ZIP entries, as bytes of unknown encoding, to paths: APPNOTE 4.4.4 (bit 11), 4.6.9 (0x7075) and appendix D, and what
 * Chinese tools do instead. TextDecoder is the language's own here: it exists wherever this runs.
 */

import { continueCrc32 } from '../files/crc32'
import { fold } from '../text/filename'
import { viewOf } from './end'

export interface RawName {
  bytes: Uint8Array
  isUtf8: boolean
  /** The extra fields of the entry (4.5.1). */
  extra: Uint8Array
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
const strictUtf8 = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true })
const gb18030 = new TextDecoder('gb18030')
const strictGb18030 = new TextDecoder('gb18030', { fatal: true })

/**
 * The paths of one archive's entries, in order, `/`-separated; bytes that fit no encoding become U+FFFD.
 *
 * Names that don't say what they are were all written by one tool, so one that isn't UTF-8 speaks for the others:
 * 目录 in GBK happens to be UTF-8 for `Ŀ¼`.
 */
export function decodeNames(names: readonly RawName[]): string[] {
  const known = names.map(name => (name.isUtf8 ? utf8.decode(name.bytes) : unicodePath(name)))
  const isUtf8 = names.every(
    (name, i) => known[i] !== undefined || decode(strictUtf8, name.bytes) !== undefined,
  )
  // Old Windows tools separate with backslashes (4.4.17.1). Only now: the second byte of a GBK character may be one.
  return names.map((name, i) => (known[i] ?? guess(name.bytes, isUtf8)).replace(/\\/g, '/'))
}

/** Whether a path stays inside the folder it is unpacked to, and every system can have it. */
export function isSafePath(path: string): boolean {
  if (path === '' || path.length > 1024 || /\p{Cc}/u.test(path) || /^[a-z]:/i.test(path)) return false
  return path.split('/').every(part => part !== '' && part !== '.' && part !== '..')
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
    const other = folded.get(fold(path))
    if (other !== undefined) return { code: 'clashing-paths', path, other }
    folded.set(fold(path), path)
    return null
  }
}

function guess(bytes: Uint8Array, isUtf8: boolean): string {
  const decoders = isUtf8 ? [strictUtf8] : [strictGb18030, strictUtf8]
  for (const decoder of decoders) {
    const name = decode(decoder, bytes)
    if (name !== undefined) return name
  }
  return gb18030.decode(bytes)
}

function decode(strict: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes)
  } catch {
    // A TypeError says that the bytes are of another encoding, which is the question asked.
    return undefined
  }
}

/** Info-ZIP's Unicode path (4.6.9): version 1, CRC-32 of the name it stands for, UTF-8. Stale when the CRC differs. */
function unicodePath({ bytes, extra }: RawName): string | undefined {
  const view = viewOf(extra)
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    const end = at + 4 + view.getUint16(at + 2, true)
    if (view.getUint16(at, true) !== 0x7075 || end > extra.length || end < at + 9) continue
    if (view.getUint8(at + 4) !== 1 || view.getUint32(at + 5, true) !== continueCrc32(0, bytes)) continue
    return utf8.decode(extra.subarray(at + 9, end))
  }
  return undefined
}
