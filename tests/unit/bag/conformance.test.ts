/**
 * The cases of the Library of Congress' bagit-conformance-suite, each rebuilt as a small bag of our own: what it calls valid has
 * no error, what it calls invalid has one, and what it warns of has a notice at least. Counted at the end.
 */

import { type Finding, severityOf } from '../../../src/core/bag/finding'
import { expect, test } from '../runner'
import { type Bag, edit, verify, write } from './bags'
import { type ForeignBag, foreignBag, unpacked } from './foreign-bags'

type Outcome = 'valid' | 'invalid' | 'warning'
type Case = [name: string, outcome: Outcome, kind?: ForeignBag, change?: (bag: Bag) => void]

const old: ForeignBag = { version: '0.97', algorithms: ['md5'] }
const hello = 'data/hello.txt'
/** Lets a line more stand in the manifest; tag manifests go, for they would tell of it. */
const listing = (line: string) => (bag: Bag) => {
  edit(bag, 'manifest-md5.txt', text => `${text}${'0'.repeat(32)}  ${line}\n`)
  bag.delete('tagmanifest-md5.txt')
}
const fetching = (path: string) => (bag: Bag) => {
  write(bag, 'fetch.txt', `https://example.org/a 3 ${path}\n`)
  bag.delete('tagmanifest-md5.txt')
}
const declaring = (text: string) => (bag: Bag) => {
  write(bag, 'bagit.txt', text)
  for (const path of bag.keys()) if (path.startsWith('tagmanifest')) bag.delete(path)
}
const outside = [
  '../README.md',
  '/elsewhere/foo',
  '~/foo',
  '~root/foo',
  'C:\\Windows\\System32\\setx.exe',
  '\\\\?\\UNC\\server\\Windows\\System32\\setx.exe',
  '%HomeDrive%\\Windows\\System32\\setx.exe',
]

