/** 目录.xlsx, read back with Python's standard library, and with LibreOffice. */
import { readFileSync, writeFileSync } from 'node:fs'
import { planBundle, type Volume } from '../../../src/core/bundle/plan'
import type { Change } from '../../../src/core/checklist/change'
import type { AttachedFile, Checklist } from '../../../src/core/checklist/checklist'
import { buildCatalogue } from '../../../src/core/edition/catalogue'
import { writeSpreadsheet } from '../../../src/io/bundle/inventory-sheet'
import { writeWorkbook } from '../../../src/io/bundle/workbook'
import { convertWithOffice, withTools } from '../../tools'
import { expect, test } from '../runner'
import { checklistAfter, fileOf, noon, smallSource, withDepartments } from '../samples'
import { type Cell, readWorkbook, type Sheet, valuesOf } from './workbook'

const small = buildCatalogue(smallSource())
const heads = ['序号', '指标编号', '考核指标', '材料项', '文件名', '大小（MB）', '字节', '备注', 'SHA-256']
/** `parts` are the numbers of files in each volume; by default all lie in one. */
async function write(checklist: Checklist, parts?: number[], date = noon, index = 1): Promise<Uint8Array> {
  const plan = planBundle(small, checklist)
  let from = 0
  const volumes = (parts ?? [plan.entries.length]).map((count, i, { length }): Volume => {
    from += count
    return { entries: plan.entries.slice(from - count, from), index: i + 1, count: length }
  })
  return writeSpreadsheet(checklist, plan, volumes, index, date, writeWorkbook)
}

function read(bytes: Uint8Array): Sheet {
  const sheets = readWorkbook(bytes)
  expect(sheets.map(({ name }) => name)).toEqual(['目录'])
  return sheets[0] as Sheet
}

const cellsBelow = ({ rows }: Sheet, head: string) => {
  const column = rows[0]?.findIndex(cell => cell.value === head) ?? -1
  return rows.slice(1).map(row => row[column] as Cell)
}
const below = (sheet: Sheet, head: string) => cellsBelow(sheet, head).map(cell => cell.value)
const fill = (...changes: Change[]) => withDepartments(checklistAfter(...changes), ['water', 'city-office'])
const add = (item: string, ...files: AttachedFile[]): Change => ({ kind: 'add-files', item, files })
const remark = (item: string, remark: string): Change => ({ kind: 'set-remark', item, remark })
const plan = fileOf('计划.pdf', '一年的计划', { originalName: 'SCAN_001.pdf' })
const photo = fileOf('检查.jpg', '照片')

test(
  'writeSpreadsheet() has a row for each use of a file, and one for each item that has none',
  withTools,
  async () => {
    const checklist = fill(
      { kind: 'set-ready', item: '0-1', ready: true },
      add('0-1', plan, photo),
      remark('0-1', '另有纸质一份'),
      add('1-1-1', plan),
      { kind: 'set-not-applicable', item: '1-1-2', notApplicable: true },
      { kind: 'set-reason', item: '1-1-2', reason: '本县无此事' },
      remark('2-1-0', '稍后补交'),
      add('9-9-1', photo),
    )
    const scan = '原文件名：SCAN_001.pdf'
    const [first, second] = ['0-1 2031年度工作计划', '1-1-1 印发文件,明确分工']
    const gone = ['考核要点中已取消的材料项', '9-9-1 考核要点中已没有这一项']
    expect(valuesOf(read(await write(checklist)))).toEqual([
      heads,
      [1, '0', '共性资料', first, '计划.pdf', 0, 15, `另有纸质一份\n${scan}`, plan.sha256],
      [2, '0', '共性资料', first, '检查.jpg', 0, 6, '', photo.sha256],
      [3, '1-1', '指标1-1', second, '计划.pdf', 0, 15, `有附件，未勾选\n${scan}`, plan.sha256],
      [4, '1-1', '指标1-1', '1-1-2 开展检查', '', '', '', '不适用：本县无此事', ''],
      [5, '2-1', '指标2-1', '2-1-1 整改报告', '', '', '', '未提供', ''],
      [6, '2-1', '指标2-1', '2-1-0 其他印证材料', '', '', '', '稍后补交', ''],
      [7, '', ...gone, '检查.jpg', 0, 6, '', photo.sha256],
    ])
  },
)

