/** CRC-32 as ZIP stores it (APPNOTE 4.4.7, polynomial 0xEDB88320), continued chunk by chunk. */

// Eight tables ("slicing by 8"): about eight times as fast as one byte at a time, near the speed of crypto.subtle.
const tables = buildTables()

/** The CRC after `bytes`, given the CRC before them; start with 0. Unsigned 32 bit. */
export function continueCrc32(crc: number, bytes: Uint8Array): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = tables
  let c = ~crc
  let i = 0
  for (const end = bytes.length - 7; i < end; i += 8) {
    c ^=
      (bytes[i] as number) |
      ((bytes[i + 1] as number) << 8) |
      ((bytes[i + 2] as number) << 16) |
      ((bytes[i + 3] as number) << 24)
    c =
      (t7[c & 255] as number) ^
      (t6[(c >>> 8) & 255] as number) ^
      (t5[(c >>> 16) & 255] as number) ^
      (t4[c >>> 24] as number) ^
      (t3[bytes[i + 4] as number] as number) ^
      (t2[bytes[i + 5] as number] as number) ^
      (t1[bytes[i + 6] as number] as number) ^
      (t0[bytes[i + 7] as number] as number)
  }
  for (; i < bytes.length; i++) c = (t0[(c ^ (bytes[i] as number)) & 255] as number) ^ (c >>> 8)
  return ~c >>> 0
}

type Table = Int32Array
type Tables = [Table, Table, Table, Table, Table, Table, Table, Table]

function buildTables(): Tables {
  const all = Array.from({ length: 8 }, () => new Int32Array(256)) as Tables
  for (let n = 0; n < 256; n++) {
    let c = n
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1
    all[0][n] = c
  }
  for (let n = 0; n < 256; n++) {
    let c = all[0][n] as number
    for (let t = 1; t < 8; t++) {
      c = (all[0][c & 255] as number) ^ (c >>> 8)
      ;(all[t] as Table)[n] = c
    }
  }
  return all
}
