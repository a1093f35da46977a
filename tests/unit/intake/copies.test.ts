/** The same report again: rolled up and on its own, damaged and whole. It counts once, and the better of them counts. */

import type { AttachedFile } from '../../../src/core/checklist/checklist'
import { collate, type UnitRow } from '../../../src/core/intake/collate'
import { compareCopies } from '../../../src/core/intake/resubmission'
import { soundnessOf } from '../../../src/core/intake/soundness'
import { bytesOf, pack, sha256Of } from '../generate'
import { expect, test } from '../runner'
import { catalogue, checklistAfter, fileOf } from '../samples'
import { flip } from '../zip/archives'
import { handInOf } from './hand-ins'
import { type Office, receive, rollUp } from './offices'

const texts = ['甲', '乙', '丙'].map(name => bytesOf(name, 40_000))
const files = texts.map((bytes, i) => fileOf(`${i + 1}.bin`, '', { sha256: sha256Of(bytes), size: 40_000 }))
const checklist = checklistAfter({ kind: 'add-files', item: '0-1', files })
const stored = { checklist, blobs: new Map(texts.map(bytes => [sha256Of(bytes), new Blob([bytes])])) }

/** The one row that all of it makes. */
function rowOf({ handIns }: Pick<Office, 'handIns'>) {
  const { rows } = collate(catalogue, handIns)
  expect(rows).toHaveLength(1)
  return rows[0] as UnitRow
}

test('a unit’s own bundle beside the roll-up of it counts once, and nothing differs', async () => {
  const own = (await pack(stored)).files
  const { files: rolled } = await rollUp(await receive(own))
  const { handIn, earlier, copies } = rowOf(await receive([...rolled, ...own]))
  expect([handIn.office, earlier, copies.map(({ office }) => office)]).toEqual(['', [], ['县质强办']])
  expect(copies.map(copy => compareCopies(handIn, copy))).toEqual([null])
})

test('an intact bundle counts before the roll-up of a damaged one', async () => {
  const own = (await pack(stored)).files
  const { files: rolled } = await rollUp(await receive([await flip(own[0] as File, texts[0])]))
  expect(soundnessOf(rowOf(await receive(rolled)).handIn).kind).toBe('flawed')
  const { handIn, earlier, copies } = rowOf(await receive([...rolled, ...own]))
  expect([handIn.office, soundnessOf(handIn).kind, earlier]).toEqual(['', 'sound', []])
  expect(copies).toHaveLength(1)
})

test('the volume that a roll-up lacked completes it; what that volume alone lacks is said of it', async () => {
  const volumes = (await pack(stored, 100_000)).files
  const { files: rolled } = await rollUp(await receive(volumes.slice(1)))
  expect(rowOf(await receive(rolled)).total.absent).toBeGreaterThan(0)
  const { handIn, copies, total } = rowOf(await receive([...rolled, volumes[0] as File]))
  expect([handIn.office, soundnessOf(handIn), total.absent]).toEqual(['县质强办', { kind: 'sound' }, 0])
  expect(handIn.findings.map(({ finding }) => finding.code)).toEqual(['completed-since'])
  expect(handIn.fingerprint).toBe(handIn.declaredFingerprint)
  expect(handIn.archives).toEqual([rolled[0]?.name, volumes[0]?.name])
  expect(copies.map(copy => compareCopies(handIn, copy))).toMatchObject([
    { volumes: volumes.slice(1).map((_, i) => i + 2), onlyHere: [], errors: 0 },
  ])
})

test('of two copies the one with more of the files counts, and the other is told by what it lacks and has', () => {
  const [first, second, third] = files as [AttachedFile, AttachedFile, AttachedFile]
  const less = handInOf(checklist, [first, second], { id: 'less' })
  const more = handInOf(checklist, [third], { id: 'more', office: '县质强办' })
  const { handIn, copies } = rowOf({ handIns: [less, more] })
  expect([handIn.id, copies.map(({ id }) => id)]).toEqual(['more', ['less']])
  expect(compareCopies(more, less)).toEqual({
    volumes: [],
    lacking: [first, second],
    onlyHere: [third],
    errors: 0,
  })
})
