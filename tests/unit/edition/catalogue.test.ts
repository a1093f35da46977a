import { expect, test } from 'playwright/test'
import { buildCatalogue, indicatorsOf, itemsById } from '../../../src/core/edition/catalogue'
import { allDepartments, catalogue, freeze, readSource, rowOf, smallSource } from '../samples'

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
  expect(rowById.get('8-2')?.number).toBe(8)
  expect(rowById.get('10-6')?.number).toBe(10)
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
    ...rowOf('2-2', 'city-office'),
    number: 2,
    scoring: { kind: 'veto' },
    departmentMerged: false,
    required: '',
    evidence: '',
    items: [{ id: '2-2-0', text: '其他印证材料', label: '其他印证材料', counted: false }],
    note: '',
  })
  expect(notes).toEqual([])
})

test('buildCatalogue() takes the printed number where it is not the id’s', () => {
  const source = smallSource()
  const [first] = source.indicators
  if (first) first.number = 12
  expect(buildCatalogue(source).indicators.map(({ id, number }) => [id, number])).toEqual([
    ['1-1', 12],
    ['2-1', 2],
    ['2-2', 2],
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
