import type { Change } from '../../../src/core/checklist/change'
import {
  countCharacters,
  draftEvidence,
  insertEvidence,
  reportFields,
  reportIndicators,
  reportParagraphs,
  reportTitle,
  strayTexts,
} from '../../../src/core/report/report'
import { expect, test } from '../runner'
import { catalogue, checklistAfter, fileOf, withDepartments } from '../samples'

const write = (id: string, text: string): Change => ({ kind: 'set-report-text', id, text })
const add = (item: string, ...names: string[]): Change => {
  return { kind: 'add-files', item, files: names.map(name => fileOf(name)) }
}
const rowOf = (id: string) =>
  catalogue.indicators.find(row => row.id === id) as (typeof catalogue.indicators)[0]

test('reportFields() has every section of annex 2 and 一.6 in order, the unit’s rows within theirs', () => {
  const checklist = withDepartments(checklistAfter(write('overview', '总体良好')), [
    'water',
    'quality-office',
  ])
  expect(reportFields(catalogue, checklist).map(({ id, text }) => [id, text])).toEqual([
    ['overview', '总体良好'],
    ...reportIndicators(catalogue, checklist).map(({ id }) => [id, '']),
    ['highlights', ''],
    ['problems', ''],
    ['next-steps', ''],
    ['suggestions', ''],
  ])
  expect(reportIndicators(catalogue, checklist).map(row => row.id)).toEqual(['3-1', '6-1', '7-1'])
})

test('reportIndicators() keeps a row that was written about after its department was taken off', () => {
  const rowsAfter = (...changes: Change[]) =>
    reportIndicators(catalogue, withDepartments(checklistAfter(...changes), ['water'])).map(({ id }) => id)
  expect(rowsAfter(write('10-4', '监测网站120家'))).toEqual(['3-1', '10-4'])
  expect(rowsAfter({ kind: 'set-score', indicator: '14-1', score: '0' })).toEqual(['3-1', '14-1'])
  expect(rowsAfter(write('10-4', ''))).toEqual(['3-1'])
})

test('strayTexts() are those no section or row of the edition has', () => {
  const checklist = checklistAfter(
    write('appendix', '附录'),
    write('99-1', '旧行'),
    write('98-1', ''),
    write('7-1', '在'),
  )
  expect(strayTexts(catalogue, checklist)).toEqual([
    ['appendix', '附录'],
    ['99-1', '旧行'],
  ])
})

test('reportTitle() puts the unit where the template has ××局', () => {
  expect(reportTitle(catalogue, checklistAfter())).toBe('青禾县市场监督管理局2022年质量工作考核自评报告')
})

test('reportParagraphs() follows the template: headings, the row’s content verbatim, what was typed, line by line', () => {
  const typed = write('3-1', '　　一是建章立制。\r\n\n  二是检查12次。 ')
  const checklist = withDepartments(checklistAfter(typed, write('problems', '人手不足')), ['water'])
  expect(reportParagraphs(catalogue, checklist)).toEqual([
    { kind: 'heading', text: '一、2022年质量工作总体情况' },
    { kind: 'empty' },
    { kind: 'heading', text: '二、工作措施部署落实情况' },
    { kind: 'text', label: '1、考核内容:', text: '根据水利建设质量工作开展情况得分(5分)' },
    { kind: 'text', label: '部署落实情况:', text: '一是建章立制。' },
    { kind: 'text', label: '', text: '二是检查12次。' },
    { kind: 'heading', text: '三、工作亮点' },
    { kind: 'empty' },
    { kind: 'heading', text: '四、存在的问题' },
    { kind: 'text', label: '', text: '人手不足' },
    { kind: 'heading', text: '五、下一步工作措施' },
    { kind: 'empty' },
    { kind: 'heading', text: '六、工作建议' },
    { kind: 'empty' },
  ])
})

test('reportParagraphs() numbers the rows and leaves an empty line where nothing was written', () => {
  const checklist = withDepartments(checklistAfter(), ['housing'])
  const rows = reportIndicators(catalogue, checklist)
  expect(rows.length).toBeGreaterThan(1)
  const [, , , ...paragraphs] = reportParagraphs(catalogue, checklist)
  expect(paragraphs.slice(0, 2 * rows.length)).toEqual(
    rows.flatMap(({ content }, i) => [
      { kind: 'text', label: `${i + 1}、考核内容:`, text: content },
      { kind: 'empty' },
    ]),
  )
})

