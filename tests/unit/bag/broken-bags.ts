import { writeManifest } from '../../../src/core/bag/bag'
import type { Finding } from '../../../src/core/bag/finding'
import { sha256Of } from '../generate'
import {
  type Bag,
  edit,
  firstListed,
  lineCount,
  manifest,
  photo,
  plan,
  recount,
  refingerprint,
  reseal,
  sizeOf,
  tagManifest,
  textIn,
  write,
} from './bags'
import { brokenListings } from './broken-listings'

/** What is done to the bag, and everything that is then found. */
export type Case = [what: string, damage: (bag: Bag) => void, findings: (bag: Bag) => Finding[]]

export const broken: Case[] = [
  [
    'no bagit.txt',
    bag => {
      bag.delete('bagit.txt')
      reseal(bag)
    },
    () => [{ code: 'no-bagit-txt' }],
  ],
  [
    'no manifest: nobody can say which files were there',
    bag => {
      bag.delete(manifest)
      reseal(bag)
    },
    () => [{ code: 'no-manifest' }],
  ],
  [
    'a manifest line that is none',
    bag => {
      edit(bag, manifest, text => `${text}这不是一行\n`)
      reseal(bag)
    },
    bag => [{ code: 'bad-manifest-line', path: manifest, line: lineCount(bag, manifest) }],
  ],
  [
    'a tag manifest line that is none',
    bag => edit(bag, tagManifest, text => `${text}0123  bag-info.txt\n`),
    bag => [{ code: 'bad-manifest-line', path: tagManifest, line: lineCount(bag, tagManifest) }],
  ],
  [
    'a file that is gone',
    bag => {
      bag.delete(plan)
      recount(bag)
    },
    () => [{ code: 'missing', path: plan }],
  ],
  ['a tag file that is gone', bag => bag.delete('目录.html'), () => [{ code: 'missing', path: '目录.html' }]],
  [
    'a file with one other byte',
    bag => bag.get(photo)?.set([0xff], 3),
    () => [{ code: 'altered', path: photo }],
  ],
  [
    'another remark in checklist.json',
    bag => edit(bag, 'checklist.json', text => text.replace('"remark": ""', '"remark": "已补"')),
    () => [{ code: 'altered', path: 'checklist.json' }],
  ],
  [
    'another contact in bag-info.txt',
    bag => edit(bag, 'bag-info.txt', text => text.replace('办公室联络员', '别人')),
    () => [{ code: 'altered', path: 'bag-info.txt' }],
  ],
  [
    'a digest in the manifest that is not the file’s',
    bag => {
      edit(bag, manifest, text => text.replace(/^[0-9a-f]{8}/, '00000000'))
      refingerprint(bag)
    },
    bag => [{ code: 'altered', path: firstListed(bag) }],
  ],
  [
    'a file nobody listed',
    bag => {
      write(bag, 'data/00_共性资料/后来的.pdf', '后来的')
      recount(bag)
    },
    () => [{ code: 'unexpected', path: 'data/00_共性资料/后来的.pdf' }],
  ],
  [
    'a file that only the tag manifest lists',
    bag => {
      write(bag, 'data/后来的.pdf', '后来的')
      recount(bag)
      const line = writeManifest([{ path: 'data/后来的.pdf', sha256: sha256Of(Buffer.from('后来的')) }])
      edit(bag, tagManifest, text => line + text)
    },
    () => [
      { code: 'misplaced-listing', manifest: tagManifest, path: 'data/后来的.pdf' },
      { code: 'unexpected', path: 'data/后来的.pdf' },
    ],
  ],
  [
    'a Payload-Oxum of something else',
    bag => {
      edit(bag, 'bag-info.txt', text => text.replace(/^Payload-Oxum: .*$/m, 'Payload-Oxum: 1.2'))
      reseal(bag)
    },
    bag => [{ code: 'wrong-oxum', declared: '1.2', found: `${sizeOf(bag)}.2` }],
  ],
  [
    'a file taken out with no other trace: it is missing, and the sum is wrong',
    bag => bag.delete(photo),
    bag => [
      { code: 'missing', path: photo },
      {
        code: 'wrong-oxum',
        declared: `${sizeOf(bag) + Buffer.byteLength('café %0A.jpg')}.2`,
        found: `${sizeOf(bag)}.1`,
      },
    ],
  ],
  [
    'no tag manifest: nobody can say whether the list itself was changed',
    bag => bag.delete(tagManifest),
    () => [{ code: 'no-tag-manifest' }],
  ],
  [
    'a declaration that is none',
    bag => {
      write(bag, 'bagit.txt', 'BagIt 1.0\n')
      reseal(bag)
    },
    () => [{ code: 'bad-bagit-txt' }],
  ],
  [
    'a version nobody knows yet',
    bag => {
      edit(bag, 'bagit.txt', text => text.replace('1.0', '2.0'))
      reseal(bag)
    },
    () => [{ code: 'unknown-version', version: '2.0' }],
  ],
  [
    'an encoding nobody knows',
    bag => {
      edit(bag, 'bagit.txt', text => text.replace('UTF-8', 'UTF-25'))
      reseal(bag)
    },
    () => [{ code: 'unknown-encoding', encoding: 'UTF-25' }],
  ],
  [
    'a tag file of another encoding than the bag says',
    bag => {
      bag.set('bag-info.txt', new Uint8Array([...(bag.get('bag-info.txt') ?? []), 0xff, 10]))
      reseal(bag)
    },
    bag => [
      { code: 'bad-encoding', path: 'bag-info.txt', encoding: 'UTF-8' },
      { code: 'bad-info-line', path: 'bag-info.txt', line: lineCount(bag, 'bag-info.txt') },
    ],
  ],
  [
    'a checklist of another encoding, whose unit stays in the matrix',
    bag => {
      const bytes = Buffer.from(bag.get('checklist.json') ?? '')
      bytes[bytes.indexOf('青')] = 0xff
      bag.set('checklist.json', new Uint8Array(bytes))
      reseal(bag)
    },
    () => [{ code: 'bad-encoding', path: 'checklist.json', encoding: 'UTF-8' }],
  ],
  [
    'a line of bag-info.txt that is none',
    bag => {
      edit(bag, 'bag-info.txt', text => `${text}这不是一行\n`)
      reseal(bag)
    },
    bag => [{ code: 'bad-info-line', path: 'bag-info.txt', line: lineCount(bag, 'bag-info.txt') }],
  ],
  [
    'a manifest of digests nobody here computes',
    bag => {
      write(bag, 'manifest-sha3512.txt', textIn(bag, manifest))
      reseal(bag)
    },
    () => [{ code: 'unknown-algorithm', path: 'manifest-sha3512.txt' }],
  ],
  [
    'a manifest as md5sum writes it',
    bag => {
      edit(bag, manifest, text => text.replace(/^([0-9a-f]{64}) {2}/gm, '$1 *'))
      reseal(bag)
    },
    () => [{ code: 'loose-manifest', path: manifest }],
  ],
  [
    'a manifest with ./ before its paths',
    bag => {
      edit(bag, manifest, text => text.replace(/ {2}data/g, '  ./data'))
      reseal(bag)
    },
    () => [{ code: 'loose-manifest', path: manifest }],
  ],
  ...['../外面.txt', '/etc/passwd', '~/外面.txt', 'C:/外面.txt', 'data\\外面.txt', 'data/./a', 'data//a'].map(
    (path): Case => [
      `a manifest that leads out of the bag: ${path}`,
      bag => {
        edit(bag, manifest, text => `${text}${'0'.repeat(64)}  ${path}\n`)
        reseal(bag)
      },
      () => [{ code: 'unsafe-listing', manifest, path }],
    ],
  ),
  ...brokenListings,
]
