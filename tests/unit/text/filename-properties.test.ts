/** Properties that hold for every name, tried on names that no file should have. */

import { safeName, safeNames } from '../../../src/core/text/filename'
import { expect, test } from '../runner'
import { randomFrom } from '../samples'
import { property, share } from '../strength'

/** Names that Windows reserves for devices: with any extension, in any case, and with spaces before the dot. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]) *(\.|$)/i

/** In 汉字: a half-width character counts half. */
function widthOf(name: string): number {
  return Array.from(name).reduce((sum, one) => sum + ((one.codePointAt(0) ?? 0) < 0x2e80 ? 0.5 : 1), 0)
}

const pieces = [
  ...[
    'CON',
    'nul',
    'com1',
    'LPT¹',
    '质量',
    '总结',
    '（2）',
    '2022',
    'a',
    'É',
    'e\u0301',
    'İ',
    'ß',
    '각',
    '\u1100\u1161',
  ],
  ...[
    '.',
    '..',
    ' ',
    '\u3000',
    '.pdf',
    '.PDF',
    '.tar.gz',
    '.docx',
    '/',
    '\\',
    ':',
    '*',
    '?',
    '"',
    '<',
    '>',
    '|',
    '%',
    '#',
  ],
  ...[
    '\u0000',
    '\n',
    '\r',
    '\t',
    '\u007f',
    '\u200e',
    '\u202e',
    '\u2066',
    '\ufeff',
    '\u200b',
    '\u0301',
    '\u0338',
  ],
  ...[
    '😀',
    '\u{20000}',
    '\ud83d',
    '\ude00',
    '👨\u200d👩\u200d👧',
    '质'.repeat(39),
    'x'.repeat(79),
    '\u0e01'.repeat(50),
  ],
]

/** Names that no file should have, of up to ten pieces each. */
function nastyNames(seed: number, count: number): string[] {
  const random = randomFrom(seed)
  const piece = () => pieces[Math.floor(random() * pieces.length)] ?? ''
  return Array.from({ length: count }, () => Array.from({ length: random() * 10 }, piece).join(''))
}

for (const [rule, holds] of [
  ['says something', safe => safe !== ''],
  ['is at most 40 汉字 wide', safe => widthOf(safe) <= 40],
  ['is at most 180 bytes', safe => Buffer.byteLength(safe) <= 180],
  ['holds nothing that Windows forbids', safe => !/[<>:"/\\|?*\p{Cc}]/u.test(safe)],
  ['holds nothing that turns the direction of text', safe => !/\p{Bidi_Control}/u.test(safe)],
  ['can be UTF-8', safe => !/\p{Cs}/u.test(safe)],
  ['begins with no space and ends with no space or dot', safe => !/^ |[. ]$/.test(safe)],
  ['is no device', safe => !reserved.test(safe)],
  ['is NFC', safe => safe.normalize('NFC') === safe],
  ['stays as it is', safe => safeName(safe) === safe],
] satisfies [string, (safe: string) => boolean][]) {
  test(`safeName() of any name ${rule}`, property, () => {
    const broken = nastyNames(1, share(5000)).filter(name => !holds(safeName(name)))
    expect(broken.slice(0, 5)).toEqual([])
  })
}

test('safeName() keeps the extension of any name that has one and a stem', property, () => {
  const documents = nastyNames(2, share(5000)).map(name => `甲${name}.docx`)
  expect(documents.filter(name => !/^.+\.docx$/.test(safeName(name))).slice(0, 5)).toEqual([])
})

test('safeNames() of any names are unique when folded, and each safe by itself', property, () => {
  for (let seed = 3; seed < 3 + share(10); seed++) {
    const names = safeNames(nastyNames(seed, 400), 30)
    expect(new Set(names.map(name => name.normalize('NFC').toLowerCase())).size).toBe(400)
    expect(names.filter(name => safeName(name, 30) !== name).slice(0, 5)).toEqual([])
  }
})
