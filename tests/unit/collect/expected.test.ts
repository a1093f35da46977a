import { addAlias, findUnitInFileName, matchUnits, unitsNamed } from '../../../src/core/collect/expected'
import { type ExpectedUnit, parseExpected } from '../../../src/core/edition/expected-unit'
import { expect, test } from '../runner'

const list = (...names: string[]) => unitsNamed(names)
const presentIn = (expected: ExpectedUnit[], ...units: string[]) =>
  matchUnits(expected, units).present.map(({ expected, unit }) => `${unit} = ${expected.name}`)
const suggestionsFor = (expected: ExpectedUnit[], ...units: string[]) =>
  matchUnits(expected, units).unlisted.map(
    ({ unit, suggestions }) => `${unit} ? ${suggestions.map(({ name }) => name).join('、')}`,
  )

test('matchUnits() takes names that differ in spaces, width or brackets for the same', () => {
  const expected = list('青禾县教育局', '青禾县住房和城乡建设局(人防办)', '青禾县水利局')
  const { present, missing, unlisted } = matchUnits(expected, [
    '青禾县 教育局',
    '青禾县住房和城乡建设局（人防办）',
  ])
  expect(present.map(({ expected }) => expected.name)).toEqual([
    '青禾县教育局',
    '青禾县住房和城乡建设局(人防办)',
  ])
  expect(missing.map(({ name }) => name)).toEqual(['青禾县水利局'])
  expect(unlisted).toEqual([])
})

test('matchUnits() reads 县 or no place at all as the county that most names begin with', () => {
  const expected = list('县教育局', '市场监督管理局', '县医院')
  const units = ['青禾县教育局', '青禾县市场监督管理局', '青禾县医院']
  expect(presentIn(expected, ...units)).toEqual([
    '青禾县教育局 = 县教育局',
    '青禾县市场监督管理局 = 市场监督管理局',
    '青禾县医院 = 县医院',
  ])
})

test('matchUnits() takes the whole name first, and asks where the place leaves two', () => {
  const both = list('医院', '县医院', '青禾县教育局', '青禾县水利局')
  expect(presentIn(both, '县医院')).toEqual(['县医院 = 县医院'])
  const two = list('县医院', '青禾县医院', '青禾县教育局')
  expect(presentIn(two, '医院')).toEqual([])
  expect(suggestionsFor(two, '医院')).toEqual(['医院 ? 县医院、青禾县医院'])
})

test('matchUnits() never takes one county for another', () => {
  const expected = list('青禾县教育局', '青禾县水利局', '青禾县公安局')
  expect(presentIn(expected, '顺禾县教育局')).toEqual([])
  const counties = list('青禾县教育局', '顺禾县教育局')
  expect(presentIn(counties, '教育局')).toEqual([])
  expect(suggestionsFor(counties, '教育局')).toEqual(['教育局 ? 青禾县教育局、顺禾县教育局'])
})

test('matchUnits() lets a name come before an alias, and an alias count for one unit only', () => {
  const expected = [
    { name: '县市场监管局', departments: [], aliases: ['县质监局'] },
    { name: '县质监局', departments: [], aliases: [] },
  ]
  expect(presentIn(expected, '县质监局')).toEqual(['县质监局 = 县质监局'])
  const first = expected[0] as ExpectedUnit
  expect(presentIn([first], '县质监局')).toEqual(['县质监局 = 县市场监管局'])
  expect(matchUnits([first], ['县质监局', '县市场监管局']).unlisted.map(({ unit }) => unit)).toEqual([
    '县质监局',
  ])
})

test('matchUnits() suggests what a short form may stand for, and counts it only after it was said', () => {
  const expected = list('青禾县市场监督管理局', '青禾县教育局', '青禾县城市管理执法局')
  expect(presentIn(expected, '县市监局')).toEqual([])
  expect(suggestionsFor(expected, '县市监局')).toEqual(['县市监局 ? 青禾县市场监督管理局'])
  expect(suggestionsFor(expected, '青禾县人民医院')).toEqual(['青禾县人民医院 ? '])
  const told = addAlias(expected, '青禾县市场监督管理局', '县市监局')
  expect(presentIn(told, '县市监局')).toEqual(['县市监局 = 青禾县市场监督管理局'])
  const corrected = addAlias(told, '青禾县城市管理执法局', '县市监局')
  expect(presentIn(corrected, '县市监局')).toEqual(['县市监局 = 青禾县城市管理执法局'])
  expect(corrected.flatMap(({ aliases }) => aliases)).toEqual(['县市监局'])
})

test('findUnitInFileName() finds the unit that a file is named after, the longest name, of its own county only', () => {
  const units = addAlias(
    list('青禾县公安局', '青禾县公安局交警大队', '青禾县发展和改革局', '青禾县水利局(河湖局)'),
    '青禾县发展和改革局',
    '县发改委',
  )
  const found = (path: string) => findUnitInFileName(units, path)?.name
  expect(found('收件/青禾县公安局-2022年资料.zip')).toBe('青禾县公安局')
  expect(found('公安局 2022.rar')).toBe('青禾县公安局')
  expect(found('青禾县公安局交警大队-资料.zip')).toBe('青禾县公安局交警大队')
  expect(found('报送：县发改委.zip')).toBe('青禾县发展和改革局')
  expect(found('青禾县水利局（河湖局）.zip')).toBe('青禾县水利局(河湖局)')
  expect(found('顺禾县公安局.zip')).toBeUndefined()
  expect(found('照片.zip')).toBeUndefined()
})

test('unitsNamed() keeps what is known of a unit, and each unit once', () => {
  const known = [{ name: '县教育局', departments: ['education'], aliases: ['县教体局'] }]
  expect(unitsNamed(['县水利局', '县 教育局', '县水利局', ' '], known)).toEqual([
    { name: '县水利局', departments: [], aliases: [] },
    { name: '县 教育局', departments: ['education'], aliases: ['县教体局'] },
  ])
})

test('parseExpected() takes what was stored, and nothing else', () => {
  const stored = list('县教育局')
  expect(parseExpected(JSON.parse(JSON.stringify(stored)))).toEqual(stored)
  for (const value of [
    undefined,
    null,
    {},
    [null],
    ['县教育局'],
    [{ name: 1 }],
    [{ name: '', aliases: [1], departments: [] }],
  ])
    expect(parseExpected(value)).toBe(null)
})
