import {
  buildCatalogue,
  concerns,
  indicatorsOf,
  itemsById,
  partOf,
} from '../../../src/core/edition/catalogue'
import type { CatalogueSource } from '../../../src/core/edition/content'
import { readRows } from '../../../src/core/edition/read-rows'
import { expect, test } from '../runner'
import { allDepartments, catalogue, freeze, readSource, smallSource } from '../samples'

const rowById = new Map(catalogue.indicators.map(row => [row.id, row]))

test('buildCatalogue() holds the rows and items of 2022, in printed order', () => {
  const counted = catalogue.indicators.flatMap(row => row.items).filter(item => item.counted)
  expect(catalogue.indicators.map(row => row.id)).toEqual(readSource().indicators.map(row => row.id))
  expect(catalogue.indicators).toHaveLength(35)
  expect(counted).toHaveLength(69)
  expect(catalogue.materials.items.map(item => [item.id, item.counted])).toEqual([
    ['0-1', true],
    ['0-2', true],
    ['0-3', true],
    ['0-5', true],
    ['0-6', true],
  ])
  expect(catalogue.bundleTitle).toBe('2022年质量工作考核资料')
})

test('buildCatalogue() ends every row with an optional「其他印证材料」', () => {
  for (const row of catalogue.indicators) {
    const others = row.items.filter(item => !item.counted)
    expect(others, row.id).toEqual([
      { id: `${row.id}-0`, text: '其他印证材料', label: '其他印证材料', counted: false },
    ])
    expect(row.items.at(-1), row.id).toBe(others[0])
  }
})

test('buildCatalogue() reads number and scoring of each row', () => {
  expect(rowById.get('8-2')?.number).toBe('8')
  expect(rowById.get('10-6')?.number).toBe('10')
  expect(rowById.get('10-6')?.scoring).toEqual({ kind: 'points', points: 5 })
  expect(rowById.get('14-1')?.scoring).toEqual({ kind: 'deduction', points: 2 })
  expect(rowById.get('14-6')?.scoring).toEqual({ kind: 'veto' })
})

test('buildCatalogue() labels an item by its first clause, brackets whole', () => {
  const items = itemsById(catalogue)
  expect(items.get('7-1-1')?.label).toBe('成立质量强市(区、县)工作领导机构')
  expect(items.get('10-6-2')?.label).toBe('商标执法指导')
  expect(items.get('10-6-3')?.label).toBe('商标注册量较去年增长')
  expect(items.get('9-3-1')?.label).toBe('社会公用计量标准建设情况')
  expect(items.get('0-1')?.label).toBe('领导小组文件')
})

test('buildCatalogue() fills in what a row leaves out', () => {
  const { indicators, notes } = buildCatalogue(smallSource())
  expect(indicators[2]).toEqual({
    id: '2-2',
    number: '',
    levels: ['指标2-2'],
    name: '指标2-2',
    content: '做好第2-2项工作。',
    criteria: '',
    method: '',
    scoring: { kind: 'veto' },
    departments: [{ id: 'city-office', name: '市办', part: 'lead' }],
    required: '',
    evidence: '',
    deadline: '',
    other: [],
    items: [{ id: '2-2-0', text: '其他印证材料', label: '其他印证材料', counted: false }],
    note: '',
  })
  expect(notes).toEqual([])
})

test('a row without departments is everybody’s; a supporting department sees its rows too', () => {
  const source = smallSource()
  const [first, second, third] = source.indicators
  if (!first || !second || !third) throw new Error('Cannot test: the small source has three rows')
  first.supporting = ['city-office']
  delete third.departments
  const { indicators } = buildCatalogue(source)
  const rowsFor = (...ids: string[]) =>
    indicators.filter(row => concerns(row, ids)).map(row => [row.id, partOf(row, ids)])
  expect(rowsFor('water')).toEqual([
    ['1-1', 'lead'],
    ['2-2', null],
  ])
  expect(rowsFor('city-office')).toEqual([
    ['1-1', 'support'],
    ['2-1', null],
    ['2-2', null],
  ])
})

test('readRows() takes levels from lines across and from cells, merged ones from above', () => {
  const columns: CatalogueSource['columns'] = [
    { name: '一级', role: 'level' },
    { name: '二级', role: 'level' },
    { name: '内容', role: 'content' },
    { name: '标准', role: 'criteria' },
    { name: '分值', role: 'points' },
    { name: '备注', role: 'remark' },
  ]
  const sections = ['一、基础']
  const rows = readRows({
    columns,
    indicators: [
      { id: '1-1', sections, cells: { 一级: '甲', 二级: '乙', 内容: '丙', 标准: '丁', 分值: '5' } },
      {
        id: '1-2',
        sections,
        cells: { 二级: '戊', 分值: '20(10+10)', 备注: '己' },
        merged: ['一级'],
        across: { 二级: 2 },
      },
    ],
  })
  expect(
    rows.map(({ levels, name, content, criteria, other }) => ({ levels, name, content, criteria, other })),
  ).toEqual([
    { levels: ['一、基础', '甲', '乙'], name: '乙', content: '丙', criteria: '丁', other: [] },
    {
      levels: ['一、基础', '甲'],
      name: '甲',
      content: '戊',
      criteria: '',
      other: [
        { head: '分值', text: '20(10+10)' },
        { head: '备注', text: '己' },
      ],
    },
  ])
})

test('buildCatalogue() leaves its source alone', () => {
  expect(() => buildCatalogue(freeze(readSource()))).not.toThrow()
})

test('buildCatalogue() throws on a source with problems, naming the edition and the first', () => {
  const source = smallSource()
  source.declared.items = 69
  source.declared.points = 6
  expect(() => buildCatalogue(source)).toThrow(
    'Cannot build catalogue: edition 2031 has 2 problem(s), first wrong-items',
  )
})

test('indicatorsOf() keeps the printed order, whatever order the departments come in', () => {
  const ids = indicatorsOf(catalogue, ['transport', 'water', 'agriculture']).map(row => row.id)
  expect(ids).toEqual(['2-1', '3-1', '4-1', '11-2', '12-2', '13-3', '14-4'])
})

test('indicatorsOf() gives each row to exactly one department', () => {
  const shares = allDepartments.flatMap(department => indicatorsOf(catalogue, [department]))
  expect(new Set(shares)).toEqual(new Set(catalogue.indicators))
  expect(shares).toHaveLength(35)
  expect(indicatorsOf(catalogue, [])).toEqual([])
  expect(indicatorsOf(catalogue, ['no-such-department'])).toEqual([])
})

test('indicatorsOf() keeps 质强办 and 市质强办 apart', () => {
  expect(indicatorsOf(catalogue, ['quality-office']).map(row => row.id)).toEqual(['6-1', '7-1'])
  expect(indicatorsOf(catalogue, ['city-quality-office']).map(row => row.id)).toEqual(['14-6'])
})

test('itemsById() finds every item of the catalogue, the「其他」slots included', () => {
  const items = itemsById(catalogue)
  expect(items.size).toBe(5 + 69 + 35)
  for (const [id, item] of items) expect(item.id).toBe(id)
  expect(items.get('14-6-0')?.counted).toBe(false)
  expect(items.get('0-4')).toBeUndefined()
})