test('reportParagraphs() leaves out what Word leaves in a pasted text: line breaks, bullets, tabs between cells', () => {
  const bodyOf = (text: string) => {
    const paragraphs = reportParagraphs(
      catalogue,
      withDepartments(checklistAfter(write('3-1', text)), ['water']),
    )
    const from = paragraphs.findIndex(part => part.kind === 'text' && part.label.startsWith('1、'))
    const to = paragraphs.findIndex((part, i) => i > from && part.kind === 'heading')
    return paragraphs.slice(from + 1, to).map(part => {
      if (part.kind === 'table') return part.rows
      return part.kind === 'text' ? part.label + part.text : part.kind
    })
  }
  expect(bodyOf('一是抓制度。\u000b二是抓检查。')).toEqual(['部署落实情况:一是抓制度。', '二是抓检查。'])
  expect(bodyOf('做法：\n\uf06c\t开会\n\uf0b7 发文\uf0e0')).toEqual([
    '部署落实情况:做法：',
    '• 开会',
    '• 发文□',
  ])
  expect(bodyOf('部署落实情况：已经部署。')).toEqual(['部署落实情况:已经部署。'])
  expect(bodyOf('部署落实情况良好。')).toEqual(['部署落实情况:部署落实情况良好。'])
  const table = [
    ['月份', '次数', ''],
    ['3月', '2', '见附件'],
  ]
  expect(bodyOf('检查情况如下：\n月份\t次数\t\n3月\t2\t见附件\n以上。')).toEqual([
    '部署落实情况:检查情况如下：',
    table,
    '以上。',
  ])
  expect(bodyOf('甲\t乙\n丙\t丁')).toEqual([
    '部署落实情况:',
    [
      ['甲', '乙'],
      ['丙', '丁'],
    ],
  ])
  // A line with a tab is no table, and neither are lines of other lengths.
  expect(bodyOf('甲\t乙\n一二三')).toEqual(['部署落实情况:甲\t乙', '一二三'])
})

test('draftEvidence() names up to three files and says how many there are, each once', () => {
  expect(draftEvidence(rowOf('7-1'), checklistAfter())).toBe('')
  const one = checklistAfter(add('7-1-1', '工作方案.pdf'), add('7-1-2', '工作方案.pdf'))
  expect(draftEvidence(rowOf('7-1'), one)).toBe('印证材料有《工作方案》共1份。')
  const four = checklistAfter(
    add('7-1-1', '甲.docx', '乙.v2.pdf'),
    add('7-1-0', '丙', '丁.jpg'),
    add('0-1', '戊.pdf'),
  )
  expect(draftEvidence(rowOf('7-1'), four)).toBe('印证材料有《甲》《乙.v2》《丙》等4份。')
})

test('insertEvidence() adds the sentence once, and takes an earlier one’s place', () => {
  const [one, two] = ['印证材料有《甲》共1份。', '印证材料有《甲》《乙》《丙》等4份。']
  expect(insertEvidence('', one)).toBe(one)
  expect(insertEvidence('已经部署。\n', one)).toBe(`已经部署。\n${one}`)
  expect(insertEvidence(`已经部署。${one}\n下一步再查。`, two)).toBe(`已经部署。${two}\n下一步再查。`)
})

test('draftEvidence() turns book marks within a name into single ones', () => {
  const checklist = checklistAfter(add('7-1-1', '关于印发《工作要点》的通知.pdf', '《行动计划》.pdf'))
  expect(draftEvidence(rowOf('7-1'), checklist)).toBe(
    '印证材料有《关于印发〈工作要点〉的通知》《行动计划》共2份。',
  )
})

test('countCharacters() counts what people see, no spaces and line breaks', () => {
  expect(countCharacters(' 质量 工作\n𠮷😀3次。　')).toBe(9)
  expect(countCharacters('')).toBe(0)
})
