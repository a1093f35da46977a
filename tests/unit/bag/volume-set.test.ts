/** Bags to bundles: which volumes belong together, and what each bundle lacks. */

import { readFingerprint, recomputeFingerprint } from '../../../src/core/bag/fingerprint'
import { groupVolumes } from '../../../src/core/bag/volume-set'
import { runToEnd } from '../../../src/core/files/steps'
import { type VerifiedBundle, verifyBundle } from '../../../src/io/bag/verify'
import type { VerifiedBag } from '../../../src/io/bag/verify-bag'
import { verifyVolumes } from '../../../src/io/bag/verify-volumes'
import { diceFrom, digest, pack } from '../generate'
import { expect, test } from '../runner'
import { checklistAfter, fileOf, freeze } from '../samples'
import { type Bag, edit, forge, packSound, photo, plan, reseal, soundBag, verify, write, zipOf } from './bags'
import { original, packVolumes } from './repacked'

const reading = { signal: new AbortController().signal, onBytes: () => {}, digest }

async function bagsOf(...bundles: Blob[]): Promise<VerifiedBag[]> {
  const verified: VerifiedBundle[] = []
  for (const bundle of bundles) verified.push(await verifyBundle(bundle, reading))
  return verified.flatMap(({ bags }) => bags)
}

/** The same unit after it wrote a remark, or attached another file. */
const later = (remark: string) => ({
  ...original,
  checklist: freeze({
    ...original.checklist,
    answers: {
      ...original.checklist.answers,
      '0-5': { ready: true, notApplicable: false, reason: '', remark, files: [] },
    },
  }),
})

test('verifyVolumes() puts volumes together in any order, and finds nothing in a whole bundle', async () => {
  const volumes = await packVolumes()
  expect(volumes.length).toBeGreaterThan(2)
  for (const seed of [1, 2, 3]) {
    const [set, ...others] = await verifyVolumes(await bagsOf(...diceFrom(seed).shuffle(volumes)))
    expect(others).toEqual([])
    expect(set?.findings).toEqual([])
    expect([set?.count, set?.volumes.length, set?.doubles, set?.isOurs]).toEqual([
      volumes.length,
      volumes.length,
      [],
      true,
    ])
    expect(set?.recomputed).toBe((await pack(original, 1)).fingerprint)
    const counts = set?.volumes.map(({ info }) => info.find(([label]) => label === 'Bag-Count')?.[1])
    expect(counts).toEqual(volumes.map((_, i) => `${i + 1} of ${volumes.length}`))
  }
})

test('verifyVolumes() names the volumes that are missing, and blames nothing else on them', async () => {
  const volumes = await packVolumes()
  const count = volumes.length
  expect(await verify(...volumes.slice(1))).toEqual([{ code: 'missing-volumes', volumes: [1], count }])
  expect(await verify(...volumes.slice(1, 2))).toEqual([
    { code: 'missing-volumes', volumes: [1, 3, 4].filter(index => index <= count), count },
  ])
})

test('verifyVolumes() counts a volume once that came twice, the sounder one of them', async () => {
  const [first, ...others] = await packVolumes()
  expect(await verify(...others, first as File, others[0] as File)).toEqual([
    { code: 'doubled-volume', volume: 2 },
  ])
  const bag = await soundBag()
  write(bag, plan, '改过的文件内容')
  const bags = await bagsOf(await zipOf(bag), await packSound())
  const [set] = await verifyVolumes(bags)
  expect(set?.volumes).toEqual([bags[1]])
  expect(set?.doubles).toEqual([])
  expect(set?.damaged).toEqual([{ bag: bags[0], finding: { code: 'damaged-double', volume: 1, left: 0 } }])
  expect(set?.findings).toEqual([])
})

test('verifyVolumes() keeps two hand-ins of a unit apart: other files, another remark, another number of volumes', async () => {
  const once = await packVolumes()
  const more = checklistAfter({ kind: 'add-files', item: '0-1', files: [fileOf('新增.pdf')] })
  const blobs = new Map([[fileOf('新增.pdf').sha256, new Blob(['新增.pdf'])]])
  const others = [
    (await pack(later('补报'), 1)).files,
    (await pack(original)).files,
    (await pack({ checklist: more, blobs })).files,
  ]
  for (const other of others) {
    const sets = await verifyVolumes(await bagsOf(...other, ...once))
    expect(sets.map(({ findings, volumes }) => [findings, volumes.length])).toEqual([
      [[], other.length],
      [[], once.length],
    ])
    expect(new Set(sets.map(({ group }) => group)).size).toBe(1)
  }
})

test('verifyVolumes() says where a missing volume is there, but of another packing', async () => {
  const [once, again] = [await packVolumes(), (await pack(later('补报'), 1)).files]
  const count = once.length
  expect(await verify(...once.slice(0, 1), ...again.slice(1))).toEqual([
    { code: 'missing-volumes', volumes: once.map((_, i) => i + 1).slice(1), count },
    { code: 'other-packing', volumes: once.map((_, i) => i + 1).slice(1) },
    { code: 'missing-volumes', volumes: [1], count },
    { code: 'other-packing', volumes: [1] },
  ])
})

