/** The main job in browsers from 2020 to now, from a portal without https and from a disk. */
import { cp } from 'node:fs/promises'
import { builtFolder } from '../browsers'
import { checklistPage } from '../site/clerk'
import { expect, matrix, test } from './fixtures'
import { clerkJourney } from './journey'

const pages = {
  'index.html': '质量工作考核资料报送',
  '2022/index.html': '关于提前报送2022年度全县质量工作考核资料的通知',
  '2022/indicators.html': '咸宁市2022年质量工作考核要点',
  '2022/departments/agriculture.html': '农业农村部门对应的报送材料',
  'help.html': '使用说明',
}

for (const [version, way] of matrix) {
  test.describe(`Chromium ${version}, ${way}`, () => {
    test.use({ version, way })

    test('what a clerk saved is there after the browser was killed, and in the bundle she downloads', async ({
      session,
    }, testInfo) => {
      await clerkJourney(session, checklistPage, testInfo)
    })

    test('the pages open without a complaint and lead on', async ({ session }) => {
      for (const [path, heading] of Object.entries(pages)) {
        const page = await session.open(path)
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
        await expect(page.getByRole('button', { name: '大字' })).toBeVisible()
      }
      const page = await session.open()
      const browser = await page.evaluate(() => navigator.userAgent)
      expect(browser).toContain(version === 'current' ? 'Chrome/' : `Chrome/${version}.`)
      await page.getByRole('link', { name: '看通知' }).click()
      await page.getByRole('checkbox', { name: '水利 1 行' }).check()
      await page.getByRole('link', { name: '开始填报' }).click()
      await expect(page.getByRole('checkbox', { name: '水利部门' })).toBeChecked()
      await page.goBack()
      await page.getByText('只看、打印一个评价部门的材料清单', { exact: true }).click()
      await page.getByRole('link', { name: '水利部门' }).click()
      await page.getByRole('link', { name: '开始填报' }).click()
      await expect(page.getByRole('checkbox', { name: '水利部门' })).toBeChecked()
    })
  })
}

test.describe('from a folder with a name as people give', () => {
  test.use({
    way: 'file',
    folder: async ({}, use, testInfo) => {
      const folder = testInfo.outputPath('U盘 备份#1', '考核 100%（新）')
      await cp(builtFolder, folder, { recursive: true })
      await use(folder)
    },
  })

  test('the clerk gets through all the same', async ({ session }, testInfo) => {
    await clerkJourney(session, checklistPage, testInfo)
  })
})
