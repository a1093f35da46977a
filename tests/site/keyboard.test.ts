/** A clerk without a mouse. */
import type { Locator, Page } from 'playwright/test'
import {
  actionsOf,
  agriculture,
  attach,
  checklistPage,
  expectAttached,
  expectSaved,
  itemOf,
  openChecklist,
  tickOf,
  unitHeading,
} from './clerk'
import { expect, test } from './fixtures'
import { paper } from './papers'

test('the checklist is begun, an item ticked and a file attached with the keyboard alone', async ({
  page,
}) => {
  page.on('filechooser', chooser => chooser.setFiles([paper('键盘添加.pdf')]))
  await page.goto(checklistPage)
  await tabTo(page, page.getByRole('textbox', { name: '单位全称' }))
  await page.keyboard.type(agriculture.name)
  await tabTo(page, page.getByRole('checkbox', { name: '农业农村部门', exact: true }))
  await page.keyboard.press('Space')
  await tabTo(page, page.getByRole('button', { name: '开始填报' }))
  await page.keyboard.press('Enter')
  await expect(unitHeading(page, agriculture)).toBeVisible()

  await tabTo(page, tickOf(page, '0-1'))
  await page.keyboard.press('Space')
  await expect(tickOf(page, '0-1')).toBeChecked()
  await tabTo(page, itemOf(page, '0-1').getByLabel('添加附件'))
  await page.keyboard.press('Enter')
  await expectAttached(page, '0-1', ['键盘添加.pdf'])
  await expectSaved(page)
})

test('a file is renamed, and removed and taken back, with the keyboard alone', async ({ page }) => {
  await openChecklist(page)
  await attach(page, '0-1', paper('扫描件.pdf'), '扫描件.pdf')
  const item = itemOf(page, '0-1')
  await tickOf(page, '0-1').focus()
  await tabTo(page, actionsOf(page, '0-1', '扫描件.pdf'))
  await page.keyboard.press('Enter')
  await tabTo(page, item.getByRole('button', { name: '改名' }))
  await page.keyboard.press('Enter')
  await tabTo(page, item.getByRole('textbox', { name: '新名称' }))
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('领导小组文件')
  await page.keyboard.press('Enter')
  await expectAttached(page, '0-1', ['领导小组文件.pdf'])
  await expect(actionsOf(page, '0-1', '领导小组文件.pdf'), 'the focus after renaming').toBeFocused()
  await page.keyboard.press('Space')
  await tabTo(page, item.getByRole('button', { name: '移除' }))
  await page.keyboard.press('Space')
  await expectAttached(page, '0-1', [])
  await tabTo(page, item.getByRole('button', { name: '撤销' }))
  await page.keyboard.press('Enter')
  await expectAttached(page, '0-1', ['领导小组文件.pdf'])
})

test('Escape closes a dialog and gives the focus back to what opened it', async ({ page }) => {
  await openChecklist(page)
  for (const name of ['修改', '切换单位']) {
    const button = page.getByRole('button', { name, exact: true })
    await tabTo(page, button)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('dialog').locator(':focus')).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(button).toBeFocused()
  }
})

test('keys typed while the page is busy close one dialog and open the next, or the same again', async ({
  page,
}) => {
  await openChecklist(page)
  const dialog = (name: string) => page.getByRole('dialog', { name })
  await page.getByRole('button', { name: '修改', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog('修改单位信息')).toBeVisible()
  await pressWhileBusy(page, ['Escape', 'Tab', 'Enter'])
  await expect(dialog('这台电脑上的单位')).toBeVisible()
  await pressWhileBusy(page, ['Escape', 'Enter'])
  await expect(dialog('这台电脑上的单位')).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(1)
})

test('a dialog stays when the browser says only then that the one before it was closed', async ({ page }) => {
  await openChecklist(page)
  await page.getByRole('button', { name: '修改', exact: true }).click()
  const first = page.getByRole('dialog', { name: '修改单位信息' })
  await expect(first).toBeVisible()
  const isTold = await first.evaluateHandle((dialog: HTMLDialogElement) => {
    const told = new Promise<void>(resolve => dialog.addEventListener('close', () => resolve()))
    dialog.close()
    // Within the same task, so before the event.
    for (const button of document.querySelectorAll('button'))
      if (button.textContent === '切换单位') button.click()
    return { told }
  })
  await isTold.evaluate(({ told }) => told)
  await expect(page.getByRole('dialog', { name: '这台电脑上的单位' })).toBeVisible()
})

test('the first Tab on a page offers the way past the navigation', async ({ page }) => {
  await page.goto('2022/indicators.html')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: '跳到正文' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

/** The keys are all on their way before the page gets to the first: it does nothing between them. */
async function pressWhileBusy(page: Page, keys: readonly string[]): Promise<void> {
  const isBusy = page.evaluate(() => {
    const end = performance.now() + 1_000
    while (performance.now() < end);
  })
  await Promise.all([isBusy, ...keys.map(key => page.keyboard.press(key))])
}

/** Presses Tab until `target` has the focus, which must then be seen. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const isFocused = () => target.evaluate(element => element === document.activeElement)
  for (let presses = 0; presses < 60 && !(await isFocused()); presses++) await page.keyboard.press('Tab')
  await expect(target).toBeFocused()
  const outline = await target.evaluate(element => {
    const styles = [element, element.closest('label')].flatMap(shown =>
      shown ? getComputedStyle(shown) : [],
    )
    return Math.max(
      ...styles.map(style => (style.outlineStyle === 'none' ? 0 : Number.parseFloat(style.outlineWidth))),
    )
  })
  expect(outline, 'the outline of what has the focus').toBeGreaterThanOrEqual(2)
}
