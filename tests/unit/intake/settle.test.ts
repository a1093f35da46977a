/** Several hand-ins of one unit: which count, which are asked about, what the office's word does. */

import type { Change } from '../../../src/core/checklist/change'
import { buildChecklist, type Checklist } from '../../../src/core/checklist/checklist'
import { collate, type UnitRow } from '../../../src/core/intake/collate'
import type { HandIn } from '../../../src/core/intake/hand-in'
import { chooseCounting, noNotes, withChoice, withCode } from '../../../src/core/intake/notes'
import { expect, test } from '../runner'
import { afterChanges, catalogue, fileOf } from '../samples'
import { handInOf } from './hand-ins'

const name = '青禾县市场监督管理局'
const now = new Date('2022-12-24T00:00:00Z')
const attach = (item: string, ...names: string[]): Change[] => [
  { kind: 'set-ready', item, ready: true },
  { kind: 'add-files', item, files: names.map(each => fileOf(each)) },
]

function checklistOf(id: string, departments: string[], at: string, ...changes: Change[]): Checklist {
  const unit = { name, departments, contact: '', phone: '' }
  const empty = buildChecklist(id, '2022', unit, new Date(at))
  return afterChanges(empty, changes, new Date(at))
}

function rowOf(handIns: readonly HandIn[], notes = noNotes): UnitRow {
  const { rows } = collate(catalogue, handIns, { notes, now })
  expect(rows).toHaveLength(1)
  return rows[0] as UnitRow
}

const ids = (handIns: readonly HandIn[]) => handIns.map(({ id }) => id)
const on = (day: number, hour = 1) => `2022-12-${day}T0${hour}:00:00Z`

test.describe('two checklists under one name', () => {
  const first = handInOf(
    checklistOf(
      'a',
      ['market-regulation'],
      on(20),
      ...attach('7-1-1', '成立.pdf'),
      ...attach('0-1', '计划.pdf'),
    ),
    [],
    { id: 'a' },
  )
  const second = handInOf(
    checklistOf(
      'b',
      ['intellectual-property'],
      on(21),
      ...attach('11-1-1', '专利.pdf'),
      ...attach('0-1', '方案.pdf'),
    ),
    [],
    { id: 'b' },
  )

  test('count together where each answers for other departments: every file and tick of both is there', () => {
    const row = rowOf([second, first])
    expect([row.question, row.earlier, ids(row.parts).sort()]).toEqual([null, [], ['a', 'b']])
    expect(row.total.files).toBe(4)
    expect(row.handIn.checklist.unit.departments.sort()).toEqual([
      'intellectual-property',
      'market-regulation',
    ])
    expect(row.cells.get('0')).toMatchObject({ done: 1, files: 2 })
    // Both came at once: neither is known before the other.
    expect(row.strangers).toHaveLength(2)
  })

  test('count together where departments are the same and items are not', () => {
    const other = handInOf(
      checklistOf('c', ['market-regulation'], on(21), ...attach('7-1-2', '规划.pdf')),
      [],
      {
        id: 'c',
      },
    )
    const row = rowOf([first, other])
    expect([row.question, row.parts.length, row.total.files]).toEqual([null, 2, 3])
  })

  test('are asked about where they answer the same item otherwise, and nothing is lost meanwhile', () => {
    const other = handInOf(
      checklistOf('c', ['market-regulation'], on(21), ...attach('7-1-1', '另一份.pdf')),
      [],
      {
        id: 'c',
        arrived: 2,
      },
    )
    const row = rowOf([first, other])
    expect(row.question).toMatchObject({ kind: 'overlap', items: ['7-1-1'] })
    expect(row.cells.get('7-1')?.files).toBe(2)
    expect(ids(row.strangers)).toEqual(['c'])
    const one = withChoice(noNotes, chooseCounting([first], [first, other]))
    expect(rowOf([first, other], one)).toMatchObject({ question: null, isChosen: true, parts: [first] })
    expect(ids(rowOf([first, other], one).earlier)).toEqual(['c'])
    const both = withChoice(one, chooseCounting([first, other], [first, other]))
    expect(both.choices).toHaveLength(1)
    expect(rowOf([first, other], both)).toMatchObject({ question: null, isChosen: true, total: { files: 3 } })
  })

  test('one says 不适用 and the other does not: asked, whatever the departments', () => {
    const other = handInOf(
      checklistOf('c', ['water'], on(21), { kind: 'set-not-applicable', item: '0-1', notApplicable: true }),
      [],
      { id: 'c' },
    )
    const row = rowOf([first, other])
    expect(row.question).toMatchObject({ kind: 'overlap', items: ['0-1'] })
    // The files are what it applies to.
    expect(row.cells.get('0')?.files).toBe(1)
    expect(row.handIn.checklist.answers['0-1']).toMatchObject({ ready: true, notApplicable: false })
  })

  test('one that holds all of the other stands for both', () => {
    const whole = handInOf(
      checklistOf(
        'c',
        ['market-regulation', 'water'],
        on(19),
        ...attach('7-1-1', '成立.pdf'),
        ...attach('0-1', '计划.pdf', '补充.pdf'),
      ),
      [],
      { id: 'c' },
    )
    const row = rowOf([first, whole])
    expect([ids(row.parts), ids(row.earlier), row.question]).toEqual([['c'], ['a'], null])
  })

  test('what comes after the office’s word is weighed against what it chose', () => {
    const rival = handInOf(
      checklistOf('c', ['market-regulation'], on(21), ...attach('7-1-1', '另.pdf')),
      [],
      {
        id: 'c',
      },
    )
    const notes = withChoice(noNotes, chooseCounting([first], [first, rival]))
    const later = handInOf(
      checklistOf(
        'a',
        ['market-regulation'],
        on(23),
        ...attach('7-1-1', '成立.pdf', '又.pdf'),
        ...attach('0-1', '计划.pdf'),
      ),
      [],
      { id: 'a2', arrived: 2 },
    )
    expect(rowOf([first, rival, later], notes)).toMatchObject({ question: null, parts: [later] })
    const again = handInOf(
      checklistOf('c', ['market-regulation'], on(23), ...attach('7-1-1', '再.pdf')),
      [],
      {
        id: 'c2',
        arrived: 2,
      },
    )
    const row = rowOf([first, rival, again], notes)
    expect([ids(row.parts), row.question?.kind]).toEqual([['a'], 'overlap'])
    expect(rowOf([rival], notes).question).toMatchObject({ kind: 'set-aside' })
    expect(ids(rowOf([rival], notes).strangers)).toEqual(['c'])
  })

  test('a checklist other than the one whose paper was compared is marked, also when it comes alone', () => {
    const rival = handInOf(checklistOf('c', ['market-regulation'], on(21)), [], { id: 'c' })
    const matched = withCode(noNotes, first, first.fingerprint)
    expect(rowOf([rival], matched).strangers).toEqual([rival])
    expect(rowOf([first], matched).strangers).toEqual([])
    expect(rowOf([rival], withCode(noNotes, first, '0000-0000-0000-0000')).strangers).toEqual([])
  })
})

