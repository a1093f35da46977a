/** Bundles that belong together: volumes, hand-ins of one unit, other editions, files of several units, the paper. */
import { truncate } from 'node:fs/promises'
import { save } from './bringing'
import { expect, test } from './fixtures'
import {
  bring,
  cellOf,
  closeDialog,
  openCell,
  openIntake,
  openUnit,
  packUnit,
  paperOf,
  rowOf,
  tamper,
  troubles,
  unitsIn,
} from './office'
import { sheetsOf } from './sheets'

const name = '青禾县教育局'
const big = (text: string) => `${text}.bin=${text.repeat(20_000)}`

test('volumes come in any order, one later: missing, then whole', async ({ page }, testInfo) => {
  const files = { '0-1': [big('甲')], '0-2': [big('乙')], '0-3': [big('丙')] }
  const { paths, fingerprint } = await packUnit(testInfo.outputPath('收件'), { name, files, limit: 120_000 })
  expect(paths).toHaveLength(3)
  const [first = '', second = '', third = ''] = paths
  await openIntake(page)
  await bring(page, [third, first])
  await expect(rowOf(page, name)).toContainText('缺第2卷')
  const waiting = await openUnit(page, name)
  await expect(waiting).toContainText('请把第 2 卷也拖进来')
  await expect(waiting).toContainText('卷齐了才能按文件重新计算')
  await closeDialog(page)
  const cell = await openCell(page, name, '共性', '部分完成，2 / 5 项，文件 3 个，1 个在没有收到的卷里')
  await expect(cell).toContainText('在没有收到的卷里')
  await closeDialog(page)

  await bring(page, [second])
  await expect(unitsIn(page)).toHaveText([name])
  await expect(rowOf(page, name)).toContainText('文件完好')
  await expect(rowOf(page, name)).toContainText(fingerprint.slice(0, 9))
  await expect(cellOf(page, name, '共性', '部分完成，3 / 5 项，文件 3 个$')).toBeVisible()
})

test('of two hand-ins the later counts, whichever comes first; what it changed is listed, the earlier can be looked into', async ({
  page,
}, testInfo) => {
  const before = await packUnit(testInfo.outputPath('先'), {
    name,
    files: { '0-1': ['通知.txt=初稿', '附件.txt'], '0-2': ['计划.txt'] },
  })
  const after = await packUnit(testInfo.outputPath('后'), {
    name,
    files: { '0-1': ['通知.txt=定稿'], '0-2': ['计划.txt'], '0-3': ['总结.txt'] },
    changes: [{ kind: 'set-remark', item: '0-2', remark: '补报' }],
    at: new Date('2022-12-22T01:00:00Z'),
  })
  await openIntake(page)
  await bring(page, [...after.paths, ...before.paths])
  await expect(unitsIn(page)).toHaveText([name])
  await expect(rowOf(page, name)).toContainText('第 2 次报')
  await expect(rowOf(page, name)).toContainText(after.fingerprint.slice(0, 9))
  const unit = await openUnit(page, name)
  await expect(unit.locator('.differences').getByRole('listitem')).toHaveText([
    '0-1 换了内容：通知.txt',
    '0-1 少了文件：附件.txt',
    '0-2 备注由“空”改为“补报”',
    '0-3 未勾选 → 已备齐',
    '0-3 补了文件：总结.txt',
  ])
  await unit.getByText('看之前报的文件和核验情况').click()
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    unit.getByRole('button', { name: '打开 附件.txt' }).click(),
  ])
  await expect(popup.locator('body')).toHaveText('附件.txt')
})

test('the same bundle twice counts once and is said to be that', async ({ page }, testInfo) => {
  const { paths } = await packUnit(testInfo.outputPath('一'), { name, files: { '0-1': ['通知.txt'] } })
  const again = await packUnit(testInfo.outputPath('二'), { name, files: { '0-1': ['通知.txt'] } })
  await openIntake(page)
  await bring(page, [...paths, ...again.paths])
  await expect(unitsIn(page)).toHaveText([name])
  await expect(rowOf(page, name)).toContainText('文件完好')
  await expect(rowOf(page, name)).not.toContainText('次报')
  const unit = await openUnit(page, name)
  await expect(unit.getByRole('heading', { name: '另外 1 处情况，不影响使用' })).toBeVisible()
})

test('an intact copy takes the place of a damaged one, and the list says which can go', async ({
  page,
}, testInfo) => {
  const says = { name, files: { '0-1': ['通知.txt=原来的'], '0-2': ['计划.txt'] } }
  const bad = await packUnit(testInfo.outputPath('坏'), says)
  const good = await packUnit(testInfo.outputPath('好'), says)
  await tamper(bad.paths[0] ?? '', '原来的', '改过的')
  await openIntake(page)
  await bring(page, bad.paths)
  await expect(rowOf(page, name)).toContainText('1 个文件被改动')
  await bring(page, good.paths)
  await expect(rowOf(page, name)).toContainText('文件完好')
  const list = page.getByRole('region', { name: '收到的文件' })
  await list.getByText('有 1 个坏的可以移出').click()
  const marked = list.getByRole('listitem').filter({ hasText: '这一份是坏的' })
  await expect(marked).toHaveCount(1)
  const unit = await openUnit(page, name)
  await expect(unit).toContainText('已用完好的一份')
  await closeDialog(page)
  await marked.getByRole('button', { name: /^移出/ }).click()
  await expect(rowOf(page, name)).toContainText('文件完好')
  await expect(list).not.toContainText('坏的')
})

