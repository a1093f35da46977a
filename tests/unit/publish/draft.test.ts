/** A publisher's steps over an edition that was read: what each changes, and nothing else; undone, all is as it was. */

import { catalogueSource } from '../../../src/build/edition'
import { findContentProblems } from '../../../src/core/edition/content'
import { applyChange } from '../../../src/publish/draft/apply-change'
import type { Change } from '../../../src/publish/draft/change'
import { choicesOf, findRow, likeOf } from '../../../src/publish/draft/choices'
import { joinItems } from '../../../src/publish/draft/items'
import { findSights } from '../../../src/publish/draft/look'
import { noticeHtml } from '../../../src/publish/draft/notice-html'
import { keyOf, markOpen, type Project, replay, type Step } from '../../../src/publish/draft/project'
import { readProject, writeProject } from '../../../src/publish/draft/project-file'
import { compareYears, findOtherYears } from '../../../src/publish/draft/years'
import { buildEdition, type NewEdition } from '../../../src/publish/edition'
import type { Question } from '../../../src/publish/question'
import { readSource } from '../../../src/publish/read/source'
import { sayChoice } from '../../../src/wording/publish-choices'
import { ask } from '../../../src/wording/publishing'
import { expect, test } from '../runner'
import { cellAt, row, site, smallTable, smallTitle } from './small-table'
import { type PlainTable, toPage } from './table-files'

async function read(table: PlainTable = smallTable()): Promise<NewEdition> {
  return buildEdition('2031', await readSource(Buffer.from(toPage(table, smallTitle))), undefined, [])
}

function projectOf(steps: Step[] = []): Project {
  return { format: 1, year: '2031', site, table: null, notice: null, earlier: [], steps }
}

function step(changes: Change[], answers: string[] = []): Step {
  return { name: '', changes, answers, roles: [] }
}

function questionOf<Code extends Question['code']>({ questions }: NewEdition, code: Code) {
  const question = questions.find(question => question.code === code)
  if (!question) throw new Error(`No question ${code}`)
  return question as Extract<Question, { code: Code }>
}

test('a cell of the evidence that is corrected gives its items anew; those whose text stays keep their ids', async () => {
  const { folder } = await read()
  const changed = applyChange(folder, {
    kind: 'cell',
    row: '1-1',
    column: '印证材料清单',
    text: '1.抽查工作方案。2.经费凭证。3.抽查结果及处理情况。',
  })
  expect(findRow(changed, '1-1')?.items).toEqual([
    { id: '1-1-1', text: '抽查工作方案' },
    { id: '1-1-3', text: '经费凭证' },
    { id: '1-1-2', text: '抽查结果及处理情况' },
  ])
  expect(changed.files.indicators.declared.items).toBe(folder.files.indicators.declared.items + 1)
  expect(
    findContentProblems(catalogueSource(changed)).filter(({ file }) => file === 'indicators.yaml'),
  ).toEqual([])
})

test('items are joined to the text of their cell, and split; an id that was given up is given to nothing else', async () => {
  const { folder } = await read()
  const joined = joinItems(folder, '1-1', 0, 1) ?? ''
  expect(joined).toBe('抽查工作方案。2.抽查结果及处理情况')
  const one = applyChange(folder, { kind: 'items', row: '1-1', texts: [joined] })
  expect(findRow(one, '1-1')?.items).toEqual([{ id: '1-1-1', text: joined }])
  const texts = ['抽查工作方案', '抽查结果', '处理情况']
  const split = applyChange(folder, { kind: 'items', row: '1-1', texts }, new Set(['1-1-3']))
  expect(findRow(split, '1-1')?.items?.map(({ id }) => id)).toEqual(['1-1-1', '1-1-2', '1-1-4'])
})

