/** 从 Word 导入: what a document says, where it belongs in the report, and that nothing of it is lost. */
import { readFileSync } from 'node:fs'
import type { Checklist } from '../../../src/core/checklist/checklist'
import { placeWord } from '../../../src/core/report/place-word'
import { headingStyles, readWordBlocks, type WordBlock } from '../../../src/core/report/word'
import { writeReport } from '../../../src/io/report/docx'
import { readWord } from '../../../src/io/report/read-word'
import { type Dice, diceFrom } from '../generate'
import { expect, test } from '../runner'
import { catalogue, checklistAfter, noon } from '../samples'
import { property, share } from '../strength'

const paragraph = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const style = (id: string) => `<w:pStyle w:val="${id}"/>`
const row = (...cells: string[]) =>
  `<w:tr>${cells.map(cell => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`
const documentOf = (...parts: string[]) => `<w:document><w:body>${parts.join('')}</w:body></w:document>`
const read = (...parts: string[]) => readWordBlocks(documentOf(...parts), new Set(['2']))
const textOf = (blocks: readonly WordBlock[]) => blocks.map(({ text }) => text)

const empty = checklistAfter()
const content = (id: string) => catalogue.indicators.find(indicator => indicator.id === id)?.content ?? ''
const texts = (checklist: Checklist, blocks: readonly WordBlock[]) => {
  const { placed, left } = placeWord(catalogue, checklist, blocks)
  return [Object.fromEntries(placed.map(({ field, text }) => [field.id, text])), left] as const
}

test('the report that this page made comes back into the same boxes; only title, signature and scores are left', async () => {
  const overview = '第一段总体情况。\n第二段，含“引号”和 <b>。'
  const table = '指标\t数量\n抽检\t12\n合格\t11'
  const checklist = checklistAfter(
    { kind: 'set-report-text', id: 'overview', text: overview },
    { kind: 'set-report-text', id: '7-1', text: '成立了领导小组。\n召开会议两次。' },
    { kind: 'set-report-text', id: '10-5', text: `抽检如下：\n${table}\n都已整改。` },
    { kind: 'set-report-text', id: 'next-steps', text: '下一步继续。' },
    { kind: 'set-score', indicator: '7-1', score: '2' },
  )
  const blocks = await readWord(new Blob([await writeReport(catalogue, checklist, noon)]))
  if (typeof blocks === 'string') throw new Error(blocks)
  const [placed, left] = texts(empty, blocks)
  expect(placed).toEqual(checklist.report.texts)
  expect(left.join('\n')).toContain('青禾县市场监督管理局')
  expect(left.join('\n')).toContain('自评分')
  // Once more into what is there already: the same texts, in the same boxes.
  expect(texts(checklist, blocks)[0]).toEqual(checklist.report.texts)
})

test('numbered headings, rows by their words, by number and by name find their boxes', () => {
  const [overview = '', measures = ''] = catalogue.report.sections.map(({ heading }) => heading)
  const blocks = read(
    paragraph('标题以上的话'),
    paragraph(overview.replace(/^.、/, ''), style('2')),
    paragraph('总体。'),
    paragraph(`二、${measures.replace(/^.、/, '')}`),
    paragraph(`（1）${content('7-1')}`),
    paragraph('部署落实情况：按内容找到的。'),
    paragraph('10-5 特种设备'),
    paragraph('按编号找到的。'),
  )
  expect(texts(empty, blocks)).toEqual([
    { overview: '总体。', '7-1': '按内容找到的。', '10-5': '按编号找到的。' },
    ['标题以上的话'],
  ])
})

test('what a line says besides the number that leads to a row is text of the row', () => {
  const blocks = read(
    paragraph('10-5 抽检合格率98%，全年没有事故。'),
    paragraph('7-1 质量发展政策'),
    paragraph('成立了领导小组。'),
    paragraph('7-1 又开了两次会', style('2')),
    paragraph('——'),
  )
  expect(texts(empty, blocks)).toEqual([
    { '7-1': '成立了领导小组。\n又开了两次会\n——', '10-5': '抽检合格率98%，全年没有事故。' },
    [],
  ])
})

test('a report written in LibreOffice, with headings that number themselves, a list, a table and a footnote', async () => {
  const file = readFileSync(new URL('../../fixtures/report-libreoffice.docx', import.meta.url))
  const blocks = await readWord(new Blob([file]))
  if (typeof blocks === 'string') throw new Error(blocks)
  expect(texts(empty, blocks)).toEqual([
    {
      overview: '全年抽检120批次，合格率98.5%。\n印发工作要点；\n召开调度会两次。',
      '7-1': '成立了领导小组。',
      '10-5': '检查使用单位如下：\n设备\t台数\n电梯\t36\n隐患全部整改。',
      highlights: '一站式服务 有特色。',
    },
    [
      '青禾县市场监督管理局2022年质量工作考核自评报告',
      '按照通知要求，现将自评情况报告如下。',
      '青禾县市场监督管理局',
      '2022年12月20日',
      '脚注：数据截至11月底。',
    ],
  ])
  // The unit may call itself otherwise here.
  const renamed = { ...empty, unit: { ...empty.unit, name: '青禾县市场监督管理局（知识产权局）' } }
  expect(texts(renamed, blocks)).toEqual(texts(empty, blocks))
})

