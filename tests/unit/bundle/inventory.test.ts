import { writeInventory, writeInventoryBody } from '../../../src/core/bundle/inventory'
import { planBundle } from '../../../src/core/bundle/plan'
import type { Change } from '../../../src/core/checklist/change'
import type { Checklist } from '../../../src/core/checklist/checklist'
import { linksOf, rowsOf, tagsOf, textOf } from '../publish/markup'
import { expect, test } from '../runner'
import { catalogue, checklistAfter, fileOf, freeze, unit, withDepartments } from '../samples'

const fingerprint = '6F2A-91C4-0B77-E3D0'
/** Beijing time in its UTC fields. */
const packed = new Date('2022-12-20T16:05:59.000Z')
const code = { size: 29, path: 'M4 4h1v1h-1z' }
const hostile = `"><script>alert('1')</script><img src=x onerror=alert(1)>&lt;&#60;`

function inventoryOf(checklist: Checklist) {
  const plan = planBundle(catalogue, checklist)
  const whole = { entries: plan.entries, index: 1, count: 1 }
  return {
    plan,
    html: writeInventory(catalogue, checklist, plan, [whole], { index: 1, fingerprint, code, packed }),
  }
}

const names = [
  '工作计划.docx',
  '100%完成#1?.pdf',
  "a&b='c';d.txt",
  '甲 乙+丙.jpg',
  '{x}[y]^`~!$,@.png',
  '😀𠀀.gif',
]
const filling: Change[] = [
  { kind: 'add-files', item: '0-2', files: names.map(name => fileOf(name)) },
  { kind: 'add-files', item: '7-1-0', files: names.map(name => fileOf(name)) },
  { kind: 'add-files', item: '15-1-1', files: [fileOf('旧项.pdf')] },
]

const report = ['自评报告.docx', '自评报告.docx']

test('writeInventory() links to the report and every file where it lies, once for each use', () => {
  const { plan, html } = inventoryOf(checklistAfter(...filling))
  expect(plan.entries).toHaveLength(13)
  expect(linksOf(html)).toEqual([
    report,
    ...plan.entries.map(({ path }) => [path, path.slice(path.lastIndexOf('/') + 1)]),
  ])
  expect(html.match(/<tr class="file( stays)?">/g)).toHaveLength(13)
})

