/** What is fetched later can't be had when the network goes; what the page draws itself with is one script. */
import { openChecklist, openStep } from './clerk'
import { expect, test } from './fixtures'

test('without a network the open page still has its report and its dialogs', async ({ page, guard }) => {
  guard.allow(/net::ERR_FAILED/)
  await openChecklist(page)
  await page.route('**/*', route => route.abort())
  await openStep(page, '写报告')
  await expect(page.getByRole('heading', { name: '自评报告', exact: true })).toBeAttached()
  await page.getByRole('button', { name: '切换单位' }).click()
  await expect(page.getByRole('dialog', { name: '这台电脑上的单位' })).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})
