/** 补充包 at the office: put together with its bundle, whichever came first; alone it says what is missing. */

import { supplementOf } from '../../../src/core/bundle/supplement'
import type { Checklist } from '../../../src/core/checklist/checklist'
import { collate } from '../../../src/core/intake/collate'
import type { HandIn } from '../../../src/core/intake/hand-in'
import { completeSupplements, fingerprintsOf } from '../../../src/core/intake/supplement'
import { partIdsOf } from '../../../src/core/intake/unite'
import { buildReply } from '../../../src/core/review/reply'
import { applyReviewChange, buildReview } from '../../../src/core/review/review'
import { seeItem, standingIn } from '../../../src/core/review/seen'
import { sayFinding } from '../../../src/wording/finding'
import { expect, test } from '../runner'
import { afterChanges, catalogue, checklistAfter, fileOf, noon } from '../samples'
import { handInOf } from './hand-ins'

const plan = fileOf('方案.pdf')
const stamped = fileOf('盖章方案.pdf')
const first = checklistAfter(
  { kind: 'set-ready', item: '0-1', ready: true },
  { kind: 'add-files', item: '0-1', files: [fileOf('机构.pdf')] },
  { kind: 'add-files', item: '0-2', files: [plan] },
)
const base = handInOf(first, [], {
  fingerprint: 'AAAA-AAAA-AAAA-AAAA',
  findings: [
    {
      archive: '包.zip',
      finding: { code: 'altered', path: 'data/a' },
      file: { item: '0-2', name: plan.name },
    },
    { archive: '包.zip', finding: { code: 'repacked' } },
  ],
})
const [row] = collate(catalogue, [base]).rows
const review = (['0-1', '0-2'] as const).reduce(
  (before, item) =>
    applyReviewChange(
      before,
      {
        kind: 'word',
        item,
        verdict: item === '0-1' ? 'accepted' : 'returned',
        note: '没有盖章',
        seen: seeItem(base, item),
        by: '甲',
      },
      noon,
    ),
  buildReview(first),
)
const reply = buildReply(row as never, review, { office: '县质强办', now: noon })
const later = new Date('2022-12-27T01:00:00.000Z')

const repaired = afterChanges(
  first,
  [
    { kind: 'take-reply', reply: reply as never },
    { kind: 'add-files', item: '0-2', files: [stamped] },
    { kind: 'remove-file', item: '0-2', sha256: plan.sha256 },
    { kind: 'set-repaired', item: '0-2', repaired: true },
    { kind: 'set-response', item: '0-2', response: '已盖章' },
  ],
  later,
)
const supplement = handInOf(supplementOf(repaired) as Checklist, [], {
  fingerprint: 'BBBB-BBBB-BBBB-BBBB',
  arrived: 2,
})

test('the reply names what was returned and the bundle it is about; what is good is counted', () => {
  expect(reply).toMatchObject({
    accepted: 1,
    fingerprints: ['AAAA-AAAA-AAAA-AAAA'],
    notes: { '0-2': { verdict: 'returned', note: '没有盖章', files: [plan.sha256] } },
  })
  expect(buildReply(row as never, buildReview(first), { office: '县质强办', now: noon })).toBeNull()
})

test('both together have the items of the 补充包 anew and every other as it was, in whichever order they came', () => {
  for (const handIns of [
    [base, supplement],
    [supplement, base],
  ]) {
    const [unit, ...others] = collate(catalogue, completeSupplements(handIns)).rows
    expect(others).toEqual([])
    const both = unit?.handIn as HandIn
    expect(partIdsOf(both)).toEqual([base.id, supplement.id])
    expect(both.checklist.answers['0-1']).toEqual(first.answers['0-1'])
    expect(both.checklist.answers['0-2']?.files).toEqual([stamped])
    expect(both.present.has(stamped.sha256)).toBe(true)
    expect(both.findings.map(({ finding }) => finding.code)).toEqual(['repacked'])
    expect(unit?.question).toBeNull()
    expect(unit?.earlier).toEqual([base])
    const standing = (item: string) => standingIn(both, item, review.words[item])
    expect([standing('0-1'), standing('0-2')]).toEqual(['accepted', 'repaired'])
    expect(buildReply(unit as never, review, { office: '', now: later })).toBeNull()
  }
})

test('the same again is no hand-in more, and a second 补充包 completes what the first made', () => {
  const both = completeSupplements([base, supplement])
  expect(
    collate(catalogue, completeSupplements([base, supplement, { ...supplement, id: 'again' }])).rows,
  ).toHaveLength(1)
  const made = both[both.length - 1] as HandIn
  expect(fingerprintsOf(made)).toEqual(['AAAA-AAAA-AAAA-AAAA', 'BBBB-BBBB-BBBB-BBBB'])
  const next = {
    ...(supplement.checklist as Checklist),
    changed: '2022-12-28T01:00:00.000Z',
    completes: { fingerprints: fingerprintsOf(made), items: ['0-2'] },
  }
  const second = handInOf({ ...next, answers: {} }, [], {
    id: 'third',
    fingerprint: 'CCCC-CCCC-CCCC-CCCC',
    arrived: 3,
  })
  const [unit] = collate(catalogue, completeSupplements([second, supplement, base])).rows
  expect(unit?.handIn.checklist.answers['0-2']).toBeUndefined()
  expect(partIdsOf(unit?.handIn as HandIn)).toEqual([base.id, supplement.id, 'third'])
})

test('without its bundle it says which is missing, and stands for nothing beside another hand-in', () => {
  const [alone] = collate(catalogue, completeSupplements([supplement])).rows
  const [finding] = alone?.handIn.findings ?? []
  expect(finding?.finding).toEqual({ code: 'base-missing', fingerprints: ['AAAA-AAAA-AAAA-AAAA'], items: 1 })
  expect(sayFinding(finding?.finding as never)).toContain('校验码 AAAA-AAAA-AAAA-AAAA')
  const other = handInOf(first, [], { id: 'other', fingerprint: 'DDDD-DDDD-DDDD-DDDD' })
  const [unit] = collate(catalogue, completeSupplements([supplement, other])).rows
  expect(unit?.handIn).toBe(other)
  expect(unit?.earlier.map(({ id }) => id)).toEqual([supplement.id])
})