test.describe('clocks', () => {
  const before = (at: string, arrived: number) =>
    handInOf(checklistOf('a', ['water'], at, ...attach('0-1', '计划.pdf')), [], { id: 'before', arrived })
  const after = (at: string, arrived: number, ...names: string[]) =>
    handInOf(checklistOf('a', ['water'], at, ...attach('0-1', ...names)), [], { id: 'after', arrived })

  for (const [at, first] of [
    ['2009-01-01T00:00:00Z', on(20)],
    ['2004-06-01T00:00:00Z', on(20)],
    [on(20), '2099-01-01T00:00:00Z'],
    [on(20), '2031-05-01T00:00:00Z'],
  ] as const) {
    test(`dates ${first.slice(0, 4)} then ${at.slice(0, 4)}: the one that came later and holds more counts, and is asked about`, () => {
      const row = rowOf([before(first, 1), after(at, 2, '计划.pdf', '总结.pdf')])
      expect([ids(row.parts), row.question?.kind]).toEqual([['after'], 'order'])
      // It is the same in one drop: only the contents tell.
      const together = rowOf([after(at, 1, '计划.pdf', '总结.pdf'), before(first, 1)])
      expect([ids(together.parts), together.question?.kind]).toEqual([['after'], 'order'])
    })
  }

  test('nothing contradicts the date: it decides, in whichever order both came in one drop', () => {
    const handIns = [before(on(20), 1), after(on(21), 1, '别的.pdf')]
    for (const each of [handIns, [...handIns].reverse()])
      expect(rowOf(each)).toMatchObject({ question: null, parts: [{ id: 'after' }] })
  })

  test('a date that cannot be right decides nothing alone', () => {
    expect(rowOf([before(on(20), 1), after('2009-01-01T00:00:00Z', 1, '别的.pdf')]).question?.kind).toBe(
      'order',
    )
  })

  test('an older one that is brought later is asked about, and the newer counts meanwhile', () => {
    const row = rowOf([after(on(21), 1, '别的.pdf'), before(on(20), 2)])
    expect([ids(row.parts), row.question?.kind]).toEqual([['after'], 'order'])
  })

  test('the office’s word decides, and can be another one later', () => {
    const handIns = [before(on(20), 1), after('2009-01-01T00:00:00Z', 2, '别的.pdf')] as const
    const older = withChoice(noNotes, chooseCounting([handIns[0]], handIns))
    expect(rowOf(handIns, older)).toMatchObject({ question: null, isChosen: true, parts: [{ id: 'before' }] })
    const newer = withChoice(older, chooseCounting([handIns[1]], handIns))
    expect(rowOf(handIns, newer)).toMatchObject({ question: null, parts: [{ id: 'after' }] })
  })
})