test(
  'writeSpreadsheet() says what is odd about an item: a tick without a file, 不适用 without a reason',
  withTools,
  async () => {
    const checklist = fill(
      { kind: 'set-ready', item: '0-1', ready: true },
      { kind: 'set-not-applicable', item: '2-1-1', notApplicable: true },
    )
    const states = ['已备齐（未附文件）', '未提供', '未提供', '不适用（未写理由）']
    expect(below(read(await write(checklist)), '备注')).toEqual(states)
  },
)

test('writeSpreadsheet() names the volume where there are several, and misses none', withTools, async () => {
  const checklist = fill(add('0-1', plan, photo), add('1-1-1', photo))
  const sheet = read(await write(checklist, [1, 2]))
  expect(valuesOf(sheet)[0]).toEqual([...heads.slice(0, 7), '压缩包', ...heads.slice(7)])
  expect(below(sheet, '压缩包')).toEqual(['第1个', '第2个', '第2个', '', ''])
  await expect(write(checklist, [1, 1])).rejects.toThrow('Cannot write spreadsheet: 1 files lie in no volume')
})

test(
  'writeSpreadsheet() is a sheet to read and print: frozen head, widths, A4 across',
  withTools,
  async () => {
    const sheet = read(await write(fill(add('0-1', plan))))
    expect(sheet.pane).toMatchObject({ ySplit: '1', topLeftCell: 'A2', state: 'frozen' })
    expect(sheet.page).toMatchObject({ paperSize: '9', orientation: 'landscape', fitToHeight: '0' })
    expect(sheet.fits).toEqual({ fitToPage: '1' })
    expect(sheet.titles).toEqual({
      '_xlnm.Print_Area': '目录!$A$1:$H$5',
      '_xlnm.Print_Titles': '目录!$1:$1',
    })
    expect(sheet.filter).toBe('A1:I5')
    expect(sheet.widths.length).toBe(heads.length)
    // At 8 pixels a digit and 96 an inch, 10.9 inches between the margins: not below 75 % of its size.
    const printed = sheet.widths.slice(0, -1).reduce((sum, width) => sum + width)
    expect((printed * 8) / 96).toBeLessThan(10.9 / 0.75)
    // A SHA-256 stands last, in one line; the first row's remark has two.
    expect(sheet.widths.slice(-1)[0]).toBeGreaterThan(65)
    expect(sheet.heights).toEqual([0, 33, 18, 18, 18])
    const [head = [], ...rows] = sheet.rows
    expect(head.every(cell => cell.bold && cell.fill === 'FFE6EEF8')).toBe(true)
    expect(rows.flat().filter(cell => cell.bold || cell.fill)).toEqual([])
    expect(rows.flatMap(row => row.slice(0, -1)).every(cell => cell.wraps)).toBe(true)
    expect(rows.some(row => row[row.length - 1]?.wraps)).toBe(false)
  },
)

test('writeSpreadsheet() keeps sizes as numbers that add up, shown in bytes', withTools, async () => {
  const huge = fileOf('录像.mp4', '录像', { size: 5 * 2 ** 30 })
  const sheet = read(await write(fill(add('0-1', huge, photo))))
  expect(below(sheet, '大小（MB）').slice(0, 2)).toEqual([5120, 0])
  const cells = cellsBelow(sheet, '字节').slice(0, 2)
  expect(cells.map(cell => cell.value)).toEqual([5_368_709_120, 6])
  expect(cells.map(cell => cell.format)).toEqual(['#,##0" 字节"', '#,##0" 字节"'])
})

test(
  'a name opens the file where it lies unpacked: of this volume, and nothing that runs',
  withTools,
  async () => {
    const odd = fileOf("甲 #1&'乙.pdf")
    const page = fileOf('网页.html')
    const checklist = fill(add('0-1', odd, page), add('1-1-1', photo))
    const paths = planBundle(small, checklist).entries.map(({ path }) => path)
    const opened = async (index: number) => {
      const { links } = read(await write(checklist, [2, 1], noon, index))
      return links.map(([cell, address]) => [cell, decodeURIComponent(address)])
    }
    expect(await opened(1)).toEqual([['E2', paths[0]]])
    expect(await opened(2)).toEqual([['E4', paths[2]]])
  },
)

