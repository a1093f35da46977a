/** The intake page in all its states: usable by everybody, on a wide screen and on a phone, by keyboard, on paper. */
import { truncate } from 'node:fs/promises'
import type { Page } from 'playwright/test'
import { findBarriers, overflow } from './axe'
import { expect, test } from './fixtures'
import {
  bring,
  closeDialog,
  openCell,
  openIntake,
  openUnit,
  packUnit,
  paperOf,
  tamper,
  unitsIn,
} from './office'

const longName = '青禾县住房和城乡建设局（青禾县人民防空办公室、青禾县城市管理执法局）'
const longFile = `${'关于开展预拌混凝土专项检查和工程质量检测专项治理的通知'.repeat(3)}.txt`

/** Three units: an altered bundle with long names, one handed in twice and late, one cut off. */
async function receiveAll(folder: string): Promise<string[]> {
  const files = { '0-1': [`${longFile}=原件`, '共用.txt'], '11-2-1': ['检查.txt'] }
  const altered = await packUnit(folder, { name: longName, departments: ['housing', 'agriculture'], files })
  await tamper(altered.paths[0] as string, '原件', '改件')
  const late = new Date('2022-12-28T01:00:00Z')
  const water = { name: '青禾县水利局', departments: ['water'], files: { '0-1': ['共用.txt'] } }
  const first = await packUnit(`${folder}/一`, water)
  const again = await packUnit(`${folder}/二`, {
    ...water,
    files: { '0-1': ['共用.txt'], '0-2': ['计划.txt'] },
    at: late,
  })
  const cut = await packUnit(folder, { name: '青禾县公安局' })
  await truncate(cut.paths[0] as string, 3000)
  return [altered, first, again, cut].flatMap(({ paths }) => paths)
}

async function expectUsable(page: Page, state: string): Promise<void> {
  expect.soft(await findBarriers(page), state).toEqual([])
  expect.soft(await overflow(page), `${state}: pixels too wide`).toBe(0)
}

for (const width of [1366, 390]) {
  test(`everybody can use it at ${width} px: empty, full, a unit, a cell, all lists open`, async ({
    page,
  }, testInfo) => {
    await page.setViewportSize({ width, height: 768 })
    await openIntake(page)
    await expectUsable(page, 'nothing yet')
    await bring(page, await receiveAll(testInfo.outputPath('收件')))
    await expectUsable(page, 'three units')
    const names = width > 760 ? unitsIn(page) : page.getByRole('list', { name: '各单位' }).locator('.unit')
    await expect(names).toHaveText(['青禾县水利局', longName])
    for (const name of ['青禾县水利局', longName]) {
      await names.filter({ hasText: name }).click()
      await expectUsable(page, `the dialog of ${name}`)
      await closeDialog(page)
    }
    await page.getByRole('button', { name: `${longName} 共性 ` }).click()
    await expectUsable(page, 'a cell')
    await closeDialog(page)
    await page.getByText('收到的文件 4 个').click()
    await page.getByText('不同单位交了内容完全相同的文件：1 个').click()
    await expectUsable(page, 'all lists open')
  })
}

test('by keyboard: Tab goes from unit to unit, arrows through the cells over empty ones, Escape back to the cell', async ({
  page,
}, testInfo) => {
  await openIntake(page)
  await bring(page, await receiveAll(testInfo.outputPath('收件')))
  const focused = () =>
    page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
    )
  await unitsIn(page).first().focus()
  await page.keyboard.press('Tab')
  expect(await focused()).toBe(longName)
  await page.keyboard.press('ArrowRight')
  expect(await focused()).toContain(`${longName} 共性`)
  await page.keyboard.press('ArrowRight')
  expect(await focused()).toContain(`${longName} 11-2`)
  // Nobody else answers for the row: above it is the column's head.
  await page.keyboard.press('ArrowUp')
  expect(await focused()).toContain('11-2产品质量')
  await page.keyboard.press('ArrowDown')
  expect(await focused()).toContain(`${longName} 11-2`)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowUp')
  expect(await focused()).toContain('青禾县水利局 共性')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await focused()).toContain('青禾县水利局 共性')
})

