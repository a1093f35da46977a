/** Lists of any length: what is too much is counted and said, the rest is judged, and nothing takes time by its square. */

import { readBagInfo } from '../../../src/core/bag/bag'
import { cutFindings } from '../../../src/core/bag/cut-findings'
import { countErrors, type Finding, severityOf } from '../../../src/core/bag/finding'
import { bagFoldersOf, sortByFolder } from '../../../src/core/bag/folders'
import { linesOf, readFetchLine, readManifestLine } from '../../../src/core/bag/tag-lines'
import { groupVolumes, type VolumeFacts } from '../../../src/core/bag/volume-set'
import { countMarks } from '../../../src/core/files/count-marks'
import { countTooMany } from '../../../src/io/bag/read-checklist'
import { verifyBundle } from '../../../src/io/bag/verify'
import { readBack } from '../generate'
import { expect, test } from '../runner'
import { large } from '../strength'
import { type Bag, edit, outerZip, packSound, reading, verify, write, zipOf } from './bags'
import { foreignBag, unpacked } from './foreign-bags'

const foreign: Finding = { code: 'foreign-bag' }

test('linesOf() cuts at every kind of line end, and keeps what is empty', () => {
  expect([...linesOf('\ufeffa\r\nb\rc\n\nd')]).toEqual(['a', 'b', 'c', '', 'd'])
  expect([...linesOf('')]).toEqual([''])
  expect([...linesOf('a\r\n')]).toEqual(['a', ''])
})

test('lines of a million blanks, colons or odd line ends are read in a moment', () => {
  const blanks = ' '.repeat(1_000_000)
  const hex = 'a'.repeat(64)
  expect(readBagInfo(`a${blanks}`)).toEqual({ fields: [], badLines: [1], isCut: false })
  expect(readBagInfo(`a${blanks}: b${blanks}`).fields).toEqual([['a', 'b']])
  expect(readBagInfo(`a: b\n${`${blanks}\n`.repeat(9)}c: d`).fields[1]).toEqual(['c', 'd'])
  expect(readManifestLine(`${hex}${blanks}`)).toBeNull()
  expect(readManifestLine(`${hex}${blanks}\u2028`)?.path).toBe('\u2028')
  expect(readManifestLine('a'.repeat(1_000_000))).toBeNull()
  expect(readFetchLine(`https://a${blanks}-${blanks}`)).toBeNull()
  expect(readFetchLine(`https://a${blanks}-${blanks}data/a`)?.path).toBe('data/a')
})

test('cutFindings() keeps errors before notices, and loses none of the count', () => {
  const notices = Array.from({ length: 700 }, (): Finding => ({ code: 'repacked' }))
  const errors = Array.from({ length: 120_000 }, (_, i): Finding => ({ code: 'missing', path: `${i}` }))
  const cut = cutFindings([...notices, ...errors])
  expect(cut).toHaveLength(1001)
  expect(cut[1000]).toEqual({ code: 'more-findings', errors: 119_000, notices: 700 })
  expect(countErrors(cut)).toBe(120_000)
  const few = cutFindings([...notices, ...errors.slice(0, 400)])
  expect(few[1000]).toEqual({ code: 'more-findings', errors: 0, notices: 100 })
  expect(severityOf(few[1000] as Finding)).toBe('notice')
  expect(cutFindings(errors.slice(0, 1000))).toEqual(errors.slice(0, 1000))
})

test(
  'verifyBundle() counts what a manifest of 300,000 bad lines says, and stops at 200,000',
  large,
  async () => {
    const bag = foreignBag({ algorithms: ['sha256'] })
    edit(bag, 'manifest-sha256.txt', text => text + 'x\n'.repeat(300_000))
    bag.delete('tagmanifest-sha256.txt')
    const { bags } = await verifyBundle(unpacked(bag), reading)
    const findings = bags[0]?.findings ?? []
    expect(findings).toHaveLength(1001)
    expect(countErrors(findings)).toBe(200_000 - 2 + 1)
    write(bag, 'manifest-sha256.txt', '')
    write(bag, 'fetch.txt', 'x\n'.repeat(200_001))
    write(bag, 'bag-info.txt', 'A: b\n'.repeat(10_001))
    const more = await verify(unpacked(bag))
    expect(more[0]).toEqual({ code: 'too-many-lines', path: 'bag-info.txt', most: 10_000 })
  },
)

