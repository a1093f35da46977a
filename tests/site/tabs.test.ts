/** One checklist in two windows: each sees the other’s work. That neither undoes it, in tests/compat/tabs.test.ts. */
import type { BrowserContext, Page } from 'playwright/test'
import {
  agriculture,
  attach,
  checklistPage,
  expectAttached,
  openChecklist,
  remarkOf,
  tickOf,
  unitHeading,
} from './clerk'
import { expect, test } from './fixtures'
import { paper } from './papers'

test('two tabs on one checklist see each other’s ticks, remarks and files', async ({ page, context }) => {
  await openChecklist(page)
  const other = await openTab(context)
  await expect(unitHeading(other, agriculture)).toBeVisible()
  await tickOf(page, '0-1').check()
  await expect(tickOf(other, '0-1')).toBeChecked()
  await remarkOf(other, '0-2').fill('从另一个窗口写的')
  await expect(remarkOf(page, '0-2')).toHaveValue('从另一个窗口写的')
  await attach(other, '0-2', paper('计划.pdf'), '计划.pdf')
  await expectAttached(page, '0-2', ['计划.pdf'])
})

test('a change to a checklist that was deleted in another tab stays on screen and is not called saved', async ({
  page,
  context,
}) => {
  await openChecklist(page)
  const other = await openTab(context)
  await other.getByRole('button', { name: '切换单位' }).click()
  await other.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
  await other.getByRole('button', { name: '确定删除' }).click()
  await expect(other.getByRole('button', { name: '开始填报' })).toBeVisible()
  await remarkOf(page, '0-1').fill('删除以后写的')
  await expect(page.getByRole('status')).toContainText('没有保存：这份清单已在别的窗口里删除')
  await expect(remarkOf(page, '0-1')).toHaveValue('删除以后写的')
})

/** A second window of the same browser, on the same checklist. */
async function openTab(context: BrowserContext): Promise<Page> {
  const tab = await context.newPage()
  await tab.goto(checklistPage)
  return tab
}
