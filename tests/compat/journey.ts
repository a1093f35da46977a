/** The main job: begin, attach, tick, leave two files in 待归类, lose the browser, sort, download. */
import { expect, type Page, type TestInfo } from 'playwright/test'
import { byItem, openBundle } from '../site/bundle'
import {
  agriculture,
  expectAttached,
  expectSaved,
  openStep,
  pickFiles,
  remarkOf,
  startUnit,
  tickOf,
  unitHeading,
} from '../site/clerk'
import { paper, png, sha256Of, writePapers } from '../site/papers'
import type { Session } from './fixtures'

const waiting = (page: Page) => page.locator('[data-file]')

/** On the checklist page at `path`: what was saved is there after the browser was killed, and in the bundle. */
export async function clerkJourney(session: Session, path: string, testInfo: TestInfo): Promise<void> {
  const photo = png(64, [30, 120, 60])
  const plan = '2022年度质量强县工作计划'
  const paths = await writePapers(testInfo.outputPath('材料'), {
    '工作计划.txt': plan,
    '现场照片.png': photo,
  })
  await session.open(`${path}?departments=agriculture`)
  await startUnit(session.page, agriculture)
  await pickFiles(session.page, '0-2', paths)
  await expectAttached(session.page, '0-2', ['工作计划.txt', '现场照片.png'])
  await tickOf(session.page, '0-2').check()
  await remarkOf(session.page, '11-2-1').fill('纸质件另附')
  const choose = session.page.getByLabel('选择文件').first()
  await choose.setInputFiles([paper('11-2-1 抽检情况.txt'), paper('没归的.txt')])
  await expect(waiting(session.page)).toHaveCount(2)
  await expectSaved(session.page)

  await session.restart('killed')
  const page = await session.open(path)
  await expect(unitHeading(page, agriculture)).toBeVisible()
  await expect(tickOf(page, '0-2')).toBeChecked()
  await expect(remarkOf(page, '11-2-1')).toHaveValue('纸质件另附')
  await expectAttached(page, '0-2', ['工作计划.txt', '现场照片.png'])

  await dialogKeepsThePlace(page)

  await page.getByRole('link', { name: '待归类 2 个文件' }).click()
  await page.getByRole('button', { name: '归入 11-2-1（1 个）' }).click()
  await expect(waiting(page)).toHaveCount(1)
  await openStep(page, '备材料')
  await expectAttached(page, '11-2-1', ['11-2-1 抽检情况.txt'])

  await page.getByRole('button', { name: '下载材料包' }).click()
  const packed = page.getByRole('region', { name: '材料包' })
  const bundleFile = await session.download(() => packed.getByRole('button', { name: '一起打进去' }).click())
  expect(bundleFile.name).toBe('青禾县农业农村局-2022年质量工作考核资料.zip')
  const bundle = await openBundle(bundleFile.path)
  expect(bundle.findings).toEqual([])
  expect(byItem(bundle)).toEqual({
    '0-2': { '工作计划.txt': sha256Of(plan), '现场照片.png': sha256Of(photo) },
    '11-2-1': { '11-2-1 抽检情况.txt': sha256Of('11-2-1 抽检情况.txt') },
  })
  expect(bundle.payload).toMatchObject({ 'data/98_待归类/没归的.txt': sha256Of('没归的.txt') })
  expect(bundle.checklist.answers['11-2-1']?.remark).toBe('纸质件另附')
}

/** Far down the page, a dialog lies wholly on the screen, and the page is where it was, open or closed. */
async function dialogKeepsThePlace(page: Page): Promise<void> {
  await remarkOf(page, '11-2-1').scrollIntoViewIfNeeded()
  const scrolled = () => page.evaluate(() => Math.round(window.scrollY))
  const before = await scrolled()
  expect(before).toBeGreaterThan(300)
  // By the mouse alone: Playwright's click() moves a page whose bar is sticky.
  const button = await page.getByRole('button', { name: '修改', exact: true }).boundingBox()
  if (button === null) throw new Error('There is no bar.')
  await page.mouse.click(button.x + button.width / 2, button.y + button.height / 2)
  const dialog = page.getByRole('dialog', { name: '修改单位信息' })
  await expect(dialog).toBeInViewport({ ratio: 1 })
  expect(await scrolled()).toBe(before)
  await dialog.getByRole('button', { name: '关闭' }).click()
  await expect(dialog).toBeHidden()
  expect(await scrolled()).toBe(before)
}
