import type { Change } from '../../../src/core/checklist/change'
import { buildChecklist, type Checklist } from '../../../src/core/checklist/checklist'
import { buildCatalogue } from '../../../src/core/edition/catalogue'
import { type CellState, collate } from '../../../src/core/intake/collate'
import { groupByUnit } from '../../../src/core/intake/group-by-unit'
import { expect, test } from '../runner'
import {
  afterChanges,
  catalogue,
  checklistAfter,
  fileOf,
  morning,
  smallSource,
  withDepartments,
} from '../samples'
import { handInOf, lateHandIn } from './hand-ins'

const small = buildCatalogue(smallSource())

/*
 * Forty units by hand. Departments: w water, c city-office, b both. Answers to 0-1, 1-1-1, 1-1-2, 2-1-1: f ticked with a
 * file, t ticked without, n not applicable with its reason, x without one, u a file and no tick, a ticked with a file whose
 * bytes are not there, - nothing. Cells of 0, 1-1, 2-1: C complete, P partial, T ticked without file, N not applicable,
 * M missing, . not asked. Then items done, items asked for, files, files that are not there.
 */
const forty = `
01 w f f f -  C C .  3/3 3 0
02 w f f t -  C T .  3/3 2 0
03 w f t t -  C T .  3/3 1 0
04 w f n n -  C N .  3/3 1 0
05 w f f n -  C C .  3/3 2 0
06 w f t n -  C T .  3/3 1 0
07 w f f - -  C P .  2/3 2 0
08 w f - - -  C M .  1/3 1 0
09 w - - - -  M M .  0/3 0 0
10 w f u - -  C P .  1/3 2 0
11 w f f u -  C P .  2/3 3 0
12 w f u u -  C P .  1/3 3 0
13 w f x x -  C P .  1/3 1 0
14 w f f x -  C P .  2/3 2 0
15 w f a f -  C P .  2/3 3 1
16 w f a a -  C P .  1/3 3 2
17 w a f f -  P C .  2/3 3 1
18 w t f f -  T C .  3/3 2 0
19 w n f f -  N C .  3/3 2 0
20 w x f f -  P C .  2/3 2 0
21 w u f f -  P C .  2/3 3 0
22 w f n - -  C P .  2/3 1 0
23 w f n x -  C P .  2/3 1 0
24 w f t - -  C P .  2/3 1 0
25 w f - f -  C P .  2/3 2 0
26 c f - - f  C . C  2/2 2 0
27 c f - - t  C . T  2/2 1 0
28 c f - - n  C . N  2/2 1 0
29 c f - - u  C . P  1/2 2 0
30 c f - - a  C . P  1/2 2 1
31 c f - - -  C . M  1/2 1 0
32 c n - - n  N . N  2/2 0 0
33 c t - - t  T . T  2/2 0 0
34 c f f - f  C P C  3/4 3 0
35 b f f f f  C C C  4/4 4 0
36 b t t t t  T T T  4/4 0 0
37 b n n n n  N N N  4/4 0 0
38 b - - - -  M M M  0/4 0 0
39 b a a a a  P P P  0/4 4 4
40 b f t n u  C T P  3/4 2 0`
  .trim()
  .split('\n')
  .map(line => line.split(/ +/))

const departments: Record<string, string[]> = {
  w: ['water'],
  c: ['city-office'],
  b: ['water', 'city-office'],
}
const items = ['0-1', '1-1-1', '1-1-2', '2-1-1']
const states: Record<string, CellState> = {
  C: 'complete',
  P: 'partial',
  T: 'ticked-without-file',
  N: 'not-applicable',
  M: 'missing',
}

function answer(item: string, letter: string, unit: string): Change[] {
  const reason: Change = { kind: 'set-reason', item, reason: '无此职责' }
  const without: Change = { kind: 'set-not-applicable', item, notApplicable: true }
  const tick: Change = { kind: 'set-ready', item, ready: true }
  const add: Change = { kind: 'add-files', item, files: [fileOf(`${unit} ${item}.pdf`)] }
  const all: Record<string, Change[]> = { f: [tick, add], a: [tick, add], t: [tick], u: [add], x: [without] }
  return letter === 'n' ? [without, reason] : (all[letter] ?? [])
}