const checklistWith = (answers: unknown) => ({ format: 1, answers })

test(
  'a checklist with more files or answers than any archive holds is named, and the bag beside it counts',
  large,
  async () => {
    const file = { sha256: '0'.repeat(64), size: 1 }
    const files = {
      '0-1': { files: Array.from({ length: 40_000 }, () => file) },
      '0-2': { files: Array(30_000).fill(file) },
    }
    expect(countTooMany(checklistWith(files), 'a')).toEqual({
      code: 'too-many-files',
      path: 'a',
      count: 70_000,
      most: 65_535,
    })
    const answers = Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`${i}`, {}]))
    expect(countTooMany(checklistWith(answers), 'a')).toEqual({
      code: 'too-many-answers',
      path: 'a',
      count: 10_001,
      most: 10_000,
    })
    for (const odd of [
      null,
      7,
      [],
      'x',
      { answers: null },
      { answers: { a: null, b: { files: 7 } }, removed: {} },
    ])
      expect(countTooMany(odd, 'a')).toBeNull()
    const hostile = JSON.stringify(checklistWith(files))
    const zip = await outerZip({ '坏/checklist.json': hostile, '好.zip': await packSound() })
    const { bags } = await verifyBundle(zip, reading)
    expect(bags.map(bag => bag.checklists.map(({ result }) => result.ok))).toEqual([[false], [true]])
    expect(bags[0]?.findings[0]).toMatchObject({
      code: 'too-many-files',
      path: 'checklist.json',
      count: 70_000,
    })
    const { found, problems } = await readBack([new File([zip], 'a.zip')])
    expect([found.length, problems[0]?.problem]).toMatchObject([1, { problem: { code: 'too-many-files' } }])
  },
)

test(
  'a checklist too full to be parsed without a pause is named, its files are checked, and the bag beside it counts',
  large,
  async () => {
    const answers = Object.fromEntries(Array.from({ length: 800_000 }, (_, i) => [`${i % 90}-${i}`, {}]))
    const overfull: Finding = { code: 'overfull-checklist', path: 'checklist.json' }
    const texts = {
      '多/checklist.json': JSON.stringify(checklistWith(answers)),
      '深/checklist.json': '['.repeat(1_600_000),
    }
    const zip = await outerZip({ ...texts, '好.zip': await packSound() })
    const { bags } = await verifyBundle(zip, reading)
    expect(bags.map(bag => bag.checklists[0]?.result.ok)).toEqual([false, false, true])
    expect(bags.map(({ findings }) => findings[0])).toEqual([overfull, overfull, undefined])
    const { found, problems } = await readBack([
      new File([zip], 'a.zip'),
      new File([texts['多/checklist.json']], 'b.json'),
    ])
    expect(found.length).toBe(1)
    expect(problems.map(({ problem }) => 'problem' in problem && problem.problem.code)).toEqual([
      'overfull-checklist',
      'overfull-checklist',
      'overfull-checklist',
    ])
    const counting = countMarks(new TextEncoder().encode('{"a":[1,"，,"]}'))
    expect([counting.next(), counting.next()]).toEqual([{ done: false }, { done: true, value: 4 }])
  },
)

test(
  'verifyBundle() takes the first 2,000 of many bags in one archive, and says from where it left off',
  large,
  async () => {
    const many: Bag = new Map()
    for (let i = 0; i < 2003; i++) write(many, `${i}/bagit.txt`, 'x')
    const { bags, problems } = await verifyBundle(unpacked(many), reading)
    expect(bags).toHaveLength(2000)
    expect(problems).toEqual([
      { code: 'too-many-bags', path: expect.stringMatching(/^bag\/\d+\/$/), most: 2000 },
    ])
  },
)

