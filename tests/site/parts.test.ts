/** What is fetched later and can't be had at that moment. */
import { openChecklist } from './clerk'
import { expect, test } from './fixtures'

test('a panel whose part does not come says so, and comes with 再试一次', async ({ page, guard }) => {
  guard.allow(/net::ERR_FAILED/)
  await page.route(/panels\.part/, route => route.abort())
  await openChecklist(page)
  await page.getByRole('button', { name: '切换单位' }).click()
  await expect(page.getByRole('alert')).toContainText('网页有一部分没有加载成功，填写的内容都在')
  await page.unroute(/panels\.part/)
  await page.getByRole('button', { name: '再试一次' }).click()
  await expect(page.getByRole('dialog', { name: '这台电脑上的单位' })).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})
