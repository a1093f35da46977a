/**
 * Compares the edition 2022 with the notice as it was published: every text of the data stands in the source, and every
 * character of the source stands in the data.
 */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { expect, test } from '../runner'

interface Item {
  id: string
  text: string
}

interface Row {
  id: string
  content: string
  points?: number
  deduction?: number
  veto?: true
  cells: { 序号?: string; 考核指标?: string; 具体内容: string; 印证材料清单?: string }
  merged?: string[]
  departments: string[]
  items?: Item[]
  note?: string
}

interface Table {
  title: string
  declared: { rows: number; items: number; points: number }
  departments: { id: string; name: string }[]
  indicators: Row[]
}

interface Section {
  id: string
  heading: string
  indicators?: true
  contentLabel?: string
  answerLabel?: string
  fromTemplate?: false
}

interface Notice {
  title: string
  indexNumber: string
  documentNumber: string
  publisher: string
  subject: string
  published: string
  validity: string
  signatory: string
  dated: string
  deadline: string
  delivery: string
  contact: Record<'name' | 'phone' | 'email' | 'address', string>
  keywords: string[]
}

const source = read('fixtures/notice-2022.txt')
const printedLines = source.split('\n')
const [, frontMatter = '', body = ''] = read('../content/2022/notice.md').split(/^---\n/m)
const notice = parse(frontMatter) as Notice
const paragraphs = body.trim().split('\n\n').map(plain)
const table = parse(read('../content/2022/indicators.yaml')) as Table
const materials = parse(read('../content/2022/materials.yaml')) as { items: (Item & { label: string })[] }
const report = parse(read('../content/2022/report.yaml')) as { title: string; sections: Section[] }
const site = parse(read('../content/site.yaml')) as Record<'organization' | 'office', string>

const rows = table.indicators
const items = rows.flatMap(row => row.items ?? [])
const rowsWithEvidence = rows.filter(row => row.cells.印证材料清单 !== undefined)

test('the edition has 35 rows, and 69 items in 22 of them', () => {
  expect(rows).toHaveLength(35)
  expect(rowsWithEvidence).toHaveLength(22)
  expect(items).toHaveLength(69)
  expect(rows.filter(row => row.items)).toEqual(rowsWithEvidence)
})

test('rows 1 to 13 score 100 points, 14 holds five deductions and one veto', () => {
  const scored = rows.filter(row => row.points !== undefined)
  const last = rows.filter(row => numberOf(row) === '14')
  expect(scored).toEqual(rows.filter(row => numberOf(row) !== '14'))
  expect(scored.reduce((sum, row) => sum + (row.points ?? 0), 0)).toBe(100)
  expect(last.map(row => row.deduction ?? row.veto)).toEqual([2, 1, 1, 1, 1, true])
})

test('what the edition declares is what it holds', () => {
  expect(table.declared).toEqual({ rows: 35, items: 69, points: 100 })
})

test('each score is the one printed at the end of its row', () => {
  for (const row of rows) {
    const printed = /\((?:每项扣1 分,)?(最高扣)? ?(\d) ?分\)$/.exec(row.cells.具体内容)
    const found = { points: row.points, deduction: row.deduction, veto: row.veto }
    const score = printed ? { [printed[1] ? 'deduction' : 'points']: Number(printed[2]) } : { veto: true }
    expect(found, row.id).toEqual(score)
  }
})

test('13 departments are named, and each evaluates a row', () => {
  const ids = table.departments.map(department => department.id)
  expect(new Set(ids).size).toBe(13)
  expect(new Set(table.departments.map(department => department.name)).size).toBe(13)
  expect(new Set(rows.flatMap(row => row.departments))).toEqual(new Set(ids))
})

test('the five rows that lost their department cell continue the row above, and say so', () => {
  const merged = rows.filter(row => row.merged?.includes('评价部门'))
  expect(merged.map(row => row.id)).toEqual(['9-3', '9-4', '10-3', '10-4', '10-5'])
  for (const row of merged) {
    expect(row.departments, row.id).toEqual(rows[rows.indexOf(row) - 1]?.departments)
    expect(row.note, row.id).toContain('市场监管部门')
  }
})

test('every id occurs once and counts up from its parent', () => {
  const ids = [...rows, ...items, ...materials.items].map(entry => entry.id)
  expect(new Set(ids).size).toBe(ids.length)
  const seen = new Map<string, number>()
  const counted = rows.map(row => {
    const count = (seen.get(numberOf(row)) ?? 0) + 1
    seen.set(numberOf(row), count)
    const id = `${numberOf(row)}-${count}`
    return [id, ...(row.items ?? []).map((_, index) => `${id}-${index + 1}`)]
  })
  expect(rows.map(row => [row.id, ...(row.items ?? []).map(item => item.id)])).toEqual(counted)
  expect([...seen.keys()]).toEqual(Array.from({ length: 14 }, (_, index) => `${index + 1}`))
})

