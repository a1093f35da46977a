/** Bundles, really packed, to hand-ins: whatever order their ZIPs come in. */

import { applyChange, type Change } from '../../../src/core/checklist/change'
import type { Checklist } from '../../../src/core/checklist/checklist'
import { missingVolumes } from '../../../src/core/intake/hand-in'
import { soundnessOf } from '../../../src/core/intake/soundness'
import { bytesOf, pack, type Stored, sha256Of } from '../generate'
import { expect, test } from '../runner'
import { checklistAfter, fileOf, noon } from '../samples'
import { flip } from '../zip/archives'
import { receive } from './offices'

const texts = ['甲', '乙', '丙', '丁'].map(name => ({ name, bytes: bytesOf(name, 40_000) }))
const files = texts.map(({ name, bytes }) =>
  fileOf(`${name}.bin`, name, { sha256: sha256Of(bytes), size: 40_000 }),
)
const blobs = new Map(texts.map(({ bytes }) => [sha256Of(bytes), new Blob([bytes])]))
const checklist = checklistAfter(
  { kind: 'set-ready', item: '0-1', ready: true },
  ...files.map((file, i): Change => ({ kind: 'add-files', item: `0-${i < 2 ? 1 : 3}`, files: [file] })),
)
const stored: Stored = { checklist, blobs }
const codes = (findings: { finding: { code: string } }[]) => findings.map(({ finding }) => finding.code)

test('a bundle is one hand-in with its checklist, its code recomputed and all its files', async () => {
  const { files: zips, fingerprint } = await pack(stored)
  const { handIns } = await receive(zips)
  expect(handIns).toHaveLength(1)
  expect(handIns[0]).toMatchObject({
    checklist: { ...checklist, removed: [] } satisfies Checklist,
    fingerprint,
    declaredFingerprint: fingerprint,
    archives: zips.map(({ name }) => name),
    volumes: { found: [1], count: 1 },
    findings: [],
    packed: '2022-12-20',
    report: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/), size: expect.any(Number) },
  })
  expect(handIns[0]?.present).toEqual(new Set(files.map(({ sha256 }) => sha256)))
})

test('volumes in any order are one hand-in; one that is missing is named, and completes it when it comes', async () => {
  const { files: zips, fingerprint } = await pack(stored, 100_000)
  expect(zips.length).toBeGreaterThan(2)
  const backwards = [...zips].reverse()
  const partial = (await receive(backwards.slice(1))).handIns
  expect(partial).toHaveLength(1)
  const [waiting] = partial
  expect(waiting && missingVolumes(waiting)).toEqual([zips.length])
  expect(waiting && soundnessOf(waiting)).toEqual({ kind: 'waiting', volumes: [zips.length] })
  expect(waiting).toMatchObject({ fingerprint: '', declaredFingerprint: fingerprint })

  const [whole] = (await receive(backwards)).handIns
  expect(whole && soundnessOf(whole)).toEqual({ kind: 'sound' })
  expect(whole).toMatchObject({ id: waiting?.id, fingerprint })
  expect(whole?.present.size).toBe(4)
})

test('the same bundle twice is one hand-in that says so; a later one of the same checklist is another', async () => {
  const { files: zips } = await pack(stored)
  const [zip] = zips as [File]
  const twice = await receive([zip, new File([zip], '同一个（2）.zip')])
  expect(twice.handIns).toHaveLength(1)
  expect(twice.handIns[0]?.archives).toEqual([zip.name, '同一个（2）.zip'])
  expect(codes(twice.handIns[0]?.findings ?? [])).toEqual(['doubled-volume'])

  const remark = { kind: 'set-remark', item: '0-1', remark: '补报' } as const
  const later = await pack({ checklist: applyChange(checklist, remark, noon), blobs })
  const both = (await receive([...later.files, zip])).handIns
  expect(both.map(({ checklist }) => checklist.answers['0-1']?.remark)).toEqual(['补报', ''])
  expect(new Set(both.map(({ id }) => id)).size).toBe(2)
  expect(both.flatMap(({ findings }) => findings)).toEqual([])
})

test('an intact copy stands for a damaged one, whichever comes first, and names the archive that can go', async () => {
  const [zip] = (await pack(stored)).files as [File]
  const bad = await flip(zip, texts[0]?.bytes)
  for (const both of [
    [bad, zip],
    [zip, bad],
  ]) {
    const { handIns } = await receive(both)
    expect(handIns.map(soundnessOf)).toEqual([{ kind: 'sound' }])
    expect(handIns[0]?.findings).toEqual([
      { archive: '改过.zip', finding: { code: 'damaged-double', volume: 1, left: 0 } },
    ])
    expect(handIns[0]?.present.size).toBe(4)
  }
})

test('an altered file is a finding with its archive, and not among those that are there', async () => {
  const { files: zips } = await pack(stored)
  const [handIn] = (await receive([await flip(zips[0] as File, texts[0]?.bytes)])).handIns
  expect(handIn?.findings).toMatchObject([{ archive: '改过.zip', finding: { code: 'altered' } }])
  expect(handIn?.present.has(files[0]?.sha256 ?? '')).toBe(false)
  expect(handIn?.damaged).toEqual(new Map([[files[0]?.sha256, 'altered']]))
  expect(handIn?.present.size).toBe(3)
})

test('what holds no checklist is no hand-in and stops no other', async () => {
  const { files: zips } = await pack(stored)
  const others = [new File(['不是压缩包'], '说明.txt'), new File([], '空.zip')]
  const { handIns } = await receive([others[0] as File, ...zips, others[1] as File])
  expect(handIns).toHaveLength(1)
})
