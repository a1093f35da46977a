/** The main job in browsers from 2020 to now, from a portal without https and from a disk. */
import { byItem, openBundle } from '../site/bundle'
import {
  agriculture,
  checklistPage,
  expectAttached,
  expectSaved,
  pickFiles,
  remarkOf,
  startUnit,
  tickOf,
  unitHeading,
} from '../site/clerk'
import { png, sha256Of, writePapers } from '../site/papers'
import { expect, matrix, test } from './fixtures'

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
      const photo = png(64, [30, 120, 60])
      const plan = '2022年度质量强县工作计划'
      const paths = await writePapers(testInfo.outputPath('材料'), {
        '工作计划.txt': plan,
        '现场照片.png': photo,
      })
      await session.open(`${checklistPage}?departments=agriculture`)
      await startUnit(session.page, agriculture)
      await pickFiles(session.page, '0-2', paths)
      await expectAttached(session.page, '0-2', ['工作计划.txt', '现场照片.png'])
      await tickOf(session.page, '0-2').check()
      await remarkOf(session.page, '11-2-1').fill('纸质件另附')
      await expectSaved(session.page)

      await session.restart('killed')
      const page = await session.open(checklistPage)
      await expect(unitHeading(page, agriculture)).toBeVisible()
      await expect(tickOf(page, '0-2')).toBeChecked()
      await expect(remarkOf(page, '11-2-1')).toHaveValue('纸质件另附')
      await expectAttached(page, '0-2', ['工作计划.txt', '现场照片.png'])

      const { name, path } = await session.download(() =>
        page.getByRole('button', { name: '下载材料包' }).click(),
      )
      expect(name).toBe('崇阳县农业农村局-2022年质量工作考核资料.zip')
      const bundle = await openBundle(path)
      expect(bundle.findings).toEqual([])
      expect(byItem(bundle)).toEqual({
        '0-2': { '工作计划.txt': sha256Of(plan), '现场照片.png': sha256Of(photo) },
      })
      expect(bundle.checklist.answers['11-2-1']?.remark).toBe('纸质件另附')
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
      await page.getByRole('link', { name: '水利', exact: true }).click()
      await page.getByRole('link', { name: '开始填报' }).click()
      await expect(page.getByRole('checkbox', { name: '水利部门' })).toBeChecked()
    })
  })
}
