import { findUnitNames, parseRows } from '../../../src/core/collect/unit-table'
import { expect, test } from '../runner'

const namesIn = (text: string) => findUnitNames(parseRows(text))

test('findUnitNames() takes one name a line, without its number', () => {
  const text =
    '一、县教育局\n2. 县水利局\n（3）县公安局\r\n④县卫健局\n5 县农业农村局\n• 县住建局\n\n10、县人社局\n'
  const names = ['县教育局', '县水利局', '县公安局', '县卫健局', '县农业农村局', '县住建局', '县人社局']
  expect(namesIn(text)).toEqual(names)
})

test('findUnitNames() takes several names of one line', () => {
  expect(namesIn('县教育局、县水利局，县公安局；县一中')).toEqual([
    '县教育局',
    '县水利局',
    '县公安局',
    '县一中',
  ])
  expect(namesIn('县教育局\t县水利局\t县公安局\n县卫健局\t县住建局')).toEqual([
    '县教育局',
    '县水利局',
    '县公安局',
    '县卫健局',
    '县住建局',
  ])
})

test('findUnitNames() takes of a table the column that its head names', () => {
  const text =
    '2022年质量工作考核成员单位\n序号\t责任单位\t联络员\t电话\n1\t县教育局\t联络员甲\t0715-3333333\n2\t县水利局\t联络员乙\t0715-3333334\n合计\t2\t\t\n'
  expect(namesIn(text)).toEqual(['县教育局', '县水利局'])
})

test('findUnitNames() takes of a table without a head the column that looks like units', () => {
  expect(namesIn('1\t县教育局\t联络员甲\t2022年12月\n2\t县水利局\t联络员乙\t2022年12月')).toEqual([
    '县教育局',
    '县水利局',
  ])
})

test('findUnitNames() leaves a name that begins like a number, and takes no sentence for one', () => {
  expect(namesIn('三峡移民局\n110指挥中心\n请各单位按时报送。\n0715-3333333')).toEqual([
    '三峡移民局',
    '110指挥中心',
  ])
})

test('findUnitNames() reads lines typed below a table, and leaves out the telephone numbers behind names', () => {
  const text =
    '序号\t单位\t联络员\n1\t县水利局\t甲\n2\t县财政局\t乙\n3、县教育局\n县公安局 0715-3333333\n县司法局（13900000000）'
  expect(findUnitNames(parseRows(text))).toEqual(['县水利局', '县财政局', '县教育局', '县公安局', '县司法局'])
})
