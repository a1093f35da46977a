/** 汇总表.xlsx, read back against what was put in. */
import { readFileSync, writeFileSync } from 'node:fs'
import { applyReviewChange, buildReview } from '../../../src/core/review/review'
import { seeItem } from '../../../src/core/review/seen'
import { writeWorkbook } from '../../../src/io/bundle/workbook'
import { writeSummary } from '../../../src/io/collect/summary'
import { convertWithOffice, withTools } from '../../tools'
import { valuesOf } from '../bundle/workbook'
import { expect, test } from '../runner'
import { catalogue, fileOf, noon } from '../samples'
import { add, handInOf, input, inputOf, linesOf, named, photo, plan, school, water, write } from './summaries'

test('the sheets are there to read and print: frozen, filtered, fitted to A4 across', withTools, async () => {
  const sheets = await write()
  expect(sheets.map(({ name }) => name)).toEqual(['汇总矩阵', '材料明细', '县初评分', '缺报清单', '核验发现'])
  for (const { name, pane, page, fits, titles, printed } of sheets) {
    const day = noon.toISOString().slice(0, 10)
    expect(printed).toEqual([
      `&L&A&C2022年质量工作考核资料汇总表　青禾县质强办&&乙&R${day}`,
      '&C第 &P 页，共 &N 页',
    ])
    const isMatrix = name === '汇总矩阵'
    expect(pane).toMatchObject({ ySplit: isMatrix ? '2' : '1', state: 'frozen' })
    expect(page).toMatchObject({ paperSize: '9', orientation: 'landscape', fitToHeight: '0' })
    expect(fits).toEqual({ fitToPage: '1' })
    expect(titles['_xlnm.Print_Titles']).toBe(`${name}!$A:$B,${name}!$1:$${isMatrix ? 2 : 1}`)
  }
  const [matrix, details] = sheets
  expect(matrix?.pane).toMatchObject({ xSplit: '2', topLeftCell: 'C3' })
  // What stands in one line takes one line, however long it is.
  expect(details?.heights.slice(1).every(height => height === 18)).toBe(true)
})

test(
  '汇总矩阵 says each unit’s state in words and numbers, who is missing, and sums up',
  withTools,
  async () => {
    const sheet = named(await write(), '汇总矩阵')
    const [heads = []] = valuesOf(sheet)
    expect(heads.filter(Boolean)).toEqual(['水利部门', '教育部门'])
    const lines = linesOf(sheet, 1)
    expect(lines.map(line => line.单位)).toEqual(['青禾县教育局', '青禾县水利局', '青禾县公安局', '合计'])
    const [first, second, third, total] = lines
    expect(first).toMatchObject({
      核验: '1 个文件被改动',
      评价部门: '教育部门',
      打包日期: '2022-12-20',
      逾期: '',
      缺文件: 1,
      // Its second volume is not there: nobody recomputed it.
      校验码: '—',
    })
    expect(first?.共性资料).toBe('部分完成 0/5')
    expect(second).toMatchObject({
      核验: '文件完好',
      逾期: '逾期',
      报送次数: 1,
      材料项: 5,
      完成: 2,
      文件数: 3,
      报告段数: 6,
      已写段数: 1,
      自评分: 4.5,
      应得满分: 5,
      校验码: '6F2A-91C4-0B77-E3D0',
    })
    expect(second?.大小).toBe(2 * plan.size + photo.size)
    expect(second?.共性资料).toBe('部分完成 2/5')
    expect(second?.['3-1 工程质量']).toBe('没有材料要求')
    expect(third).toMatchObject({ 序号: 3, 核验: '没有报送', 材料项: '' })
    expect(total).toMatchObject({
      核验: '已报 2 个，未报 1 个',
      // The one that did not come counts only as missing.
      文件数: 4,
      大小: 3 * plan.size + photo.size,
      缺文件: 1,
      自评分: '',
      '3-1 工程质量': '',
      共性资料: '齐全 0/2',
    })
  },
)

test('材料明细 has every use of every file, what has none, and what did not come', withTools, async () => {
  const lines = linesOf(named(await write(), '材料明细'))
  const of = (unit: string) => lines.filter(line => line.单位 === unit)
  expect(of('青禾县教育局').map(line => [line.指标编号, line.文件名, line.状态])).toEqual([
    ['0', '计划.pdf', '部分完成'],
    ['0', '丢失.pdf', '没有收到，或与打包时不一致'],
    ...Array(4).fill(['0', '', '没有填报']),
    ...Array(of('青禾县教育局').length - 6).fill([expect.stringMatching(/^\d+-\d+$/), '', '没有填报']),
  ])
  const [first, second, third, fourth, fifth] = of('青禾县水利局')
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
  expect((await write()).map(({ formulas }) => formulas)).toEqual([0, 0, 0, 0, 0])
})

