/** The single-file edition, as it comes out of a chat or from a stick: one file in a folder of its own. */
import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { builtFolder } from '../browsers'
import { expect, test, versions } from './fixtures'
import { clerkJourney } from './journey'

const file = '2022-checklist（离线版）.html'

for (const version of versions) {
  test.describe(`Chromium ${version}, one file from a disk`, () => {
    test.use({
      version,
      way: 'file',
      folder: async ({}, use, testInfo) => {
        const folder = testInfo.outputPath('收到的文件')
        await mkdir(folder, { recursive: true })
        await copyFile(join(builtFolder, 'offline/2022-checklist.html'), join(folder, file))
        await use(folder)
      },
    })

    test('the clerk gets through, and the file asks for nothing besides itself', async ({
      session,
    }, testInfo) => {
      const asked: string[] = []
      session.page.context().on('request', request => asked.push(request.url()))
      await clerkJourney(session, encodeURI(file), testInfo)
      const others = asked.filter(url => !/^(blob|data):/.test(url) && !url.includes(encodeURI(file)))
      expect(others).toEqual([])
    })

    test('notice, table and help are in it, and every link of them leads on', async ({ session }) => {
      const page = await session.open(encodeURI(file))
      const lead = (name: string) =>
        page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name, exact: true }).click()
      const heading = page.getByRole('heading', { level: 1 })
      await expect(heading).toHaveText('2022年度填报')
      await lead('通知')
      await expect(heading).toHaveText('关于提前报送2022年度全县质量工作考核资料的通知')
      await page.getByRole('link', { name: '附件1', exact: false }).first().click()
      await expect(heading).toHaveText('咸宁市2022年质量工作考核要点')
      await page.getByRole('link', { name: '8-2', exact: true }).first().click()
      await expect(page.getByRole('cell', { name: '研究部署推进“五化”' })).toBeInViewport()
      await lead('使用说明')
      await expect(heading).toHaveText('使用说明')
      await page.goBack()
      await expect(heading).toHaveText('咸宁市2022年质量工作考核要点')
      await lead('通知')
      await page.getByText('只看、打印一个评价部门的材料清单', { exact: true }).click()
      await page.getByRole('link', { name: '水利部门' }).click()
      await expect(page.getByRole('checkbox', { name: '水利部门' })).toBeChecked()
      await lead('通知')
      await page.getByRole('checkbox', { name: '教育 1 行' }).check()
      await page.getByRole('link', { name: '开始填报' }).click()
      await expect(page.getByRole('checkbox', { name: '教育部门' })).toBeChecked()
    })
  })
}
