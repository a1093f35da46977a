/** Two years on one site and one computer: never mixed, each leads to the other, and a new one may start from the old. */
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright/test'
import { otherCountyFolder } from '../other-county'
import { anotherComputer, bringIn, closeOutcome, downloadText, outcomeOf } from './bringing'
import {
  attach,
  attachedTo,
  downloadBundle,
  expectSaved,
  itemOf,
  markNotApplicable,
  openChecklist,
  openSavedHere,
  remarkOf,
  startUnit,
  tickOf,
  unitHeading,
} from './clerk'
import { expect, test } from './fixtures'
import { paper } from './papers'
import { readRecords } from './records'

test.use({ folder: otherCountyFolder })

const lastYear = '2023/checklist.html'
const thisYear = '2024/checklist.html'
const unit = {
  name: '示例县应急管理局',
  departments: ['应急管理部门', '文化部门'],
  contact: '联络员甲',
  phone: '000-11111111',
}

/** Last year's checklist: remarks, one on a row that is gone this year; a tick, a file, a reason. */
async function fillLastYear(page: Page): Promise<void> {
  await openChecklist(page, unit, lastYear)
  await remarkOf(page, '1-1-1').fill('原件在办公室')
  await remarkOf(page, '3-2-0').fill('去年的群众评价')
  await attach(page, '1-1-1', paper('责任书.pdf'), '责任书.pdf')
  await tickOf(page, '1-1-1').check()
  await markNotApplicable(page, '1-2-2', '去年没有')
  await expectSaved(page)
}

const others = (page: Page) => page.getByRole('region', { name: '其他年度的清单' })
const startFrom = (page: Page) => page.getByRole('button', { name: '从 2023 年的清单开始' })

/** Last year's unit is in the form; begins with it, and sees what came along and what did not. */
async function expectCarried(page: Page): Promise<void> {
  await expect(page.getByRole('textbox', { name: '单位全称' })).toHaveValue(unit.name)
  await expect(page.getByRole('textbox', { name: '联络员' })).toHaveValue(unit.contact)
  await expect(page.getByRole('textbox', { name: '联系电话' })).toHaveValue(unit.phone)
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1)
  await expect(page.getByRole('checkbox', { name: '应急管理部门' })).toBeChecked()
  await expect(others(page)).toContainText('原来的评价部门有的今年没有了，请重新选择。')
  await page.getByRole('checkbox', { name: '文化和旅游部门' }).check()
  await page.getByRole('button', { name: '开始填报' }).click()
  await expect(unitHeading(page, unit)).toBeVisible()
  await expect(remarkOf(page, '1-1-1')).toHaveValue('原件在办公室')
  await expect(itemOf(page, '1-1-1')).toContainText('沿用了往年的备注，请核对')
  await expect(page.getByText('去年的群众评价')).toHaveCount(0)
  await expect(itemOf(page, '3-3-0')).toBeVisible()
  await expect(page.getByRole('checkbox', { name: '已备齐', checked: true })).toHaveCount(0)
  await expect(page.getByRole('switch', { name: '不适用', checked: true })).toHaveCount(0)
  expect(await attachedTo(page, '1-1-1')).toEqual([])
}

test('the home page lists the years, the newest first, and says which is open', async ({ page }) => {
  const states = async () => {
    await page.goto('index.html')
    const cards = page.getByRole('region', { name: /^关于报送/ })
    return cards.evaluateAll(cards => cards.map(card => (card as HTMLElement).innerText))
  }
  await page.clock.setFixedTime(new Date('2024-12-20T17:29:00+08:00'))
  const [newest = '', older = ''] = await states()
  expect(newest).toMatch(/2024 年度 · 报送时限 2024年12月20日 17时30分\s*报送中/)
  expect(older).toMatch(/2023 年度 · 报送时限 2023年12月20日 17时30分\s*已截止/)
  await page.clock.setFixedTime(new Date('2024-12-20T17:31:00+08:00'))
  expect((await states())[0]).toMatch(/17时30分\s*已截止/)
})

test('last year’s checklist stands apart this year, and leads back to its page', async ({ page }) => {
  await fillLastYear(page)
  await page.goto(thisYear)
  await expect(page.getByRole('heading', { level: 1, name: '2024年度填报' })).toBeVisible()
  await expect(others(page)).toContainText('示例县应急管理局 2023 年度')
  await startUnit(page, { name: '示例县生态环境局', departments: ['生态环境部门'] })
  await expect(remarkOf(page, '0-1')).toHaveValue('')

  await page.getByRole('button', { name: '切换单位' }).click()
  const dialog = page.getByRole('dialog', { name: '这台电脑上的单位' })
  await expect(dialog.getByRole('button', { name: '切换', exact: true })).toHaveCount(0)
  await expect(dialog).toContainText('示例县应急管理局 2023 年度')
  await page.keyboard.press('Escape')
  await expect(await openSavedHere(page)).toContainText(
    '2024 年度 1 个单位的清单、2023 年度 1 个单位的清单，1 个文件',
  )
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: '切换单位' }).click()
  await dialog.getByRole('link', { name: '到 2023 年度的填报页' }).click()
  await expect(unitHeading(page, unit)).toBeVisible()
  await expect(tickOf(page, '1-1-1')).toBeChecked()
  await page.goto(thisYear)
  await expect(unitHeading(page, { name: '示例县生态环境局', departments: [] })).toBeVisible()
})