test('forty units collated are what somebody counted by hand', () => {
  const handIns = forty.map(([number = '', department = '', ...rest]) => {
    const letters = rest.slice(0, 4)
    const unit = { name: `单位${number}`, departments: departments[department] ?? [], contact: '', phone: '' }
    const checklist = afterChanges(
      buildChecklist(number, '2031', unit, morning),
      letters.flatMap((letter, i) => answer(items[i] as string, letter, number)),
      morning,
    )
    const lost = letters.flatMap((letter, i) => (letter === 'a' ? [fileOf(`${number} ${items[i]}.pdf`)] : []))
    return handInOf(checklist, lost)
  })
  const { columns, rows } = collate(small, handIns)
  expect(columns.map(({ section }) => section.id)).toEqual(['0', '1-1', '2-1'])
  expect(columns.map(({ department }) => department?.id)).toEqual([undefined, 'water', 'city-office'])
  const found = rows.map(({ unit, cells, total }) => ({
    unit,
    states: ['0', '1-1', '2-1'].map(id => cells.get(id)?.state),
    sums: `${total.done}/${total.total} ${total.files} ${total.absent}`,
  }))
  const expected = forty.map(([number, , , , , , ...rest]) => ({
    unit: `单位${number}`,
    states: rest.slice(0, 3).map(letter => states[letter]),
    sums: rest.slice(3).join(' '),
  }))
  expect(found).toHaveLength(40)
  expect(found).toEqual(expected)
})

test('the columns stand by department, each as it is printed, and only those somebody has something in', () => {
  const all = withDepartments(
    checklistAfter(),
    catalogue.departments.map(({ id }) => id),
  )
  const { columns } = collate(catalogue, [handInOf(all)])
  const order = columns.map(({ department }) =>
    catalogue.departments.findIndex(({ id }) => id === department?.id),
  )
  expect(order).toEqual([...order].sort((a, b) => a - b))
  // 共性资料 and the 22 rows with a list of evidence.
  expect(columns).toHaveLength(23)
  expect(collate(catalogue, []).columns).toEqual([])
})

test('「其他」 counts as done nowhere, but what is there is shown; so is a row that is another department’s', () => {
  const other: Change = { kind: 'add-files', item: '10-1-0', files: [fileOf('其他.pdf')] }
  const { rows } = collate(catalogue, [handInOf(checklistAfter(other))])
  expect(rows[0]?.cells.get('10-1')).toMatchObject({ state: 'partial', done: 0, total: 0, files: 1 })
})

test('a score is in the cell as typed, also where the row asks for nothing, and summed up as numbers', () => {
  const score = (indicator: string, score: string) => ({ kind: 'set-score', indicator, score }) as const
  const { rows } = collate(catalogue, [handInOf(checklistAfter(score('1-1', '3.5'), score('8-1', '不知道')))])
  expect(rows[0]?.cells.get('1-1')).toMatchObject({ state: 'not-asked', score: '3.5' })
  expect(rows[0]?.cells.get('8-1')?.score).toBe('不知道')
  expect(rows[0]?.scores).toMatchObject({ earned: 3.5, wrong: 1 })
})

test('what the edition no longer asks for has a column of its own, last', () => {
  const gone: Change = { kind: 'add-files', item: '99-9-1', files: [fileOf('旧.pdf')] }
  const { columns, rows } = collate(catalogue, [handInOf(checklistAfter(gone))])
  expect(columns[columns.length - 1]?.section.id).toBe('gone')
  expect(rows[0]?.cells.get('gone')).toMatchObject({ total: 0, files: 1 })
})

test('one unit is the same checklist or the same name; the latest counts, the earlier stay, newest first', () => {
  const named = (id: string, name: string, hour: number): Checklist => {
    const at = new Date(Date.UTC(2022, 11, 20, hour))
    return { ...buildChecklist(id, '2022', { name, departments: [], contact: '', phone: '' }, at) }
  }
  const handIns = [
    handInOf(named('a', '青禾县教育局', 3)),
    handInOf(named('b', '青禾县 教育局', 5)),
    handInOf(named('c', '青禾县水利局', 4)),
    // Renamed since: its checklist is the same.
    handInOf(named('a', '青禾县教育和体育局', 4)),
  ]
  const groups = groupByUnit(handIns).map(group => group.map(({ checklist }) => checklist.unit.name))
  expect(groups).toEqual([['青禾县 教育局', '青禾县教育和体育局', '青禾县教育局'], ['青禾县水利局']])
})

test('of one change that was packed twice the later packing counts', () => {
  const checklist = checklistAfter()
  const [group] = groupByUnit([lateHandIn(checklist, '2022-12-20'), lateHandIn(checklist, '2022-12-22')])
  expect(group?.map(({ packed }) => packed)).toEqual(['2022-12-22', '2022-12-20'])
})

test('units that wrote no name stand apart, each under words that can be seen and pressed', () => {
  const nameless = (id: string, name: string) => {
    const checklist = checklistAfter()
    return handInOf({ ...checklist, id, unit: { ...checklist.unit, name } })
  }
  const { rows } = collate(catalogue, [nameless('a', ''), nameless('b', ' \u200b'), nameless('c', '县甲局')])
  expect(rows.map(({ unit }) => unit)).toEqual(['（没有写单位名称）', '（没有写单位名称）', '县甲局'])
})