test('bags of 10,000 folders and paths of 480 folders are sorted in a moment', () => {
  const files = Array.from({ length: 10_000 }, (_, i) =>
    ['bagit.txt', 'data/a', 'data/b'].map(name => ({ path: `${i}/${name}` })),
  ).flat()
  const { bags, others } = sortByFolder(files, bagFoldersOf(files.map(({ path }) => path)))
  expect([bags.size, others.length]).toEqual([10_000, 0])
  const deep = Array.from({ length: 5000 }, (_, i) => `${'a/'.repeat(480)}${i}/bagit.txt`)
  expect(bagFoldersOf(deep)).toEqual([])
  expect(bagFoldersOf([`${'a/'.repeat(32)}bagit.txt`])).toHaveLength(1)
})

test('groupVolumes() puts 10,000 bags together in a moment, and believes no Bag-Count of thousands', () => {
  const bag = (i: number, count: string): VolumeFacts => ({
    info: [
      ['Bag-Group-Identifier', `${i % 5000}`],
      ['Bag-Count', count],
    ],
    findings: [],
    contents: [],
    listed: [],
    checklists: [],
    checklistDigest: '',
    isOurs: true,
  })
  const sets = groupVolumes(Array.from({ length: 10_000 }, (_, i) => bag(i, `${i < 5000 ? 1 : 2} of 2`)))
  expect([sets.length, sets[0]?.volumes.length, sets[0]?.findings]).toEqual([5000, 2, []])
  expect(groupVolumes([bag(1, '1 of 99999')])[0]?.findings).toEqual([
    { code: 'bad-bag-count', declared: '1 of 99999' },
  ])
})

test('verifyBundle() opens at most 1,000 archives, and counts those that lie too deep', large, async () => {
  const one = await outerZip({ 'a.txt': 'x' })
  const inside = Object.fromEntries(Array.from({ length: 1003 }, (_, i) => [`${i + 1000}.zip`, one]))
  const { problems } = await verifyBundle(await outerZip(inside), reading)
  expect(problems.filter(({ code }) => code === 'too-many-archives')).toEqual([
    { code: 'too-many-archives', path: '2000.zip', most: 1000 },
  ])
})

test('verifyBundle() says that there was no room for what was unpacked, and that a file itself can’t be read', async () => {
  const zip = await zipOf(foreignBag({ payload: { 'data/a.txt': 'a'.repeat(9999) } }))
  const full = { ...reading, digest: () => Promise.reject(new DOMException('', 'NotReadableError')) }
  const codes = async (blob: Blob) =>
    (await verifyBundle(blob, full)).bags[0]?.findings.map(({ code }) => code)
  expect(await codes(zip)).toContain('unreadable')
  const repacked = await outerZip({ 'bag/bagit.txt': 'x'.repeat(100), 'bag/data/a': 'x'.repeat(100) })
  expect((await codes(repacked))?.slice(0, 2)).toEqual(['no-room', 'no-room'])
})

test('verifyBag() says each of BagIt’s musts that a bag breaks', async () => {
  const bag = foreignBag({ algorithms: ['sha512'], info: 'Payload-Oxum: 11.2\nPayload-Oxum: 11.2\n' })
  expect(await verify(unpacked(bag))).toEqual([{ code: 'repeated-oxum', times: 2 }, foreign])
  const unsealed = foreignBag({ algorithms: ['sha512'] })
  edit(unsealed, 'tagmanifest-sha512.txt', text => text.replace(/^.*manifest-sha512.*\n/m, ''))
  const [manifest, path] = ['tagmanifest-sha512.txt', 'manifest-sha512.txt']
  expect(await verify(unpacked(unsealed))).toEqual([
    { code: 'unsealed-manifest', manifest, path },
    { code: 'unlisted-tag-file', path },
    foreign,
  ])
  const old = foreignBag({ version: '0.97', algorithms: ['md5'] })
  edit(old, 'manifest-md5.txt', text => text + text.split('\n')[0])
  old.delete('tagmanifest-md5.txt')
  const repeated = { code: 'repeated-line', manifest: 'manifest-md5.txt', path: 'data/hello.txt' }
  expect(await verify(unpacked(old))).toEqual([repeated, foreign])
})
