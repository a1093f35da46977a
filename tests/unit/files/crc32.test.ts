import { crc32 } from 'node:zlib'
import { continueCrc32 } from '../../../src/core/files/crc32'
import { expect, test } from '../runner'
import { randomFrom } from '../samples'

const random = randomFrom(32)
const bytes = Uint8Array.from({ length: 100_000 }, () => random() * 256)
const ascii = (text: string) => new TextEncoder().encode(text)

test('continueCrc32() gives the published check values', () => {
  expect(continueCrc32(0, ascii(''))).toBe(0)
  expect(continueCrc32(0, ascii('a'))).toBe(0xe8b7be43)
  expect(continueCrc32(0, ascii('123456789'))).toBe(0xcbf43926)
  expect(continueCrc32(0, ascii('The quick brown fox jumps over the lazy dog'))).toBe(0x414fa339)
  expect(continueCrc32(0, new Uint8Array(32))).toBe(0x190a55ad)
  expect(continueCrc32(0, new Uint8Array(32).fill(0xff))).toBe(0xff6cab0b)
})

test('continueCrc32() agrees with zlib at every length and alignment of its tables', () => {
  const parts = Array.from({ length: 9 * 40 }, (_, i) => bytes.subarray(i % 9, (i % 9) + Math.floor(i / 9)))
  expect(parts.map(part => continueCrc32(0, part))).toEqual(parts.map(part => crc32(part)))
  expect(continueCrc32(0, bytes)).toBe(crc32(bytes))
})

test('continueCrc32() chunk by chunk is the same as at once', () => {
  for (let run = 0; run < 50; run++) {
    let crc = 0
    for (let at = 0; at < bytes.length; ) {
      const end = at + Math.floor(random() * 5000)
      crc = continueCrc32(crc, bytes.subarray(at, end))
      at = end
    }
    expect(crc).toBe(crc32(bytes))
  }
})
