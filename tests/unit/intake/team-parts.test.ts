/** A team's part that was sent to the office by mistake: it is called a part, and never stands for its unit's own bundle. */

import { bagInfoOf, planBundle } from '../../../src/core/bundle/plan'
import { answerOf, type Checklist } from '../../../src/core/checklist/checklist'
import { collate, type UnitRow } from '../../../src/core/intake/collate'
import type { HandIn } from '../../../src/core/intake/hand-in'
import { chooseCounting, noNotes, withChoice } from '../../../src/core/intake/notes'
import { completeSupplements } from '../../../src/core/intake/supplement'
import { partIdsOf } from '../../../src/core/intake/unite'
import { markHandIns, sayStanding } from '../../../src/wording/hand-ins'
import { after, equipment, measures, whole } from '../assignment/parts'
import { expect, test } from '../runner'
import { catalogue, fileOf } from '../samples'
import { handInOf } from './hand-ins'

const own = handInOf(whole, [], { id: 'own' })
const part = handInOf(after(equipment, { kind: 'set-remark', item: '10-5-1', remark: '晚交' }), [], {
  id: 'part',
  arrived: 2,
})

function rowOf(handIns: readonly HandIn[], notes = noNotes): UnitRow {
  const { rows } = collate(catalogue, handIns, { notes, now: new Date('2022-12-24T00:00:00Z') })
  expect(rows).toHaveLength(1)
  return rows[0] as UnitRow
}

test('beside the unit’s own bundle it does not count, whichever came first or is the later', () => {
  for (const handIns of [
    [own, part],
    [part, own],
  ]) {
    const row = rowOf(handIns)
    expect([row.parts, row.earlier, row.question]).toEqual([[own], [part], null])
    expect(row.total.files).toBe(1)
    expect(sayStanding(row, part)).toBe('只是“特设股”的部分，应交给本单位合并，没有计入')
    expect(markHandIns(row)).not.toContain('要您确定')
  }
})

test('the unit’s own bundle is no stranger because of it, whichever came first or both at once', () => {
  for (const arrived of [0, 1, 2]) {
    const row = rowOf([own, { ...part, arrived }])
    expect([row.strangers, markHandIns(row)]).toEqual([[], ['另有“特设股”的部分，没有计入']])
  }
})

test('alone it is shown as no more than a part: the unit owes all the rest', () => {
  const row = rowOf([part])
  expect(markHandIns(row)).toContain('只有“特设股”的部分')
  expect(row.total).toMatchObject({ done: 3, total: rowOf([own]).total.total })
  const two = rowOf([part, handInOf(measures, [], { id: 'two' })])
  expect(markHandIns(two).join()).toContain('只有“特设股”、“标准计量股”的部分')
})

test('the office may still say that it counts', () => {
  const notes = withChoice(noNotes, chooseCounting([own, part], [own, part]))
  expect(
    rowOf([own, part], notes)
      .parts.map(({ id }) => id)
      .sort(),
  ).toEqual(['own', 'part'])
})

test('the unit’s 补充包 completes its own bundle, and a team’s part stays beside both', () => {
  const base = { ...own, fingerprint: 'AAAA-AAAA-AAAA-AAAA' }
  const anew = after(whole, { kind: 'add-files', item: '0-2', files: [fileOf('盖章方案.pdf')] })
  const items = ['0-2']
  const supplement = handInOf(
    {
      ...anew,
      answers: { '0-2': answerOf(anew, '0-2') },
      completes: { fingerprints: [base.fingerprint], items },
    },
    [],
    { id: 'supplement', fingerprint: 'BBBB-BBBB-BBBB-BBBB', arrived: 3 },
  )
  for (const handIns of [
    [base, part, supplement],
    [supplement, part, base],
  ]) {
    const row = rowOf(completeSupplements(handIns))
    expect(partIdsOf(row.handIn)).toEqual(['own', 'supplement'])
    expect(row.question).toBe(null)
    expect(row.total.files).toBe(2)
    expect(row.earlier.map(({ id }) => id).sort()).toEqual(['own', 'part'])
    expect(sayStanding(row, part)).toContain('没有计入')
  }
  // Without its bundle it says less than a part: then the part stands for the unit, and says that it is one.
  expect(markHandIns(rowOf(completeSupplements([part, supplement])))).toContain('只有“特设股”的部分')
})

test('under another name of the unit it is still its part', () => {
  const { unit } = part.checklist
  const renamed: Checklist = { ...part.checklist, unit: { ...unit, name: '青禾县市场监管局' } }
  expect(rowOf([own, { ...part, checklist: renamed }]).parts).toEqual([own])
})

test('its ZIP and its bag bear the team’s name', () => {
  const plan = planBundle(catalogue, equipment)
  expect(plan.name).toBe('青禾县市场监督管理局-特设股')
  const info = bagInfoOf(
    catalogue,
    equipment,
    { entries: plan.entries, index: 1, count: 1 },
    '',
    '2022-12-20',
  )
  expect(info).toContainEqual(['Yinzheng-Part', '特设股'])
  expect(planBundle(catalogue, whole).name).toBe('青禾县市场监督管理局-2022年质量工作考核资料')
})
