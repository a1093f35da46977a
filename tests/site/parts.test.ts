/** What is fetched later and can't be had at that moment. */
import { openChecklist } from './clerk'
import { expect, test } from './fixtures'

test('what a part draws that does not come says so, and comes with one 再试一次 for all', async ({
  page,
  guard,
}) => {
  guard.allow(/net::ERR_FAILED/)
  await page.route(/panels\.part/, route => route.abort())
  await openChecklist(page)
  const missing = page.getByRole('alert').filter({ hasText: '网页有一部分没有加载成功，填写的内容都在' })
  await expect(missing).toHaveCount(1)
  // What is drawn anew asks once more by itself: that request too has to have failed before the network is back.
  const askedAgain = page.waitForEvent('requestfailed', request => /panels\.part/.test(request.url()))
  await page.getByRole('button', { name: '切换单位' }).click()
  await askedAgain
  await expect(missing).toHaveCount(2)
  await page.unroute(/panels\.part/)
  await missing.first().getByRole('button', { name: '再试一次' }).click()
  await expect(page.getByRole('dialog', { name: '这台电脑上的单位' })).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: '自评报告', exact: true })).toBeAttached()
})