test('departments of a row are those of the rows below that share its cell', async () => {
  const table = smallTable()
  cellAt(table, 1, 2).rowSpan = 2
  table[2]?.splice(1, 1)
  const { folder } = await read(table)
  const changed = applyChange(folder, { kind: 'departments', row: '1-1', lead: ['县商务局'], supporting: [] })
  expect(changed.files.indicators.indicators.slice(0, 3).map(({ departments }) => departments)).toEqual([
    ['commerce'],
    ['commerce'],
    ['market-regulation'],
  ])
  expect(
    findContentProblems(catalogueSource(changed)).filter(({ file }) => file === 'indicators.yaml'),
  ).toEqual([])
})

test('a row that gets the id of an earlier one takes its items along', async () => {
  const { folder } = await read()
  const changed = applyChange(folder, { kind: 'id', id: '1-1', to: '1-7' })
  expect(findRow(changed, '1-7')?.items?.map(({ id }) => id)).toEqual(['1-7-1', '1-7-2'])
  const fresh = applyChange(folder, { kind: 'id', id: '1-1', to: '' }, new Set(['1-3']))
  expect(fresh.files.indicators.indicators[0]?.id).toBe('1-4')
})

test('a department cell without stops has its answers, and each does what it says', async () => {
  const table = smallTable()
  cellAt(table, 1, 2).text = '县卫健局和县医保局'
  const edition = await read(table)
  const question = questionOf(edition, 'department-several')
  const choices = choicesOf(question, edition.folder)
  expect(choices.map(choice => sayChoice(question, choice).name)).toEqual(['是 2 个部门', '是一个部门'])
  const { folder, open } = replay(projectOf([step(choices[1]?.changes ?? [], [keyOf(question)])]), edition)
  const { departments } = folder.files.indicators
  expect(
    findRow(folder, '1-1')?.departments?.map(id => departments.find(one => one.id === id)?.name),
  ).toEqual(['县卫健局县医保局'])
  expect(open.map(({ question }) => question.code)).not.toContain('department-several')
})

test('a list without numbers is one item by one answer, and its like is offered the same', async () => {
  const table = smallTable()
  cellAt(table, 1, 1).text = '工作方案;检查记录。'
  cellAt(table, 2, 1).text = '整改通知书;复查记录。'
  const edition = await read(table)
  const { folder, questions } = edition
  const question = questionOf(edition, 'list-split')
  const choice = choicesOf(question, folder).find(({ id }) => id === 'one-item')
  if (!choice) throw new Error('No answer')
  expect(likeOf(question, choice, questions, folder).map(({ row }) => row)).toEqual(['1-2'])
  const changed = choice.changes.reduce((folder, change) => applyChange(folder, change), folder)
  expect(findRow(changed, '1-1')?.items?.map(({ text }) => text)).toEqual(['工作方案;检查记录'])
})

test('steps are repeated from the files, so that the last one can be taken back', async () => {
  const edition = await read()
  const first = step([{ kind: 'scoring', row: '1-1', scoring: { kind: 'points', points: 70 } }])
  const second = step([{ kind: 'note', row: '1-1', text: '以原件为准' }])
  const whole = replay(projectOf([first, second]), edition)
  expect(findRow(whole.folder, '1-1')).toMatchObject({ points: 70, note: '以原件为准' })
  expect(whole.problems).toContainEqual({
    code: 'unsound',
    problem: { file: 'indicators.yaml', entry: 'declared', code: 'wrong-points', declared: 100, found: 110 },
  })
  expect(findRow(replay(projectOf([first]), edition).folder, '1-1')?.note).toBeUndefined()
  expect(replay(projectOf(), edition).folder).toEqual(edition.folder)
})

test('what the notice lacks is a problem until it is filled in', async () => {
  const edition = await read()
  const before = replay(projectOf(), edition)
  const missing = before.problems.flatMap(problem => (problem.code === 'field-empty' ? problem.field : []))
  expect(missing).toEqual(['title', 'publisher', 'published', 'signatory', 'dated', 'body'])
  const fill = step([
    ...['title', 'publisher', 'signatory'].map(field => ({
      kind: 'field' as const,
      field,
      value: '关于考核的通知',
    })),
    ...['published', 'dated'].map(field => ({ kind: 'field' as const, field, value: '2031-12-01' })),
    { kind: 'field', field: 'contact.phone', value: '0700-1234567' },
    { kind: 'body', text: '各单位：' },
  ])
  const after = replay(projectOf([fill]), edition)
  expect(after.problems).toEqual([])
  expect(after.folder.files.notice.contact).toEqual({ phone: '0700-1234567' })
})