test('filters by department, unit and state leave what fits, and 显示全部 brings all back', async ({
  page,
}, testInfo) => {
  await openIntake(page)
  await bring(page, await receiveAll(testInfo.outputPath('收件')))
  const filters = page.getByRole('search', { name: '筛选汇总表' })
  await filters.getByLabel('评价部门').selectOption('农业农村部门')
  await expect(unitsIn(page)).toHaveText([longName])
  await expect(page.getByRole('columnheader', { name: '11-2' })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: '共性' })).toHaveCount(0)
  await filters.getByRole('button', { name: '显示全部' }).click()
  await expect(unitsIn(page)).toHaveCount(2)
  await filters.getByRole('searchbox', { name: '单位' }).fill('水利')
  await expect(unitsIn(page)).toHaveText(['青禾县水利局'])
  await filters.getByRole('searchbox', { name: '单位' }).fill('')
  await filters.getByLabel('情况').selectOption('文件有问题、缺卷的单位')
  await expect(unitsIn(page)).toHaveText([longName])
})

test('on paper there is the summary and nothing else', async ({ page }, testInfo) => {
  await openIntake(page)
  await bring(page, await receiveAll(testInfo.outputPath('收件')))
  const unit = await openUnit(page, '青禾县水利局')
  await unit.getByLabel('纸质目录上的校验码').fill('0000-0000-0000-0000')
  await closeDialog(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('search')).toBeHidden()
  // The browser's own menu prints what is there when the event ends.
  const drawnAtOnce = async () => {
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    await expect(page.locator('.printed')).toHaveCount(0)
    return page.evaluate(() => {
      dispatchEvent(new Event('beforeprint'))
      return document.querySelectorAll('.printed tbody tr').length
    })
  }
  await expect.poll(drawnAtOnce).toBe(2)
  const paper = await paperOf(page)
  await expect(paper).toBeVisible()
  await expect(paper.locator('h1')).toHaveText('2022年质量工作考核资料收件汇总')
  await expect(paper.locator('tbody tr')).toHaveCount(2)
  await expect(paper.locator('tbody tr').nth(0)).toContainText('青禾县水利局（逾期）（第 2 次报）')
  await expect(paper.locator('tbody tr').nth(0)).toContainText('不一致')
  await expect(paper.locator('tbody tr').nth(1)).toContainText('1 个文件被改动')
  await expect(paper).toContainText('青禾县公安局-2022年质量工作考核资料.zip')
  const pages = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  // A4 on its side, in points.
  const [, width = '', height = ''] = /\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pages) ?? []
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595])
})

test('打印汇总 prints the paper with every unit, and leaves none on the page', async ({ page }, testInfo) => {
  let giveOut = () => {}
  const given = new Promise<void>(resolve => {
    giveOut = resolve
  })
  // The part that draws the paper comes late.
  await page.route('**/PrintedPaper.part.*', async route => {
    await given
    await route.continue()
  })
  await page.addInitScript(() => {
    window.print = () => {
      const rows = document.querySelectorAll('.printed tbody tr').length
      document.documentElement.setAttribute('data-printed', `${rows}`)
      dispatchEvent(new Event('afterprint'))
    }
  })
  await openIntake(page)
  await bring(page, await receiveAll(testInfo.outputPath('收件')))
  await page.getByRole('button', { name: '打印汇总' }).click()
  giveOut()
  await expect(page.locator('[data-printed="2"]')).toHaveCount(1)
  await expect(page.locator('.printed')).toHaveCount(0)
})

test('a cell tells its state in words to whoever does not see its colour', async ({ page }, testInfo) => {
  await openIntake(page)
  await bring(page, await receiveAll(testInfo.outputPath('收件')))
  const cell = await openCell(page, longName, '11-2', '部分完成，1 / 4 项，文件 1 个')
  await expect(cell.getByRole('listitem').filter({ hasText: '11-2-2' })).toContainText('没有填报')
})
