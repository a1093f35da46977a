/** Several units share one computer: each has its own checklist, and none can touch another's. */
import type { Page } from 'playwright/test'
import { byItem, openBundle } from './bundle'
import {
  agriculture,
  attach,
  checklistPage,
  downloadBundle,
  expectAttached,
  expectSaved,
  itemOf,
  openSavedHere,
  openStep,
  remarkOf,
  startUnit,
  tickOf,
  type Unit,
  unitHeading,
  water,
} from './clerk'
import { expect, test } from './fixtures'
import { paper, sha256Of } from './papers'
import { storedHashes } from './records'

test('two units stay apart: items, remarks, files and bundles', async ({ page }, testInfo) => {
  await startBoth(page)
  await expect(tickOf(page, '0-1')).toBeChecked()
  await expect(remarkOf(page, '0-1')).toHaveValue('水利的备注')
  await expectAttached(page, '0-1', ['水利文件.pdf', '共同的文件.pdf'])
  await expect(itemOf(page, '11-2-1')).toHaveCount(0)
  const second = await openBundle(await downloadBundle(page, testInfo.outputPath('水利')))
  expect(second.findings).toEqual([])
  expect(byItem(second)).toEqual({
    '0-1': { '水利文件.pdf': sha256Of('水利文件.pdf'), '共同的文件.pdf': sha256Of('common') },
  })

  await switchTo(page, agriculture)
  await expect(tickOf(page, '0-1')).not.toBeChecked()
  await expect(remarkOf(page, '0-1')).toHaveValue('农业的备注')
  await expectAttached(page, '0-1', ['农业文件.pdf'])
  const first = await openBundle(await downloadBundle(page, testInfo.outputPath('农业')))
  expect(first.findings).toEqual([])
  expect(byItem(first)).toEqual({
    '0-1': { '农业文件.pdf': sha256Of('农业文件.pdf') },
    '11-2-1': { '同样的字节.pdf': sha256Of('common') },
  })
  expect(first.checklist.unit.name).toBe(agriculture.name)
})

test('the unit worked on last is open after a reload, and its name stays when corrected', async ({
  page,
}) => {
  await startBoth(page)
  await switchTo(page, agriculture)
  await page.reload()
  await expect(unitHeading(page, agriculture)).toBeVisible()

  await page.getByRole('button', { name: '修改' }).click()
  const dialog = page.getByRole('dialog', { name: '修改单位信息' })
  await expect(dialog.getByRole('textbox', { name: '联络员' })).toHaveValue('质量股联络员')
  await dialog.getByRole('textbox', { name: '单位全称' }).fill('青禾县农业农村和乡村振兴局')
  await dialog.getByRole('checkbox', { name: '教育部门' }).check()
  await dialog.getByRole('button', { name: '保存修改' }).click()
  await expect(dialog).toHaveCount(0)
  await expectSaved(page)
  await page.reload()
  await expect(unitHeading(page, { ...agriculture, name: '青禾县农业农村和乡村振兴局' })).toBeVisible()
  await expect(itemOf(page, '13-1-1')).toBeVisible()
  await expectAttached(page, '0-1', ['农业文件.pdf'])
})

test('a unit is deleted only after a clear question, and what the other unit holds survives', async ({
  page,
}, testInfo) => {
  await startBoth(page)
  await page.getByRole('button', { name: '切换单位' }).click()
  const row = unitRow(page, water)
  await row.getByRole('button', { name: '删除', exact: true }).click()
  const question = row.getByRole('alert')
  await expect(question).toContainText(`要删除“${water.name}”的整份清单吗？已勾选 1 项、2 个文件`)
  await expect(question).toContainText('清空以前都可以恢复')
  await question.getByRole('button', { name: '不删除' }).click()
  await expect(row).toBeVisible()

  await row.getByRole('button', { name: '删除', exact: true }).click()
  await page.evaluate(() => scrollTo(0, 900))
  await question.getByRole('button', { name: '确定删除' }).click()
  await expect(page.getByRole('button', { name: agriculture.name })).toBeVisible()
  await expect(page.getByRole('status')).toHaveText(`✓ 已删除“${water.name}”，在下面可以恢复。`)
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0)
  await expect(unitRow(page, water).getByRole('button', { name: '删除', exact: true })).toHaveCount(0)
  // The open one was deleted: the form to begin with leads to what was.
  await page.getByRole('button', { name: '最近删除的单位', exact: true }).click()
  await page.getByRole('button', { name: '清空最近删除的单位' }).click()
  await page.getByRole('button', { name: '确定清空' }).click()
  await expect(page.getByText(water.name)).toHaveCount(0)
  await page.reload()
  await expect(unitHeading(page, agriculture)).toBeVisible()
  const bundle = await openBundle(await downloadBundle(page, testInfo.outputPath()))
  expect(byItem(bundle)).toEqual({
    '0-1': { '农业文件.pdf': sha256Of('农业文件.pdf') },
    '11-2-1': { '同样的字节.pdf': sha256Of('common') },
  })
  expect(await storedHashes(page)).toEqual([sha256Of('common'), sha256Of('农业文件.pdf')].sort())
})

