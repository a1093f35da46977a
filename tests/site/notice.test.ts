/** The way from the notice to the checklist: which departments a unit answers for is chosen once. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { builtFolder } from '../browsers'
import { expect, test } from './fixtures'

const single = pathToFileURL(join(builtFolder, 'offline/2022-checklist.html')).href

for (const [where, address] of [
  ['the site', '2022/index.html'],
  ['the single file', `${single}#notice`],
] as const) {
  test(`departments ticked on the notice are ticked in the start form of ${where}, which offers what a name tells`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1366, height: 650 })
    await page.goto(address)
    const begin = page.locator('#begin')
    await expect(begin).toBeInViewport({ ratio: 1 })
    await page.getByRole('checkbox', { name: '水利 1 行' }).check()
    await page.getByRole('checkbox', { name: '教育 1 行' }).check()
    await page.getByRole('checkbox', { name: '公安 1 行' }).check()
    await page.getByRole('checkbox', { name: '公安 1 行' }).uncheck()
    await begin.click()
    const ticked = page.getByRole('checkbox', { checked: true })
    await expect(page.getByRole('checkbox', { name: '水利部门' })).toBeChecked()
    await expect(page.getByRole('checkbox', { name: '教育部门' })).toBeChecked()
    await expect(page.getByRole('button', { name: '开始填报' })).toBeInViewport({ ratio: 1 })
    await page.getByRole('textbox', { name: '单位全称' }).fill('青禾县市场监督管理局')
    await page.getByRole('button', { name: '按单位名称选上：市场监管部门' }).click()
    await expect(page.getByRole('button', { name: '按单位名称选上' })).toHaveCount(0)
    await page.getByRole('button', { name: '开始填报' }).click()
    await expect(page.getByText('市场监管部门、水利部门、教育部门').first()).toBeVisible()
    await expect(ticked).toHaveCount(0)
  })
}