test('缺报清单 and 核验发现 say who owes what, and what was found, odd things apart', withTools, async () => {
  const sheets = await write()
  const owed = linesOf(named(sheets, '缺报清单')).map(({ 单位, 缺什么, 材料编号, 说明 }) =>
    [单位, 缺什么, 材料编号, 说明].join(' '),
  )
  expect(owed).toContain('青禾县公安局 整个材料包  没有报送')
  expect(owed).toContain('青禾县教育局 第2卷  共 3 卷，这一卷没有收到')
  // The file that is not there may lie in the volume that is not: it is owed once.
  expect(owed.filter(line => line.startsWith('青禾县教育局 材料项 0-1'))).toEqual([])
  expect(owed).toContain('青禾县水利局 材料项 0-2 勾选了“已备齐”，没有附文件')
  expect(owed).toContain('青禾县水利局 材料项 0-3 有附件，没有勾选“已备齐”')
  expect(owed).toContain('青禾县水利局 材料项 0-5 标了“不适用”，没有写理由')
  expect(owed).toContain('青禾县水利局 材料项 0-6 没有提供')
  expect(owed.filter(line => line.includes('水利局'))).toHaveLength(
    input.owing.find(({ unit }) => unit === '青禾县水利局')?.items.length ?? 0,
  )
  const found = linesOf(named(sheets, '核验发现')).map(({ 单位, 收到的文件, 类别 }) =>
    [单位, 收到的文件, 类别].join(' '),
  )
  expect(found).toEqual(['青禾县教育局 教育局.zip 问题', '青禾县教育局 教育局.zip 情况', ' 照片.rar 问题'])
})

test('forty units of 250 files are written, and read back whole', withTools, async () => {
  const departments = catalogue.departments.map(({ id }) => id)
  const items = [...catalogue.materials.items, ...catalogue.indicators.flatMap(({ items }) => items)]
  const handIns = Array.from({ length: 40 }, (_, unit) => {
    const name = `青禾县第${unit + 1}单位`
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

test('the summary is the same bytes for the same input', withTools, async () => {
  const [first, second] = [
    await writeSummary(input, noon, writeWorkbook),
    await writeSummary(input, noon, writeWorkbook),
  ]
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
})

test('LibreOffice reads the summary', withTools, async () => {
  const path = test.info().outputPath('汇总表.xlsx')
  writeFileSync(path, await writeSummary(input, noon, writeWorkbook))
  convertWithOffice(path, 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,2')
  const text = readFileSync(path.replace(/\.xlsx$/, '-材料明细.csv'), 'utf8')
  expect(text).toContain('"=HYPERLINK(＂x＂).jpg"')
  expect(text.split('\n')[0]).toBe(
    '"序号","单位","指标编号","考核指标","材料编号","材料项","文件名","状态","备注","大小","SHA-256"',
  )
})

test(
  '审核意见 has the office’s word on every item, 县初评分 its points beside the unit’s, as numbers',
  withTools,
  async () => {
    const { id } = water.checklist
    const by = 'here'
    const seen = seeItem(water, '0-1')
    const review = [
      { kind: 'word', item: '0-1', verdict: 'returned', note: '没有盖章', seen, by } as const,
      { kind: 'score', indicator: '3-1', text: '4', reason: '缺总结', by } as const,
    ].reduce((before, change) => applyReviewChange(before, change, noon), buildReview(water.checklist))
    const sheets = await write(inputOf([water, school], [], [], new Map([[id, review]])))
    expect(sheets.map(({ name }) => name)).toContain('审核意见')
    const said = linesOf(named(sheets, '审核意见')).filter(({ 单位 }) => 单位 === '青禾县水利局')
    expect(said[0]).toMatchObject({
      指标编号: '0',
      材料编号: '0-1',
      文件数: 2,
      审核: '退回',
      意见: '没有盖章',
      审核时间: '2022-12-20 12:00',
    })
    expect(said[1]).toMatchObject({ 审核: '未看', 意见: '', 审核时间: '' })
    const scored = linesOf(named(sheets, '县初评分')).find(
      ({ 单位, 指标编号 }) => [单位, 指标编号].join() === '青禾县水利局,3-1',
    )
    expect(scored).toMatchObject({
      类别: '得分',
      分值: 5,
      自评: 4.5,
      初评: 4,
      '差（初评－自评）': -0.5,
      初评理由: '缺总结',
    })
    const row = linesOf(named(sheets, '汇总矩阵'), 1).find(({ 单位 }) => 单位 === '青禾县水利局')
    expect(row).toMatchObject({ 已审: 1, 退回: 1, 存疑: 0, 县初评分: 4 })
  },
)
