/** 自评报告.docx, read back with Python's standard library and through LibreOffice. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { expect, test } from 'playwright/test'
import type { Change } from '../../src/core/change'
import type { Checklist } from '../../src/core/checklist'
import { formatScoring } from '../../src/core/format'
import { reportFields, reportIndicators } from '../../src/core/report'
import { writeDocument } from '../../src/io/document'
import { convertWithOffice, pagesOf, pdfFact } from '../tools'
import { allDepartments, catalogue, checklistAfter, noon, unit, withDepartments } from './samples'

const program = `
import json, sys, zipfile
import xml.etree.ElementTree as xml
w = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
archive = zipfile.ZipFile(sys.argv[1])
assert archive.testzip() is None
for name in archive.namelist():
    if name.endswith('.xml') or name.endswith('.rels'): xml.fromstring(archive.read(name))
document = xml.fromstring(archive.read('word/document.xml'))
words = lambda p: ''.join('\\t' if t.tag == w + 'tab' else t.text or '' for t in p.iter() if t.tag in (w + 't', w + 'tab'))
section = document.find('.//' + w + 'sectPr')
attributes = lambda tag: {key.replace(w, ''): value for key, value in section.find(w + tag).attrib.items()}
parts = [archive.read(name).decode() for name in archive.namelist() if name.startswith('word/') and 'theme/' not in name]
print(json.dumps({
    'paragraphs': [words(p) for p in document.find(w + 'body').findall(w + 'p')],
    'rows': [[words(c) for c in row.iter(w + 'tc')] for row in document.iter(w + 'tr')],
    'grid': [int(c.get(w + 'w')) for c in document.iter(w + 'gridCol')],
    'repeated': sum(1 for row in document.iter(w + 'tr') if row.find('.//' + w + 'tblHeader') is not None),
    'whole': sum(1 for row in document.iter(w + 'tr') if row.find('.//' + w + 'cantSplit') is not None),
    'fonts': sorted({value for part in parts for e in xml.fromstring(part).iter(w + 'rFonts') for value in e.attrib.values()}),
    'themed': sum(part.count('Theme=') for part in parts),
    'page': attributes('pgSz'), 'margin': attributes('pgMar'), 'grids': attributes('docGrid'),
    'dates': sorted({str(entry.date_time) for entry in archive.infolist()}),
    'core': archive.read('docProps/core.xml').decode(),
}))
`

interface Read {
  paragraphs: string[]
  rows: string[][]
  grid: number[]
  repeated: number
  whole: number
  fonts: string[]
  themed: number
  page: Record<string, string>
  margin: Record<string, string>
  grids: Record<string, string>
  dates: string[]
  core: string
}

const write = (id: string, text: string): Change => ({ kind: 'set-report-text', id, text })
const score = (indicator: string, text: string): Change => ({ kind: 'set-score', indicator, score: text })

async function save(checklist: Checklist): Promise<string> {
  const path = test.info().outputPath('自评报告.docx')
  writeFileSync(path, await writeDocument(catalogue, checklist, noon))
  return path
}

function read(path: string): Read {
  const options = { encoding: 'utf8', env: { ...process.env, PYTHONUTF8: '1' }, maxBuffer: 2 ** 26 } as const
  return JSON.parse(execFileSync('python3', ['-c', program, path], options)) as Read
}

const largest = ['market-regulation', 'intellectual-property', 'quality-office']

/** Of 28 characters, two of them the first line's indent; what is not Chinese takes half of one. */
function linesOf(words: string): number {
  return Math.max(1, Math.ceil((2 + words.length - (words.match(/[ -~]/g)?.length ?? 0) / 2) / 28))
}

/** Every field filled with three lines, no two alike. */
function fullReport(departments: readonly string[]): { checklist: Checklist; typed: string[] } {
  const bare = withDepartments(checklistAfter(), [...departments])
  const texts = reportFields(catalogue, bare).map(({ id }) => {
    const lines = ['一', '二', '三'].map(
      (number, i) =>
        `${number}是落实${id}各项要求，召开专题会议${i + 2}次，印发文件《${id}工作方案》，整改问题3${i}个。`,
    )
    return { id, lines }
  })
  const changes = texts.map(({ id, lines }) => write(id, lines.join('\n')))
  return {
    checklist: withDepartments(checklistAfter(...changes), [...departments]),
    typed: texts.flatMap(({ lines }) => lines),
  }
}

test('writeDocument() holds every row’s text and every typed paragraph, in the template’s order', async () => {
  const { checklist, typed } = fullReport(allDepartments)
  const { paragraphs } = read(await save(checklist))
  const [overview, ...rest] = catalogue.report.sections
  const rows = reportIndicators(catalogue, checklist)
  expect(rows).toHaveLength(35)
  const lines = [...typed]
  const three = () => lines.splice(0, 3)
  const expected = [
    '崇阳县市场监督管理局',
    '2022年质量工作考核自评报告',
    overview?.heading,
    ...three(),
    rest[0]?.heading,
    ...rows.flatMap((row, i) => {
      const [first, ...others] = three()
      return [`${i + 1}、考核内容:${row.content}`, `部署落实情况:${first}`, ...others]
    }),
    ...rest.slice(1).flatMap(section => [section.heading, ...three()]),
    '崇阳县市场监督管理局',
    '2022年12月20日',
  ]
  expect(paragraphs.filter(Boolean)).toEqual(expected)
})