test('this year’s checklist starts from last year’s, which stays as it was', async ({ page }) => {
  await fillLastYear(page)
  const before = await readRecords(page)
  await page.goto(thisYear)
  await startFrom(page).click()
  await expectCarried(page)
  expect(await readRecords(page)).toMatchObject(before)

  await page.getByRole('radio', { name: '有提示 1' }).check()
  await page.getByRole('button', { name: '核对过了' }).click()
  await expect(page.getByText('没有需要留意的地方。')).toBeVisible()
  await expectSaved(page)
  await page.reload()
  await expect(remarkOf(page, '1-1-1')).toHaveValue('原件在办公室')
  await expect(page.getByText('沿用了往年的备注')).toHaveCount(0)
})

test('whoever thinks better of it gets the empty form back', async ({ page }) => {
  await fillLastYear(page)
  await page.goto(thisYear)
  await startFrom(page).click()
  await others(page).getByRole('button', { name: '不沿用' }).click()
  await expect(page.getByRole('textbox', { name: '单位全称' })).toHaveValue('')
  await startUnit(page, unitOf('示例县文物局', '应急管理部门'))
  await expect(remarkOf(page, '1-1-1')).toHaveValue('')
})

test('last year’s bundle is not mixed in; it leads to its page, or this year’s starts from it', async ({
  page,
  browser,
  guard,
}, testInfo) => {
  await fillLastYear(page)
  const bundle = await downloadBundle(page, testInfo.outputPath())
  const other = await anotherComputer(browser, guard, thisYear)
  await startUnit(other, unitOf('示例县生态环境局', '生态环境部门'))
  const before = await readRecords(other)
  await bringIn(other, [bundle])
  await expect(outcomeOf(other)).toContainText(
    '示例县应急管理局 这份清单是 2023 年度的，不能并入本年度，没有导入，这里没有改动。',
  )
  const link = outcomeOf(other).getByRole('link', { name: '到 2023 年度的填报页' })
  expect(await link.evaluate(a => (a as HTMLAnchorElement).href)).toMatch(/\/2023\/checklist\.html$/)
  expect(await readRecords(other)).toEqual(before)
  await startFrom(other).click()
  await expectCarried(other)
  expect(await readRecords(other)).toMatchObject(before)

  await other.goto(lastYear)
  await bringIn(other, [bundle])
  await expect(outcomeOf(other)).toContainText('已导入“示例县应急管理局”：新增 1 个文件')
  await closeOutcome(other)
  await other.context().close()
})

test('last year’s text backup serves as well, on the form', async ({ page, browser, guard }, testInfo) => {
  await fillLastYear(page)
  const backup = await downloadText(page, testInfo.outputPath())
  const other = await anotherComputer(browser, guard, thisYear)
  await bringIn(other, [backup])
  await startFrom(other).click()
  await expect(outcomeOf(other)).toHaveCount(0)
  await expectCarried(other)
  await other.context().close()
})

test('a later year’s checklist leads to its page and starts nothing', async ({ page }, testInfo) => {
  await openChecklist(page, unitOf(unit.name, '应急管理部门'), thisYear)
  const bundle = await downloadBundle(page, testInfo.outputPath())
  await page.goto(lastYear)
  await expect(others(page).getByRole('link', { name: '到 2024 年度的填报页' })).toBeVisible()
  await bringIn(page, [bundle])
  await outcomeOf(page).getByRole('link', { name: '到 2024 年度的填报页' }).click()
  await expect(unitHeading(page, unit)).toBeVisible()
  await page.goto(lastYear)
  await expect(others(page)).toBeVisible()
  await expect(page.getByRole('button', { name: /年的清单开始/ })).toHaveCount(0)
})

test('of a year the site does not have, it says where to look', async ({ page }) => {
  await page.goto(thisYear)
  await bringIn(page, [paper('旧的.json', backupOf('2019'))])
  await expect(outcomeOf(page)).toContainText(
    '本网站上没有 2019 年度的填报页，请到发布 2019 年度通知的网页，或用那一年的离线版打开。',
  )
  await expect(page.getByRole('button', { name: '从 2019 年的清单开始' })).toBeVisible()
})

test('the single file holds one year, says so, and starts from last year’s too', async ({ page }) => {
  await page.goto(`${pathToFileURL(otherCountyFolder).href}/offline/2024-checklist.html`)
  await bringIn(page, [paper('去年.json', backupOf('2023'))])
  const outcome = outcomeOf(page)
  await expect(outcome).toContainText('这是 2024 年度的离线版。2023 年度的，请用 2023 年度的离线版打开')
  await expect(outcome.getByRole('link')).toHaveCount(0)
  await startFrom(page).click()
  await expect(page.getByRole('textbox', { name: '单位全称' })).toHaveValue('示例县档案局')
})

function unitOf(name: string, department: string) {
  return { name, departments: [department] }
}

/** A text backup as another site may have written it. */
function backupOf(edition: string): string {
  const at = `${edition}-12-01T00:00:00.000Z`
  const unit = { name: '示例县档案局', departments: ['emergency'] }
  return JSON.stringify({
    ...{ format: 1, id: 'a'.repeat(32), edition, unit },
    ...{ created: at, changed: at, answers: {} },
  })
}
