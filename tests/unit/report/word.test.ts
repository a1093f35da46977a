/** 从 Word 导入: what a document says, where it belongs in the report, and that nothing of it is lost. */
import type { Checklist } from '../../../src/core/checklist/checklist'
import { placeWord } from '../../../src/core/report/place-word'
import { headingStyles, readWordBlocks, type WordBlock } from '../../../src/core/report/word'
import { writeReport } from '../../../src/io/report/docx'
import { readWord } from '../../../src/io/report/read-word'
import { expect, test } from '../runner'
import { catalogue, checklistAfter, noon } from '../samples'

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