test('writeInventory() writes links any browser reads: relative, ASCII, nothing left to guess', () => {
  const { html } = inventoryOf(checklistAfter(...filling))
  const [docx, ...links] = [...html.matchAll(/href="([^"]*)"/g)].map(match => match[1])
  expect(docx).toBe(encodeURIComponent('自评报告.docx'))
  expect(links).toHaveLength(13)
  for (const link of links) expect(link).toMatch(/^data(\/[\w\-.!~*'()%]+){3}$/)
})

test('writeInventory() lets no text become markup', () => {
  const file = fileOf(`${hostile}.pdf`)
  const checklist = freeze({
    ...checklistAfter(
      { kind: 'add-files', item: '7-1-1', files: [file] },
      { kind: 'rename-file', item: '7-1-1', sha256: file.sha256, name: `${hostile} 2.pdf` },
      { kind: 'set-remark', item: '7-1-1', remark: `备注${hostile}\n第二行` },
      { kind: 'set-not-applicable', item: '7-1-2', notApplicable: true },
      { kind: 'set-reason', item: '7-1-2', reason: `理由${hostile}` },
    ),
    unit: { ...unit, name: `单位${hostile}`, contact: `联络员${hostile}`, phone: hostile },
  })
  const { html } = inventoryOf(checklist)
  const sound = inventoryOf(checklistAfter(...filling)).html
  const bare = (tag: string) => tag.replace(' stays', '')
  expect(
    new Set(
      tagsOf(html)
        .filter(tag => !tag.startsWith('<a ') && tag !== '<br>')
        .map(bare),
    ),
  ).toEqual(
    new Set([
      ...tagsOf(sound)
        .filter(tag => !tag.startsWith('<a '))
        .map(bare),
      '<div class="remark">',
    ]),
  )
  for (const tag of tagsOf(html).filter(tag => tag.startsWith('<a ')))
    expect(tag).toMatch(/^<a href="[^"<>]*">$/)
  for (const text of [
    `单位${hostile} `,
    `联络员${hostile} ${hostile}`,
    `理由${hostile}`,
    `原文件名：${file.originalName}`,
  ]) {
    expect(textOf(html)).toContain(text)
  }
  expect(textOf(html)).toContain(`备注${hostile}\n第二行`)
})

test('writeInventory() escapes what the catalogue says', () => {
  const indicators = catalogue.indicators.map(row => ({
    ...row,
    name: `名${hostile}`,
    content: `内容${hostile}`,
  }))
  const checklist = checklistAfter()
  const marked = { ...catalogue, bundleTitle: `标题${hostile}`, indicators }
  const html = writeInventory(marked, checklist, planBundle(marked, checklist), [], {
    index: 1,
    fingerprint,
    code,
    packed,
  })
  expect(html).not.toMatch(/<script|<img|onerror=[^&]*>/)
  for (const word of ['名', '内容', '标题']) expect(textOf(html)).toContain(word + hostile)
})

test('writeInventory() is one page that closes every tag, loads nothing and runs nothing', () => {
  const { html } = inventoryOf(checklistAfter(...filling))
  const open: string[] = []
  const wrong: string[] = []
  for (const tag of tagsOf(html)) {
    const [, slash, name = ''] = /^<(\/?)!?(\w+)/.exec(tag) ?? []
    if (slash) {
      if (open.pop() !== name) wrong.push(tag)
    } else if (!['doctype', 'meta', 'br'].includes(name)) open.push(name)
  }
  expect([wrong, open]).toEqual([[], []])
  expect(html).toMatch(/^<!doctype html>\n<html lang="zh-CN">\n<meta charset="utf-8">\n/)
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
  expect(html).not.toMatch(/<script|<link|<iframe|<img|\ssrc=|\son\w+=|url\(|@import|https?:/i)
})

test('writeInventory() says whose, how much, when and which', () => {
  const checklist = withDepartments(
    checklistAfter(...filling, { kind: 'set-ready', item: '0-2', ready: true }),
    ['quality-office', 'transport'],
  )
  const facts = [...inventoryOf(checklist).html.matchAll(/<th scope="row">(.*?)<\/th><td>(.*?)<\/td>/g)]
  expect(
    facts.map(([, name, value = '']) => [
      name,
      textOf(value.replace(/<\/b>.*/, '').replace(/<\/?span[^>]*>/g, '')).trim(),
    ]),
  ).toEqual([
    ['单位', '青禾县市场监督管理局'],
    ['对应评价部门', '交通运输部门、质强办'],
    ['联络员', '办公室联络员 0715-1234567'],
    // 5 common materials, 4 of 7-1, 6 of 12-2 and 13-3.
    ['材料项', '15 项，已完成 1 项'],
    ['文件', '13 个，192 B；目录中编号 1—13'],
    ['自评报告', expect.stringMatching(/^自评报告\.docx\s*，已写 0\/10 段$/)],
    ['压缩包', '1 个'],
    ['打包时间', '2022年12月20日 16:05（北京时间）'],
    ['校验码', fingerprint],
    ...['填报人（签字）', '负责人（签字）', '单位（盖章）', '日期'].map(name => [name, '']),
  ])
})

test('writeInventory() leaves out the contact nobody gave', () => {
  const checklist = freeze({ ...checklistAfter(), unit: { ...unit, contact: '', phone: '' } })
  const { html } = inventoryOf(checklist)
  expect(html).not.toContain('>联络员<')
  expect(html).toContain('<title>青禾县市场监督管理局 2022年质量工作考核资料目录</title>')
})

test('writeInventory() of a volume links to its own files, and names the volume of each other one', () => {
  const checklist = checklistAfter(...filling)
  const plan = planBundle(catalogue, checklist)
  const volumes = [plan.entries.slice(0, 5), plan.entries.slice(5)].map((entries, i, { length }) => {
    return { entries, index: i + 1, count: length }
  })
  const [first, second] = volumes.map(({ index }) =>
    writeInventory(catalogue, checklist, plan, volumes, { index, fingerprint, code, packed }),
  ) as [string, string]
  for (const [html, own] of [
    [first, plan.entries.slice(0, 5)],
    [second, plan.entries.slice(5)],
  ] as const)
    expect(linksOf(html).map(([path]) => path)).toEqual([report[0], ...own.map(({ path }) => path)])
  expect(first.match(/（第 2 个压缩包）/g)).toHaveLength(8)
  expect(second.match(/（第 1 个压缩包）/g)).toHaveLength(5)
  for (const [html, index] of [
    [first, 1],
    [second, 2],
  ] as const) {
    expect(html.match(/<tr class="file( stays)?">/g)).toHaveLength(13)
    expect(textOf(html)).toContain(`共 2 个，这是第 ${index} 个`)
    expect(textOf(html)).toMatch(/第 1 个：5 个文件 \d+ B\s+第 2 个：8 个文件 \d+ B/)
  }
  expect(inventoryOf(checklist).html).not.toContain('（第')
})

test('writeInventory() shows the state of every item that counts, and「其他」only where it says something', () => {
  const file = fileOf('方案.pdf')
  const { html } = inventoryOf(
    checklistAfter(
      { kind: 'set-ready', item: '7-1-1', ready: true },
      { kind: 'add-files', item: '7-1-1', files: [file] },
      { kind: 'add-files', item: '7-1-2', files: [{ ...file, name: '改名' }] },
      { kind: 'set-not-applicable', item: '7-1-3', notApplicable: true },
      { kind: 'set-reason', item: '7-1-3', reason: '本县无此类企业' },
      { kind: 'set-not-applicable', item: '7-1-4', notApplicable: true },
      { kind: 'set-remark', item: '6-1-0', remark: '见纸质件' },
    ),
  )
  const hash = file.sha256.slice(0, 16)
  expect(rowsOf(html, '7-1').map(([id, , ...rest]) => [id, ...rest])).toEqual([
    ['7-1-1', '✓ 已备齐'],
    ['1', '10 B', hash],
    ['7-1-2', '有附件，未勾选'],
    ['2', '10 B', hash],
    ['7-1-3', '不适用'],
    ['7-1-4', '不适用（未写理由）'],
  ])
  expect(
    rowsOf(html, '7-1')
      .map(([, text]) => text)
      .slice(1, 5),
  ).toEqual([
    '方案.pdf',
    '贯彻落实《咸宁市实施质量强市战略暨质量提升2022年度行动计划》情况,深入开展质量强市示范城市创建活动',
    '改名.pdf\n\n原文件名：方案.pdf',
    '积极申报长江质量奖、咸宁市政府质量奖,建立企业首席质量官制度\n不适用：本县无此类企业',
  ])
  expect(rowsOf(html, '6-1')).toEqual([['6-1-0', '其他印证材料\n备注：见纸质件', '未提供']])
})

test('writeInventory() says so where a row lists no evidence', () => {
  const { html } = inventoryOf(withDepartments(checklistAfter(), ['water']))
  expect(html).toContain(
    '<h2>3-1 工程质量</h2><p>根据水利建设质量工作开展情况得分(5分)</p><p class="none">本指标未列印证材料清单。</p>',
  )
})

test('writeInventoryBody() on paper has nothing to click, numbers every file, and names volumes where there are several', () => {
  const checklist = checklistAfter(...filling)
  const plan = planBundle(catalogue, checklist)
  const paper = { index: null, fingerprint, code, packed }
  const volumesOf = (...cuts: (typeof plan.entries)[]) =>
    cuts.map((entries, i) => ({ entries, index: i + 1, count: cuts.length }))
  const one = writeInventoryBody(catalogue, checklist, plan, volumesOf(plan.entries), paper)
  const cuts = [plan.entries.slice(0, 5), plan.entries.slice(5)]
  const two = writeInventoryBody(catalogue, checklist, plan, volumesOf(...cuts), paper)
  for (const html of [one, two]) {
    expect(linksOf(html)).toEqual([])
    const numbers = [...html.matchAll(/<td class="number">(\d+)<\/td>/g)].map(match => Number(match[1]))
    expect(numbers).toEqual(Array.from({ length: 13 }, (_, i) => i + 1))
  }
  expect(one).not.toContain('（第')
  expect([...two.matchAll(/（第 (\d) 个压缩包）/g)].map(match => match[1])).toEqual([
    ...Array(5).fill('1'),
    ...Array(8).fill('2'),
  ])
  expect(textOf(two)).toMatch(/共 2 个\s+第 1 个：5 个文件/)
})

test('no sheet of a list begins with its last row: the rows before stay with it', () => {
  const files = Array.from({ length: 9 }, (_, i) => fileOf(`${i}.pdf`))
  const { html } = inventoryOf(checklistAfter({ kind: 'add-files', item: '7-1-4', files }))
  const [, section = ''] = html.split('<h2>7-1 ')
  const rows = [...(section.split('</section>')[0] ?? '').matchAll(/<tr class="(item|file)( stays)?">/g)]
  expect(rows.slice(-4).map(([, kind, stays = '']) => kind + stays)).toEqual([
    'file',
    'file stays',
    'file stays',
    'file',
  ])
})
