/** Nothing of one county is in the program: with another's `content/` it is that county's site, from notice to bundle. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkBags } from '../bag-check'
import { otherCountyFolder } from '../other-county'
import { findBarriers, overflow } from './axe'
import { anotherComputer, bringIn, closeOutcome, outcomeOf } from './bringing'
import { byItem, openBundle } from './bundle'
import {
  attach,
  downloadBundle,
  expectAttached,
  expectSaved,
  itemOf,
  openStep,
  remarkOf,
  startUnit,
  tickOf,
  unitHeading,
} from './clerk'
import { expect, test } from './fixtures'
import { filesOf, kindsOf, pagesOf } from './folder'
import { paper, sha256Of } from './papers'

test.use({ folder: otherCountyFolder })

const unit = { name: '示例县应急管理局', departments: ['应急管理部门', '考核办'], contact: '联络员甲' }
const disk = pathToFileURL(otherCountyFolder).href
const ways = [
  ['over http', 'index.html', '2024/checklist.html'],
  ['from the single file', `${disk}/offline/2024-checklist.html`, `${disk}/offline/2024-checklist.html`],
] as const

for (const [way, first, checklist] of ways) {
  test(`the clerk’s path in another county, ${way}`, async ({ page, browser, guard }, testInfo) => {
    await page.goto(first)
    if (first !== checklist) await page.getByRole('link', { name: '开始填报' }).first().click()
    await startUnit(page, unit)
    await attach(page, '1-1-1', paper('责任书.pdf'), '责任书.pdf')
    await attach(page, '0-1', paper('总结.docx'), '总结.docx')
    await tickOf(page, '1-1-1').check()
    await remarkOf(page, '4-1-1').fill('今年没有通报批评')
    const report = page.getByRole('region', { name: '自评报告', exact: true })
    await openStep(page, '写报告')
    await report.getByRole('textbox', { name: '第三部分 明年打算' }).fill('多查一遍')
    await expect(report).not.toContainText('0-6')
    await expectSaved(page)
    await openStep(page, '备材料')
    await expect(itemOf(page, '4-3-0')).toBeVisible()
    await expect(itemOf(page, '2-1-1')).toHaveCount(0)

    const path = await downloadBundle(page, testInfo.outputPath('报送'))
    expect(path).toMatch(/示例县应急管理局-2024年度目标考核材料\.zip$/)
    expect(await checkBags([path])).toEqual([])
    const bundle = await openBundle(path)
    expect(bundle.findings).toEqual([])
    expect(bundle.checklist.report.texts).toEqual({ plan: '多查一遍' })
    const packed = {
      '0-1': { '总结.docx': sha256Of('总结.docx') },
      '1-1-1': { '责任书.pdf': sha256Of('责任书.pdf') },
    }
    expect(byItem(bundle)).toEqual(packed)
    expect(Object.keys(bundle.payload).sort()[0]).toBe('data/00_公共材料/0-1_工作总结/总结.docx')

    const other = await anotherComputer(browser, guard, checklist)
    await bringIn(other, [path])
    await expect(outcomeOf(other)).toContainText('已导入“示例县应急管理局”：新增 2 个文件')
    await closeOutcome(other)
    await expect(unitHeading(other, unit)).toBeVisible()
    await expect(tickOf(other, '1-1-1')).toBeChecked()
    await expect(remarkOf(other, '4-1-1')).toHaveValue('今年没有通报批评')
    await expectAttached(other, '1-1-1', ['责任书.pdf'])
    await other.context().close()
  })
}

test('its pages are whole, in its own colour, and fit a phone', async ({ page, folder }) => {
  test.slow()
  const paths = pagesOf(folder)
  const kinds = kindsOf(paths)
  expect(paths.length).toBeGreaterThan(15)
  for (const path of paths) {
    await page.goto(path)
    if (kinds.includes(path)) expect.soft(await findBarriers(page), path).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    expect.soft(await overflow(page), `${path}: pixels too wide`).toBe(0)
    await page.setViewportSize({ width: 1366, height: 768 })
    const mark = page.locator('.mark')
    await expect.soft(mark, path).toHaveText('考')
    await expect.soft(mark, path).toHaveCSS('background-color', 'rgb(143, 29, 33)')
  }
  await page.goto('2024/index.html')
  const notice = page.getByRole('main')
  for (const text of ['第二部分 逐项自查', '示例县行政中心1号楼101室', '2024年12月20日 17时30分'])
    await expect(notice).toContainText(text)
})

test('no file of its folder says anything of the first county', ({ folder }) => {
  const names = /崇阳|咸宁|湖北|#0b4ea2|2022[年/-]/
  // The publisher's page knows departments of any county by words.
  const words = /质强|质量|住建/
  const found = filesOf(folder).filter(path => {
    const text = readFileSync(join(folder, path), 'utf8')
    return names.test(text) || (!path.endsWith('publish.html') && words.test(text))
  })
  expect(found).toEqual([])
})
