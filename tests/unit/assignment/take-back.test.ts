/** What teams handed back, taken into the unit's checklist: in any order, again, and once more after they worked on. */
import { overviewOf } from '../../../src/core/assignment/overview'
import { bringIn, findConflicts } from '../../../src/core/assignment/take-back'
import { answerOf, type Checklist, usedFiles } from '../../../src/core/checklist/checklist'
import type { SettledText } from '../../../src/core/checklist/merge'
import { sectionsOf } from '../../../src/core/checklist/progress'
import { parseChecklist, writeChecklist } from '../../../src/core/checklist/record'
import { reportFields, reportParagraphs } from '../../../src/core/report/report'
import { expect, test } from '../runner'
import { catalogue, fileOf, freeze, replyTo } from '../samples'
import { after, equipment, measures, office, plan, whole } from './parts'

const now = new Date('2022-12-21T01:00:00.000Z')
const take = (mine: Checklist, theirs: Checklist, settled: SettledText[] = [], at = now) =>
  bringIn(catalogue, freeze(mine), freeze(theirs), settled, at)
const takeAll = (...parts: Checklist[]) => parts.reduce((mine, part) => take(mine, part), whole)
const names = (checklist: Checklist, item: string) => answerOf(checklist, item).files.map(({ name }) => name)

test('three parts in any order, also twice, make the same checklist to the byte', () => {
  const one = takeAll(measures, equipment, office)
  const text = writeChecklist(one)
  for (const order of [
    [measures, office, equipment],
    [equipment, measures, office],
    [equipment, office, measures],
    [office, measures, equipment],
    [office, equipment, measures],
    [office, office, equipment, measures, equipment, office],
  ])
    expect(writeChecklist(takeAll(...order))).toBe(text)
  const hashes = new Set(
    [whole, measures, equipment, office].flatMap(usedFiles).map(({ file }) => file.sha256),
  )
  expect(new Set(usedFiles(one).map(({ file }) => file.sha256))).toEqual(hashes)
  // Of two teams with one item each file is there once.
  expect(names(one, '0-1')).toHaveLength(4)
  expect(one.unit).toEqual(whole.unit)
  expect(one.report).toEqual({
    texts: { overview: '总体情况。', '9-3': '计量情况。', '10-5': '特种设备情况。' },
    scores: { '10-5': '2' },
  })
  expect(one.part).toBe(undefined)
  expect(take(one, equipment)).toBe(one)
})

test('it says of each what came back, when and how complete, and keeps it through a bundle', () => {
  const one = takeAll(equipment)
  const [back] = one.assignment?.handBacks ?? []
  expect(back).toMatchObject({
    team: '特设股',
    id: equipment.id,
    at: now.toISOString(),
    done: 3,
    total: 3,
    files: 2,
  })
  expect(parseChecklist(JSON.parse(writeChecklist(one)))).toEqual({ ok: true, checklist: one })
  expect(parseChecklist(JSON.parse(writeChecklist(equipment)))).toEqual({ ok: true, checklist: equipment })
})

test('a second hand-back follows what the team changed, without a question, where the unit did not', () => {
  const one = takeAll(measures, equipment)
  const second = after(
    equipment,
    { kind: 'set-report-text', id: '10-5', text: '特种设备情况，改过。' },
    { kind: 'remove-file', item: '10-5-1', sha256: fileOf('电梯.jpg').sha256 },
    { kind: 'add-files', item: '10-5-1', files: [fileOf('电梯（清晰）.jpg')] },
    { kind: 'set-ready', item: '10-5-2', ready: false },
  )
  expect(findConflicts(one, second)).toEqual([])
  const two = take(one, second)
  expect(names(two, '10-5-1')).toEqual(['压力容器检查.pdf', '电梯（清晰）.jpg'])
  expect(two.removed.map(({ file }) => file.name)).toEqual(['电梯.jpg'])
  expect(answerOf(two, '10-5-2').ready).toBe(false)
  expect(two.report.texts['10-5']).toBe('特种设备情况，改过。')
  // The first one once more is older, and changes nothing.
  expect(take(two, equipment)).toBe(two)
})