const cases: Case[] = [
  ...['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'].flatMap((version): Case[] => [
    [`${version} basic bag`, 'valid', { version, algorithms: version === '1.0' ? ['sha512'] : ['md5'] }],
    [
      `${version} fields that occur twice`,
      'valid',
      {
        version,
        algorithms: version === '1.0' ? ['sha512'] : ['md5'],
        info: 'Contact-Name: a\nContact-Name: b\n',
      },
    ],
  ]),
  ...(['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const).map(
    (algorithm): Case => [`0.97 ${algorithm}`, 'valid', { version: '0.97', algorithms: [algorithm] }],
  ),
  [
    '0.97 UTF-16',
    'valid',
    { ...old, encoding: 'UTF-16', encode: text => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')) },
  ],
  [
    '0.97 ISO-8859-1',
    'valid',
    {
      ...old,
      encoding: 'ISO-8859-1',
      encode: text => new Uint8Array(Buffer.from(text, 'latin1')),
      payload: { 'data/é.txt': 'é' },
      info: 'Source-Organization: é\n',
    },
  ],
  [
    '0.97 a bag in a bag',
    'valid',
    { ...old, payload: { 'data/bag/bagit.txt': 'x', 'data/bag/manifest-md5.txt': 'y' } },
  ],
  ['0.97 names with line breaks', 'valid', { ...old, payload: { 'data/a\nb\r.txt': 'a' } }],
  ['0.97 names with percent signs', 'valid', { ...old, payload: { 'data/hello%20world%25.txt': 'a' } }],
  [
    '0.97 ./ before a path',
    'warning',
    old,
    bag => {
      edit(bag, 'manifest-md5.txt', text => text.replace(/ {2}data/g, '  ./data'))
      bag.delete('tagmanifest-md5.txt')
    },
  ],
  ['0.97 a space in a name', 'valid', { ...old, payload: { 'data/a b  c.txt': 'a' } }],
  [
    '0.97 nothing but what must be there',
    'valid',
    old,
    bag => {
      bag.delete('bag-info.txt')
      bag.delete('tagmanifest-md5.txt')
    },
  ],
  ['0.97 odd blanks around colons', 'valid', { ...old, info: 'Contact-Name :a\nContact-Phone:b\nX\t:\tc\n' }],
  [
    '0.97 blanks behind the colons of bagit.txt',
    'valid',
    old,
    declaring('BagIt-Version:  0.97\nTag-File-Character-Encoding:\tUTF-8\n'),
  ],
  ['0.97 fetched files that are there', 'valid', old, fetching(hello)],
  ['0.97 no encoding in bagit.txt', 'invalid', old, declaring('BagIt-Version: 0.97\n')],
  [
    '0.97 a blank before the colons of bagit.txt',
    'invalid',
    old,
    declaring('BagIt-Version : 0.97\nTag-File-Character-Encoding : UTF-8\n'),
  ],
  [
    '1.0 a blank before the colons of bagit.txt',
    'invalid',
    {},
    declaring('BagIt-Version : 1.0\nTag-File-Character-Encoding : UTF-8\n'),
  ],
  [
    '1.0 two blanks behind a colon of bagit.txt',
    'invalid',
    {},
    declaring('BagIt-Version:  1.0\nTag-File-Character-Encoding: UTF-8\n'),
  ],
  [
    '1.0 a third line in bagit.txt',
    'invalid',
    {},
    declaring('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nX: y\n'),
  ],
  [
    '0.97 a byte order mark in bagit.txt',
    'invalid',
    old,
    declaring('\ufeffBagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n'),
  ],
  [
    '0.97 a version that is no number',
    'invalid',
    old,
    declaring('BagIt-Version: .97\nTag-File-Character-Encoding: UTF-8\n'),
  ],
  ['0.97 an altered data file', 'invalid', old, bag => write(bag, hello, 'hellO')],
  ['0.97 an altered tag file', 'invalid', old, bag => edit(bag, 'bag-info.txt', text => `${text}X: y\n`)],
  ['0.97 a file nobody listed', 'invalid', old, bag => write(bag, 'data/bar', 'x')],
  ['0.97 bag-info.txt is listed and missing', 'invalid', old, bag => bag.delete('bag-info.txt')],
  ['0.97 no bagit.txt', 'invalid', old, bag => bag.delete('bagit.txt')],
  ...outside.flatMap((path): Case[] => [
    [`0.97 a manifest lists ${path}`, 'invalid', old, listing(path)],
    [`0.97 fetch.txt lists ${path}`, 'invalid', old, fetching(path)],
  ]),
  ['0.97 one file with two digests', 'invalid', old, listing(hello)],
  ['1.0 one file with two digests', 'invalid', { algorithms: ['md5'] }, listing(hello)],
  [
    '1.0 a file that one of two manifests leaves out',
    'invalid',
    { algorithms: ['sha256', 'sha512'] },
    bag => {
      edit(bag, 'manifest-sha512.txt', text => text.split('\n').slice(1).join('\n'))
      bag.delete('tagmanifest-sha256.txt')
      bag.delete('tagmanifest-sha512.txt')
    },
  ],
  [
    '1.0 one line twice',
    'invalid',
    {},
    bag => {
      edit(bag, 'manifest-sha512.txt', text => text + text.split('\n')[0])
      bag.delete('tagmanifest-sha512.txt')
    },
  ],
  [
    '0.97 one line twice',
    'warning',
    old,
    bag => {
      edit(bag, 'manifest-md5.txt', text => text + text.split('\n')[0])
      bag.delete('tagmanifest-md5.txt')
    },
  ],
  [
    '0.97 names that differ in case',
    'warning',
    { ...old, payload: { 'data/a.txt': 'a', 'data/A.txt': 'b' } },
  ],
  [
    '0.97 names that differ in composition',
    'warning',
    { ...old, payload: { 'data/N\u00fa.txt': '', 'data/Nu\u0301.txt': '' } },
  ],
  [
    '0.97 as md5sum writes',
    'warning',
    old,
    bag => {
      edit(bag, 'manifest-md5.txt', text => text.replace(/ {2}/g, ' *'))
      bag.delete('tagmanifest-md5.txt')
    },
  ],
  ['0.97 files of the system', 'warning', old, bag => write(bag, 'data/Thumbs.db', 'x')],
]

/** The suite has 54 that a program on any one system is asked; these are those of all systems, and SHA-384. */
test('the cases of the conformance suite are all here', () => {
  const count = (outcome: Outcome) => cases.filter(([, expected]) => expected === outcome).length
  expect([count('valid'), count('invalid'), count('warning')]).toEqual([28, 30, 6])
})

const judge = (findings: readonly Finding[]): Outcome => {
  const own = findings.filter(({ code }) => code !== 'foreign-bag')
  if (own.some(finding => severityOf(finding) === 'error')) return 'invalid'
  return own.length > 0 ? 'warning' : 'valid'
}

for (const [name, outcome, kind, change] of cases) {
  test(`verifyBag() judges as the conformance suite does: ${name} is ${outcome}`, async () => {
    const bag = foreignBag(kind)
    change?.(bag)
    const findings = await verify(unpacked(bag))
    expect(judge(findings), JSON.stringify(findings)).toBe(outcome)
  })
}
