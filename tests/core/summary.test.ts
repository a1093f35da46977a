/** 汇总表.xlsx, what is owed and the 催报, read back against what was put in. */
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'playwright/test'
import { applyChange, type Change } from '../../src/core/change'
import { type AttachedFile, buildChecklist } from '../../src/core/checklist'
import { collate } from '../../src/core/collate'
import { matchUnits, unitsNamed } from '../../src/core/expected'
import type { HandIn } from '../../src/core/hand-in'
import { findLacks, type Lack } from '../../src/core/lack'
import { verdictOf } from '../../src/core/verdict'
import { type SummaryInput, writeSummary } from '../../src/io/summary'
import { lackWording, sayReminder } from '../../src/wording-export'
import { cellWording, sayHandInFinding, sayVerdict } from '../../src/wording-intake'
import { convertWithOffice } from '../tools'
import { catalogue, fileOf, morning, noon } from './samples'
import { readWorkbook, type Sheet, valuesOf } from './workbook'

const deadline = '2022-12-25T16:00:00+08:00'
const words = {
  state: cellWording,
  verdict: (handIn: HandIn) => sayVerdict(verdictOf(handIn)),
  finding: sayHandInFinding,
  reason: lackWording,
}

const add = (item: string, ...files: AttachedFile[]): Change => ({ kind: 'add-files', item, files })
const ready = (item: string): Change => ({ kind: 'set-ready', item, ready: true })

/** A hand-in as it came, all files there but those in `lost`. */
function handInOf(
  name: string,
  departments: string[],
  changes: Change[],
  { lost = [], ...part }: Partial<HandIn> & { lost?: AttachedFile[] } = {},
): HandIn {
  const empty = buildChecklist(name, '2022', { name, departments, contact: '', phone: '' }, morning)
  const checklist = changes.reduce((before, change) => applyChange(before, change, noon), empty)
  const hashes = Object.values(checklist.answers).flatMap(({ files }) => files.map(({ sha256 }) => sha256))
  return {
    id: name,
    checklist,
    fingerprint: '6F2A-91C4-0B77-E3D0',
    declaredFingerprint: '6F2A-91C4-0B77-E3D0',
    archives: [`${name}.zip`],
    volumes: { found: [1], count: 1 },
    findings: [],
    packed: '2022-12-20',
    present: new Set(hashes.filter(sha256 => !lost.some(file => file.sha256 === sha256))),
    damaged: new Map(),
    office: '',
    report: null,
    scope: '',
    ...part,
  }
}

const plan = fileOf('计划.pdf', '一年的计划', { originalName: 'SCAN_001.pdf' })
const photo = fileOf('=HYPERLINK("x").jpg', '照片')
const lost = fileOf('丢失.pdf')
const water = handInOf(
  '崇阳县水利局',
  ['water'],
  [
    ready('0-1'),
    add('0-1', plan, photo),
    ready('0-2'),
    { kind: 'set-remark', item: '0-2', remark: '只交\u0007纸质' },
    add('0-3', plan),
    { kind: 'set-not-applicable', item: '0-5', notApplicable: true },
    { kind: 'set-report-text', id: 'overview', text: '水质稳定。' },
    { kind: 'set-score', indicator: '3-1', score: '4.5' },
  ],
  { packed: '2022-12-26' },
)
const school = handInOf('崇阳县教育局', ['education'], [ready('0-1'), add('0-1', plan, lost)], {
  lost: [lost],
  volumes: { found: [1, 3], count: 3 },
  findings: [
    { archive: '教育局.zip', finding: { code: 'altered', path: 'data/丢失.pdf' } },
    { archive: '教育局.zip', finding: { code: 'appended-bytes', bytes: 3 } },
  ],
})

function inputOf(handIns: readonly HandIn[], expected: readonly string[]): SummaryInput {
  const matrix = collate(catalogue, handIns)
  const attendance = matchUnits(
    unitsNamed(expected),
    matrix.rows.map(({ unit }) => unit),
  )
  const lacks = findLacks(catalogue, matrix, attendance)
  const strays = [{ archive: '照片.rar', sentence: '是 RAR 压缩包。' }]
  return { catalogue, deadline, matrix, lacks, strays, words }
}

const input = inputOf([water, school], ['崇阳县公安局', '县教育局', '崇阳县水利局'])
const write = async (summary = input) => readWorkbook(await writeSummary(summary, noon))
const named = (sheets: Sheet[], name: string) => sheets.find(sheet => sheet.name === name) as Sheet
/** Rows as objects, by the last row of the head. */
const linesOf = (sheet: Sheet, head = 0) => {
  const [titles = [], ...rows] = valuesOf(sheet).slice(head)
  return rows.map(row =>
    Object.fromEntries(row.map((value, i) => [`${titles[i]}`.replace('\n', ' '), value])),
  )
}

