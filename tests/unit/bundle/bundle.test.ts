import { bagInfoOf, longestPath, planBundle } from '../../../src/core/bundle/plan'
import type { Change } from '../../../src/core/checklist/change'
import type { AttachedFile } from '../../../src/core/checklist/checklist'
import { itemsById } from '../../../src/core/edition/catalogue'
import { expect, test } from '../runner'
import { allDepartments, catalogue, checklistAfter, fileOf, freeze, unit, withDepartments } from '../samples'

const plan = fileOf('工作计划.docx')
const notice = fileOf('关于成立领导小组的通知.pdf')
const add = (item: string, ...files: AttachedFile[]): Change => ({ kind: 'add-files', item, files })

/** The paths of a checklist with these changes, in the plan's order. */
function pathsAfter(...changes: Change[]): string[] {
  return planBundle(catalogue, checklistAfter(...changes)).entries.map(entry => entry.path)
}

/** The file names of 7-1-1 when it holds these files. */
function namesOf(...files: AttachedFile[]): string[] {
  return pathsAfter(add('7-1-1', ...files)).map(path => path.slice(path.lastIndexOf('/') + 1))
}

test('planBundle() lays each file into the folder of its group and item', () => {
  expect(pathsAfter(add('7-1-1', notice), add('0-1', notice), add('0-2', plan), add('8-1-1', plan))).toEqual([
    'data/00_共性资料/0-1_领导小组文件/关于成立领导小组的通知.pdf',
    'data/00_共性资料/0-2_工作计划/工作计划.docx',
    'data/07_质量发展政策/7-1-1_成立质量强市（区、县）工作领导机构/关于成立领导小组的通知.pdf',
    'data/08_质量提升行动/8-1-1_落实市市场监管局《关于开展“万千百十一”企业质量提升/工作计划.docx',
  ])
})

test('planBundle() names the group after the first row of its 序号, and「其他」like any item', () => {
  expect(pathsAfter(add('10-6-2', plan), add('4-1-0', plan), add('14-6-0', plan))).toEqual([
    'data/04_工程质量/4-1-0_其他印证材料/工作计划.docx',
    'data/10_质量监管环境/10-6-2_商标执法指导/工作计划.docx',
    'data/14_重大质量事件/14-6-0_其他印证材料/工作计划.docx',
  ])
})

test('planBundle() gives every row of one 序号 the same group folder, even where their names differ', () => {
  const indicators = catalogue.indicators.map(row => (row.id === '8-2' ? { ...row, name: '技术改造' } : row))
  const checklist = checklistAfter(add('8-1-1', plan), add('8-2-1', plan))
  const folders = planBundle({ ...catalogue, indicators }, checklist).entries.map(
    entry => entry.path.split('/')[1],
  )
  expect(folders).toEqual(['08_质量提升行动', '08_质量提升行动'])
})

test('planBundle() names groups of a table without levels by what their first rows ask, or all as one', () => {
  const checklist = checklistAfter(add('8-1-1', plan), add('8-2-1', plan))
  const groupsOf = (indicators: typeof catalogue.indicators) =>
    planBundle({ ...catalogue, indicators }, checklist).entries.map(entry => entry.path.split('/')[1])
  const flat = catalogue.indicators.map(row => ({ ...row, levels: [], name: `事项${row.id}` }))
  expect(groupsOf(flat)).toEqual(['08_事项8-1', '08_事项8-1'])
  expect(groupsOf(flat.filter(({ id }) => id.startsWith('8-')))).toEqual(['08_考核要点', '08_考核要点'])
})

test('planBundle() keeps the files of an item the edition no longer has', () => {
  expect(pathsAfter(add('15-1-1', plan))).toEqual([
    'data/99_已取消的材料项/15-1-1_已取消的材料项/工作计划.docx',
  ])
})

test('planBundle() carries what the manifest and the inventory need of each use', () => {
  const renamed: Change = { kind: 'rename-file', item: '0-2', sha256: plan.sha256, name: '2022年计划' }
  const { name, sections, entries } = planBundle(catalogue, checklistAfter(add('0-2', plan), renamed))
  expect(name).toBe('青禾县市场监督管理局-2022年质量工作考核资料')
  expect(entries).toEqual([
    {
      section: sections[0],
      item: itemsById(catalogue).get('0-2'),
      file: { ...plan, name: '2022年计划' },
      path: 'data/00_共性资料/0-2_工作计划/2022年计划.docx',
      sha256: plan.sha256,
      size: plan.size,
    },
  ])
})

