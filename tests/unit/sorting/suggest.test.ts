/** Rules that every suggestion keeps, whatever the folder. */

import { leadingNumber } from '../../../src/core/sorting/numbers'
import type { PlacedFile, Suggestion } from '../../../src/core/sorting/suggestion'
import { sayReason } from '../../../src/wording/sorting'
import { expect, test } from '../runner'
import { catalogue, randomFrom } from '../samples'
import { type KeyedFile, readFolder, suggestAll, targetsFor } from './folders'

const market = ['market-regulation', 'intellectual-property', 'quality-office']
const targets = targetsFor(catalogue, market)
const files = readFolder('market-2022')
const context = { year: '2022', unit: '青禾县市场监督管理局' }

function suggestOne(
  path: string,
  part: Partial<KeyedFile> = {},
  more: Parameters<typeof suggestAll>[2] = {},
): Suggestion {
  return suggestAll([{ id: path, path, ...part }], targets, { ...context, ...more })[0] as Suggestion
}

/** Item and whether it is sure, `10-3-1!`; `∅` for none. */
const short = ({ item, isSure }: Suggestion) => `${item ?? '∅'}${isSure ? '!' : ''}`

test('numbers are read as people write them, and days, annexes and documents’ numbers are none', () => {
  const parts = (text: string) => leadingNumber(text.normalize('NFKC'))?.parts.join('-') ?? ''
  for (const text of ['8-1 万千百十一', '8.1万千', '８－１　万千', '8_1', '8—1万千', '指标8-1'])
    expect(parts(text), text).toBe('8-1')
  for (const text of ['（八）提升', '八、提升', '08_提升', '8、提升', '8.提升', '第八项', '8 提升', '8提升'])
    expect(parts(text), text).toBe('8')
  for (const text of ['8-1-1 方案', '8.1.1方案', '8-1（1）方案', '方案（8-1-1）'])
    expect(parts(text), text).toBe('8-1-1')
  for (const text of [
    '附件3 名单',
    '10%以上',
    '3月报表',
    '周报11-1-1',
    '简报8-1-1',
    '第8-1-1期',
    '8-1-1小区',
  ])
    expect(parts(text), text).toBe('')
  expect(parts('十二、工程')).toBe('12')
  expect(parts('二十一、其他')).toBe('21')
})

test('suggestions do not depend on the order of the files', () => {
  const random = randomFrom(3)
  const byPath = (some: readonly KeyedFile[]) =>
    Object.fromEntries(suggestAll(some, targets, context).map(one => [one.file, one]))
  const first = byPath(files)
  for (let time = 0; time < 3; time++) {
    const shuffled = files.map(file => ({ file, at: random() })).sort((a, b) => a.at - b.at)
    expect(byPath(shuffled.map(({ file }) => file))).toEqual(first)
  }
})

test('a decision moves another file to that item or nowhere, and never what is sure', () => {
  const random = randomFrom(11)
  const pick = <Value>(list: readonly Value[]) => list[Math.floor(random() * list.length)] as Value
  const own = targets.filter(({ isOwn }) => isOwn)
  const before = suggestAll(files, targets, context)
  for (let time = 0; time < 15; time++) {
    const { item } = pick(own)
    const { path, takenOn } = pick(files)
    const after = suggestAll(files, targets, { ...context, decided: [{ path, item, takenOn }] })
    const isAllowed = (now: Suggestion, was: Suggestion) =>
      was.isSure ? now.item === was.item : [was.item, item, null].includes(now.item)
    expect(after.filter((now, i) => !isAllowed(now, before[i] as Suggestion))).toEqual([])
  }
})

test('neighbours of what was decided follow: one name, one day, one folder', () => {
  const after = (path: string, decided: PlacedFile[], takenOn?: string) =>
    suggestOne(path, takenOn ? { takenOn } : {}, { decided })
  const photo = { path: '照片/IMG_0001.jpg', item: '11-1-7', takenOn: '2022-07-11' }
  const sameDay = after('照片/IMG_0009.jpg', [photo], '2022-07-11')
  expect([short(sameDay), sayReason(sameDay.reason)]).toEqual(['11-1-7', '您刚把7月11日拍的照片归到这里'])
  expect(short(after('桌面/IMG_0009.jpg', [photo], '2022-07-11'))).toBe('∅')
  const stem = { path: '新建文件夹/走访慰问企业1.jpg', item: '11-1-7' }
  expect(short(after('新建文件夹/走访慰问企业 (2).jpg', [stem]))).toBe('11-1-7!')
  const visit = { path: '走访慰问/走访1.jpg', item: '11-1-7' }
  expect(short(after('走访慰问/党费.xlsx', [visit]))).toBe('11-1-7')
  const other = { path: '走访慰问/工资.xlsx', item: '0-5' }
  expect(short(after('走访慰问/党费.xlsx', [visit, other]))).toBe('∅')
  for (const folder of ['质量股', '3月', '2022年11月', '手机相册', '新建文件夹 (2)', '微信接收'])
    expect(short(after(`${folder}/党费.xlsx`, [{ ...stem, path: `${folder}/走访慰问企业1.jpg` }]))).toBe('∅')
  const scanned = { path: '扫描仪/SCN_0001.pdf', item: '8-5-1' }
  expect(short(after('扫描仪/SCN_0002.pdf', [scanned]))).toBe('∅')
  const unnamed = { path: '新建文件夹/新建 Microsoft Word 文档.docx', item: '8-5-1' }
  expect(short(after('新建文件夹/新建 Microsoft Word 文档 (2).docx', [unnamed]))).toBe('∅')
  const elsewhere = { ...stem, item: '10-1-0' }
  expect(short(after('新建文件夹/走访慰问企业2.jpg', [elsewhere]))).toBe('∅')
})