test('whatever a document looks like, each of its words is placed or left, once', property, () => {
  const freshSeed = Date.now() % 2 ** 31
  console.log(`words of a document: fresh seed ${freshSeed}`)
  for (const seed of [...Array.from({ length: share(200) }, (_, i) => i + 1), freshSeed]) {
    const { xml, words } = documentFrom(diceFrom(seed))
    const [placed, left] = texts(empty, readWordBlocks(xml, new Set(['2'])))
    const all = [...Object.values(placed), ...left].join('\n')
    expect(all.match(/词\d+词/g)?.sort() ?? [], `seed ${seed}`).toEqual([...words].sort())
  }
})

/** A document of paragraphs, tables, headings and leads in any order; every one has words of its own, 词1词 and on. */
function documentFrom(dice: Dice): { xml: string; words: string[] } {
  const words: string[] = []
  const word = () => {
    words.push(`词${words.length + 1}词`)
    return words[words.length - 1] as string
  }
  const row = () => dice.pick(catalogue.indicators)
  const { sections } = catalogue.report
  const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`
  const inner = (): string =>
    dice.pick([
      () => run(word()),
      () => run(`${word()}</w:t><w:tab/><w:t>${word()}`),
      () => `<w:ins>${run(word())}</w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del>`,
      () => `<w:hyperlink>${run(word())}</w:hyperlink>`,
      () => `<w:sdt><w:sdtContent>${run(word())}</w:sdtContent></w:sdt>`,
      () =>
        `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph(word())}</w:txbxContent></mc:Choice><mc:Fallback>旧</mc:Fallback></mc:AlternateContent></w:r>`,
    ])()
  const lead = (): string =>
    dice.pick([
      () => dice.pick(sections).heading,
      () => dice.pick(sections).heading.replace(/^.、/, ''),
      () => row().content,
      () => `${1 + dice.below(9)}、${dice.pick(sections).contentLabel}${row().content}`,
      () => `${row().id} ${row().name}`,
      () => `${row().id} ${word()}`,
      () => `（${row().id}）${word()}`,
      () => `${word()}`,
    ])()
  const label = () => dice.pick(['', '', dice.pick(sections).answerLabel])
  const cell = () => `<w:tc>${paragraph(word())}</w:tc>`
  const block = (): string =>
    dice.pick([
      () => `<w:p>${inner()}${inner()}</w:p>`,
      () => paragraph(`${label()}${word()}`),
      () => paragraph(lead(), dice.pick(['', style('2'), '<w:outlineLvl w:val="1"/>'])),
      () => `<w:tbl><w:tr>${cell()}${cell()}</w:tr><w:tr>${cell()}<w:tc>${inTable()}</w:tc></w:tr></w:tbl>`,
      () => paragraph(`附件：${word()}`),
      () => paragraph(dice.pick(['2022年12月20日', '——'])),
    ])()
  const inTable = () => `<w:tbl><w:tr>${cell()}</w:tr></w:tbl>${paragraph(word())}`
  return { xml: documentOf(...Array.from({ length: 1 + dice.below(40) }, block)), words }
}

test('text under no heading stays in sight: every block is placed or left', () => {
  const blocks = read(
    paragraph('没有标题的一段。'),
    paragraph('又一段。'),
    `<w:tbl>${row('甲', '乙')}</w:tbl>`,
  )
  expect(texts(empty, blocks)).toEqual([{}, ['没有标题的一段。', '又一段。', '甲\t乙']])
})

test('deleted text is gone, inserted text stays, breaks and entities are read, tab stops are none', () => {
  const blocks = read(
    '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs></w:pPr><w:r><w:t>甲</w:t><w:tab/><w:t>乙&amp;&#x4e19;</w:t><w:br/><w:t>丁</w:t></w:r></w:p>',
    '<w:p><w:del><w:r><w:delText>删</w:delText><w:t>掉</w:t></w:r></w:del><w:ins><w:r><w:t>留下</w:t></w:r></w:ins></w:p>',
    '<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框里</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>框里</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent><w:t>框外</w:t></w:r></w:p>',
    `<w:tbl>${row('指标', '数')}<w:tr><w:tc>${paragraph('抽检')}${paragraph('两行')}</w:tc><w:tc>${paragraph('12')}</w:tc></w:tr></w:tbl>`,
  )
  expect(textOf(blocks)).toEqual(['甲 乙&丙\n丁', '留下', '框里', '框外', '指标\t数\n抽检 两行\t12'])
})

test('headings are known by their style, in Chinese too, and by outline', () => {
  const styles =
    '<w:style w:styleId="2"><w:name w:val="heading 1"/></w:style><w:style w:styleId="a3"><w:name w:val="标题 2"/></w:style><w:style w:styleId="x"><w:name w:val="我的"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style><w:style w:styleId="a"><w:name w:val="Normal"/></w:style>'
  expect([...headingStyles(styles)]).toEqual(['2', 'a3', 'x'])
  expect(
    read(paragraph('甲', style('2')), paragraph('乙', '<w:outlineLvl w:val="0"/>'), paragraph('丙')),
  ).toMatchObject([{ isHeading: true }, { isHeading: true }, { isHeading: false }])
})

test('a .doc, a file with a password and something else are named', async () => {
  const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  expect(await readWord(new Blob([old]))).toBe('old-format')
  expect(await readWord(new Blob(['不是压缩包']))).toMatch(/unreadable|no-document/)
})
