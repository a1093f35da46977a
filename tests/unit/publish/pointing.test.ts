/** Where no head is recognised, a person says which line it is, or what a column means; where two tables contradict, they are asked. */
import { beginningsOf } from '../../../src/publish/draft/beginnings'
import { buildEdition } from '../../../src/publish/edition'
import type { Question } from '../../../src/publish/question'
import { readSource } from '../../../src/publish/read/source'
import { Refusal } from '../../../src/publish/refusal'
import { chooseTable } from '../../../src/publish/table/choose-table'
import { sayQuestion } from '../../../src/publish/wording'
import { ask } from '../../../src/wording/publishing'
import { expect, test } from '../runner'
import { row, smallTable, smallTitle } from './small-table'
import { type PlainTable, toPage, toWord } from './table-files'

/** Heads in words that nobody knows. */
const strange: PlainTable = [
  row('县直有关单位：', '', ''),
  row('编次', '干什么', '谁来'),
  row('甲', '开展产品质量监督抽查。', '市场监管部门'),
  row('乙', '督促不合格企业整改。', '农业农村部门'),
]

const read = async (table: PlainTable) => readSource(Buffer.from(toPage(table, '')))

test('a table whose head nobody knows is refused, and its beginning shown', async () => {
  const document = await read(strange.slice(0, 2).concat([row('甲', '抽查', '某甲')]))
  expect(() => chooseTable(document)).toThrow(Refusal)
  expect(beginningsOf(document)).toEqual([
    {
      table: 0,
      sheet: '',
      length: 3,
      lines: [
        ['县直有关单位：', '', ''],
        ['编次', '干什么', '谁来'],
        ['甲', '抽查', '某甲'],
      ],
    },
  ])
})

test('with the line that a person points at, its rows are read, and roles can be said', async () => {
  const document = await read(strange)
  const { indicators } = buildEdition(
    '2031',
    document,
    undefined,
    [],
    new Map([
      ['编次', 'number'],
      ['干什么', 'content'],
      ['谁来', 'department'],
    ]),
    { table: 0, line: 1 },
  )
  const { columns, indicators: rows, departments } = indicators.data
  expect(columns.map(({ name, role }) => `${name} ${role}`)).toEqual([
    '编次 number',
    '干什么 content',
    '谁来 department',
  ])
  expect(rows.map(({ cells }) => cells.干什么)).toEqual(['开展产品质量监督抽查。', '督促不合格企业整改。'])
  expect(departments.map(({ name }) => name)).toEqual(['市场监管部门', '农业农村部门'])
})

test('a head that is not there any more, as in another file, is refused as one that was not found', async () => {
  const document = await read(strange)
  expect(() => chooseTable(document, new Map(), { table: 3, line: 0 })).toThrow(Refusal)
})

test('what --columns says of a head that nobody knows makes it one', async () => {
  const document = await read([
    row('编次', '干什么', '怎么算'),
    row('甲', '抽查', '好'),
    row('乙', '整改', '中'),
  ])
  expect(() => chooseTable(document)).toThrow(Refusal)
  const { rows } = chooseTable(document, new Map([['干什么', 'content']]))
  expect(rows.map(({ cells }) => cells[1]?.text)).toEqual(['抽查', '整改'])
})

test('two tables in one file that say different of the same rows are asked about, with what each says', async () => {
  const other = smallTable()
  const [, first] = other
  if (first?.[2]) first[2].text = '开展产品质量监督抽查。(50分)'
  if (first?.[3]) first[3].text = '农业农村部门'
  const document = await readSource(await toWord([smallTable(), other], [smallTitle]))
  const question = questionOf(buildEdition('2031', document, undefined, []).questions)
  expect(question).toEqual({
    code: 'tables-contradict',
    in: 'file',
    rows: [
      {
        text: '开展产品质量监督抽查。',
        one: '60 分，市场监管部门',
        other: '50 分，农业农村部门',
      },
    ],
  })
  expect(ask(question)).toContain(
    '“开展产品质量监督抽查。”前一张是60 分，市场监管部门，后一张是50 分，农业农村部门',
  )
  expect(sayQuestion(question)).toContain('请问清哪一张是定稿')
})

test('a table in the notice that is another than the one beside it is asked about; the same one is not', async () => {
  const table = await readSource(Buffer.from(toPage(smallTable(), smallTitle)))
  const noticeWith = async (printed: PlainTable) =>
    readSource(await toWord([printed], ['关于报送2031年质量工作考核资料的通知', '各单位：', '请按时报送。']))
  const asked = async (printed: PlainTable) =>
    buildEdition('2031', table, await noticeWith(printed), []).questions.filter(
      ({ code }) => code === 'tables-contradict',
    )
  expect(await asked(smallTable())).toEqual([])
  const other = smallTable()
  const [, , second] = other
  if (second?.[0]) second[0].text = '督促不合格企业整改。(30分)'
  const [question] = await asked(other)
  expect(question).toMatchObject({ in: 'notice', rows: [{ one: '40 分', other: '30 分' }] })
  expect(ask(question as Question)).toContain('网页照放进来的表做')
})

test('a table in the notice is read with the roles that a person gave the columns of the one beside it', async () => {
  const printed = smallTable()
  const [heads, first] = printed
  if (!heads?.[4] || !first?.[4]) throw new Error('No such cell')
  heads[4].text = '备注'
  const table = await readSource(Buffer.from(toPage(printed, smallTitle)))
  first[4].text = '1.抽查工作方案。2.抽查报告。'
  const notice = await readSource(await toWord([printed], ['关于报送资料的通知', '各单位：', '请按时报送。']))
  const { questions } = buildEdition('2031', table, notice, [], new Map([['备注', 'evidence']]))
  expect(questionOf(questions)).toMatchObject({
    rows: [{ one: '抽查工作方案；抽查结果及处理情况', other: '抽查工作方案；抽查报告' }],
  })
})

function questionOf(questions: readonly Question[]): Question {
  const question = questions.find(({ code }) => code === 'tables-contradict')
  if (!question) throw new Error('Nothing was asked')
  return question
}
