/** Ids across the years: the same thing keeps its id, a new one never takes an old one, and each doubt is asked. */

import type { EditionFolder } from '../../../src/build/edition'
import { readRows } from '../../../src/core/edition/read-rows'
import { findReusedIds } from '../../../src/core/edition/reused-ids'
import { cellAt, type Imported, importPage, row, smallTable } from '../publish/small-table'
import { type PlainTable, printedTable } from '../publish/table-files'
import { expect, test } from '../runner'
import { readSource, smallSource } from '../samples'
import { realEditions } from './content-copy'

const real = realEditions[0] as EditionFolder

/** An edition whose table is `table`, the rest as in 2022. */
async function editionOf(
  id: string,
  table: PlainTable,
  editions: EditionFolder[] = [],
): Promise<EditionFolder> {
  const { data } = await importPage(table, editions)
  return { ...real, id, files: { ...real.files, indicators: data } }
}

const ids = ({ data }: Imported) => data.indicators.map(({ id }) => id)
const itemIds = ({ data }: Imported) =>
  data.indicators.flatMap(({ items }) => items?.map(({ id }) => id) ?? [])
const evidence = 1
const content = 3

test('a table that says the same keeps every id, whatever happened to spaces, punctuation, width and year', async () => {
  const table = printedTable(readSource()).map(cells =>
    cells.map(cell => ({
      ...cell,
      text: cell.text.replace(/2022/g, '2023').replace(/,/g, '，').replace(/\(/g, '（'),
    })),
  )
  const made = await importPage(table, [real])
  expect(ids(made)).toEqual(real.files.indicators.indicators.map(({ id }) => id))
  expect(itemIds(made)).toEqual(
    real.files.indicators.indicators.flatMap(row => row.items?.map(({ id }) => id) ?? []),
  )
  expect(made.questions.filter(({ code }) => /reworded|near/.test(code))).toEqual([])
})

test('a row that moved to another number keeps its id and prints the new number', async () => {
  const before = await editionOf('2030', smallTable())
  const table = smallTable()
  table.splice(1, 0, row('1', '政策', '出台扶持政策。(0.5分)', '教育部门', ''))
  for (const [index, number] of [
    [2, '2'],
    [4, '3'],
    [5, '4'],
  ] as const)
    cellAt(table, index, 5).text = number
  const made = await importPage(table, [before])
  expect(ids(made)).toEqual(['1-3', '1-1', '1-2', '2-1', '3-1'])
  expect(readRows(made.data).map(({ number }) => number)).toEqual(['1', '2', '2', '3', '4'])
})

test('a new row takes a number nobody ever had, though the old row is long gone', async () => {
  const oldest = await editionOf('2029', smallTable())
  const table = smallTable()
  table.splice(2, 1)
  for (const cell of table[1]?.slice(0, 2) ?? []) cell.rowSpan = 1
  const before = await editionOf('2030', table, [oldest])
  const next = smallTable()
  cellAt(next, 2, content).text = '组织技能比武和宣传。(40分)'
  const made = await importPage(next, [before, oldest])
  expect(ids(made)).toEqual(['1-1', '1-3', '2-1', '3-1'])
  expect(itemIds(made)).toEqual(['1-1-1', '1-1-2', '1-3-1'])
})

test('a row that comes back after years has its old id again', async () => {
  const oldest = await editionOf('2029', smallTable())
  const table = smallTable()
  table.splice(4, 1)
  const before = await editionOf('2030', table, [oldest])
  expect(ids(await importPage(smallTable(), [before, oldest]))).toEqual(['1-1', '1-2', '2-1', '3-1'])
})

test('a reworded row keeps its id with a question', async () => {
  const before = await editionOf('2030', smallTable())
  const table = smallTable()
  cellAt(table, 1, content).text = '深入开展产品质量监督抽查工作。(60分)'
  const made = await importPage(table, [before])
  expect(ids(made)).toEqual(['1-1', '1-2', '2-1', '3-1'])
  expect(made.questions).toEqual([
    {
      row: '1-1',
      code: 'row-reworded',
      before: '开展产品质量监督抽查。(60分)',
      after: '深入开展产品质量监督抽查工作。(60分)',
    },
  ])
})

test('a row that is only somewhat alike gets a new id, and the old one is named', async () => {
  const before = await editionOf('2030', smallTable())
  const table = smallTable()
  cellAt(table, 1, content).text = '开展产品质量风险监测。(60分)'
  const made = await importPage(table, [before])
  expect(ids(made)).toEqual(['1-3', '1-2', '2-1', '3-1'])
  expect(made.questions).toEqual([
    { row: '1-3', code: 'row-near', other: '1-1', text: '开展产品质量监督抽查。(60分)' },
  ])
})

test('items keep their ids when their order changes, and a new one takes the next free', async () => {
  const before = await editionOf('2030', smallTable())
  const table = smallTable()
  cellAt(table, 1, evidence).text = '1.抽查结果及处理情况。2.执法案卷。3.抽查工作方案(盖章)。'
  const made = await importPage(table, [before])
  expect(itemIds(made)).toEqual(['1-1-2', '1-1-3', '1-1-1', '1-2-1'])
  expect(made.questions.map(({ row, code }) => [row, code])).toEqual([['1-1-1', 'item-reworded']])
})

test('a department keeps its id by name; a new one gets an id that is free, with a question', async () => {
  const before = await editionOf('2030', smallTable())
  const table = smallTable()
  cellAt(table, 3, 2).text = '市场监督管理局'
  cellAt(table, 4, 2).text = '青禾事务部门'
  const { data } = await importPage(table, [before])
  expect(data.departments).toEqual([
    { id: 'market-regulation', name: '市场监管部门' },
    { id: 'agriculture', name: '农业农村部门' },
    { id: 'market-regulation-a', name: '市场监督管理局' },
    { id: 'department-a', name: '青禾事务部门' },
  ])
})

test('findReusedIds() reports a row, an item and a material that became something else', () => {
  const later = { ...smallSource(), edition: '2032' }
  const [first] = later.indicators
  if (!first?.items?.[0] || !later.materials.items[0]) throw new Error('the sample has no such entry')
  first.cells.内容 = '受理群众来信来访。'
  first.items[0].text = '群众满意率'
  later.materials.items[0].text = '花名册'
  expect(findReusedIds([smallSource(), later])).toEqual([
    {
      edition: '2032',
      file: 'indicators.yaml',
      entry: '1-1',
      code: 'reused-id',
      year: '2031',
      text: '做好第1-1项工作。',
    },
    {
      edition: '2032',
      file: 'indicators.yaml',
      entry: '1-1-1',
      code: 'reused-id',
      year: '2031',
      text: '印发文件,明确分工',
    },
    {
      edition: '2032',
      file: 'materials.yaml',
      entry: '0-1',
      code: 'reused-id',
      year: '2031',
      text: '2031年度工作计划',
    },
  ])
})

test('findReusedIds() lets a text be reworded and the year change', () => {
  const later = { ...smallSource(), edition: '2032' }
  const [first] = later.indicators
  if (!first?.items?.[0] || !later.materials.items[0]) throw new Error('the sample has no such entry')
  first.items[0].text = '印发工作文件,明确责任分工'
  later.materials.items[0].text = '2032年度工作计划'
  expect(findReusedIds([smallSource(), later])).toEqual([])
})