test('writeSpreadsheet() leaves hostile texts texts, and readable', withTools, async () => {
  // The last are the words that every JavaScript object knows.
  const odd = "=1+1|+1|-1|@SUM(A1)|=cmd ' !A0|7-1|1e5|𠮷😀|_x0041_|_xx0041_x0042_".split('|')
  const names = [...odd, ...Object.getOwnPropertyNames(Object.prototype)]
  const originals = [
    ' a ',
    '<a&b>"',
    '换\r\n行',
    '_x005F_x0041_',
    '甲\0\u0007\u001f\ufffe乙',
    'a\ud800b',
    '_\0x0041_',
  ]
  const files = [
    ...names.map(name => fileOf(name)),
    ...originals.map((originalName, i) => fileOf(`${i}.pdf`, `${i}`, { originalName })),
  ]
  const sheet = read(await write(fill(add('0-1', ...files))))
  expect(sheet.formulas).toBe(0)
  expect(below(sheet, '文件名').slice(0, names.length)).toEqual(names)
  const shown = [' a ', '<a&b>"', '换\n行', '_x005F_x0041_', '甲乙', 'ab', '_x0041_']
  const remarks = below(sheet, '备注').slice(names.length, files.length)
  expect(remarks).toEqual(shown.map(name => `原文件名：${name}`))
  const texts = sheet.rows.slice(1).flatMap(row => row.filter(cell => typeof cell.value === 'string'))
  expect(texts.filter(cell => cell.format !== '@')).toEqual([])
})

test(
  'writeSpreadsheet() cuts a text that no cell can hold, and says where it stands whole',
  withTools,
  async () => {
    const medium = '注'.repeat(300)
    const sheet = read(await write(fill(remark('2-1-0', '备'.repeat(40_000)), remark('1-1-1', medium))))
    const [, first, , , long] = below(sheet, '备注')
    expect(first).toBe(`未提供\n${medium}`)
    expect(String(long)).toMatch(/^备{32000,}……（过长，全文见 checklist\.json）$/)
    expect(String(long).length).toBe(32_767)
  },
)

test('writeSpreadsheet() gives the same bytes whatever the clock and the zone say', withTools, async () => {
  const many = fill(add('0-1', ...Array.from({ length: 1_500 }, (_, i) => fileOf(`扫描件${i}.pdf`))))
  const { TZ } = process.env
  const { now } = Date
  const writeAt = (zone: string, clock: string) => {
    process.env.TZ = zone
    Date.now = () => Date.parse(clock)
    return write(many)
  }
  const written: Uint8Array[] = []
  try {
    written.push(
      await writeAt('Asia/Shanghai', '2022-12-20'),
      await writeAt('America/New_York', '2031-01-02'),
    )
  } finally {
    Date.now = now
    if (TZ === undefined) delete process.env.TZ
    else process.env.TZ = TZ
  }
  const [first = new Uint8Array(), second = new Uint8Array()] = written
  expect(Buffer.from(first).equals(second)).toBe(true)
  expect(read(first).dates).toEqual(['(2022, 12, 20, 4, 0, 0)'])
  expect(Buffer.from(await write(many, undefined, new Date('2023-01-01'))).equals(first)).toBe(false)
})

test('LibreOffice reads the table', withTools, async () => {
  const path = test.info().outputPath('目录.xlsx')
  const formula = fileOf('=1+1')
  writeFileSync(path, await write(fill(add('0-1', formula), remark('0-1', '_x0041_𠮷😀'))))
  const csv = convertWithOffice(path, 'csv:Text - txt - csv (StarCalc):44,34,76,1')
  const [head, first] = readFileSync(csv, 'utf8').split(/\n(?=\d)/)
  // It quotes what is text.
  expect(head).toBe(heads.map(title => `"${title}"`).join(','))
  const cells = ['1,"0","共性资料","0-1 2031年度工作计划"', '"=1+1",0.00,4 字节']
  expect(first).toBe(`${cells.join(',')},"有附件，未勾选\n_x0041_𠮷😀","${formula.sha256}"`)
})
