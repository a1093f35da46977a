/** Tables as files bring them: columns of their own, several tables, other encodings, many rows; and lists that are hard to split. */

import type { Question } from '../../../src/publish/question'
import { expect, test } from '../runner'
import {
  addColumn,
  cellAt,
  importBytes,
  importPage,
  printed,
  row,
  smallTable,
  smallTitle,
} from './small-table'
import { type PlainTable, toCsv, toPage, toWord } from './table-files'

const head = smallTable()[0] ?? []
const evidence = 1
const department = 2
const content = 3

const others: [name: string, breakIt: (table: PlainTable) => void, ...questions: Question[]][] = [
  [
    'no department in the first row',
    table => {
      cellAt(table, 1, department).text = ''
    },
    { row: '1-1', code: 'department-missing' },
  ],
  [
    'two departments in a cell',
    table => {
      cellAt(table, 4, department).text = '市质强办\n公安部门'
    },
  ],
  [
    'a name filled in below another number',
    table => {
      cellAt(table, 4, 4).text = ''
    },
    { row: '3-1', code: 'name-filled', column: '考核指标', name: '服务质量' },
  ],
  [
    'points that do not make 100',
    table => {
      cellAt(table, 1, content).text = '开展产品质量监督抽查。(50分)'
    },
    { code: 'total-unknown', found: 90 },
  ],
  [
    'a printed total that differs',
    table => table.push([{ text: '合 计', columnSpan: 2 }, ...row('120', '', '')]),
    { code: 'total-differs', printed: 120, found: 100 },
  ],
  [
    'a row without a score',
    table => {
      cellAt(table, 4, content).text = '发生系统性事件的。'
    },
    { row: '3-1', code: 'score-missing' },
  ],
  [
    'a deduction without a limit',
    table => {
      cellAt(table, 3, content).text = '未受理群众投诉。(每项扣1 分)'
    },
    { row: '2-1', code: 'score-without-limit', text: '每项扣1 分' },
  ],
  [
    'several scores in a row',
    table => {
      cellAt(table, 1, content).text = '开展抽查(20分);公布结果(40分)。'
    },
    { row: '1-1', code: 'score-several', found: ['20', '40'], points: 60 },
  ],
  [
    'one list merged over two rows',
    table => {
      cellAt(table, 1, evidence).rowSpan = 2
      table[2]?.pop()
    },
    {
      row: '1-2',
      code: 'cells-shared',
      cells: [{ name: '印证材料清单', text: '1.抽查工作方案。2.抽查结果及处理情况。' }],
    },
  ],
]

for (const [name, breakIt, ...questions] of others) {
  test(`a table with ${name} raises one question`, async () => {
    const table = smallTable()
    breakIt(table)
    expect((await importPage(table)).questions).toEqual(questions)
  })
}

test('scores in a column of their own count as those in the text do', async () => {
  const table = smallTable()
  const scores = ['分值', '60', '４０分', '-2', '否决']
  addColumn(table, 2, scores)
  for (const index of [1, 2, 3]) {
    const cell = cellAt(table, index, content + 1)
    cell.text = cell.text.replace(/\(.*\)/, '')
  }
  const { data, questions } = await importPage(table)
  expect(questions).toEqual([])
  expect(data.indicators.map(({ points, deduction, veto }) => points ?? deduction ?? veto)).toEqual([
    60,
    40,
    2,
    true,
  ])
})

test('what the column 是否需要印证材料 says is kept, and asked where the list says otherwise', async () => {
  const table = smallTable()
  const required = ['是否需要印证材料', '是', '否', '否', '']
  addColumn(table, 1, required)
  const { data, questions } = await importPage(table)
  expect(questions).toEqual([{ row: '1-2', code: 'evidence-unlike-required', required: '否' }])
  expect(data.indicators.map(({ cells }) => cells.是否需要印证材料)).toEqual(['是', '否', '否', undefined])
})

