import type { Finding } from '../../../src/core/bag/finding'
import { applyChange } from '../../../src/core/checklist/change'
import { buildChecklist } from '../../../src/core/checklist/checklist'
import { collate } from '../../../src/core/intake/collate'
import { isLate } from '../../../src/core/intake/hand-in'
import { filterMatrix, noFilter } from '../../../src/core/intake/matrix-filter'
import { matchesPaper, soundnessOf } from '../../../src/core/intake/soundness'
import { expect, test } from '../runner'
import { catalogue, checklistAfter, fileOf, morning } from '../samples'
import { flawedHandIn, handInOf, lateHandIn } from './hand-ins'

const altered = { code: 'altered', path: 'data/a' } as const
const missingVolumes: Finding = { code: 'missing-volumes', volumes: [2], count: 2 }
const repacked = { code: 'repacked' } as const

test('soundnessOf(): notices do not count, volumes still to come are no flaw, an error is', () => {
  const checklist = checklistAfter()
  expect(soundnessOf(flawedHandIn(checklist))).toEqual({ kind: 'sound' })
  expect(soundnessOf(flawedHandIn(checklist, repacked))).toEqual({ kind: 'sound' })
  const waiting = { ...flawedHandIn(checklist, missingVolumes), volumes: { found: [1, 3], count: 3 } }
  expect(soundnessOf(waiting)).toEqual({ kind: 'waiting', volumes: [2] })
  expect(soundnessOf(flawedHandIn(checklist, repacked, altered, missingVolumes))).toEqual({
    kind: 'flawed',
    errors: [{ archive: '包.zip', finding: altered }],
  })
})

test('matchesPaper() takes what a person types off the paper, and says nothing of half a code', () => {
  const handIn = handInOf(checklistAfter())
  expect(matchesPaper(handIn, ' 6f2a 91c4 0b77 e3d0 ')).toBe(true)
  expect(matchesPaper(handIn, '６Ｆ２Ａ－９１Ｃ４－０Ｂ７７－Ｅ３Ｄ０')).toBe(true)
  expect(matchesPaper(handIn, '6F2A-91C4-0B77-E3D1')).toBe(false)
  expect(matchesPaper(handIn, '6F2A-91C4')).toBe(null)
  expect(matchesPaper(handIn, '')).toBe(null)
  // While a volume is missing the code its bag gives is all there is.
  expect(matchesPaper({ ...handIn, fingerprint: '' }, '6F2A91C40B77E3D0')).toBe(true)
  expect(matchesPaper({ ...handIn, fingerprint: '', declaredFingerprint: '' }, '6F2A91C40B77E3D0')).toBe(null)
})

test('isLate() is after the deadline by the day of packing or by the last change', () => {
  const deadline = '2022-12-25T16:00:00+08:00'
  const changedAt = (instant: string) => ({ ...checklistAfter(), changed: instant })
  expect(isLate(lateHandIn(changedAt('2022-12-25T07:59:59Z'), '2022-12-25'), deadline)).toBe(false)
  expect(isLate(lateHandIn(changedAt('2022-12-25T08:00:01Z'), '2022-12-25'), deadline)).toBe(true)
  expect(isLate(lateHandIn(changedAt('2022-12-20T01:00:00Z'), '2022-12-26'), deadline)).toBe(true)
  expect(isLate(lateHandIn(changedAt('2022-12-20T01:00:00Z'), ''), deadline)).toBe(false)
})

test('filterMatrix() leaves the rows and columns that hold what was asked for', () => {
  const unitOf = (name: string, department: string, files: string[]) => {
    const unit = { name, departments: [department], contact: '', phone: '' }
    return files.reduce(
      (checklist, item) =>
        applyChange(
          applyChange(checklist, { kind: 'set-ready', item, ready: true }, morning),
          { kind: 'add-files', item, files: [fileOf(`${name}${item}`)] },
          morning,
        ),
      buildChecklist(name, '2022', unit, morning),
    )
  }
  const matrix = collate(catalogue, [
    handInOf(unitOf('青禾县教育局', 'education', ['0-1'])),
    flawedHandIn(unitOf('青禾县水利局', 'water', []), altered),
    handInOf(unitOf('青禾县农业农村局', 'agriculture', ['11-2-1', '11-2-2', '11-2-3', '11-2-4'])),
  ])
  const shown = (filter: Partial<typeof noFilter>) => {
    const { rows, columns } = filterMatrix(matrix, { ...noFilter, ...filter })
    return [rows.map(({ unit }) => unit.slice(3)), columns.map(({ section }) => section.id)]
  }
  expect(shown({})).toEqual([
    ['教育局', '农业农村局', '水利局'],
    matrix.columns.map(({ section }) => section.id),
  ])
  expect(shown({ department: 'agriculture' })).toEqual([['农业农村局'], ['11-2']])
  expect(shown({ unit: ' 教 育' })[0]).toEqual(['教育局'])
  expect(shown({ state: 'complete' })).toEqual([['农业农村局'], ['11-2']])
  expect(shown({ state: 'flawed' })[0]).toEqual(['水利局'])
  expect(shown({ department: 'education', state: 'complete' })).toEqual([[], []])
  expect(shown({ state: 'not-applicable' })).toEqual([[], []])
})

test('filterMatrix() finds 不适用 where one item of many is', () => {
  const unit = { name: '青禾县教育局', departments: ['education'], contact: '', phone: '' }
  const empty = buildChecklist('e', '2022', unit, morning)
  const one = applyChange(empty, { kind: 'set-not-applicable', item: '0-5', notApplicable: true }, morning)
  const { rows, columns } = filterMatrix(collate(catalogue, [handInOf(one)]), {
    ...noFilter,
    state: 'not-applicable',
  })
  expect([rows.length, columns.map(({ section }) => section.id)]).toEqual([1, ['0']])
})