test('planBundle() lays a file that proves several items into each one’s folder', () => {
  const share: Change = { kind: 'share-file', item: '0-1', sha256: notice.sha256, items: ['7-1-1', '7-1-4'] }
  const { entries } = planBundle(catalogue, checklistAfter(add('0-1', notice), share))
  expect(entries.map(entry => [entry.item.id, entry.sha256])).toEqual([
    ['0-1', notice.sha256],
    ['7-1-1', notice.sha256],
    ['7-1-4', notice.sha256],
  ])
  expect(new Set(entries.map(entry => entry.path)).size).toBe(3)
})

test('planBundle() keeps the extension a person’s renaming lost', () => {
  const original = fileOf('扫描件.pdf')
  expect(namesOf({ ...original, name: '批复' })).toEqual(['批复.pdf'])
  expect(namesOf({ ...original, name: '批复.' })).toEqual(['批复.pdf'])
  expect(namesOf({ ...original, name: '批复.docx' })).toEqual(['批复.docx.pdf'])
  expect(namesOf({ ...original, name: '批复.PDF' })).toEqual(['批复.PDF'])
  expect(namesOf({ ...original, name: '批'.repeat(100) })[0]).toMatch(/^批{37,38}\.pdf$/)
  expect(namesOf({ ...fileOf('会议记录'), name: '纪要' })).toEqual(['纪要'])
})

test('planBundle() tells files of one item apart that would share a name', () => {
  const files = ['照片.jpg', '照片.JPG', '照片.jpg'].map((name, index) => fileOf(name, `照片${index}`))
  expect(namesOf(...files)).toEqual(['照片.jpg', '照片（2）.JPG', '照片（3）.jpg'])
})

test('planBundle() leaves names alone that lie in different folders', () => {
  const [one, other] = [fileOf('照片.jpg', '甲'), fileOf('照片.jpg', '乙')]
  expect(pathsAfter(add('0-1', one), add('0-2', other)).every(path => path.endsWith('/照片.jpg'))).toBe(true)
})

test('planBundle() keeps every path within 120 characters, whatever a file is called', () => {
  const names = [
    '质'.repeat(200),
    `${'a'.repeat(300)}.docx`,
    `${'\u{20000}'.repeat(99)}.pdf`,
    `${' . '.repeat(99)}x`,
  ]
  const files = names.flatMap((name, index) => [fileOf(name, `${index}`), fileOf(name, `${index} again`)])
  const everywhere = [...itemsById(catalogue).keys(), '15-1-1'].map(item => add(item, ...files))
  const { entries } = planBundle(catalogue, withDepartments(checklistAfter(...everywhere), allDepartments))
  expect(entries).toHaveLength(110 * files.length)
  const usual = /^data\/\d\d_[^/]+\/\d+(-\d+){1,2}_[^/]+\/[^/]+$/
  const paths = entries.map(({ path }) => path)
  expect(paths.filter(path => path.length > longestPath || !usual.test(path))).toEqual([])
  expect(new Set(entries.map(entry => entry.path.toLowerCase())).size).toBe(entries.length)
  expect(longestPath).toBe(120)
})

test('planBundle() has as many entries as the checklist has uses, removed files left out', () => {
  const remove: Change = { kind: 'remove-file', item: '0-2', sha256: plan.sha256 }
  const checklist = checklistAfter(add('0-2', plan, notice), add('9-1-1', plan), add('99-9-9', plan), remove)
  for (const departments of [[], ['water'], allDepartments]) {
    const { entries } = planBundle(catalogue, withDepartments(checklist, departments))
    expect(entries.map(entry => [entry.item.id, entry.file.name])).toEqual([
      ['0-2', notice.name],
      ['9-1-1', plan.name],
      ['99-9-9', plan.name],
    ])
  }
  expect(planBundle(catalogue, checklistAfter()).entries).toEqual([])
})