test('contents and evidence stand in the source as lines of their own, spaces included', () => {
  for (const row of rows) {
    expect(printedLines, row.id).toContain(row.cells.具体内容)
    if (row.cells.印证材料清单 !== undefined) expect(printedLines, row.id).toContain(row.cells.印证材料清单)
  }
})

test('between the items of a row nothing is left but numbering and punctuation', () => {
  for (const row of rowsWithEvidence) {
    const evidence = row.cells.印证材料清单 ?? ''
    const isNumbered = evidence.startsWith('1.')
    let end = 0
    for (const [index, { id, text }] of (row.items ?? []).entries()) {
      const start = evidence.indexOf(text, end)
      expect(start, id).toBeGreaterThanOrEqual(end)
      const closing = index === 0 ? '' : '[;。]'
      const numbering = isNumbered ? `${index + 1}[.、,]?` : '\\.?'
      expect(evidence.slice(end, start), id).toMatch(new RegExp(`^${closing}${numbering}$`))
      expect(text, id).toMatch(isNumbered ? /[^;。]$/ : /^[^;。]+$/)
      end = start + text.length
    }
    expect(evidence.slice(end), row.id).toMatch(/^[;。]$/)
  }
})

test('the five common materials are the points of section one, but for the fourth', () => {
  expect(materials.items.map(item => item.id)).toEqual(['0-1', '0-2', '0-3', '0-5', '0-6'])
  for (const { id, text } of materials.items) expect(paragraphs, id).toContain(`${id.slice(2)}、${text};`)
})

test('the notice’s text stands in the source paragraph by paragraph, spaces included', () => {
  const first = printedLines.indexOf(paragraphs[0] ?? '')
  const last = printedLines.indexOf(paragraphs[paragraphs.length - 1] ?? '')
  expect(paragraphs).toEqual(printedLines.slice(first, last + 1).filter(line => line !== ''))
})

test('the notice’s metadata is what its text says', () => {
  const text = paragraphs.join('\n')
  const { contact } = notice
  expect(text).toContain(`联系人:${contact.name} `)
  expect(text).toContain(`联系电话:${contact.phone}\n邮箱:${contact.email}\n`)
  expect(text).toContain(`2022年12月25日下午4时前将资料${notice.delivery}至县`)
  expect(text).toContain(`办公室(${contact.address})`)
  expect(new Date(notice.deadline).toISOString()).toBe('2022-12-25T08:00:00.000Z')
  expect(site.organization).toBe(notice.signatory)
  for (const word of [site.office, ...notice.keywords]) expect(text).toContain(word)
})

test('the data, in order, is the source to the last character', () => {
  const closing = [notice.signatory, printedDate(notice.dated)]
  const portalFooter = '•|•|'
  const parts = [header(), paragraphs, closing, annex1(), annex2(), portalFooter].flat()
  expect(parts.map(bare).join('')).toBe(bare(source))
})

function header(): string[] {
  const { title, indexNumber, documentNumber, publisher, subject, published, validity } = notice
  return [
    title,
    `索引号:${indexNumber}`,
    `文号:${documentNumber}`,
    `发文机构:${publisher}`,
    `主题分类:${subject}`,
    `名称:${title}`,
    `发布日期:${printedDate(published)}`,
    `有效性:${validity}`,
  ]
}

function annex1(): string[] {
  const names = new Map(table.departments.map(department => [department.id, department.name]))
  const head = ['序号', '考核指标', '具体内容', '评价部门', '是否需要印证材料', '印证材料清单']
  const cells = rows.flatMap((row, index) => {
    const above = rows[index - 1]
    const number = above && numberOf(above) === numberOf(row) ? '' : numberOf(row)
    const name = row.cells.考核指标 ?? ''
    // The name of 10 is printed again where the table goes on to its next page.
    const again = row.id === '10-1' ? name : ''
    const department = row.merged?.includes('评价部门') ? '' : (names.get(row.departments[0] ?? '') ?? '')
    return [number, name, again, row.cells.具体内容, department, row.cells.印证材料清单 ?? '']
  })
  return ['附件1', table.title, ...head, ...cells]
}

/** The template shows the pair of labels twice, as numbers 1 and 2. */
function annex2(): string[] {
  const sections = report.sections.filter(section => section.fromTemplate !== false)
  const printed = sections.flatMap(({ heading, indicators, contentLabel = '', answerLabel = '' }) =>
    indicators ? [heading, `1、${contentLabel}`, answerLabel, `2、${contentLabel}`, answerLabel] : [heading],
  )
  return ['附件2', report.title, '(模板)', ...printed]
}

function numberOf(row: Row): string {
  return row.id.split('-')[0] ?? ''
}

function printedDate(date: string): string {
  return date.replace(/(\d+)-(\d+)-(\d+)/, '$1年$2月$3日')
}

/** A paragraph's text without the two marks the notice may use: a heading and a link. */
function plain(paragraph: string): string {
  return paragraph.replace(/^## /, '').replace(/\[(.*)\]\(\S+\)$/, '$1')
}

function bare(text: string): string {
  return text.replace(/\s/g, '')
}

function read(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
}
