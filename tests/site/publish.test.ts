/** The publisher's page as she works on it: questions, corrections, undo, a reload in the middle, what it refuses. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { answerAll, bring, writeSeed } from '../compat/publisher'
import { findBarriers, overflow } from './axe'
import { expect, test } from './fixtures'

const counts = (page: Page) => page.getByRole('region', { name: '核对' })
const question = (page: Page) => page.getByRole('region', { name: /^问 \d+$/ })
const table = (page: Page) => page.getByRole('region', { name: '考核要点表', exact: true })
const kept = (page: Page) => page.getByText('已保存在这台电脑上')

test.beforeEach(async ({ page }, testInfo) => {
  await page.goto('publish.html')
  await bring(page, await writeSeed(testInfo.outputPath('原件'), 'docx'))
})

test('a question is answered beside its cell, its like with it; 撤销 and a reload keep what was done', async ({
  page,
}) => {
  await expect(counts(page)).toContainText('14 个问题')
  await question(page).getByRole('radio', { name: '不拆，是一项' }).check()
  await question(page).getByRole('button', { name: '同样的 1 个也这样答' }).click()
  await expect(counts(page)).toContainText('12 个问题')
  await expect(counts(page)).toContainText('62 个材料项')
  await expect(kept(page)).toBeVisible()
  await page.reload()
  await expect(counts(page)).toContainText('62 个材料项')
  await counts(page).getByRole('button', { name: '撤销' }).click()
  await expect(counts(page)).toContainText('69 个材料项')
  await expect(counts(page)).toContainText('14 个问题')
})

test('any cell is corrected in place, items are split and joined, and another role reads the table anew', async ({
  page,
}) => {
  await table(page)
    .getByRole('button', { name: '按照农产品质量安全例行监测合格率结果核算得分。(5 分)' })
    .click()
  const row = page.getByRole('region', { name: '改 2-1' })
  await row.getByLabel('多少分').fill('4')
  await row.getByLabel('多少分').blur()
  await expect(counts(page)).toContainText('99 分 ! 总分写的是 100 分')
  await expect(page.getByRole('region', { name: '生成', exact: true })).toContainText(
    '总分写的是 100 分，各行加起来是 99 分',
  )
  await counts(page).getByRole('button', { name: '撤销：2-1 分值' }).click()
  await expect(counts(page)).toContainText('✓ 与总分一样')
  await table(page)
    .getByRole('button', { name: /^研究部署推进/ })
    .click()
  const items = page.getByRole('region', { name: /^改 8-2/ })
  await items.getByText('序号（序号）').click()
  await expect(items).toContainText('序号（序号）与上一行合并')
  await items.getByRole('button', { name: '与下一项合并' }).first().click()
  await expect(counts(page)).toContainText('68 个材料项')
  await page.getByRole('combobox', { name: '“是否需要印证材料”一栏是' }).selectOption('只照印')
  await expect(counts(page)).toContainText('68 个材料项')
})

test('the notice’s fields say where they were found; what is wanting stops the pages until it is filled in', async ({
  page,
}) => {
  await page.getByRole('button', { name: '通知', exact: true }).click()
  const fields = page.getByRole('region', { name: '通知的各栏' })
  await expect(fields).toContainText('原文：四、请各成员单位于2022年12月25日下午4时前')
  await fields.getByLabel('发文机构').fill('')
  await fields.getByLabel('发文机构').blur()
  const make = page.getByRole('region', { name: '生成', exact: true })
  await expect(make).toContainText('发文机构还空着')
  await expect(make.getByRole('button', { name: '生成填报网页' })).toBeDisabled()
  await counts(page).getByRole('button', { name: '撤销：发文机构' }).click()
  await expect(make.getByRole('button', { name: '生成填报网页' })).toBeEnabled()
})

test('the work goes to another computer as a file, with the sources in it', async ({
  page,
  browser,
  guard,
}, testInfo) => {
  await answerAll(page)
  await page.getByText('更换、存成文件').click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '存成文件' }).click(),
  ])
  const path = testInfo.outputPath(download.suggestedFilename())
  await download.saveAs(path)
  const context = await browser.newContext()
  guard.watch(context)
  const other = await context.newPage()
  await other.goto(new URL('publish.html', page.url()).href)
  await other.getByLabel('打开存下的制作').setInputFiles(path)
  await expect(counts(other)).toContainText('✓ 没有问题了')
  await other.getByRole('button', { name: '与往年对照' }).click()
  await expect(other.getByRole('region', { name: '与往年对照' })).toContainText('与往年相同：35 行')
  await context.close()
})

test('what can’t be read is said in a sentence, and what was there stays', async ({ page }, testInfo) => {
  const alert = page.getByRole('region', { name: '文件' }).getByRole('alert')
  const refused: [name: string, bytes: Buffer, sentence: string][] = [
    ['扫描件.png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), '是图片或扫描件'],
    ['要点.pdf', Buffer.from('%PDF-1.7'), '是 PDF'],
    ['要点.doc', Buffer.from('\xd0\xcf\x11\xe0旧格式', 'latin1'), '是旧格式的文件'],
    ['空的.docx', Buffer.alloc(0), '是空的（0 字节）'],
    ['太大.xlsx', Buffer.alloc(50_000_001), '超过 50 MB'],
  ]
  for (const [name, bytes, sentence] of refused) {
    const path = testInfo.outputPath(name)
    writeFileSync(path, bytes)
    await page.getByLabel('换一个表').setInputFiles(path)
    await expect(alert).toContainText(`“${name}”${sentence}`)
    await expect(alert).toContainText('原来的都还在')
    await expect(counts(page)).toContainText('35 行')
  }
})

test('a table without a head that is known goes on from the line that is pointed at; the one before can be brought back', async ({
  page,
}, testInfo) => {
  const path = testInfo.outputPath('分工.csv')
  writeFileSync(path, '编次,干什么,谁来\n甲,公布抽查结果。,某甲\n乙,督促整改。,某乙\n')
  await page.getByLabel('换一个表').setInputFiles(path)
  await expect(page.getByRole('region', { name: '文件' }).getByRole('alert')).toContainText(
    '请在下面点出哪一行是表头',
  )
  await expect(counts(page)).toContainText('35 行')
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('button', { name: '不用这个文件' }).click()
  await expect(page.getByRole('heading', { name: '哪一行是表头' })).toBeHidden()
  await page.getByLabel('换一个表').setInputFiles(path)
  await page.getByRole('button', { name: '第 1 张表第 1 行是表头' }).click()
  await expect(counts(page)).toContainText('2 行')
  await page.getByRole('combobox', { name: '“干什么”一栏是' }).selectOption('考核内容')
  await page.getByRole('combobox', { name: '“谁来”一栏是' }).selectOption('责任部门')
  await expect(counts(page)).toContainText('2 个部门')
  await expect(kept(page)).toBeVisible()
  await page.getByRole('button', { name: '换回原来的' }).click()
  await expect(counts(page)).toContainText('35 行')
})

test('rows are added and taken out, and last year’s ids come from the page that was published', async ({
  page,
  folder,
}) => {
  await table(page)
    .getByRole('button', { name: /^研究部署推进/ })
    .click()
  const row = (id: string) => page.getByRole('region', { name: `改 ${id}` })
  await row('8-2').getByLabel('加一项，写要交什么').fill('推进会会议记录')
  await row('8-2').getByRole('button', { name: '加上' }).click()
  await expect(counts(page)).toContainText('70 个材料项')
  await row('8-2').getByRole('button', { name: '下面加一行' }).click()
  await expect(counts(page)).toContainText('36 行')
  const added = page.getByRole('region', { name: /^改 8-/ })
  await added.getByLabel('具体内容（考核内容）').fill('公布抽查结果。')
  await added.getByLabel('具体内容（考核内容）').blur()
  await expect(table(page)).toContainText('公布抽查结果。')
  await added.getByRole('button', { name: '去掉这一行' }).click()
  await expect(counts(page)).toContainText('35 行')
  await page.getByRole('button', { name: '共性资料和报告' }).click()
  await page.getByRole('button', { name: '加一节' }).click()
  await page.getByLabel('第 7 节的标题').fill('七、其他')
  await page.getByLabel('第 7 节的标题').blur()
  await expect(page.getByRole('region', { name: '自评报告模板' })).toContainText('7 节')
  await page.getByLabel('第 7 节的标题').fill(' ')
  await page.getByLabel('第 7 节的标题').blur()
  await expect(page.getByLabel('第 7 节的标题')).toHaveValue('七、其他')
  await page.getByRole('button', { name: '去掉 0-2' }).click()
  await expect(page.getByRole('region', { name: '共性资料' })).toContainText('4 项')
  const years = page.getByRole('region', { name: '与往年对照' })
  await page.getByRole('button', { name: '与往年对照' }).click()
  await years.getByRole('button', { name: '不用 2022年度的' }).click()
  await expect(years).toContainText('没有往年的')
  await page.getByLabel(/^加一个往年/).setInputFiles(join(folder, 'offline/2022-checklist.html'))
  await expect(page.getByRole('region', { name: '文件' })).toContainText('已用上 2022年度的编号')
  await expect(years).toContainText('与往年相同：35 行')
})

test('a second window that works on it too overwrites nothing, and says so', async ({ page, context }) => {
  await expect(kept(page)).toBeVisible()
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(counts(other)).toContainText('14 个问题')
  await question(page).getByRole('button', { name: '就这样，看下一个' }).click()
  await expect(kept(page)).toBeVisible()
  await question(other).getByRole('radio', { name: '不拆，是一项' }).check()
  await question(other).getByRole('button', { name: '就这样，看下一个' }).click()
  await expect(other.getByText('没有存下：另一个窗口里也在改这个制作')).toBeVisible()
  await page.reload()
  await expect(counts(page)).toContainText('13 个问题')
  await expect(counts(page)).toContainText('69 个材料项')
})

test('axe objects to no view, and none is wider than a phone', async ({ page }) => {
  for (const width of [1366, 390]) {
    await page.setViewportSize({ width, height: 700 })
    for (const name of ['通知', '共性资料和报告', '与往年对照', /^发布前看一看/, '考核要点表']) {
      await page.getByRole('navigation', { name: '查看' }).getByRole('button', { name, exact: true }).click()
      expect(await findBarriers(page)).toEqual([])
      expect(await overflow(page)).toBeLessThanOrEqual(0)
    }
  }
  await page.getByRole('button', { name: '先看每一页' }).click()
  const preview = page.frameLocator('iframe[title="预览"]')
  await expect(preview.getByRole('heading', { level: 1 })).toHaveText(
    '关于提前报送2022年度全县质量工作考核资料的通知',
  )
  await page
    .getByLabel('看哪一页')
    .selectOption({ label: '填报 关于提前报送2022年度全县质量工作考核资料的通知' })
  await expect(preview.getByRole('textbox', { name: '单位全称' })).toBeVisible()
})

test('questions are answered by keyboard alone', async ({ page }) => {
  const first = question(page).getByRole('radio').first()
  await first.focus()
  await page.keyboard.press('ArrowDown')
  await expect(question(page).getByRole('radio', { name: '不拆，是一项' })).toBeChecked()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(counts(page)).toContainText('13 个问题')
  await expect(question(page).locator('p').first()).toBeFocused()
})