test('semicolons in brackets and quotes do not split a list without numbers', async () => {
  const table = smallTable()
  cellAt(table, 1, evidence).text = '文件(方案；总结)；《甲。乙》的情况,照片'
  const { data } = await importPage(table)
  expect(data.indicators[0]?.items?.map(({ text }) => text)).toEqual([
    '文件(方案；总结)',
    '《甲。乙》的情况,照片',
  ])
})

test('a number inside an entry begins no new one', async () => {
  const table = smallTable()
  cellAt(table, 1, evidence).text = '1.2022年新增车辆占2.5%以上,全市前5、全省前10。2.2022年第3季度报告3份'
  const { data } = await importPage(table)
  expect(data.indicators[0]?.items?.map(({ text }) => text)).toEqual([
    '2022年新增车辆占2.5%以上,全市前5、全省前10',
    '2022年第3季度报告3份',
  ])
})

test('a CSV of GB18030 with semicolons, quotes and lines in cells imports to the same data', async () => {
  const sound = await importPage(smallTable())
  const iconv = new Map<string, number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      iconv.set(new TextDecoder('gb18030').decode(Uint8Array.of(lead, trail)), [lead, trail])
    }
  }
  const csv = toCsv(smallTable())
  const bytes = [...csv].flatMap(character => iconv.get(character) ?? [character.charCodeAt(0)])
  const { data, questions } = await importBytes(Uint8Array.from(bytes))
  expect(questions).toEqual([{ code: 'title-guessed', title: '【待填】' }])
  expect(printed(data)).toEqual(printed({ ...sound.data, title: '【待填】' }))
})

test('cells told apart by tabs or semicolons are read, however many commas their texts hold', async () => {
  const sound = await importPage(smallTable())
  const plain = (text: string) => text.replace('抽查工作方案', '抽查,工作,方案'.repeat(20))
  for (const mark of ['\t', ';']) {
    const csv = plain(toCsv(smallTable())).replace(/","/g, mark).replace(/^"|"$/gm, '')
    const { data } = await importBytes(Buffer.from(csv))
    expect(printed(data), mark).toEqual(
      JSON.parse(plain(JSON.stringify(printed({ ...sound.data, title: '【待填】' })))),
    )
  }
})

test('two Word tables with the same header are joined and said', async () => {
  const table = smallTable()
  const parts = [table.slice(0, 3), [head, ...table.slice(3)]]
  const { data, questions } = await importBytes(await toWord(parts, [smallTitle]))
  expect(questions).toEqual([{ code: 'tables-joined', count: 2 }])
  expect(printed(data)).toEqual(printed((await importPage(smallTable())).data))
})

test('a second part without a header is joined and said', async () => {
  const table = smallTable()
  const { data, questions } = await importBytes(
    await toWord([table.slice(0, 3), table.slice(3)], [smallTitle]),
  )
  expect(questions).toEqual([{ code: 'table-continued', count: 1 }])
  expect(printed(data)).toEqual(printed((await importPage(smallTable())).data))
})

test('another table in the document does not get in the way', async () => {
  const other: PlainTable = [row('姓名', '电话'), row('联络员甲', '0715-1234567')]
  const { data, questions } = await importBytes(await toWord([other, smallTable(), other], [smallTitle]))
  expect(questions.map(({ code }) => code)).toEqual([
    'table-left-out',
    'table-left-out',
    'lines-left-out',
    'title-guessed',
  ])
  expect(data.indicators).toEqual((await importPage(smallTable())).data.indicators)
})

test('a table of 300 rows imports whole, each row with its own id', async () => {
  const rows = Array.from({ length: 300 }, (_, index) =>
    row(
      `${index + 1}`,
      `指标${index + 1}`,
      `完成第${index + 1}项工作任务。(1分)`,
      '教育部门',
      `1.方案${index}。2.总结${index}。`,
    ),
  )
  const { data } = await importBytes(Buffer.from(toPage([head, ...rows], smallTitle)))
  expect(data.declared).toEqual({ rows: 300, items: 600 })
  expect(data.indicators.map(({ id }) => id)).toEqual(rows.map((_, index) => `${index + 1}-1`))
})
