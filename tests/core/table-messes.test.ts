/** Tables as people make them: a sound one, one mess each; the data stays the same and exactly that is asked. */
import { expect, test } from 'playwright/test'
import type { Question } from '../../src/publish/question'
import { cellAt, importBytes, importPage, row, smallTable, smallTitle } from './small-table'
import { type PlainTable, toCsv, toPage, toWord } from './table-files'

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
    { row: '2-1', code: 'number-guessed', printed: '*', number: 2 },
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
  [
    'a column nobody knows',
    table => {
      addColumn(table, 2, ['备注', '新增'])
    },
    { code: 'column-left-out', name: '备注' },
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
  expect(questions).toEqual([{ row: '1-2', code: 'department-filled', name: '市场监管部门' }])
  expect(data.indicators[1]).toMatchObject({ department: 'market-regulation', departmentMerged: true })
  expect(data.indicators[1]?.note).toContain('市场监管部门')
})

test('a department merged over rows is said to be merged, without a question', async () => {
  const table = smallTable()
  cellAt(table, 1, department).rowSpan = 2
  table[2]?.splice(1, 1)
  const { data, questions } = await importPage(table)
  expect(questions).toEqual([])
  expect(data.indicators[1]).toMatchObject({ department: 'market-regulation', departmentMerged: true })
})

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
    { row: '3-1', code: 'department-several', names: '市质强办公安部门' },
  ],
  [
    'a name filled in below another number',
    table => {
      cellAt(table, 4, 4).text = ''
    },
    { row: '3-1', code: 'name-filled', name: '服务质量' },
  ],
  [
    'points that do not make 100',
    table => {
      cellAt(table, 1, content).text = '开展产品质量监督抽查。(50分)'
    },
    { code: 'total-unusual', found: 90 },
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
    { row: '1-2', code: 'evidence-shared', text: '1.抽查工作方案。2.抽查结果及处理情况。' },
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
  expect(data.indicators.map(({ required }) => required)).toEqual(['是', '否', '否', undefined])
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
  expect(questions).toEqual([{ code: 'title-guessed', title: '2031年质量工作考核要点' }])
  expect(printed(data)).toEqual(printed({ ...sound.data, title: '2031年质量工作考核要点' }))
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
  expect(questions).toEqual([{ code: 'tables-joined', count: 2 }])
  expect(printed(data)).toEqual(printed((await importPage(smallTable())).data))
})

test('another table in the document does not get in the way', async () => {
  const other: PlainTable = [row('姓名', '电话'), row('联络员甲', '0715-1234567')]
  const { data, questions } = await importBytes(await toWord([other, smallTable(), other], [smallTitle]))
  expect(questions.map(({ code }) => code)).toEqual(['title-guessed'])
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
  expect(data.declared).toEqual({ rows: 300, items: 600, points: 300 })
  expect(data.indicators.map(({ id }) => id)).toEqual(rows.map((_, index) => `${index + 1}-1`))
})

/** Puts a column in, so many cells from the right. */
function addColumn(table: PlainTable, fromRight: number, texts: string[]): void {
  for (const [index, cells] of table.entries()) cells.splice(-fromRight, 0, { text: texts[index] ?? '' })
}

/** The data without notes and without the evidence cell, whose punctuation the messes change. */
function printed({ notes, indicators, ...rest }: Awaited<ReturnType<typeof importPage>>['data']) {
  return {
    ...rest,
    indicators: indicators.map(({ note, evidence, content, ...row }) => ({
      ...row,
      content: content.normalize('NFKC').replace(/\s/g, ''),
      hasEvidence: evidence !== undefined,
    })),
  }
}
