/**
 * The headers of a ZIP's entry (APPNOTE 4.3.7, 4.3.12) and the record at its end (4.3.16), byte for byte as JSZip writes
 * them for platform DOS. In come facts about an entry, out go bytes; no ZIP64.
 */
import { continueCrc32 } from '../files/crc32'

/** Fields of the headers of an entry; sizes in bytes. */
interface HeaderFacts {
  path: string
  /** Read as UTC: shift it to the zone people live in. */
  date: Date
  method: 'stored' | 'deflated'
  crc32: number
  size: number
  packedSize: number
}

/** Both headers of an entry; the directory's record still lacks its offset, see `setOffset`. */
export interface EntryHeaders {
  local: Uint8Array<ArrayBuffer>
  record: Uint8Array<ArrayBuffer>
}

/** Both headers, with the UTF-8 flag and Info-ZIP's Unicode path where the name is not ASCII. */
export function writeHeaders({ path, date, method, crc32, size, packedSize }: HeaderFacts): EntryHeaders {
  const name = new TextEncoder().encode(path)
  const extra = name.length === path.length ? new Uint8Array() : unicodePath(name)
  // 4.4.2 to 4.4.12, the part that both headers share.
  const shared = new DataView(new ArrayBuffer(26))
  shared.setUint16(0, 10, true)
  // 4.4.4: bit 11, the name is UTF-8.
  shared.setUint16(2, extra.length > 0 ? 0x0800 : 0, true)
  shared.setUint16(4, method === 'stored' ? 0 : 8, true)
  shared.setUint32(6, dosTime(date), true)
  shared.setUint32(10, crc32, true)
  shared.setUint32(14, packedSize, true)
  shared.setUint32(18, size, true)
  shared.setUint16(22, name.length, true)
  shared.setUint16(24, extra.length, true)
  const facts = new Uint8Array(shared.buffer)
  return {
    local: join([signature(0x04034b50), facts, name, extra]),
    // 4.4.2: made by DOS, version 2.0; 4.4.10 to 4.4.16 are 0, the offset for now too.
    record: join([signature(0x02014b50), new Uint8Array([20, 0]), facts, new Uint8Array(14), name, extra]),
  }
}

/** Says in a directory's record where the entry's local header lies. */
export function setOffset(record: Uint8Array, offset: number): void {
  new DataView(record.buffer, record.byteOffset).setUint32(42, offset, true)
}

/** The archive's last 22 bytes, without a comment. */
export function writeEnd(
  entries: number,
  directorySize: number,
  directoryStart: number,
): Uint8Array<ArrayBuffer> {
  const end = new DataView(new ArrayBuffer(22))
  end.setUint32(0, 0x06054b50, true)
  end.setUint16(8, entries, true)
  end.setUint16(10, entries, true)
  end.setUint32(12, directorySize, true)
  end.setUint32(16, directoryStart, true)
  return new Uint8Array(end.buffer)
}

/** 4.6.9: Info-ZIP's Unicode path, for tools that don't know bit 11. */
function unicodePath(name: Uint8Array): Uint8Array {
  const head = new DataView(new ArrayBuffer(9))
  head.setUint16(0, 0x7075, true)
  head.setUint16(2, 5 + name.length, true)
  head.setUint8(4, 1)
  head.setUint32(5, continueCrc32(0, name), true)
  return join([new Uint8Array(head.buffer), name])
}

/** The nearest date that every reader takes: 4.4.6 counts years from 1980, and FAT's own readers stop at 2099. */
export function zipDate(date: Date): Date {
  const [first, last] = [Date.UTC(1980, 0, 1), Date.UTC(2099, 11, 31, 23, 59, 58)]
  return new Date(Math.min(Math.max(date.getTime(), first), last))
}

/** 4.4.6: MS-DOS time, and its date in the upper half. */
export function dosTime(moment: Date): number {
  const date = zipDate(moment)
  const day = ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate()
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1)
  return ((day << 16) | time) >>> 0
}

function signature(value: number): Uint8Array {
  return new Uint8Array(new Uint32Array([value]).buffer)
}

/** All parts one behind the other. */
function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
