/** Inside 微信 and QQ, whose windows can't save a bundle: everybody is sent to a browser before any work. */
import { writeGiven } from '../../src/core/assignment/link'
import type { Team } from '../../src/core/checklist/teams'
import { teams, whole } from '../unit/assignment/parts'
import { catalogue } from '../unit/samples'
import { checklistPage, startUnit, water } from './clerk'
import { expect, test } from './fixtures'

const android = 'Mozilla/5.0 (Linux; Android 10; MI 9; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0'
const chats = {
  微信: `${android} Chrome/107.0.5304.141 Mobile Safari/537.36 MicroMessenger/8.0.35.2360(0x2800235D) NetType/WIFI`,
  QQ: `${android} Chrome/89.0.4389.72 MQQBrowser/6.2 TBS/046238 Mobile Safari/537.36 QQ/8.9.28.10155 NetType/WIFI`,
}
const browsers = {
  QQ浏览器: `${android} Chrome/98.0.4758.102 MQQBrowser/13.8 Mobile Safari/537.36 COVC/046333`,
  Chrome:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36',
}

for (const [name, userAgent] of Object.entries(chats)) {
  test.describe(`inside ${name}`, () => {
    test.use({ userAgent })

    test('every page says so and gives its address, which 复制网址 copies', async ({
      page,
      context,
      site,
    }) => {
      for (const path of ['2022/index.html', `${checklistPage}?departments=water`]) {
        await page.goto(path)
        const banner = page.getByRole('alert')
        await expect(banner).toContainText('请在浏览器中打开。')
        await expect(banner.getByRole('textbox', { name: '本页网址' })).toHaveValue(site.url(path))
        await banner.getByRole('button', { name: '复制网址' }).click()
        await expect(banner.getByRole('button')).toHaveText('✓ 已复制')

        const elsewhere = await context.newPage()
        await elsewhere.setContent('<input aria-label="地址栏">')
        await elsewhere.getByRole('textbox', { name: '地址栏' }).press('ControlOrMeta+V')
        await expect(elsewhere.getByRole('textbox', { name: '地址栏' })).toHaveValue(site.url(path))
        await elsewhere.close()
      }
    })

    test('no checklist can be begun', async ({ page }) => {
      await page.goto(checklistPage)
      await expect(page.getByRole('main')).toContainText('请按上面的提示，在浏览器中打开本页再填报。')
      await expect(page.getByRole('textbox', { name: '单位全称' })).toHaveCount(0)
      await expect(page.getByRole('button', { name: '开始填报' })).toHaveCount(0)
    })

    test('a team’s link begins nothing there, and its address goes to the browser whole', async ({
      page,
      site,
    }) => {
      const path = `${checklistPage}?assign=${writeGiven(catalogue, whole, teams[1] as Team)}`
      await page.goto(path)
      await expect(page.getByRole('main')).toContainText('请按上面的提示，在浏览器中打开本页再填')
      await expect(page.getByRole('button', { name: '开始填写' })).toHaveCount(0)
      await expect(page.getByRole('alert').getByRole('textbox', { name: '本页网址' })).toHaveValue(
        site.url(path),
      )
    })
  })
}

for (const [name, userAgent] of Object.entries(browsers)) {
  test.describe(`in ${name}`, () => {
    test.use({ userAgent })

    test('no such word is said, and work begins', async ({ page }) => {
      await page.goto(checklistPage)
      await startUnit(page, water)
      await expect(page.getByText('请在浏览器中打开')).toBeHidden()
      await expect(page.getByRole('alert')).toHaveCount(0)
    })
  })
}