test('a checklist.json that was changed after packing leaves its volume with the others', async () => {
  const volumes = await packVolumes()
  const [bag] = await bagsOf(volumes[0] as File)
  const changed: Bag = new Map()
  for (const { path } of bag?.contents ?? [])
    changed.set(path, new Uint8Array((await (await bag?.open(path))?.arrayBuffer()) ?? new ArrayBuffer(0)))
  edit(changed, 'checklist.json', text => `${text}\n`)
  expect(await verify(await zipOf(changed), ...volumes.slice(1))).toEqual([
    { code: 'altered', path: 'checklist.json' },
  ])
})

test('an office’s bag holds whole checklists of units, and need not hold all their files', async () => {
  const bag = await soundBag()
  const text = bag.get('checklist.json') ?? new Uint8Array()
  bag.delete('checklist.json')
  bag.delete(photo)
  for (const unit of ['1_水利局', '2_教育局']) bag.set(`units/${unit}/checklist.json`, text)
  forge(bag)
  expect(await verify(await zipOf(bag))).toEqual([])
  write(bag, 'units/3_交通局/checklist.json', '{}')
  write(bag, 'data/没有人的.pdf', '没有人的')
  forge(bag)
  // Whoever can't be read may own it.
  expect(await verify(await zipOf(bag))).toEqual([
    {
      code: 'bad-checklist',
      path: 'units/3_交通局/checklist.json',
      problem: { code: 'broken', field: 'format' },
    },
  ])
})

test('groupVolumes() leaves a bag of no group alone, and takes one of an unknown number', async () => {
  const [bag] = await bagsOf(await packSound())
  const alone = { ...(bag as VerifiedBag), info: [] }
  expect(groupVolumes([alone, alone]).map(set => [set.group, set.findings])).toEqual([
    ['', []],
    ['', []],
  ])
  const numbered = (count: string): VerifiedBag => ({
    ...(bag as VerifiedBag),
    info: [
      ['Bag-Group-Identifier', 'g'],
      ['bag-count', count],
    ],
  })
  expect(
    groupVolumes([numbered('3 of ?'), numbered('1 of ?')]).map(set => [set.count, set.findings]),
  ).toEqual([[3, [{ code: 'missing-volumes', volumes: [2], count: 3 }]]])
  expect(groupVolumes([])).toEqual([])
})

test('groupVolumes() keeps volumes apart whose fingerprints differ, whatever else they share', async () => {
  const [bag] = await bagsOf(await packSound())
  const volume = (count: string, fingerprint: string, group = 'g'): VerifiedBag => ({
    ...(bag as VerifiedBag),
    info: [
      ['Bag-Group-Identifier', group],
      ['Bag-Count', count],
      ['Yinzheng-Fingerprint', fingerprint],
    ],
  })
  const sets = groupVolumes([volume('1 of 2', 'A'), volume('2 of 2', 'B')])
  expect(sets.map(set => [set.fingerprint, set.findings.map(({ code }) => code)])).toEqual([
    ['A', ['missing-volumes', 'other-packing']],
    ['B', ['missing-volumes', 'other-packing']],
  ])
  const units = groupVolumes([volume('1 of 2', 'A'), volume('2 of 2', 'A', 'h')])
  expect(units.map(set => [set.group, set.findings.map(({ code }) => code)])).toEqual([
    ['g', ['missing-volumes']],
    ['h', ['missing-volumes']],
  ])
})

test('a bundle without a manifest has no fingerprint to compare', async () => {
  const bag = await soundBag()
  bag.delete('manifest-sha256.txt')
  reseal(bag)
  const [set] = await verifyVolumes(await bagsOf(await zipOf(bag)))
  expect(set?.recomputed).toBeNull()
  expect(runToEnd(recomputeFingerprint([{ listed: [] }, { listed: undefined }]))).toBeNull()
})

test('readFingerprint() takes what people type off the paper', () => {
  const typed = [
    '6F2A-91C4-0B77-E3D0',
    '6f2a91c40b77e3d0',
    ' ６Ｆ２Ａ－９１ｃ４　０Ｂ７７—Ｅ３Ｄ０ ',
    '6F2A 91C4 0B77 E3D0',
    '6f2a–91c4_0b77·e3d0',
  ]
  for (const text of typed) expect(readFingerprint(text), text).toBe('6F2A-91C4-0B77-E3D0')
  for (const text of [
    '',
    '6F2A',
    '6F2A-91C4-0B77-E3D',
    '6F2A-91C4-0B77-E3D0F',
    '6F2A-91C4-0B77-E3DO',
    '校验码',
  ])
    expect(readFingerprint(text), text).toBeNull()
})
