/** What is fetched later can't be had when the network goes; what the page draws itself with is one script. */
import { refusalWording } from '../../src/wording/refusal'
import {
  agriculture,
  checklistPage,
  downloadBundle,
  expectSaved,
  openChecklist,
  openStep,
  startUnit,
  tickOf,
} from './clerk'
import { expect, test } from './fixtures'

test('after the first 已保存 the open page has its report and its dialogs without a network', async ({
  page,
  guard,
}) => {
  guard.allow(/net::ERR_FAILED/)
  // The part that is fetched last.
  const fetched = page.waitForEvent('requestfinished', request => /rare-views\.part/.test(request.url()))
  await openChecklist(page)
  await tickOf(page, '0-1').check()
  await expectSaved(page)
  await fetched
  await page.route('**/*', route => route.abort())
  await openStep(page, '写报告')
  await expect(page.getByRole('heading', { name: '自评报告', exact: true })).toBeAttached()
  await page.getByRole('button', { name: '切换单位' }).click()
  await expect(page.getByRole('dialog', { name: '这台电脑上的单位' })).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('without a network before the first 已保存 what does not come is said, and the rest goes on', async ({
  page,
  guard,
}) => {
  guard.allow(/net::ERR_FAILED/)
  await page.goto(checklistPage)
  await page.route('**/*', route => route.abort())
  await startUnit(page, agriculture)
  await openStep(page, '写报告')
  await expect(page.getByRole('heading', { name: '自评报告', exact: true })).toBeAttached()
  await page.getByRole('button', { name: '切换单位' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '没有打开：' })).toContainText(
    refusalWording['part-missing'],
  )
  await openStep(page, '备材料')
  await tickOf(page, '0-1').check()
  await expectSaved(page)
})

test('where a part that others need did not come it is said, and they come when asked for again', async ({
  page,
  guard,
}, testInfo) => {
  guard.allow(/net::ERR_FAILED/)
  await page.route('**/shared-*.part.*', route => route.abort())
  await openChecklist(page)
  await tickOf(page, '0-1').check()
  await expectSaved(page)
  await openStep(page, '核对报送')
  await page.getByRole('button', { name: '下载材料包' }).click()
  await expect(page.getByText('没有打包：')).toContainText(refusalWording['part-missing'])
  await page.unroute('**/shared-*.part.*')
  expect(await downloadBundle(page, testInfo.outputPath())).toMatch(/\.zip$/)
})