test('deleting another unit leaves the open one open, and it comes back with its files', async ({ page }) => {
  await startBoth(page)
  await page.getByRole('button', { name: '切换单位' }).click()
  await unitRow(page, agriculture).getByRole('button', { name: '删除', exact: true }).click()
  await page.getByRole('button', { name: '确定删除' }).click()
  await expect(page.getByRole('dialog')).toContainText(`✓ 已删除“${agriculture.name}”的清单`)
  await expect(unitRow(page, agriculture).getByRole('button', { name: '删除', exact: true })).toHaveCount(0)
  await expect(page.getByRole('button', { name: `恢复 ${agriculture.name}` })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(unitHeading(page, water)).toBeVisible()
  await expectAttached(page, '0-1', ['水利文件.pdf', '共同的文件.pdf'])
  // What was deleted still takes room, and is counted.
  await expect(await openSavedHere(page)).toContainText(
    '2022 年度 1 个单位的清单、最近删除的单位 1 个，2 个文件',
  )
  await page.reload()
  await page.getByRole('button', { name: '切换单位' }).click()
  await page.getByRole('button', { name: `恢复 ${agriculture.name}` }).click()
  await unitRow(page, agriculture).getByRole('button', { name: '切换', exact: true }).click()
  await openStep(page, '备材料')
  await expectAttached(page, '0-1', ['农业文件.pdf'])
})

test("a department page's link opens the unit that answers for it, or the form with it ticked", async ({
  page,
}) => {
  await startBoth(page)
  await page.goto(`${checklistPage}?departments=agriculture`)
  await expect(unitHeading(page, agriculture)).toBeVisible()
  await page.goto(`${checklistPage}?departments=water`)
  await expect(unitHeading(page, water)).toBeVisible()
  await page.goto(`${checklistPage}?departments=housing,education,nobody`)
  await expect(page.getByRole('checkbox', { name: '住房和城乡建设部门' })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: '教育部门' })).toBeChecked()
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2)
  await page.getByRole('button', { name: agriculture.name }).click()
  await expect(unitHeading(page, agriculture)).toBeVisible()
})

test('the form says what is missing, keeps what was typed, and takes several departments', async ({
  page,
}) => {
  await page.goto(checklistPage)
  await page.getByRole('textbox', { name: '联络员' }).fill('联络员甲')
  await page.getByRole('button', { name: '开始填报' }).click()
  await expect(page.getByText('请填写单位全称。')).toBeVisible()
  await expect(page.getByText('请至少选择一个评价部门。')).toBeVisible()
  await expect(page.getByRole('textbox', { name: '单位全称' })).toBeFocused()
  await expect(page.getByRole('textbox', { name: '联络员' })).toHaveValue('联络员甲')
  await startUnit(page, { name: '青禾县质强办', departments: ['质强办', '市质强办', '公安部门'] })
  for (const id of ['7-1-1', '6-1-0', '14-6-0', '10-1-0']) await expect(itemOf(page, id)).toBeVisible()
})

/** Agriculture, then water, each with files of its own and one whose bytes both hold; water is open. */
async function startBoth(page: Page): Promise<void> {
  await page.goto(checklistPage)
  await startUnit(page, agriculture)
  await attach(page, '0-1', paper('农业文件.pdf'), '农业文件.pdf')
  await attach(page, '11-2-1', paper('同样的字节.pdf', 'common'), '同样的字节.pdf')
  await remarkOf(page, '0-1').fill('农业的备注')
  await expectSaved(page)
  await page.getByRole('button', { name: '切换单位' }).click()
  await page.getByRole('button', { name: '新建一个单位的清单' }).click()
  await startUnit(page, water)
  await attach(page, '0-1', paper('水利文件.pdf'), '水利文件.pdf')
  await attach(page, '0-1', paper('共同的文件.pdf', 'common'), '共同的文件.pdf')
  await remarkOf(page, '0-1').fill('水利的备注')
  await tickOf(page, '0-1').check()
  await expectSaved(page)
}

async function switchTo(page: Page, unit: Unit): Promise<void> {
  await page.getByRole('button', { name: '切换单位' }).click()
  await unitRow(page, unit).getByRole('button', { name: '切换' }).click()
  await expect(unitHeading(page, unit)).toBeVisible()
}

function unitRow(page: Page, unit: Unit) {
  return page
    .getByRole('dialog', { name: '这台电脑上的单位' })
    .getByRole('listitem')
    .filter({ hasText: unit.name })
}
