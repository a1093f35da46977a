/** A browser from before 2020 is told so on a page of each kind, and still shows what there is to read. */
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures'
import { kindsOf, pagesOf } from './folder'

const note = (page: Page) => page.getByText('这个浏览器太旧，不能填报。')

test('where the browser is too old a page of each kind names browsers that work, and the notice can be read', async ({
  page,
  folder,
}) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Element.prototype, 'replaceChildren')
  })
  for (const path of kindsOf(pagesOf(folder))) {
    await page.goto(path)
    await expect.soft(note(page), path).toBeVisible()
    const report = page.getByRole('alert').filter({ has: note(page) })
    for (const name of ['360 安全浏览器（极速模式）', 'Edge', 'Chrome', '火狐', '统信、麒麟'])
      await expect.soft(report, path).toContainText(name)
  }
  await page.goto('2022/index.html')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('一、按要求提交相关资料')).toBeVisible()
  await expect(page.getByText('2022年12月25日 16时')).toBeVisible()
})

test('a browser that is new enough hears nothing of it on a page of any kind', async ({ page, folder }) => {
  for (const path of kindsOf(pagesOf(folder))) {
    await page.goto(path)
    await expect.soft(note(page), path).toHaveCount(1)
    await expect.soft(note(page), path).toBeHidden()
  }
})