test('last year’s place counts where the name is nearly the same and says something', () => {
  const earlier = [
    { path: '计量惠民走进集贸市场情况.docx', item: '9-3-2' },
    { path: '工作总结.docx', item: '9-3-2' },
  ]
  const found = suggestOne('2022年计量惠民走进集贸市场情况（终稿）.docx', {}, { earlier })
  expect([found.item, sayReason(found.reason)]).toEqual([
    '9-3-2',
    '上一年度“计量惠民走进集贸市场情况.docx”放在这里',
  ])
  expect(suggestOne('工作总结.docx', {}, { earlier }).item).toBeNull()
  const both = [...earlier, { path: '计量惠民走进集贸市场情况2.docx', item: '9-3-1' }]
  expect(suggestOne('计量惠民走进集贸市场情况.docx', {}, { earlier: both }).reason.code).not.toBe('earlier')
})

test('what contradicts itself, or is of another year, is not sure', () => {
  expect(short(suggestOne('10-3-1 组织查处过度包装违法行为.docx'))).toBe('10-3-1!')
  expect(short(suggestOne('7-1-1 组织查处过度包装违法行为.docx'))).not.toContain('!')
  expect(short(suggestOne('8-1 万千百十一/组织查处过度包装违法行为.docx'))).not.toContain('!')
  expect(short(suggestOne('2021年/10-3-1 组织查处过度包装违法行为.docx'))).toBe('10-3-1')
  expect(short(suggestOne('2021—2023年/10-3-1 组织查处过度包装违法行为.docx'))).toBe('10-3-1!')
  expect(short(suggestOne('10-3-1/IMG_0001.jpg', { takenOn: '2019-01-01' }))).toBe('10-3-1')
})

test('a form, a sample, what was cast off or never happened is not sure, whatever words it bears', () => {
  const name = '10-3-1 组织查处过度包装违法行为'
  expect(short(suggestOne(`${name}.pdf`))).toBe('10-3-1!')
  for (const path of [
    `${name}（样表）.xlsx`,
    `作废/${name}.pdf`,
    `模板/${name}.pdf`,
    `${name}（未开展）.docx`,
  ])
    expect(short(suggestOne(path)), path).toBe('10-3-1')
})

test('an item’s number before the whole text of another item of its row is not sure', () => {
  const flood = ['防汛应急预案', '汛期值班表'].map((text, i) => ({
    item: `20-1-${i + 1}`,
    row: '20-1',
    isCounted: true,
    isOwn: true,
    number: '',
    texts: [text],
    rowTexts: ['防汛抗旱', '落实汛期值班值守和转移避险。'],
  }))
  const paths = ['20-1-2 汛期值班表.xlsx', '20-1-1 汛期值班表.xlsx']
  const suggestions = suggestAll(
    paths.map(path => ({ id: path, path })),
    [...targets, ...flood],
  )
  expect(suggestions.map(short)).toEqual(['20-1-2!', '20-1-1'])
})

test('nothing is suggested that is not asked of the unit, and the reason says so', () => {
  const seeds = suggestOne('开展本辖区种子肥料农药兽药产品质量监督抽检.docx')
  expect([seeds.item, seeds.reason]).toEqual([null, { code: 'not-asked', row: '11-2' }])
  const asked = new Set(targets.filter(({ isOwn }) => isOwn).map(({ item }) => item))
  const suggested = suggestAll(readFolder('departments-2022'), targets, context)
  const items = suggested.flatMap(({ item, others }) => [...(item ? [item] : []), ...others])
  expect(items.filter(item => !asked.has(item))).toEqual([])
})

test('whom a paper is sent to says nothing of what it is about', () => {
  const firstLines = ['青禾县市场监督管理局文件', '各乡镇人民政府、质量强县工作领导小组成员单位：']
  expect(suggestOne('通知.docx', { firstLines }).item).toBeNull()
  expect(suggestOne('质量月/方案.docx', { firstLines }).item).toBe('0-3')
})

test('a folder named after an office says nothing; 督办 is no office', () => {
  expect(suggestOne('质量股/回复.docx').item).toBeNull()
  expect(suggestOne('执法大队/督办/回复.docx').item).toBe('10-3-4')
})

test('names without words say nothing', () => {
  for (const name of [
    '扫描0001.pdf',
    'IMG_20221103_101500.jpg',
    '微信图片_20220908.jpg',
    '新建文件夹/新建 Microsoft Word 文档.docx',
  ])
    expect(suggestOne(name).reason, name).toEqual({ code: 'no-words' })
})

test('reasons are said in the words that were found', () => {
  const said = (path: string, part = {}) => sayReason(suggestOne(path, part).reason)
  expect(said('8-1 万千百十一/实施方案.docx')).toBe('按文件夹“8-1 万千百十一”')
  expect(said('7-1-1.pdf')).toBe('按文件名里的“7-1-1”')
  expect(said('月饼过度包装检查.jpg')).toBe('按文件名里的“过度包装”')
  const firstLines = ['青禾县市场监督管理局', '关于查处过度包装违法行为的报告']
  expect(said('情况报告.docx', { firstLines })).toBe('按正文开头“关于查处过度包装违法行为的报告”')
})
