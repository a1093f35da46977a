/** 自评报告.docx, read back with Python's standard library. */
import JSZip from 'jszip'
import type { Change } from '../../../src/core/checklist/change'
import { formatScoring } from '../../../src/core/edition/scoring'
import { reportIndicators } from '../../../src/core/report/report'
import { writeDocument } from '../../../src/io/report/docx'
import { convertWithOffice, pdfFact, withTools } from '../../tools'
import { expect, test } from '../runner'
import { allDepartments, catalogue, checklistAfter, noon, unit, withDepartments } from '../samples'
import { fullReport, read, save, write } from './documents'

const score = (indicator: string, text: string): Change => ({ kind: 'set-score', indicator, score: text })

test(
  'writeDocument() holds every row’s text and every typed paragraph, in the template’s order',
  withTools,
  async () => {
    const { checklist, typed } = fullReport(allDepartments)
    const { paragraphs } = read(await save(checklist))
    const [overview, ...rest] = catalogue.report.sections
    const rows = reportIndicators(catalogue, checklist)
    expect(rows).toHaveLength(35)
    const lines = [...typed]
    const three = () => lines.splice(0, 3)
    const expected = [
      '青禾县市场监督管理局',
      '2022年质量工作考核自评报告',
      overview?.heading,
      ...three(),
      rest[0]?.heading,
      ...rows.flatMap((row, i) => {
        const [first, ...others] = three()
        return [`${i + 1}、考核内容:${row.content}`, `部署落实情况:${first}`, ...others]
      }),
      ...rest.slice(1).flatMap(section => [section.heading, ...three()]),
      '青禾县市场监督管理局',
      '2022年12月20日',
    ]
    expect(paragraphs.filter(Boolean)).toEqual(expected)
  },
)

test(
  'writeDocument() of an empty report prints headings and blanks, and never undefined',
  withTools,
  async () => {
    const { paragraphs, rows } = read(await save(withDepartments(checklistAfter(), ['water'])))
    expect(paragraphs.slice(2)).toEqual([
      '',
      '一、2022年质量工作总体情况',
      '',
      '二、工作措施部署落实情况',
      '1、考核内容:根据水利建设质量工作开展情况得分(5分)',
      '',
      '三、工作亮点',
      '',
      '四、存在的问题',
      '',
      '五、下一步工作措施',
      '',
      '六、工作建议',
      '',
      '',
      '',
      '',
      '青禾县市场监督管理局',
      '2022年12月20日',
    ])
    expect(rows).toEqual([])
  },
)

test(
  'writeDocument() is A4 with the margins of GB/T 9704-2012, in fonts Windows 7 has',
  withTools,
  async () => {
    const { page, margin, grids, fonts, themed } = read(await save(checklistAfter(score('1-1', '5'))))
    expect(page).toMatchObject({ w: '11906', h: '16838' })
    const millimetres = Object.entries(margin).map(([side, twips]) => [
      side,
      Math.round((Number(twips) / 1440) * 25.4),
    ])
    expect(Object.fromEntries(millimetres)).toMatchObject({ top: 37, bottom: 35, left: 28, right: 26 })
    expect(grids).toMatchObject({ type: 'lines', linePitch: '579' })
    expect(fonts).toEqual(['仿宋', '宋体', '楷体', '黑体'].sort())
    expect(themed).toBe(0)
  },
)

test('writeDocument() ends with the scores where there are any, their sums below', withTools, async () => {
  const checklist = withDepartments(
    checklistAfter(score('2-1', '4.5'), score('11-2', '2'), score('14-4', '0.5')),
    ['agriculture'],
  )
  const { paragraphs, rows, grid, repeated, whole } = read(await save(checklist))
  expect(paragraphs).toContain('附件：自评分表')
  expect(paragraphs.filter(Boolean).slice(-2)).toEqual(['附件', '自评分表'])
  const given = ['4.5', '2', '-0.5']
  const indicators = reportIndicators(catalogue, checklist)
  const most = indicators.reduce(
    (sum, { scoring }) => sum + (scoring.kind === 'points' ? scoring.points : 0),
    0,
  )
  expect(rows).toEqual([
    ['编号', '考核指标', '考核内容', '分值', '自评分'],
    ...indicators.map(({ id, name, content, scoring }, i) => [
      id,
      name,
      content,
      formatScoring(scoring),
      given[i],
    ]),
    ['', '得分小计', '', `${most} 分`, '6.5'],
    ['', '扣分小计', '', '', '-0.5'],
    ['', '合计', '', '', '6'],
  ])
  // WPS shows no table without its grid.
  expect(grid).toHaveLength(5)
  expect(grid.reduce((sum, width) => sum + width)).toBe(8844)
  expect(repeated).toBe(1)
  expect(whole).toBe(rows.length)
})

