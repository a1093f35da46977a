/** Which numbers begin an entry of a list, which lines are no rows, which tables go on: each with exactly what is asked. */

import type { Question } from '../../../src/publish/question'
import { expect, test } from '../runner'
import { cellAt, importBytes, importPage, printed, row, smallTable, smallTitle } from './small-table'
import { type PlainTable, toPage, toWord } from './table-files'

const evidence = 1
const content = 3

/** A cell of evidence, its items and what is asked. */
const lists: [cell: string, items: string[], ...questions: Question[]][] = [
  ['1、2023年通报；2、10家企业名单；3、5个案例', ['2023年通报', '10家企业名单', '5个案例']],
  ['1．文件\n2．10份通报\n3．12篇信息', ['文件', '10份通报', '12篇信息']],
  ['1、文件;2、3个典型案例;3、总结', ['文件', '3个典型案例', '总结']],
  ['1.2家企业名单；2.3项标准；3.总结', ['2家企业名单', '3项标准', '总结']],
  ['1、12月底前完成；2、总结', ['12月底前完成', '总结']],
  ['1、2篇信息；2、总结', ['2篇信息', '总结']],
  ['1、排名前2、3名的文件；2、总结', ['排名前2、3名的文件', '总结']],
  ['1.增长比例；2.5%以上的证明', ['增长比例；2.5%以上的证明']],
  ['1.5万元以上项目的文件', ['1.5万元以上项目的文件']],
  [
    '1、文件2、3个典型案例3、总结',
    ['文件', '3个典型案例', '总结'],
    { row: '1-1', code: 'list-number-unsure', number: 2, text: '3个典型案例' },
  ],
  ['1、文件\n3、5个案例', ['文件', '5个案例'], { row: '1-1', code: 'list-numbers', numbers: [1, 3] }],
  [
    '1.文件；2.纪要\n1.方案',
    ['文件', '纪要', '方案'],
    { row: '1-1', code: 'list-numbers', numbers: [1, 2, 1] },
  ],
  ['1、文件\n包括：（1）请示；（2）批复。\n2、总结', ['文件包括：（1）请示；（2）批复', '总结']],
  ['一是文件，二是总结。', ['文件', '总结']],
  ['（一）文件（二）总结', ['文件', '总结']],
  ['一、文件；二、总结', ['文件', '总结']],
  ['第一，文件；第二，总结', ['文件', '总结']],
  ['● 文件\n● 总结', ['文件', '总结']],
  ['一、二、三级医院名单', ['一、二、三级医院名单']],
  [
    '①方案。②总结。注：以上材料须加盖公章。',
    ['方案', '总结'],
    { row: '1-1', code: 'list-remark', text: '注：以上材料须加盖公章。' },
  ],
]

for (const [cell, items, ...questions] of lists) {
  test(`the list “${cell.replace(/\n/g, '↵')}” has ${items.length} entries`, async () => {
    const table = smallTable()
    cellAt(table, 1, evidence).text = cell
    const { data, questions: asked } = await importPage(table)
    expect(data.indicators[0]?.items?.map(({ text }) => text)).toEqual(items)
    expect(asked).toEqual(questions)
  })
}

/** A sound table of which a row's content is merged over one more line with this evidence. */
function tableWithTwoLines(first: string, second: string): PlainTable {
  const table = smallTable()
  for (const cell of table[3]?.slice(0, 4) ?? []) cell.rowSpan = 2
  cellAt(table, 3, evidence).text = first
  table.splice(4, 0, row(second))
  return table
}

for (const [first, second, items] of [
  ['成立领导小组的文件', '年度工作计划', ['成立领导小组的文件', '年度工作计划']],
  ['1.文件', '2.计划', ['文件', '计划']],
  ['文件；纪要', '1.计划。2.总结。', ['文件', '纪要', '计划', '总结']],
] satisfies [string, string, string[]][]) {
  test(`evidence on two lines beside one content, “${first}” and “${second}”, is kept apart and asked`, async () => {
    const { data, questions } = await importPage(tableWithTwoLines(first, second))
    expect(data.indicators[2]?.items?.map(({ text }) => text)).toEqual(items)
    for (const item of items) expect(data.indicators[2]?.cells.印证材料清单).toContain(item)
    expect(questions).toEqual([{ row: '2-1', code: 'evidence-gathered', cells: 2, count: items.length }])
  })
}

const remarks: [name: string, line: PlainTable[number], text: string][] = [
  ['in the number cell alone', row('本表一式两份', '', '', '', ''), '本表一式两份'],
  [
    'beside an empty number',
    [{ text: '' }, { text: '本表由市质强办解释，扣分项（每项扣1分）。', columnSpan: 4 }],
    '本表由市质强办解释，扣分项（每项扣1分）。',
  ],
  [
    'of its own kind',
    row('', '备注', '扣分项不计入总分。', '市质强办', ''),
    '备注 扣分项不计入总分。 市质强办',
  ],
  ['for signatures', row('填报人：', '', '审核人：', '', ''), '填报人： 审核人：'],
]

for (const [name, line, text] of remarks) {
  test(`a remark ${name} is no indicator and is said`, async () => {
    const table = [...smallTable(), line]
    const { data, questions } = await importPage(table)
    expect(questions).toEqual([{ code: 'line-left-out', text }])
    expect(printed(data)).toEqual(printed((await importPage(smallTable())).data))
  })
}

test('an indicator whose name begins with 注 is one', async () => {
  const table = smallTable()
  cellAt(table, 3, content + 1).text = '注册商标'
  cellAt(table, 3, content + 2).text = ''
  const { data } = await importPage(table)
  expect(data.indicators[2]?.cells.考核指标).toBe('注册商标')
})

const contacts: PlainTable = [row('单位', '姓名', '职务', '电话', '手机'), row('甲', '乙', '丙', '1', '2')]

test('a table of equal width below words of its own is left out and said', async () => {
  const page = toPage(smallTable(), smallTitle) + toPage(contacts, '附件3 联络员登记表')
  const { data, questions } = await importBytes(Buffer.from(page))
  expect(questions).toEqual([
    { code: 'table-left-out', text: '单位 姓名 职务 电话 手机；甲 乙 丙 1 2' },
    { code: 'lines-left-out', texts: ['附件3 联络员登记表'] },
  ])
  expect(printed(data)).toEqual(printed((await importPage(smallTable())).data))
})

test('a table with its caption inside is left out, and so is what goes on below it', async () => {
  const caption = [{ text: '附件3 联络员登记表', columnSpan: 5 }]
  const tables = [smallTable(), [caption, ...contacts], contacts]
  const { data, questions } = await importBytes(await toWord(tables, [smallTitle]))
  expect(questions).toEqual([
    { code: 'table-left-out', text: '附件3 联络员登记表；单位 姓名 职务 电话 手机；甲 乙 丙 1 2' },
    { code: 'table-left-out', text: '单位 姓名 职务 电话 手机；甲 乙 丙 1 2' },
  ])
  expect(printed(data)).toEqual(printed((await importPage(smallTable())).data))
})
