/** 逐项审阅: the office reads, judges, scores; what it said is there after a reload, and only what changed is open again. */
import { join } from 'node:path'
import type { Change } from '../../src/core/checklist/change'
import { findBarriers, overflow } from './axe'
import { expect, test } from './fixtures'
import { bring, cellOf, closeDialog, openCell, openIntake, packUnit, rowOf, type UnitSays } from './office'
import { entries, expectKept, goOn, note, openItem, openReview, tabOf, unitOf, verdict } from './reviewing'

const school: UnitSays = {
  name: '青禾县教育局',
  departments: ['education'],
  files: { '0-1': ['通知.txt=县教育局的通知'], '0-2': ['计划.txt=县教育局的计划'], '13-1-1': ['品牌.txt'] },
  changes: [
    { kind: 'set-score', indicator: '13-1', score: '1' },
    { kind: 'set-report-text', id: '13-1', text: '全年培育品牌三个。' },
  ],
}
const water: UnitSays = {
  name: '青禾县水利局',
  departments: ['water'],
  files: { '0-1': ['通知.txt=县水利局的通知', '台账.csv=任务,时限\n调度,每季度'], '0-2': ['水利计划.txt'] },
}
const later = new Date('2022-12-27T01:00:00Z')

async function packBoth(folder: string): Promise<string[]> {
  const packed = await Promise.all([packUnit(folder, school), packUnit(folder, water)])
  return packed.flatMap(({ paths }) => paths)
}

