import type { Change } from '../../../src/core/checklist/change'
import type { Scoring } from '../../../src/core/edition/catalogue'
import { buildScoreSheet, parseScore } from '../../../src/core/report/score'
import { expect, test } from '../runner'
import { catalogue, checklistAfter, withDepartments } from '../samples'

const points: Scoring = { kind: 'points', points: 5 }
const deduction: Scoring = { kind: 'deduction', points: 2 }
const score = (indicator: string, score: string): Change => ({ kind: 'set-score', indicator, score })

test('parseScore() reads what people type for a number, full-width digits and all', () => {
  for (const [typed, found] of [
    ['5', 5],
    ['0', 0],
    ['4.5', 4.5],
    ['4.25', 4.25],
    ['０．５', 0.5],
    [' 3 ', 3],
  ] as const) {
    expect(parseScore(points, typed), typed).toEqual({ kind: 'points', points: found })
  }
  expect(parseScore(deduction, '1.5')).toEqual({ kind: 'deduction', points: 1.5 })
})

test('parseScore() takes nothing for empty, and whatever is no possible score for wrong', () => {
  for (const typed of ['', '  ', '　']) expect(parseScore(points, typed)).toEqual({ kind: 'empty' })
  for (const text of ['5.01', '6', '-1', '五', '4分', '4,5', '1e0', '.5', '4.125', 'NaN', '是']) {
    expect(parseScore(points, text), text).toEqual({ kind: 'wrong', text })
  }
  expect(parseScore(deduction, '2.5')).toEqual({ kind: 'wrong', text: '2.5' })
})

test('parseScore() of a veto is yes, no, or wrong', () => {
  expect(parseScore({ kind: 'veto' }, '是')).toEqual({ kind: 'veto', happened: true })
  expect(parseScore({ kind: 'veto' }, '否')).toEqual({ kind: 'veto', happened: false })
  expect(parseScore({ kind: 'veto' }, '0')).toEqual({ kind: 'wrong', text: '0' })
})

test('buildScoreSheet() is null while the unit gives no score', () => {
  expect(buildScoreSheet(catalogue, checklistAfter())).toBe(null)
  expect(buildScoreSheet(catalogue, checklistAfter(score('7-1', '5'), score('7-1', '')))).toBe(null)
})

test('buildScoreSheet() adds what was earned and takes off what was deducted, wrong texts left out', () => {
  // 农业农村部门: 2-1 (5 分), 11-2 (4 分), 14-4 (最高扣 1 分).
  const rows = withDepartments(checklistAfter(), ['agriculture'])
  const checklist = withDepartments(
    checklistAfter(score('2-1', '4.1'), score('11-2', '满分'), score('14-4', '0.3')),
    ['agriculture'],
  )
  const sheet = buildScoreSheet(catalogue, checklist)
  expect(rows.unit.departments).toEqual(['agriculture'])
  expect(sheet).toMatchObject({ earned: 4.1, deducted: 0.3, total: 3.8, empty: 0, wrong: 1, veto: null })
  expect(sheet?.rows.map(({ indicator, score }) => [indicator.id, score.kind])).toEqual([
    ['2-1', 'points'],
    ['11-2', 'wrong'],
    ['14-4', 'deduction'],
  ])
})

test('buildScoreSheet() sums without the errors of binary fractions', () => {
  const checklist = checklistAfter(score('1-1', '0.1'), score('6-1', '0.2'), score('14-1', '0.3'))
  expect(buildScoreSheet(catalogue, checklist)).toMatchObject({ earned: 0.3, deducted: 0.3, total: 0 })
})

test('buildScoreSheet() says whether a veto happened, and knows the most that can be earned', () => {
  const office = (answer: string) =>
    withDepartments(checklistAfter(score('14-6', answer)), ['city-quality-office'])
  expect(buildScoreSheet(catalogue, office('否'))).toMatchObject({ veto: false, most: 0, total: 0 })
  expect(buildScoreSheet(catalogue, office('是'))).toMatchObject({ veto: true })
  const all = catalogue.departments.map(({ id }) => id)
  expect(buildScoreSheet(catalogue, withDepartments(checklistAfter(score('1-1', '5')), all))).toMatchObject({
    most: 100,
    empty: 34,
  })
})