test('a ZIP that was cut off is said to be there intact once it came again', async ({ page }, testInfo) => {
  const says = { name, files: { '0-1': ['通知.txt'] } }
  const cut = await packUnit(testInfo.outputPath('断'), says)
  const whole = await packUnit(testInfo.outputPath('整'), says)
  await truncate(cut.paths[0] ?? '', 4000)
  await openIntake(page)
  await bring(page, cut.paths)
  await expect(troubles(page)).not.toContainText('另有一份完好的')
  await bring(page, whole.paths)
  await expect(troubles(page).first()).toContainText(`${name}另有一份完好的，已经计入汇总。`)
})

test('a bundle without a file passes and says so', async ({ page }, testInfo) => {
  const { paths } = await packUnit(testInfo.outputPath('收件'), { name })
  await openIntake(page)
  await bring(page, paths)
  await expect(rowOf(page, name)).toContainText('文件完好')
  await expect(rowOf(page, name)).toContainText('没有附件')
  const unit = await openUnit(page, name)
  await expect(unit).toContainText('包里没有附件，没有材料可以核对。')
  await expect(unit).not.toContainText('✓ 收到的文件逐个核对')
  await expect(unit).toContainText('下面的 Word 文件是空白模板，没有内容。')
})

test('after the deadline is a notice, with whose clock it goes by', async ({ page }, testInfo) => {
  const late = await packUnit(testInfo.outputPath('迟'), { name, at: new Date('2022-12-25T08:00:01Z') })
  const intime = await packUnit(testInfo.outputPath('早'), {
    name: '青禾县水利局',
    at: new Date('2022-12-25T07:59:00Z'),
  })
  await openIntake(page)
  await bring(page, [...late.paths, ...intime.paths])
  await expect(rowOf(page, name)).toContainText('逾期')
  await expect(rowOf(page, name)).toContainText('文件完好')
  await expect(rowOf(page, '青禾县水利局')).not.toContainText('逾期')
  const unit = await openUnit(page, name)
  await expect(unit).toContainText('晚于报送时限（2022年12月25日 16时）。时间是对方电脑上的，仅供参考。')
})

test('a bundle of another year is named, and led to its page where the site has one', async ({
  page,
}, testInfo) => {
  // As the site will be next year.
  await page.addInitScript(() => {
    const parse = JSON.parse
    JSON.parse = text => {
      const value = parse(text)
      return 'editions' in value ? { ...value, editions: ['2023', '2022'] } : value
    }
  })
  const received = testInfo.outputPath('收件')
  const { paths } = await packUnit(received, { name, files: { '0-1': ['通知.txt'] } })
  const next = await packUnit(received, { name: '青禾县水利局', edition: '2023' })
  const unknown = await packUnit(received, { name: '青禾县公安局', edition: '2019' })
  await openIntake(page)
  await bring(page, [...next.paths, ...paths, ...unknown.paths])
  await expect(unitsIn(page)).toHaveText([name])
  await expect(troubles(page)).toHaveCount(2)
  const link = troubles(page).nth(0).getByRole('link', { name: '2023 年度的收件核验' })
  await expect(link).toHaveAttribute('href', '../2023/intake.html')
  await expect(troubles(page).nth(1)).toContainText('是 2019 年度的材料包，没有计入本页的汇总。')
  await expect(troubles(page).nth(1)).toContainText('本网站没有这个年度')

  // Who files the paper or the spreadsheet reads the reason too.
  const printed = await paperOf(page)
  for (const year of ['2023', '2019'])
    await expect(printed).toContainText(`是 ${year} 年度的材料包，没有计入 2022 年度的汇总。`)
  const path = await save(page, testInfo.outputPath(), () =>
    page.getByRole('button', { name: '导出汇总表' }).click(),
  )
  expect(await sheetsOf(path)).toContain('是 2019 年度的材料包，没有计入 2022 年度的汇总。')
})

test('a file that two units handed in is pointed out, with both places; an empty one is not', async ({
  page,
}, testInfo) => {
  const folder = testInfo.outputPath('收件')
  const one = await packUnit(folder, { name, files: { '0-1': ['通知.txt=同一份', '空.txt='] } })
  const two = await packUnit(folder, {
    name: '青禾县水利局',
    files: { '0-2': ['计划.txt=同一份', '空.txt='] },
  })
  await openIntake(page)
  await bring(page, [...one.paths, ...two.paths])
  const same = page.getByRole('group').filter({ hasText: '不同单位交了内容完全相同的文件：1 个' })
  await same.getByText('不同单位交了内容完全相同的文件').click()
  await expect(same.getByRole('listitem')).toHaveCount(1)
  await expect(same.getByRole('listitem')).toContainText('青禾县教育局 0-1 通知.txt')
  await expect(same.getByRole('listitem')).toContainText('青禾县水利局 0-2 计划.txt')
})

test('the code on the paper is compared as it is typed', async ({ page }, testInfo) => {
  const { paths, fingerprint } = await packUnit(testInfo.outputPath('收件'), {
    name,
    files: { '0-1': ['通知.txt'] },
  })
  await openIntake(page)
  await bring(page, paths)
  const unit = await openUnit(page, name)
  const box = unit.getByLabel('纸质目录上的校验码')
  await box.fill(fingerprint.slice(0, 10))
  await expect(unit.getByRole('status')).toHaveText('')
  await box.fill(fingerprint.toLowerCase().replace(/-/g, ' '))
  await expect(unit.getByRole('status')).toContainText('✓ 与纸质目录一致')
  await box.fill(fingerprint.replace(/.$/, last => (last === '0' ? '1' : '0')))
  await expect(unit.getByRole('status')).toContainText('与纸质目录不一致')
  // It stays while the page is open.
  await closeDialog(page)
  await expect((await openUnit(page, name)).getByRole('status')).toContainText('与纸质目录不一致')
})