test('verdict, note and points are kept as they are given; a reload and the same bundles bring them back', async ({
  page,
}, testInfo) => {
  const paths = await packBoth(testInfo.outputPath('收件'))
  await openIntake(page)
  await bring(page, paths)
  await openReview(page, '0')
  await expect(entries(page)).toHaveText([/教育局\s*未看/, /水利局\s*未看/])
  await verdict(page, '认可').click()
  await expectKept(page)
  await goOn(page).click()
  await expect(tabOf(page, '0-2')).toHaveAttribute('aria-current', 'true')

  // What is returned says what is wanted, before anything goes on.
  await verdict(page, '退回补充').click()
  await goOn(page).click()
  await expect(page.getByRole('alert')).toContainText('退回要写明缺什么')
  await page.getByRole('group', { name: '常用意见' }).getByRole('button', { name: '没有盖章' }).click()
  await expect(note(page)).toHaveValue('没有盖章')
  await note(page).fill('没有盖章，请补盖章的扫描件')
  await goOn(page).click()
  await page.getByLabel('考核指标').selectOption('13-1')
  await expect(page.getByText('全年培育品牌三个。')).toBeVisible()
  await page.getByLabel('13-1 县初评分').fill('9')
  await expect(page.getByText('请填 0 到')).toBeVisible()
  await page.getByLabel('13-1 县初评分').fill('0.5')
  await page.getByLabel('13-1 初评理由').fill('缺一个')
  await page.getByRole('button', { name: '整体意见' }).click()
  await page.getByLabel('对这个单位的整体意见').fill('总体较好。')
  await page.getByLabel('请在哪一天以前补齐').fill('2022-12-28')
  await closeDialog(page)
  await expectKept(page)
  await page.goBack()
  await expect(rowOf(page, '青禾县教育局').locator('.judged')).toHaveText(/^2\//)
  await expect(cellOf(page, '青禾县教育局', '共性', '部分完成.*审核：认可 1 · 退回 1')).toBeVisible()

  page.on('dialog', dialog => dialog.accept())
  await page.reload()
  await bring(page, paths)
  await expect(rowOf(page, '青禾县教育局').locator('.judged')).toHaveText(/^2\//)
  // Where the person was.
  await openReview(page)
  await expect(page.getByLabel('13-1 县初评分')).toHaveValue('0.5')
  await expect(page.getByLabel('13-1 初评理由')).toHaveValue('缺一个')
  await page.getByLabel('考核指标').selectOption('0')
  await openItem(page, '0-2')
  await expect(note(page)).toHaveValue('没有盖章，请补盖章的扫描件')
  await expect(verdict(page, '退回补充')).toHaveAttribute('aria-pressed', 'true')
})

test('a unit hands in again: only what it changed is open, with the note and what was added', async ({
  page,
}, testInfo) => {
  const paths = await packBoth(testInfo.outputPath('收件'))
  const again = await packUnit(testInfo.outputPath('再报'), {
    ...school,
    files: { ...school.files, '0-2': ['计划.txt=县教育局的计划', '盖章.txt=盖了章的计划'] },
    at: later,
  })
  await openIntake(page)
  await bring(page, paths)
  await openReview(page, '0')
  await verdict(page, '认可').click()
  await openItem(page, '0-2')
  await verdict(page, '退回补充').click()
  await note(page).fill('没有盖章')
  await expectKept(page)
  await page.goBack()

  await bring(page, again.paths)
  await openReview(page)
  await expect(entries(page).first()).toHaveText(/教育局\s*●\s*已补/)
  await expect(tabOf(page, '0-1')).toHaveAccessibleName('0-1 认可')
  await expect(tabOf(page, '0-2')).toHaveAccessibleName('0-2 已补')
  await page.getByLabel('只看').selectOption('已补、有变动')
  await expect(entries(page)).toHaveCount(1)
  const before = page.locator('.before')
  await expect(before).toContainText('没有盖章')
  await expect(page.locator('.since')).toContainText('补了文件：盖章.txt')
  // The new file is on screen already.
  await expect(page.locator('.sheet-name')).toContainText('盖章.txt')
  await expect(verdict(page, '退回补充')).toHaveAttribute('aria-pressed', 'false')
  await verdict(page, '认可').click()
  await expectKept(page)
  await expect(before).toContainText('没有盖章')
  await expect(page.locator('.since')).toHaveCount(0)
})

test('one press accepts what nobody judged yet of a unit in a row, but for what was not handed in', async ({
  page,
}, testInfo) => {
  await openIntake(page)
  await bring(page, await packBoth(testInfo.outputPath('收件')))
  await openReview(page, '0')
  await page.getByRole('button', { name: '其余 2 项认可' }).click()
  await expect(tabOf(page, '0-1')).toHaveAccessibleName('0-1 认可')
  // What is missing has to be decided.
  await expect(tabOf(page, '0-3')).toHaveAttribute('aria-current', 'true')
  await expect(unitOf(page)).toHaveText('青禾县教育局')
  await expect(page.getByRole('button', { name: '没有交这一项的材料' })).toBeVisible()
})

test('from a cell and back to it; by unit; a search leads to a file', async ({ page }, testInfo) => {
  await openIntake(page)
  await bring(page, await packBoth(testInfo.outputPath('收件')))
  const cell = await openCell(page, '青禾县水利局', '共性', '部分完成')
  await cell.getByRole('button', { name: '打开 台账.csv' }).click()
  await expect(cell.getByRole('cell', { name: '每季度' })).toBeVisible()
  await cell.getByRole('button', { name: '逐项审阅' }).click()
  await expect(unitOf(page)).toHaveText('青禾县水利局')
  await page.getByLabel('按单位').check()
  await expect(entries(page).first()).toContainText('共性资料')
  await page.getByLabel('查找单位、指标、文件').fill('品牌.txt')
  await page.getByRole('button', { name: /文件.*品牌\.txt/ }).click()
  await expect(unitOf(page)).toHaveText('青禾县教育局')
  await expect(page.locator('.sheet-name')).toContainText('品牌.txt')
  await page.getByRole('button', { name: '‹ 收件核验' }).click()
  await expect(cellOf(page, '青禾县水利局', '共性', '部分完成')).toBeFocused()
})

test('two office computers: one’s record joins the other’s, the later word counts, and the other can be taken', async ({
  page,
  browser,
  site,
}, testInfo) => {
  const paths = await packBoth(testInfo.outputPath('收件'))
  const context = await browser.newContext({
    baseURL: site.url(),
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const other = await context.newPage()
  for (const one of [page, other]) {
    await openIntake(one)
    await bring(one, paths)
    await openReview(one, '0')
  }
  await verdict(page, '退回补充').click()
  await note(page).fill('缺文号')
  await expectKept(page)
  await verdict(other, '认可').click()
  await openItem(other, '0-2')
  await verdict(other, '存疑').click()
  await expectKept(other)
  await other.goBack()
  const downloading = other.waitForEvent('download')
  await other.getByRole('button', { name: '导出审核记录' }).click()
  const file = join(testInfo.outputPath(), '审核记录.json')
  await (await downloading).saveAs(file)
  await context.close()

  await page.goBack()
  await page.getByLabel('导入审核记录').setInputFiles(file)
  const records = page.locator('.records')
  await expect(records).toContainText('已导入 1 个单位的审核记录。有 1 处两边意见不同')
  await expect(records.getByRole('listitem')).toContainText(['现在算的'])
  await expect(records.getByRole('listitem')).toContainText(['认可'])
  await expect(records.getByRole('listitem')).toContainText(['退回补充，缺文号'])
  await records.getByRole('button', { name: '改用较早的一条' }).click()
  await openReview(page, '0')
  await expect(tabOf(page, '0-1')).toHaveAccessibleName('0-1 退回')
  await expect(tabOf(page, '0-2')).toHaveAccessibleName('0-2 存疑')

  // Another file is refused and changes nothing.
  await page.goBack()
  await page
    .getByLabel('导入审核记录')
    .setInputFiles({ name: '别的.json', mimeType: '', buffer: Buffer.from('{}') })
  await expect(records).toContainText('“别的.json”不是审核记录')
})

test('two windows of one computer see each other’s words', async ({ page, context }, testInfo) => {
  const paths = await packBoth(testInfo.outputPath('收件'))
  const other = await context.newPage()
  for (const one of [page, other]) {
    await openIntake(one)
    await bring(one, paths)
    await openReview(one, '0')
  }
  await verdict(page, '认可').click()
  await expectKept(page)
  await openItem(other, '0-2')
  await verdict(other, '存疑').click()
  await expectKept(other)
  for (const one of [page, other]) {
    await expect(tabOf(one, '0-1')).toHaveAccessibleName('0-1 认可')
    await expect(tabOf(one, '0-2')).toHaveAccessibleName('0-2 存疑')
  }
})

test('without a mouse: opened, judged by keys, gone through, and left', async ({ page }, testInfo) => {
  await openIntake(page)
  await bring(page, await packBoth(testInfo.outputPath('收件')))
  await page.getByRole('button', { name: '逐项审阅', exact: true }).press('Enter')
  await page.getByLabel('考核指标').selectOption('0')
  await page.locator('.sheets-scroller').focus()
  await page.keyboard.press('1')
  await expect(tabOf(page, '0-1')).toHaveAccessibleName('0-1 认可')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(tabOf(page, '0-2')).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('3')
  await expect(tabOf(page, '0-2')).toHaveAccessibleName('0-2 存疑')
  await page.keyboard.press('ArrowLeft')
  await expect(tabOf(page, '0-1')).toHaveAttribute('aria-current', 'true')
  // In a box digits are digits.
  await note(page).focus()
  await page.keyboard.type('2022')
  await expect(note(page)).toHaveValue('2022')
  await expect(tabOf(page, '0-1')).toHaveAccessibleName('0-1 认可')
  await page.keyboard.press('Control+Enter')
  await expect(tabOf(page, '0-3')).toHaveAttribute('aria-current', 'true')
  await page.getByRole('button', { name: '‹ 收件核验' }).press('Enter')
  await expect(page.getByRole('region', { name: '汇总矩阵' })).toBeVisible()
})

test('in a private window the office is told before it says a word', async ({ page }, testInfo) => {
  // As Firefox behaves there, which tells a page no other way.
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'userAgent', { value: 'Mozilla/5.0 Gecko/20100101 Firefox/153.0' })
    const getDirectory = () => Promise.reject(new DOMException('', 'SecurityError'))
    Object.defineProperty(navigator, 'storage', { value: { getDirectory } })
  })
  await openIntake(page)
  await bring(page, (await packUnit(testInfo.outputPath('收件'), water)).paths)
  await openReview(page)
  await expect(page.getByRole('alert')).toContainText('这是隐私（无痕）窗口：审核意见只留到关闭窗口为止')
})

for (const [width, height] of [
  [1366, 650],
  [390, 844],
] as const) {
  test(`everybody can use it at ${width} px: judged and not, an altered file, long names, the closing word`, async ({
    page,
  }, testInfo) => {
    await page.setViewportSize({ width, height })
    const long = `${'关于开展预拌混凝土专项检查和工程质量检测专项治理的通知'.repeat(2)}.txt`
    const changes: Change[] = [{ kind: 'set-remark', item: '0-1', remark: '原件存办公室'.repeat(6) }]
    const unit = {
      name: '青禾县住房和城乡建设局（青禾县人民防空办公室）',
      files: { '0-1': [long, '附件.txt'] },
      changes,
    }
    const folder = testInfo.outputPath('收件')
    const { paths } = await packUnit(folder, unit)
    await openIntake(page)
    await bring(page, [...paths, ...(await packBoth(folder))])
    await openReview(page)
    // On a narrow screen the list is folded until it is asked for, and once more when something was chosen.
    const openList = async () => {
      if (width < 1000) await page.getByRole('button', { name: '单位列表' }).click()
    }
    await openList()
    await page.getByLabel('考核指标').selectOption('0')
    await openList()
    const check = async (state: string) => {
      expect.soft(await findBarriers(page), state).toEqual([])
      expect.soft(await overflow(page), `${state}: pixels too wide`).toBe(0)
    }
    await check('the list')
    await entries(page).filter({ hasText: '住房' }).click()
    await check('a file')
    await verdict(page, '退回补充').click()
    await expectKept(page)
    await check('returned')
    await openItem(page, '0-3')
    await check('nothing handed in')
    await page.getByRole('button', { name: '整体意见' }).click()
    await check('the closing word')
    if (width > 1000) {
      await closeDialog(page)
      const fits = await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight)
      expect(fits, 'all is on one screen').toBe(true)
      await expect(goOn(page)).toBeInViewport()
    } else {
      await closeDialog(page)
      const { y } = (await page.locator('.sheets-scroller').boundingBox()) ?? { y: Number.NaN }
      expect(y, 'pixels before the document').toBeLessThan(250)
    }
  })
}
