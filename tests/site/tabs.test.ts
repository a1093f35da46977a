/** One checklist in two windows: each sees the other's work, and neither undoes it. */
import type { BrowserContext, Page } from 'playwright/test'
import { catalogue } from '../unit/samples'
import {
  agriculture,
  attach,
  checklistPage,
  expectAttached,
  expectSaved,
  openChecklist,
  pickFiles,
  remarkOf,
  shownItems,
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

test('of 200 changes made in two tabs at once none is lost, nor the file added meanwhile', async ({
  page,
  context,
}) => {
  const departments = catalogue.departments.map(({ name }) => name)
  await openChecklist(page, { name: '青禾县质量强县工作委员会', departments })
  const other = await openTab(context)
  await expect(tickOf(other, '0-1')).toBeVisible()
  const ids = (await shownItems(page)).slice(0, 100)
  expect(ids).toHaveLength(100)
  const [some, rest] = [ids.slice(0, 50), ids.slice(50)]
  // Each tab ticks one half and remarks on the other, so that both change every answer.
  await Promise.all([
    tickAll(page, some),
    remarkOnAll(page, rest),
    tickAll(other, rest),
    remarkOnAll(other, some),
    pickFiles(other, '0-1', [paper('同时添加.pdf')]),
  ])
  await Promise.all([expectSaved(page), expectSaved(other)])
  const reopened = await openTab(context)
  await expect(tickOf(reopened, '0-1')).toBeVisible()
  for (const tab of [reopened, page, other]) {
    await expect
      .poll(async () => (await answersOn(tab)).map(answers => answers.slice(0, 100)))
      .toEqual([ids.map(() => true), ids.map(id => `备注${id}`)])
    await expectAttached(tab, '0-1', ['同时添加.pdf'])
  }
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

/** Ticks items as fast as the page takes it. */
async function tickAll(page: Page, ids: string[]): Promise<void> {
  await page.getByRole('checkbox', { name: '已备齐' }).evaluateAll(async (boxes, ids) => {
    for (const box of boxes as HTMLInputElement[]) {
      if (!ids.includes(box.closest('[role=group]')?.id.replace('item-', '') ?? '')) continue
      box.click()
      await new Promise(resolve => setTimeout(resolve))
    }
  }, ids)
}

/** Writes a remark of its own for each item. */
async function remarkOnAll(page: Page, ids: string[]): Promise<void> {
  await page.getByRole('textbox', { name: '备注' }).evaluateAll(async (boxes, ids) => {
    for (const box of boxes as HTMLTextAreaElement[]) {
      const id = box.closest('[role=group]')?.id.replace('item-', '') ?? ''
      if (!ids.includes(id)) continue
      box.value = `备注${id}`
      box.dispatchEvent(new InputEvent('input', { bubbles: true }))
      await new Promise(resolve => setTimeout(resolve))
    }
  }, ids)
}

/** Whether each item is ticked, and its remark, as the page shows them. */
async function answersOn(page: Page): Promise<[ticks: boolean[], remarks: string[]]> {
  return Promise.all([
    page
      .getByRole('checkbox', { name: '已备齐' })
      .evaluateAll(boxes => boxes.map(box => (box as HTMLInputElement).checked)),
    page
      .getByRole('textbox', { name: '备注' })
      .evaluateAll(boxes => boxes.map(box => (box as HTMLTextAreaElement).value)),
  ])
}
