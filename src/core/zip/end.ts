/** Finds a ZIP's central directory from the two ends of its file, wherever other bytes were put before or behind it. */

/** What the end record says (4.3.16), after it was held against the file. */
export interface ArchiveEnd {
  /** Of the directory, in the file. */
  start: number
  size: number
  entries: number
  /** Bytes before the archive, which its offsets don't count. */
  prepended: number
  appended: number
}

/** Why there is no directory to read. `truncated`: bytes are missing, at the end as a rule. */
export type EndProblem =
  | { code: 'not-a-zip'; found: 'nothing' | 'rar' | '7z' | 'other' }
  | { code: 'truncated' | 'split-archive' | 'zip64' | 'bad-directory' }

const endSize = 22
/** ZIP64's own end record and its locator (4.3.14, 4.3.15), between directory and end record. */
const wideEndSize = 56 + 20
/** How much of a file's end holds the end record behind it the longest comment. */
export const tailSize = wideEndSize + endSize + 0xffff
/** 65,535 entries with paths of some 900 bytes. */
const mostDirectory = 64 * 1024 * 1024

/** Where the directory lies. `head`: the first bytes of the file (8 suffice); `tail`: its last, `tailSize` or all. */
export function parseEnd(head: Uint8Array, tail: Uint8Array, fileSize: number): ArchiveEnd | EndProblem {
  const found = recognize(head)
  if (found === 'rar' || found === '7z' || found === 'nothing') return { code: 'not-a-zip', found }
  const view = viewOf(tail)
  let isMissing = found === 'zip'
  for (let at = tail.length - endSize; at >= 0; at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue
    const appended = tail.length - at - endSize - view.getUint16(at + 20, true)
    if (appended < 0) continue
    const [disk, directoryDisk, entriesHere, entries] = [4, 6, 8, 10].map(field =>
      view.getUint16(at + field, true),
    ) as [number, number, number, number]
    const size = view.getUint32(at + 12, true)
    const offset = view.getUint32(at + 16, true)
    // `zip` writes a ZIP64 end where the input was a pipe; only the values that don't fit (4.4.1.4) need it.
    const isWide = at >= wideEndSize && view.getUint32(at - 20, true) === 0x07064b50
    if (isWide && (entries === 0xffff || size === 0xffffffff || offset === 0xffffffff))
      return { code: 'zip64' }
    if (disk !== 0 || directoryDisk !== 0 || entriesHere !== entries) {
      if (appended === 0) return { code: 'split-archive' }
      continue
    }
    const start = fileSize - tail.length + at - (isWide ? wideEndSize : 0) - size
    const prepended = start - offset
    // A ZIP cut behind a stored .docx ends with the end record of that one; all offsets are short of the bytes before it.
    if (prepended === 0 || (prepended > 0 && found === 'other')) {
      return size > mostDirectory ? { code: 'bad-directory' } : { start, size, entries, prepended, appended }
    }
    isMissing = true
  }
  if (found === 'part') return { code: 'split-archive' }
  return isMissing ? { code: 'truncated' } : { code: 'not-a-zip', found: 'other' }
}

/** What a file is by its first bytes; `part`: one of a ZIP split by bytes (8.5.4). */
function recognize(head: Uint8Array): 'nothing' | 'zip' | 'part' | 'rar' | '7z' | 'other' {
  const begins = (...bytes: number[]) => bytes.every((byte, i) => head[i] === byte)
  if (head.length === 0) return 'nothing'
  if (begins(0x50, 0x4b, 3, 4) || begins(0x50, 0x4b, 0x30, 0x30)) return 'zip'
  if (begins(0x50, 0x4b, 7, 8)) return 'part'
  if (begins(0x52, 0x61, 0x72, 0x21, 0x1a, 7)) return 'rar'
  return begins(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c) ? '7z' : 'other'
}

/** Numbers in `bytes`, which must be checked against `bytes.length` first. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