test('questions that are open are printed beside their rows', async () => {
  const table = smallTable()
  cellAt(table, 1, 1).text = '工作方案;检查记录。'
  const edition = await read(table)
  const open = replay(projectOf(), edition).open
  const marked = markOpen(edition.folder, open, ask)
  expect(findRow(marked, '1-1')?.note).toBe('待核对：印证材料没有编号，按分号、句号拆成 2 项。拆得对吗？')
  expect(findRow(marked, '2-1')?.note).toBeUndefined()
  expect(markOpen(edition.folder, [], ask)).toBe(edition.folder)
})

test('the work as a file opens as what it was, with the bytes of its files', async () => {
  const bytes = new Uint8Array([0, 80, 255, 13, 10])
  const project = {
    ...projectOf([step([{ kind: 'total', points: 100 }])]),
    table: { name: '表.docx', bytes },
  }
  const { folder } = await read()
  expect(
    readProject(writeProject(project, folder, { table: Buffer.from(bytes).toString('base64'), notice: '' })),
  ).toEqual({
    project,
    folder: JSON.parse(JSON.stringify(folder)),
  })
  expect(readProject('{"kind":"other"}')).toBeNull()
  expect(readProject('序号,考核指标')).toBeNull()
})

test('rows beside those of the year before: kept, reworded, new, gone', async () => {
  const { folder: before } = await read()
  const table = smallTable()
  cellAt(table, 1, 3).text = '开展重点产品质量监督抽查。(60分)'
  table[3] = row('2', '标准化', '制定地方标准。', '市场监管部门', '')
  const bytes = Buffer.from(toPage(table, smallTitle))
  const { folder } = buildEdition('2032', await readSource(bytes), undefined, [before])
  const fates = compareYears(folder, [before]).filter(({ isItem }) => !isItem)
  expect(fates.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
    '1-1 changed',
    '1-2 kept',
    '2-2 new',
    '3-1 kept',
    '2-1 gone',
  ])
})

test('a table of another year is told from one of this year', async () => {
  const { folder } = await read()
  expect(findOtherYears(folder)).toEqual([])
  expect(findOtherYears({ ...folder, id: '2032' })).toEqual([{ part: 'table', year: '2031' }])
})

test('numbers of persons, names and words of secrets are found, each once, with where they stand', async () => {
  const { folder } = await read()
  const body =
    '联系人：某某某 电话：13900000000\n身份证号 110101199001011234。此件内部使用。电话13900000000。'
  const sights = findSights({ ...folder, body })
  expect(sights.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'secret 内部使用',
    'identity 110101199001011234',
    'mobile 13900000000',
    'name 某某某',
  ])
  expect(findSights({ ...folder, body: '加强数据安全管理' })).toEqual([])
})

test('a notice’s text as HTML: headings with anchors, links to the annexes, everything else as text', () => {
  const body =
    '各单位：\n\n## 一、报送资料\n\n1\\. 抽查<方案> & “记录”*2份*\n\n邮箱:a.b@example.cn\n\n附件：1.[考核要点](indicators.html)'
  expect(noticeHtml(body)).toBe(
    [
      '<p>各单位：</p>',
      '<h2 id="一报送资料">一、报送资料</h2>',
      '<p>1. 抽查&lt;方案&gt; &amp; “记录”*2份*</p>',
      '<p>邮箱:<a href="mailto:a.b@example.cn">a.b@example.cn</a></p>',
      '<p>附件：1.<a href="indicators.html">考核要点</a></p>',
    ].join('\n'),
  )
})