test('writeDocument() of an empty report prints headings and blanks, and never undefined', async () => {
  const { paragraphs, rows } = read(await save(withDepartments(checklistAfter(), ['water'])))
  expect(paragraphs.slice(2)).toEqual([
    '',
    '一、2022年质量工作总体情况',
    '',
    '二、工作措施部署落实情况',
    '1、考核内容:根据水利建设质量工作开展情况得分(5分)',
    '部署落实情况:',
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
    '崇阳县市场监督管理局',
    '2022年12月20日',
  ])
  expect(rows).toEqual([])
})

test('writeDocument() is A4 with the margins of GB/T 9704-2012, in fonts Windows 7 has', async () => {
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
})

test('writeDocument() ends with the scores where there are any, their sums below', async () => {
  const checklist = withDepartments(
    checklistAfter(score('2-1', '4.5'), score('11-2', '满分'), score('14-4', '0.5')),
    ['agriculture'],
  )
  const { paragraphs, rows, grid, repeated, whole } = read(await save(checklist))
  expect(paragraphs).toContain('附件：自评分表')
  expect(paragraphs.filter(Boolean).slice(-2)).toEqual(['附件', '自评分表'])
  const given = ['4.5', '满分', '-0.5']
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
    ['', '得分小计', '', `${most} 分`, '4.5'],
    ['', '扣分小计', '', '', '-0.5'],
    ['', '合计', '', '', '4'],
  ])
  // WPS shows no table without its grid.
  expect(grid).toHaveLength(5)
  expect(grid.reduce((sum, width) => sum + width)).toBe(8844)
  expect(repeated).toBe(1)
  expect(whole).toBe(rows.length)
})

test('writeDocument() gives the same bytes for the same checklist and date, whatever the clock says', async () => {
  const { checklist } = fullReport(['water'])
  const first = await writeDocument(catalogue, checklist, noon)
  await new Promise(resolve => setTimeout(resolve, 2_100))
  expect(Buffer.from(await writeDocument(catalogue, checklist, noon)).equals(first)).toBe(true)
  const { dates, core } = read(await save(checklist))
  expect(dates).toEqual(['(2022, 12, 20, 4, 0, 0)'])
  expect(core).toContain(
    '<dcterms:modified xsi:type="dcterms:W3CDTF">2022-12-20T04:00:00+08:00</dcterms:modified>',
  )
})

test('writeDocument() keeps rare characters, emoji, markup and RTL marks, and shows what a file can’t hold as □', async () => {
  const rare = '𠮷㐂😀👨‍👩‍👧é각 ]]> </w:t> &amp; "引" \u200f\u202bעברית\u202c x_0041_'
  const checklist = {
    ...withDepartments(checklistAfter(write('overview', `${rare}\n控\u0000制\u0007符\ud83d。\n甲\t乙`)), [
      'water',
    ]),
    unit: { ...unit, name: '崇阳县<测试>&𠮷局', departments: ['water'] },
  }
  const path = await save(checklist)
  const { paragraphs, core } = read(path)
  expect(paragraphs.slice(0, 2)).toEqual(['崇阳县<测试>&𠮷局', '2022年质量工作考核自评报告'])
  expect(paragraphs.slice(4, 7)).toEqual([rare, '控□制□符□。', '甲\t乙'])
  expect(core).toContain('崇阳县&#60;测试&#62;&#38;𠮷局')
  expect(pdfFact(convertWithOffice(path, 'pdf'), 'Pages')).toBe('2')
})

test('LibreOffice sets the largest report on A4, 22 lines a page, pages numbered, its text as typed', async () => {
  const { checklist, typed } = fullReport(largest)
  const path = await save(checklist)
  const pdf = convertWithOffice(path, 'pdf')
  expect(pdfFact(pdf, 'Page size')).toContain('(A4)')
  const pages = pagesOf(pdf)
  const typedLines = read(path).paragraphs.reduce((sum, words) => sum + linesOf(words), 0)
  // The title's two lines are higher than a text's by half.
  expect(Math.abs(pages.length - (typedLines + 1) / 22)).toBeLessThan(1)
  pages.forEach((page, i) => {
    const lines = page.split('\n').filter(line => line.trim() !== '')
    expect(lines.pop()?.replace(/\s/g, ''), `page ${i + 1}`).toBe(`—${i + 1}—`)
    // The first page has the title's lines, the last one ends where the text ends.
    if (i > 0 && i < pages.length - 1)
      expect(Math.abs(lines.length - 22), `page ${i + 1}`).toBeLessThanOrEqual(1)
  })
  const text = pages.map(page => page.replace(/\n[^\n]*— *\d+ *—\s*$/, '')).join('')
  const bare = (words: string) => words.replace(/\s/g, '')
  let from = 0
  for (const paragraph of typed) {
    const at = bare(text).indexOf(bare(paragraph), from)
    expect(at, paragraph).toBeGreaterThanOrEqual(from)
    from = at + 1
  }
})

test('LibreOffice stands a paragraph of 20,000 characters and a title of 43', async () => {
  const sentences = Array.from({ length: 2_000 }, (_, i) => `第${i + 1_000}项工作已落实。`)
  const name = '崇阳县住房和城乡建设局（崇阳县人民防空办公室、崇阳县城市管理执法局联合工作专班办公室）'
  const checklist = {
    ...checklistAfter(write('overview', sentences.join(''))),
    unit: { ...unit, name, departments: ['water'] },
  }
  const pdf = convertWithOffice(await save(checklist), 'pdf')
  const text = pagesOf(pdf)
    .map(page => page.replace(/\n[^\n]*— *\d+ *—\s*$/, ''))
    .join('')
    .replace(/\s/g, '')
  expect(text).toContain(sentences.join(''))
  expect(text.startsWith(`${name}2022年质量工作考核自评报告`)).toBe(true)
})
