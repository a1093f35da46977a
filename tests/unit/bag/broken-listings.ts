/** What manifests, bag-info.txt and checklist.json may say that does not fit the bag. */
import { createHash } from 'node:crypto'
import { writeManifest } from '../../../src/core/bag/bag'
import { sha256Of } from '../generate'
import {
  type Bag,
  edit,
  fingerprintOf,
  firstListed,
  forge,
  manifest,
  photo,
  plan,
  recount,
  refingerprint,
  reseal,
  tagManifest,
  textIn,
  write,
} from './bags'
import type { Case } from './broken-bags'

export const brokenListings: Case[] = [
  [
    'a file listed twice',
    bag => {
      edit(bag, manifest, text => text + text.split('\n')[0])
      reseal(bag)
    },
    bag => [{ code: 'listed-twice', manifest, path: firstListed(bag) }],
  ],
  [
    'a file listed twice with different digests',
    bag => {
      edit(bag, manifest, text => text + (text.split('\n')[0] ?? '').replace(/^.{8}/, '00000000'))
      reseal(bag)
    },
    bag => [{ code: 'contradicting-lines', manifest, path: firstListed(bag) }],
  ],
  [
    'a file listed by two names that only differ in their case',
    bag => {
      edit(bag, manifest, text => text + text.replace(/\.docx\n[\s\S]*$/, '.DOCX\n'))
      refingerprint(bag)
    },
    () => [
      { code: 'clashing-listing', manifest, path: plan.replace('.docx', '.DOCX'), other: plan },
      { code: 'missing', path: plan.replace('.docx', '.DOCX') },
    ],
  ],
  [
    'a file listed by two names that are one in NFC',
    bag => {
      const line = writeManifest([
        { path: photo.normalize('NFD'), sha256: sha256Of(bag.get(photo) ?? new Uint8Array()) },
      ])
      edit(bag, manifest, text => line + text)
      refingerprint(bag)
    },
    () => [{ code: 'clashing-listing', manifest, path: photo, other: photo.normalize('NFD') }],
  ],
  [
    'a tag file in the payload manifest',
    bag => {
      const sha256 = sha256Of(bag.get('checklist.json') ?? new Uint8Array())
      edit(bag, manifest, text => writeManifest([{ path: 'checklist.json', sha256 }]) + text)
      reseal(bag)
    },
    () => [{ code: 'misplaced-listing', manifest, path: 'checklist.json' }],
  ],
  [
    'a tag manifest in a tag manifest',
    bag => {
      write(bag, 'tagmanifest-md5.txt', `${md5Of(bag.get('bagit.txt'))}  bagit.txt\n`)
      reseal(bag)
    },
    () => [
      { code: 'misplaced-listing', manifest: tagManifest, path: 'tagmanifest-md5.txt' },
      { code: 'unsealed-manifest', manifest: 'tagmanifest-md5.txt', path: manifest },
    ],
  ],
  [
    'a second payload manifest that leaves a file out',
    bag => {
      write(bag, 'manifest-md5.txt', `${md5Of(bag.get(plan))}  ${plan}\n`)
      reseal(bag)
    },
    () => [{ code: 'not-in-manifest', manifest: 'manifest-md5.txt', path: photo }],
  ],
  [
    'a second payload manifest that contradicts the bag',
    bag => {
      const lines = [plan, photo].map(path => `${md5Of(bag.get(plan))}  ${path.replace('%', '%25')}\n`)
      write(bag, 'manifest-md5.txt', lines.join(''))
      reseal(bag)
    },
    () => [{ code: 'altered', path: photo }],
  ],
  [
    'a file left to be fetched',
    bag => {
      write(bag, 'fetch.txt', `https://example.org/a 12 ${plan}\n`)
      bag.delete(plan)
      recount(bag)
    },
    () => [{ code: 'not-fetched', path: plan, url: 'https://example.org/a' }],
  ],
  [
    'a file to be fetched that no manifest lists',
    bag => {
      write(bag, 'fetch.txt', 'https://example.org/a - ./data/a\n')
      reseal(bag)
    },
    () => [{ code: 'unlisted-fetch', path: 'data/a' }],
  ],
  [
    'a fetch.txt that is none, leads out of the bag, fetches a tag file',
    bag => {
      write(
        bag,
        'fetch.txt',
        `data/a\nhttps://example.org/a 1 data/../../a\nhttps://example.org/a 1 目录.html\n`,
      )
      reseal(bag)
    },
    () => [
      { code: 'bad-manifest-line', path: 'fetch.txt', line: 1 },
      { code: 'unsafe-listing', manifest: 'fetch.txt', path: 'data/../../a' },
      { code: 'misplaced-listing', manifest: 'fetch.txt', path: '目录.html' },
    ],
  ],
  [
    'a tag file nobody listed',
    bag => write(bag, '说明.txt', '请查收'),
    () => [{ code: 'unlisted-tag-file', path: '说明.txt' }],
  ],
  [
    'what Windows and macOS leave in folders',
    bag => {
      write(bag, 'data/00_共性资料/Thumbs.db', 'x')
      write(bag, '.DS_Store', 'x')
    },
    () => [
      { code: 'system-file', path: 'data/00_共性资料/Thumbs.db' },
      { code: 'system-file', path: '.DS_Store' },
    ],
  ],
  [
    'a bundle of a later format',
    bag => {
      edit(bag, 'bag-info.txt', text => text.replace('Yinzheng-Format: 1', 'Yinzheng-Format: 2'))
      reseal(bag)
    },
    () => [{ code: 'newer-bundle-format', format: '2' }],
  ],
  [
    'no checklist.json',
    bag => {
      bag.delete('checklist.json')
      reseal(bag)
    },
    () => [{ code: 'no-checklist' }],
  ],
  [
    'a checklist.json that is none',
    bag => {
      write(bag, 'checklist.json', '{')
      reseal(bag)
    },
    () => [{ code: 'bad-checklist', path: 'checklist.json', problem: { code: 'broken', field: 'JSON' } }],
  ],
  [
    'a checklist.json of a later format',
    bag => {
      edit(bag, 'checklist.json', text => text.replace('"format": 1', '"format": 3'))
      reseal(bag)
    },
    () => [{ code: 'bad-checklist', path: 'checklist.json', problem: { code: 'newer-format', format: 3 } }],
  ],
  [
    'a checklist.json of another edition',
    bag => {
      edit(bag, 'checklist.json', text => text.replace('"edition": "2022"', '"edition": "2031"'))
      reseal(bag)
    },
    () => [{ code: 'other-edition', path: 'checklist.json', edition: '2031' }],
  ],
  [
    'a file that no item has, everything else forged',
    bag => {
      write(bag, 'data/后来的.pdf', '后来的')
      forge(bag)
    },
    () => [{ code: 'unknown-to-checklist', path: 'data/后来的.pdf' }],
  ],
  [
    'a file that an item has and the bag has not, everything else forged',
    bag => {
      bag.delete(plan)
      forge(bag)
    },
    () => [{ code: 'not-packed', item: '0-2', name: '质量工作计划.docx' }],
  ],
  [
    'another file for the one that an item has, everything else forged',
    bag => {
      write(bag, plan, '换过的')
      forge(bag)
    },
    () => [
      { code: 'unknown-to-checklist', path: plan },
      { code: 'not-packed', item: '0-2', name: '质量工作计划.docx' },
    ],
  ],
  [
    'a fingerprint that is not that of the files',
    bag => {
      edit(bag, 'bag-info.txt', text => text.replace(/^(Yinzheng-Fingerprint: )..../m, '$1ABCD'))
      reseal(bag)
    },
    bag => [
      {
        code: 'wrong-fingerprint',
        declared: fingerprintIn(bag),
        found: `${fingerprintOf(bag).slice(0, 4)}${fingerprintIn(bag).slice(4)}`,
      },
    ],
  ],
  [
    'no fingerprint',
    bag => {
      edit(bag, 'bag-info.txt', text => text.replace(/^Yinzheng-Fingerprint: .*\n/m, ''))
      reseal(bag)
    },
    bag => [{ code: 'wrong-fingerprint', declared: '', found: fingerprintOf(bag) }],
  ],
  ...['第一卷', '0 of 1', '2 of 1'].map(
    (declared): Case => [
      `a Bag-Count of ${declared}`,
      bag => {
        edit(bag, 'bag-info.txt', text => text.replace('Bag-Count: 1 of 1', `Bag-Count: ${declared}`))
        reseal(bag)
      },
      () => [{ code: 'bad-bag-count', declared }],
    ],
  ),
]

const md5Of = (bytes: Uint8Array = new Uint8Array()) => createHash('md5').update(bytes).digest('hex')
const fingerprintIn = (bag: Bag) =>
  /^Yinzheng-Fingerprint: (.*)$/m.exec(textIn(bag, 'bag-info.txt'))?.[1] ?? ''