test('the summary has four sheets to read and print: frozen, fitted to A4 across', async () => {
  const sheets = await write()
  expect(sheets.map(({ name }) => name)).toEqual(['汇总矩阵', '材料明细', '缺报清单', '核验发现'])
  for (const { name, pane, page, fits, titles } of sheets) {
    const isMatrix = name === '汇总矩阵'
    expect(pane).toMatchObject({ ySplit: isMatrix ? '2' : '1', state: 'frozen' })
    expect(page).toMatchObject({ paperSize: '9', orientation: 'landscape', fitToHeight: '0' })
    expect(fits).toEqual({ fitToPage: '1' })
    expect(titles['_xlnm.Print_Titles']).toBe(isMatrix ? `${name}!$A:$B,${name}!$1:$2` : `${name}!$1:$1`)
  }
  const [matrix] = sheets
  expect(matrix?.pane).toMatchObject({ xSplit: '2', topLeftCell: 'C3' })
})

test('汇总矩阵 says each unit’s state in words and numbers, who is missing, and sums up', async () => {
  const sheet = named(await write(), '汇总矩阵')
  const [heads = []] = valuesOf(sheet)
  expect(heads.filter(Boolean)).toEqual(['水利部门', '教育部门'])
  const lines = linesOf(sheet, 1)
  expect(lines.map(line => line.单位)).toEqual(['崇阳县教育局', '崇阳县水利局', '崇阳县公安局', '合计'])
  const [first, second, third, total] = lines
  expect(first).toMatchObject({
    核验: '1 个文件被改动',
    评价部门: '教育部门',
    打包日期: '2022-12-20',
    逾期: '',
    缺文件: 1,
  })
  expect(first?.共性资料).toBe('部分完成 0/5\n文件 2 个\n缺文件 1 个')
  expect(second).toMatchObject({
    核验: '通过',
    逾期: '逾期',
    报送次数: 1,
    材料项: 5,
    完成: 2,
    文件数: 3,
    自评报告: '已写 1/6',
    自评分: 4.5,
    校验码: '6F2A-91C4-0B77-E3D0',
  })
  expect(second?.大小).toBe(2 * plan.size + photo.size)
  expect(second?.共性资料).toBe('部分完成 2/5\n文件 3 个')
  expect(second?.['3-1 工程质量']).toBe('没有材料要求\n自评 4.5')
  expect(third).toMatchObject({ 序号: 3, 核验: '没有报送', 材料项: '' })
  expect(total).toMatchObject({
    核验: '已报 2 个，未报 1 个',
    文件数: 5,
    缺文件: 1,
    自评分: 4.5,
    共性资料: '齐全 0/2',
  })
})

test('材料明细 has every use of every file, what has none, and what did not come', async () => {
  const lines = linesOf(named(await write(), '材料明细'))
  const of = (unit: string) => lines.filter(line => line.单位 === unit)
  expect(of('崇阳县教育局').map(line => [line.指标编号, line.文件名, line.状态])).toEqual([
    ['0', '计划.pdf', '部分完成'],
    ['0', '丢失.pdf', '没有收到，或与打包时不一致'],
    ...Array(4).fill(['0', '', '没有填报']),
    ...Array(of('崇阳县教育局').length - 6).fill([expect.stringMatching(/^\d+-\d+$/), '', '没有填报']),
  ])
  const [first, second, third, fourth, fifth] = of('崇阳县水利局')
  expect(first).toMatchObject({
    文件名: '计划.pdf',
    大小: plan.size,
    'SHA-256': plan.sha256,
    状态: '齐全',
    备注: '原文件名：SCAN_001.pdf',
  })
  expect(second).toMatchObject({
    考核指标: '共性资料',
    文件名: '=HYPERLINK(＂x＂).jpg',
    备注: '原文件名：=HYPERLINK("x").jpg',
  })
  expect(third).toMatchObject({ 文件名: '', 大小: '', 状态: '已勾选，没有附件', 备注: '只交纸质' })
  expect(fourth).toMatchObject({ 文件名: '计划.pdf', 状态: '部分完成' })
  expect(fifth).toMatchObject({ 文件名: '', 状态: '部分完成', 备注: '' })
  expect((await write()).map(({ formulas }) => formulas)).toEqual([0, 0, 0, 0])
})