test(
  'writeDocument() adds up a complete column only, and sets a pasted table as one',
  withTools,
  async () => {
    const checklist = withDepartments(
      checklistAfter(
        score('2-1', '4.5'),
        // No number: the page reports it, the document leaves it out.
        score('11-2', '满分'),
        write('overview', '如下：\n甲\t乙\n丙\t丁'),
      ),
      ['agriculture'],
    )
    const { paragraphs, rows } = read(await save(checklist))
    expect(rows.slice(0, 2)).toEqual([
      ['甲', '乙'],
      ['丙', '丁'],
    ])
    expect(rows.slice(-2)).toEqual([
      [expect.any(String), expect.any(String), expect.any(String), expect.any(String), ''],
      ['', '合计', '还有 1 行没有自评分，不合计', '', ''],
    ])
    expect(rows.flat()).not.toContain('得分小计')
    expect(paragraphs).toContain('如下：')
  },
)

test(
  'writeDocument() gives the same bytes for the same checklist and date, whatever the clock says',
  withTools,
  async () => {
    const { checklist } = fullReport(['water'])
    const first = await writeDocument(catalogue, checklist, noon)
    await new Promise(resolve => setTimeout(resolve, 2_100))
    expect(Buffer.from(await writeDocument(catalogue, checklist, noon)).equals(first)).toBe(true)
    const { dates, core } = read(await save(checklist))
    expect(dates).toEqual(['(2022, 12, 20, 4, 0, 0)'])
    expect(core).toContain(
      '<dcterms:modified xsi:type="dcterms:W3CDTF">2022-12-20T04:00:00+08:00</dcterms:modified>',
    )
  },
)

test(
  'writeDocument() keeps rare characters, emoji and markup, leaves out marks and controls, and shows what a file can’t hold as □',
  withTools,
  async () => {
    const rare = '𠮷㐂😀👨‍👩‍👧é각 ]]> </w:t> &amp; "引" עברית x_0041_'
    const marked = rare.replace('עברית', '\u200f\u202bעברית\u202c')
    const checklist = {
      ...withDepartments(checklistAfter(write('overview', `${marked}\n控\u0000制\u0007符\ud83d。\n甲\t乙`)), [
        'water',
      ]),
      unit: { ...unit, name: '青禾县<测试>&𠮷局', departments: ['water'] },
    }
    const path = await save(checklist)
    const { paragraphs, core } = read(path)
    expect(paragraphs.slice(0, 2)).toEqual(['青禾县<测试>&𠮷局', '2022年质量工作考核自评报告'])
    expect(paragraphs.slice(4, 7)).toEqual([rare, '控制符□。', '甲\t乙'])
    expect(core).toContain('青禾县&#60;测试&#62;&#38;𠮷局')
    expect(pdfFact(convertWithOffice(path, 'pdf'), 'Pages')).toBe('2')
  },
)

test('writeDocument() holds names and texts as they are read, without direction marks', async () => {
  const { checklist } = fullReport(allDepartments)
  const name = '青禾县\u202e局督监'
  const marked = { ...checklist, unit: { ...checklist.unit, name } }
  const report = {
    ...marked.report,
    texts: { ...marked.report.texts, overview: '见“通知\u202efdp.exe”\u0007。' },
  }
  const archive = await JSZip.loadAsync(await writeDocument(catalogue, { ...marked, report }, noon))
  const parts = await Promise.all(Object.values(archive.files).map(entry => entry.async('string')))
  const [document = '', core = ''] = ['word/document.xml', 'docProps/core.xml'].map(
    path => parts[Object.keys(archive.files).indexOf(path)],
  )
  expect(document).toContain('见“通知fdp.exe”。')
  expect(document).toContain('>青禾县局督监<')
  expect(core).toContain('<dc:creator>青禾县局督监</dc:creator>')
  expect(parts.filter(part => /[\u202a-\u202e\u2066-\u2069]/.test(part))).toEqual([])
})