test('what the unit changed since stays, and where both changed a text a person is asked', () => {
  const one = after(
    takeAll(equipment),
    { kind: 'set-report-text', id: '10-5', text: '联络员改过。' },
    { kind: 'add-files', item: '10-5-1', files: [fileOf('联络员加的.pdf')] },
  )
  const second = after(equipment, { kind: 'set-report-text', id: '10-5', text: '股室改过。' })
  expect(findConflicts(one, second)).toEqual([
    { item: '10-5', field: 'report', mine: '联络员改过。', theirs: '股室改过。' },
  ])
  const settled = [{ item: '10-5', field: 'report' as const, mine: '联络员改过。', text: '股室改过。' }]
  const two = take(one, second, settled)
  expect(two.report.texts['10-5']).toBe('股室改过。')
  expect(names(two, '10-5-1').sort()).toEqual(['压力容器检查.pdf', '电梯.jpg', '联络员加的.pdf'].sort())
})

test('a name that a person gave a file stays in whichever order it comes', () => {
  const renamed = after(office, {
    kind: 'rename-file',
    item: '0-1',
    sha256: fileOf('', '同一份').sha256,
    name: '要点.docx',
  })
  for (const order of [
    [measures, renamed],
    [renamed, measures],
  ])
    expect(names(takeAll(...order), '0-1')).toContain('要点.docx')
})

test('a part is asked its own items and rows alone, and what else it holds stays in sight', () => {
  const ids = sectionsOf(catalogue, office).map(({ id, items }) => [id, items.length] as const)
  expect(ids).toEqual([
    ['0', 1],
    ['7-1', 5],
  ])
  expect(reportFields(catalogue, office).map(({ id }) => id)).toEqual(['7-1'])
  expect(reportParagraphs(catalogue, office).filter(({ kind }) => kind === 'heading')).toHaveLength(1)
  const fewer = after(office, {
    kind: 'set-part',
    part: { of: whole.id, team: '办公室', items: ['0-1'] },
  })
  expect(sectionsOf(catalogue, fewer).map(({ id }) => id)).toEqual(['0', '7-1'])
  expect(answerOf(fewer, '7-1-1').files).toEqual(answerOf(office, '7-1-1').files)
  expect(names(takeAll(fewer), '7-1-1')).toEqual(['成立领导小组.pdf'])
  expect(plan.name).toBe('2022年工作计划.docx')
})

test('what was taken from a team while it worked comes with its part all the same', () => {
  const fewer = after(whole, {
    kind: 'set-team',
    name: '特设股',
    team: { name: '特设股', items: ['10-5-2'] },
  })
  const one = take(fewer, equipment)
  expect(names(one, '10-5-1')).toEqual(['压力容器检查.pdf', '电梯.jpg'])
  expect(one.report.texts['10-5']).toBe('特种设备情况。')
  const special = overviewOf(catalogue, one).find(({ team }) => team.name === '特设股')
  expect(special).toMatchObject({ done: 1, total: 1, handBacks: [{ done: 3, total: 3, files: 2 }] })
})

const said = replyTo(whole, {
  fingerprints: ['6F2A-91C4-0B77-E3D0'],
  notes: {
    '10-5-1': { verdict: 'returned', note: '看不清', at: '2022-12-26T01:00:00.000Z', files: [] },
  },
})

test('what a team says to the office’s word comes back with its part, and goes on as one record', () => {
  const one = after(takeAll(equipment), { kind: 'take-reply', reply: said })
  const second = after(
    equipment,
    { kind: 'take-reply', reply: said },
    { kind: 'set-repaired', item: '10-5-1', repaired: true },
    { kind: 'set-response', item: '10-5-1', response: '换了清楚的' },
    { kind: 'add-files', item: '10-5-1', files: [fileOf('清楚的.jpg')] },
  )
  expect(findConflicts(one, second)).toEqual([])
  const two = take(one, second)
  expect(two.returned?.notes['10-5-1']).toMatchObject({ response: '换了清楚的' })
  expect(two.returned?.notes['10-5-1']?.repaired).not.toBe('')
  expect(names(two, '10-5-1')).toContain('清楚的.jpg')
  // 分工 and 审核意见 stand beside each other in what is stored and packed.
  for (const checklist of [two, second])
    expect(parseChecklist(JSON.parse(writeChecklist(checklist)))).toEqual({ ok: true, checklist })
})

test('a 补充包 of a part, of an older page or made by hand, holds some items alone: nothing it leaves out is given up', () => {
  const one = takeAll(equipment)
  const some = { '10-5-2': answerOf(equipment, '10-5-2') }
  const supplement = after(
    { ...equipment, answers: some, completes: { fingerprints: [], items: ['10-5-2'] } },
    { kind: 'set-remark', item: '10-5-2', remark: '补' },
  )
  const two = take(one, supplement)
  expect(names(two, '10-5-1')).toEqual(names(one, '10-5-1'))
  expect(two.removed).toEqual([])
})
