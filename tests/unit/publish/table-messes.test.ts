/** Tables as people make them: a sound one, one mess each; the data stays the same and exactly that is asked. */

import type { Question } from '../../../src/publish/question'
import { expect, test } from '../runner'
import { addColumn, cellAt, importPage, printed, row, smallTable, smallTitle } from './small-table'
import type { PlainTable } from './table-files'

const head = smallTable()[0] ?? []
const evidence = 1
const department = 2
const content = 3

/** What is broken, and the questions; the data must be that of the sound table but for notes. */
const cases: [name: string, breakIt: (table: PlainTable) => void, ...questions: Question[]][] = [
  ['the sound table', () => {}],
  ['a header row repeated after the page break', table => table.splice(3, 0, head)],
  [
    'a header over two lines, spaces between',
    table => {
      cellAt(table, 0, department).text = '评价\n部 门'
      cellAt(table, 0, evidence).text = ' 印证材料 \n清 单'
    },
  ],
  ['a title inside the table', table => table.unshift([{ text: smallTitle, columnSpan: 5 }])],
  [
    'a name over two lines',
    table => {
      cellAt(table, 1, 4).text = '产品\n质量'
    },
  ],
  [
    'a name twice in its cell',
    table => {
      cellAt(table, 1, 4).text = '产品\n质量\n产品\n质量'
    },
    { row: '1-1', code: 'name-doubled', name: '产品质量' },
  ],
  [
    'a name repeated on each row instead of merged',
    table => {
      const [, first = [], second = []] = table
      table[1] = [...row('1', '产品质量'), ...first.slice(2)]
      table[2] = [...row('1', '产品质量'), ...second]
    },
  ],
  [
    'numbers and names left empty instead of merged',
    table => {
      const [, first = [], second = []] = table
      table[1] = [...row('1', '产品质量'), ...first.slice(2)]
      table[2] = [...row('', ''), ...second]
    },
  ],
  [
    'full-width numbers with stops',
    table => {
      cellAt(table, 1, 5).text = '１．'
      cellAt(table, 3, 5).text = '(2)'
      cellAt(table, 4, 5).text = '三'
    },
  ],
  [
    'a number that is none',
    table => {
      cellAt(table, 3, 5).text = '*'
    },
  ],
  [
    'blank rows',
    table => {
      table.push(row('', '', '', '', ''))
      table.splice(3, 0, row('', ' ', '', '', ''))
    },
  ],
  ['a total that adds up', table => table.push([{ text: '合计', columnSpan: 2 }, ...row('100分', '', '')])],
  [
    'a line across the table',
    table => table.push([{ text: '注：本表由市质强办解释。', columnSpan: 5 }]),
    { code: 'line-left-out', text: '注：本表由市质强办解释。' },
  ],
  [
    'a row torn in its evidence by the page break',
    table => {
      cellAt(table, 1, evidence).text = '1.抽查工作方案。2.抽查结果'
      const [, first = []] = table
      for (const cell of first.slice(0, 2)) cell.rowSpan = 3
      table.splice(2, 0, row('', '', '及处理情况。'))
    },
    { row: '1-1', code: 'torn', part: '及处理情况。' },
  ],
  [
    'a row torn by the page break, with the header, number, name and department printed again',
    table => {
      cellAt(table, 3, content).text = '未受理群众'
      table.splice(4, 0, head, row('', '', '投诉。(每项扣1 分,最高扣 2 分)', '', ''))
    },
    { row: '2-1', code: 'torn', part: '投诉。(每项扣1 分,最高扣 2 分)' },
  ],
  [
    'a row torn between two tables',
    table => {
      cellAt(table, 4, content).text = '发生系统性事件的,'
      table.push(row('', '', '考核结果一律为不合格。', '', ''))
    },
    { row: '3-1', code: 'torn', part: '考核结果一律为不合格。' },
  ],
  [
    'scores in full-width brackets',
    table => {
      cellAt(table, 1, content).text = '开展产品质量监督抽查。（60 分）'
      cellAt(table, 3, content).text = '未受理群众投诉。（每项扣１分，最高扣２分）'
    },
  ],
  [
    'numbers of every kind and stray dots',
    table => {
      cellAt(table, 1, evidence).text = '.１、抽查工作方案；.（2）.抽查结果及处理情况;；'
    },
  ],
  [
    'an automatic list',
    table => {
      cellAt(table, 1, evidence).text = '<ol><li>抽查工作方案。</li><li>抽查结果及处理情况。</li></ol>'
    },
  ],
  [
    'a bare number and a comma for a stop',
    table => {
      cellAt(table, 1, evidence).text = '1,抽查工作方案。2抽查结果及处理情况。'
    },
  ],
  [
    'circled numbers on lines',
    table => {
      cellAt(table, 1, evidence).text = '①抽查工作方案\n②抽查结果\n及处理情况'
    },
  ],
  [
    'a list without numbers',
    table => {
      cellAt(table, 1, evidence).text = '抽查工作方案；.抽查结果及处理情况。'
    },
    { row: '1-1', code: 'list-split', count: 2, by: 'punctuation' },
  ],
  [
    'a list of bare lines',
    table => {
      cellAt(table, 1, evidence).text = '抽查工作方案\n抽查结果及处理情况'
    },
    { row: '1-1', code: 'list-split', count: 2, by: 'lines' },
  ],
  [
    'a list that misses a number',
    table => {
      cellAt(table, 1, evidence).text = '1.抽查工作方案。3.抽查结果及处理情况。'
    },
    { row: '1-1', code: 'list-numbers', numbers: [1, 3] },
  ],
]

for (const [name, breakIt, ...questions] of cases) {
  test(`a table with ${name} imports to the same data`, async () => {
    const sound = await importPage(smallTable())
    const table = smallTable()
    breakIt(table)
    const { data, questions: asked } = await importPage(table)
    expect(asked).toEqual(questions)
    expect(printed(data)).toEqual(printed(sound.data))
  })
}

test('an empty department cell continues the one above, with a note and a question', async () => {
  const table = smallTable()
  cellAt(table, 2, department).text = ''
  const { data, questions } = await importPage(table)
  expect(questions).toEqual([
    { row: '1-2', code: 'department-filled', column: '评价部门', name: '市场监管部门' },
  ])
  expect(data.indicators[1]).toMatchObject({
    departments: ['market-regulation'],
    merged: ['序号', '考核指标', '评价部门'],
  })
  expect(data.indicators[1]?.note).toContain('市场监管部门')
})

test('a department merged over rows is said to be merged, without a question', async () => {
  const table = smallTable()
  cellAt(table, 1, department).rowSpan = 2
  table[2]?.splice(1, 1)
  const { data, questions } = await importPage(table)
  expect(questions).toEqual([])
  expect(data.indicators[1]).toMatchObject({
    departments: ['market-regulation'],
    merged: ['序号', '考核指标', '评价部门'],
  })
})

test('a column nobody knows is kept with its cells, and asked of nobody', async () => {
  const table = smallTable()
  addColumn(table, 2, ['栏目甲', '新增'])
  const { data, questions } = await importPage(table)
  expect(questions).toEqual([])
  expect(data.columns.find(({ name }) => name === '栏目甲')).toEqual({ name: '栏目甲', role: 'none' })
  expect(data.indicators.map(({ cells }) => cells.栏目甲)).toEqual(['新增', undefined, undefined, undefined])
})