test('缺报清单 and 核验发现 say who owes what, and what was found, odd things apart', async () => {
  const sheets = await write()
  const owed = linesOf(named(sheets, '缺报清单')).map(({ 单位, 缺什么, 材料项, 说明 }) =>
    [单位, 缺什么, `${材料项}`.split(' ')[0], 说明].join(' '),
  )
  expect(owed).toContain('崇阳县公安局 整个材料包  没有报送')
  expect(owed).toContain('崇阳县教育局 第2卷  共 3 卷，这一卷没有收到')
  expect(owed).toContain('崇阳县教育局 材料项 0-1 填了文件，没有收到，或与打包时不一致')
  expect(owed).toContain('崇阳县水利局 材料项 0-2 勾选了“已备齐”，没有附文件')
  expect(owed).toContain('崇阳县水利局 材料项 0-3 有附件，没有勾选“已备齐”')
  expect(owed).toContain('崇阳县水利局 材料项 0-5 标了“不适用”，没有写理由')
  expect(owed).toContain('崇阳县水利局 材料项 0-6 没有提供')
  expect(owed.filter(line => line.includes('水利局'))).toHaveLength(
    input.lacks.find(({ unit }) => unit === '崇阳县水利局')?.items.length ?? 0,
  )
  const found = linesOf(named(sheets, '核验发现')).map(({ 单位, 收到的文件, 类别 }) =>
    [单位, 收到的文件, 类别].join(' '),
  )
  expect(found).toEqual(['崇阳县教育局 教育局.zip 问题', '崇阳县教育局 教育局.zip 情况', ' 照片.rar 问题'])
})

test('a 催报 names the deadline and what is missing, by its reason', () => {
  const facts = { title: '2022年质量工作考核资料', deadlineText: '2022年12月25日 16时', office: '县质强办' }
  const reminderTo = (unit: string) =>
    sayReminder(input.lacks.find(lack => lack.unit === unit) as Lack, facts)
  const nothing = reminderTo('崇阳县公安局')
  expect(nothing).toMatch(/^崇阳县公安局：\n2022年质量工作考核资料的报送截止时间是2022年12月25日 16时。/)
  expect(nothing).toContain('还没有收到贵单位的材料包')
  const some = reminderTo('崇阳县教育局')
  expect(some).toContain('1. 共 3 卷，第 2 卷没有收到。')
  expect(some).toContain('   0-2 ')
  expect(some).toMatch(/清单里写了文件、材料包里却没有的 1 项：\n {3}0-1 /)
  expect(some).toMatch(/核验发现的问题 1 处：\n {3}.*丢失\.pdf/)
  expect(some).not.toContain('勾选了“已备齐”、没有附文件')
  expect(some.trimEnd().endsWith('县质强办')).toBe(true)
  expect(reminderTo('崇阳县水利局')).toContain('标了“不适用”、没有写理由的 1 项（请补写理由）')
})

test('a unit that settled everything owes nothing', () => {
  const items = [
    ...catalogue.materials.items,
    ...catalogue.indicators.filter(({ department }) => department === 'water').flatMap(({ items }) => items),
  ].filter(({ counted }) => counted)
  const whole = handInOf(
    '崇阳县水利局',
    ['water'],
    items.flatMap(({ id }) => [ready(id), add(id, plan)]),
  )
  expect(inputOf([whole], ['崇阳县水利局']).lacks).toEqual([])
})

test('forty units of 250 files are written, and read back whole', async () => {
  const departments = catalogue.departments.map(({ id }) => id)
  const items = [...catalogue.materials.items, ...catalogue.indicators.flatMap(({ items }) => items)]
  const handIns = Array.from({ length: 40 }, (_, unit) => {
    const name = `崇阳县第${unit + 1}单位`
    const files = Array.from({ length: 250 }, (_, i) => fileOf(`${name}材料${i + 1}.pdf`))
    const uses = files.map((file, i) => add(items[i % items.length]?.id ?? '', file))
    return handInOf(name, departments, uses)
  })
  const sheets = await write(inputOf(handIns, []))
  const lines = linesOf(named(sheets, '材料明细')).filter(line => line.文件名 !== '')
  expect(new Set(lines.map(line => line['SHA-256'])).size).toBe(10_000)
  const total = linesOf(named(sheets, '汇总矩阵'), 1).pop()
  expect(total).toMatchObject({ 单位: '合计', 文件数: 10_000 })
})

test('the summary is the same bytes for the same input', async () => {
  const [first, second] = [await writeSummary(input, noon), await writeSummary(input, noon)]
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
})

test('LibreOffice reads the summary', async () => {
  const path = test.info().outputPath('汇总表.xlsx')
  writeFileSync(path, await writeSummary(input, noon))
  convertWithOffice(path, 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,2')
  const text = readFileSync(path.replace(/\.xlsx$/, '-材料明细.csv'), 'utf8')
  expect(text).toContain('"=HYPERLINK(＂x＂).jpg"')
  expect(text.split('\n')[0]).toBe(
    '"序号","单位","指标编号","考核指标","材料项","文件名","大小","SHA-256","状态","备注"',
  )
})
