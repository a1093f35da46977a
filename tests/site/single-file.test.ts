/** Work moves between the site and the single-file edition, which keep apart what they store. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { builtFolder } from '../browsers'
import {
  anotherComputer,
  bringIn,
  downloadText,
  expectFilledIn,
  fillIn,
  outcomeOf,
  packed,
  remark,
} from './bringing'
import { byItem, openBundle } from './bundle'
import {
  agriculture,
  checklistPage,
  downloadBundle,
  openSavedHere,
  remarkOf,
  startUnit,
  tickOf,
} from './clerk'
import { expect, test } from './fixtures'

const single = pathToFileURL(join(builtFolder, 'offline/2022-checklist.html')).href
const ways = [
  ['the single file', 'the site', single, checklistPage],
  ['the site', 'the single file', checklistPage, single],
] as const

for (const [from, to, there, here] of ways) {
  test(`work goes from ${from} to ${to} in the bundle, with its files`, async ({
    page,
    browser,
    guard,
  }, testInfo) => {
    await fillIn(page, there)
    const bundle = await downloadBundle(page, testInfo.outputPath('从'))
    const other = await anotherComputer(browser, guard)
    await other.goto(here)
    await bringIn(other, [bundle])
    await expect(outcomeOf(other)).toContainText('已导入“青禾县农业农村局”：新增 3 个文件')
    await outcomeOf(other).getByRole('button', { name: '知道了' }).click()
    await expectFilledIn(other)
    const again = await openBundle(await downloadBundle(other, testInfo.outputPath('到')))
    expect(again.findings).toEqual([])
    expect(byItem(again)).toEqual(packed)
  })

  test(`ticks and texts go from ${from} to ${to} in the text backup`, async ({
    page,
    browser,
    guard,
  }, testInfo) => {
    await fillIn(page, there)
    const backup = await downloadText(page, testInfo.outputPath())
    const other = await anotherComputer(browser, guard)
    await other.goto(here)
    await bringIn(other, [backup])
    await expect(outcomeOf(other)).toContainText('有 3 个文件只有名称、没有内容')
    await outcomeOf(other).getByRole('button', { name: '知道了' }).click()
    await expect(tickOf(other, '0-2')).toBeChecked()
    await expect(remarkOf(other, '11-2-1')).toHaveValue(remark)
  })
}

test('only the page that lies on a disk says that other pages from there read what it keeps', async ({
  page,
}) => {
  const warning = page.getByText('从硬盘上打开的网页共用同一份浏览器数据')
  for (const [path, says] of [
    [single, 1],
    [checklistPage, 0],
  ] as const) {
    await page.goto(path)
    await startUnit(page, agriculture)
    await expect(await openSavedHere(page)).toContainText('什么情况会丢')
    await expect(warning).toHaveCount(says)
  }
})

test('both say how work gets to the other side', async ({ page }) => {
  await page.goto(single)
  await expect(page.getByText('这是离线版')).toContainText('请下载材料包或文字备份，到那边导入')
  await expect(page.getByText('这是离线版')).toContainText('以前填的看不到了，请把本文件放回原处')
  await expect(page.getByRole('link', { name: '下载离线版' })).toHaveCount(0)
  for (const path of ['2022/index.html', 'help.html', checklistPage]) {
    await page.goto(path)
    const link = page.getByRole('link', { name: '下载离线版' })
    expect(await link.evaluate(a => (a as HTMLAnchorElement).pathname)).toMatch(
      /\/offline\/2022-checklist\.html$/,
    )
    expect(await link.getAttribute('download')).toBe('2022年度填报（离线版）.html')
  }
})
