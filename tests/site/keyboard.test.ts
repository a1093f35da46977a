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

test('the first Tab on a page offers the way past the navigation', async ({ page }) => {
  await page.goto('2022/indicators.html')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: '跳到正文' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

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
