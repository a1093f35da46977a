/**
 * README's pictures: pages of the built site as the people they are for see them, with units and files that are made up.
 * The clock stands at a day before the deadline, so that the same site gives the same pictures.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright/test'
import sharp from 'sharp'
import { attach, expectSaved, itemOf, openChecklist, tickOf } from '../site/clerk'
import { expect, test } from '../site/fixtures'
import { bring, openIntake, packUnit, tamper, type UnitSays } from '../site/office'
import { paper } from '../site/papers'

const folder = fileURLToPath(new URL('../../.github/', import.meta.url))
const aWeekBefore = new Date('2022-12-18T10:24:00+08:00')
const packed = new Date('2022-12-16T09:10:00+08:00')

test.beforeEach(({ page }) => page.clock.setFixedTime(aWeekBefore))

test('a clerk’s checklist', async ({ page }) => {
  const unit = { name: '示例县农业农村局', departments: ['农业农村部门'], contact: '质量股', phone: '' }
  await openChecklist(page, unit)
  const files = {
    '0-1': ['关于调整质量强县工作领导小组的通知.pdf'],
    '0-2': ['2022年度质量强县工作计划.docx', '任务分工表.xlsx'],
    '11-2-1': ['农产品质量安全监测年报.pdf'],
  }
  for (const [item, names] of Object.entries(files)) {
    for (const name of names) await attach(page, item, paper(name, name.repeat(6_000)), name)
    await tickOf(page, item).check()
  }
  await expectSaved(page)
  await itemOf(page, '11-2-1').evaluate(item => item.scrollIntoView({ block: 'center' }))
  await take(page, 'checklist.png')
})

test('the office’s matrix', async ({ page }, testInfo) => {
  const units = [
    unitOf('示例县教育局', 'education', '0-1 0-2 0-3 0-5 0-6 13-1-1 13-1-2 13-1-3 13-1-4'),
    unitOf('示例县农业农村局', 'agriculture', '0-1 0-2 0-3 11-2-1 11-2-2 11-2-4'),
    unitOf('示例县住房和城乡建设局', 'housing', '0-1 0-2 0-3 0-5 0-6 12-1-1 12-1-2 12-1-3 12-1-4'),
    unitOf('示例县交通运输局', 'transport', '0-1 0-2 0-5 12-2-1 12-2-2 13-3-1 13-3-2'),
    unitOf('示例县文化和旅游局', 'culture-tourism', '0-1 0-2 0-3 0-5 0-6 8-3-1 13-2-1 13-2-2'),
    unitOf('示例县卫生健康局', 'health', '0-1 0-2 0-3 0-5 0-6 8-4-1'),
  ]
  const bundles = await Promise.all(
    units.map((says, index) => packUnit(testInfo.outputPath(String(index)), says)),
  )
  const paths = bundles.flatMap(bundle => bundle.paths)
  await tamper(paths[0] ?? '', 'as packed: 示例县教育局 13-1-2', 'tampered!: 示例县教育局 13-1-2')
  await page.setViewportSize({ width: 1366, height: 650 })
  await openIntake(page)
  await bring(page, paths)
  const matrix = page.getByRole('region', { name: '汇总矩阵' })
  await expect(matrix.getByRole('rowheader')).toHaveCount(units.length)
  const exporting = page.getByRole('button', { name: '导出汇总表' })
  await exporting.evaluate(button => scrollBy(0, button.getBoundingClientRect().top - 20))
  await take(page, 'intake.png')
})

test('the notice that a publisher made', async ({ page }) => {
  await page.goto('2022/index.html')
  await take(page, 'notice.png')
})

/** A unit with one file for each of its items. */
function unitOf(name: string, department: string, items: string): UnitSays {
  const files = items.split(' ').map(item => [item, [`印证材料 ${item}.pdf=as packed: ${name} ${item}`]])
  return { name, departments: [department], files: Object.fromEntries(files), at: packed }
}

/** Writes what the window shows, in 128 colours, to `.github/`. */
async function take(page: Page, name: string): Promise<void> {
  const picture = await page.screenshot({ animations: 'disabled' })
  await writeFile(
    join(folder, name),
    await sharp(picture).png({ palette: true, colours: 128, effort: 10 }).toBuffer(),
  )
}