test('planBundle() throws when files in are not files out', () => {
  const doubled = { ...catalogue, indicators: [...catalogue.indicators, ...catalogue.indicators] }
  expect(() => planBundle(doubled, checklistAfter(add('7-1-1', plan, notice)))).toThrow(
    'Cannot plan bundle: checklist has 2 files, plan has 4',
  )
})

test('planBundle() makes a safe name of any unit’s', () => {
  const named = (name: string) =>
    planBundle(catalogue, freeze({ ...checklistAfter(), unit: { ...unit, name } })).name
  expect(named('县委办/政府办: 督查室')).toBe('县委办／政府办： 督查室-2022年质量工作考核资料')
  expect(named('局'.repeat(60))).toBe(`${'局'.repeat(17)}-2022年质量工作考核资料`)
})

test('bagInfoOf() says who, when, how much and which', () => {
  const checklist = checklistAfter(add('0-1', { ...notice, size: 3 * 2 ** 20 }), add('7-1-1', notice))
  const whole = { entries: planBundle(catalogue, checklist).entries, index: 1, count: 1 }
  expect(bagInfoOf(catalogue, checklist, whole, '6F2A-91C4-0B77-E3D0', '2022-12-20')).toEqual([
    ['Source-Organization', '青禾县市场监督管理局'],
    ['Contact-Name', '办公室联络员'],
    ['Contact-Phone', '0715-1234567'],
    ['External-Description', '青禾县市场监督管理局 2022年质量工作考核资料'],
    ['External-Identifier', '2022-c1'],
    ['Bagging-Date', '2022-12-20'],
    ['Bag-Size', '3.0 MB'],
    ['Payload-Oxum', `${3 * 2 ** 20 + notice.size}.2`],
    ['Bag-Group-Identifier', '2022-c1'],
    ['Bag-Count', '1 of 1'],
    ['Bag-Software-Agent', 'yinzheng'],
    ['Yinzheng-Format', '1'],
    ['Yinzheng-Fingerprint', '6F2A-91C4-0B77-E3D0'],
  ])
})

test('bagInfoOf() gives sizes in MB or GB', () => {
  const sizeOf = (...sizes: number[]) => {
    const checklist = checklistAfter(
      ...sizes.map((size, index) => add('0-1', fileOf(`${index}`, undefined, { size }))),
    )
    const { entries } = planBundle(catalogue, checklist)
    return new Map(bagInfoOf(catalogue, checklist, { entries, index: 1, count: 1 }, '', '')).get('Bag-Size')
  }
  expect(sizeOf()).toBe('0.1 MB')
  expect(sizeOf(700 * 2 ** 20, 200 * 2 ** 20)).toBe('900.0 MB')
  expect(sizeOf(700 * 2 ** 20, 900 * 2 ** 20)).toBe('1.6 GB')
})

test('bagInfoOf() of a volume tells its share of the bundle, and which one it is', () => {
  const checklist = checklistAfter(add('0-1', notice, plan))
  const [, entry] = planBundle(catalogue, checklist).entries
  const volume = { entries: entry ? [entry] : [], index: 2, count: 3 }
  const info = new Map(bagInfoOf(catalogue, checklist, volume, '6F2A-91C4-0B77-E3D0', '2022-12-20'))
  expect(info.get('Payload-Oxum')).toBe(`${plan.size}.1`)
  expect(info.get('Bag-Count')).toBe('2 of 3')
  expect(info.get('Bag-Group-Identifier')).toBe('2022-c1')
  expect(info.get('Yinzheng-Fingerprint')).toBe('6F2A-91C4-0B77-E3D0')
})

test('planBundle() drops the brackets of a unit’s name that is too long, and cuts only then', () => {
  const nameOf = (name: string) =>
    planBundle(catalogue, { ...checklistAfter(), unit: { ...unit, name } }).name.replace(
      '-2022年质量工作考核资料',
      '',
    )
  expect(nameOf('青禾县知识产权局（本级）')).toBe('青禾县知识产权局（本级）')
  expect(nameOf('青禾县住房和城乡建设局（青禾县人民防空办公室）')).toBe('青禾县住房和城乡建设局')
  expect(nameOf('崇'.repeat(40))).toMatch(/^崇{10,}$/)
})
