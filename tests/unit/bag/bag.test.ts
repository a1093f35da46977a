import { createHash } from 'node:crypto'
import {
  bagitText,
  formatFingerprint,
  manifestLines,
  parseBagInfo,
  payloadOxum,
  writeBagInfo,
  writeManifest,
} from '../../../src/core/bag/bag'
import { expect, test } from '../runner'
import { freeze, randomFrom } from '../samples'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const bagFile = (path: string) => ({ path, sha256: hash(path) })

test('bagitText is the declaration RFC 8493 asks for, to the byte', () => {
  expect(bagitText).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
})

test('writeManifest() is one line a file: hex, two spaces, path', () => {
  const [b, a] = [bagFile('data/乙/照片 1.jpg'), bagFile('data/甲.pdf')]
  expect(writeManifest(freeze([a, b]))).toBe(`${b.sha256}  data/乙/照片 1.jpg\n${a.sha256}  data/甲.pdf\n`)
  expect(writeManifest([])).toBe('')
})

test('manifestLines() percent-encodes CR, LF and % in a path, and nothing else', () => {
  const paths = ['data/100%.pdf', 'data/a\nb', 'data/a\r\nb', 'data/%0A', 'data/甲 &+?#"\\.pdf']
  expect(new Set(manifestLines(paths.map(bagFile)).map(line => line.slice(66)))).toEqual(
    new Set(['data/100%25.pdf', 'data/a%0Ab', 'data/a%0D%0Ab', 'data/%250A', 'data/甲 &+?#"\\.pdf']),
  )
})

test('manifestLines() sorts by code point, also beyond the Basic Multilingual Plane', () => {
  // In UTF-16 order 𠀀 (U+20000, a surrogate pair) would come before （ (U+FF08).
  const sorted = [
    'data',
    'data/',
    'data/1',
    'data/10',
    'data/2',
    'data/A',
    'data/a',
    'data/（',
    'data/𠀀',
    'data0',
  ]
  expect(manifestLines([...sorted].reverse().map(bagFile)).map(line => line.slice(66))).toEqual(sorted)
})

test('manifestLines() sorts as the bytes of UTF-8 sort', () => {
  const random = randomFrom(8493)
  const letters = ['a', 'Z', '/', '0', 'é', '质', '（', '\ue000', '\uffee', '😀', '𠀀']
  const paths = Array.from({ length: 500 }, () =>
    Array.from({ length: 1 + random() * 6 }, () => letters[Math.floor(random() * letters.length)]).join(''),
  )
  const expected = [...paths].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  expect(manifestLines(paths.map(bagFile)).map(line => line.slice(66))).toEqual(expected)
})

test('writeBagInfo() leaves out empty values and folds line breaks away', () => {
  expect(
    writeBagInfo([
      ['Source-Organization', '青禾县\r\n水利局 '],
      ['Contact-Name', ''],
      ['Contact-Phone', ' \n'],
      ['Bag-Count', '1 of 1'],
    ]),
  ).toBe('Source-Organization: 青禾县 水利局\nBag-Count: 1 of 1\n')
})

test('writeBagInfo() lets no value become a line of its own', () => {
  for (const lineBreak of ['\n', '\r', '\r\n', '\u2028', '\u2029', '\v', '\f']) {
    const text = writeBagInfo([['Contact-Name', `王${lineBreak}Payload-Oxum: 0.0`]])
    expect(text, JSON.stringify(lineBreak)).toBe('Contact-Name: 王 Payload-Oxum: 0.0\n')
  }
})

test('parseBagInfo() joins a folded value, which may begin on the next line', () => {
  expect(parseBagInfo('Bag-Count:\n  1 of 1\nSource-Organization: 青禾县\n\t水利局\n')).toEqual([
    ['Bag-Count', '1 of 1'],
    ['Source-Organization', '青禾县 水利局'],
  ])
})

test('payloadOxum() is octets, a dot, files', () => {
  expect(payloadOxum([])).toBe('0.0')
  expect(payloadOxum([{ size: 3 * 2 ** 30 }, { size: 0 }, { size: 5 }])).toBe('3221225477.3')
})

test('formatFingerprint() is the first 16 digits, upper case, in fours', () => {
  expect(formatFingerprint(`6f2a91c40b77e3d0${'f'.repeat(48)}`)).toBe('6F2A-91C4-0B77-E3D0')
})
