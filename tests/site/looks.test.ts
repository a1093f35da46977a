/** The checklist page in all its states: usable by everybody, on a wide screen and on a phone. */
import type { Locator, Page } from 'playwright/test'
import { findBarriers, overflow } from './axe'
import { save } from './bringing'
import {
  act,
  actionsOf,
  attach,
  checklistPage,
  downloadBundle,
  expectSaved,
  itemOf,
  markNotApplicable,
  pickFiles,
  refusedFiles,
  startUnit,
  tickOf,
} from './clerk'
import { blockStorage } from './disk'
import { expect, test } from './fixtures'
import { paper, png } from './papers'

/** As long as names get: the longest office and a file called by its whole subject. */
const unit = {
  name: '青禾县住房和城乡建设局（青禾县人民防空办公室、青禾县城市管理执法局）',
  departments: ['住房和城乡建设部门', '交通运输部门', '市场监管部门', '工业和信息化部门'],
}
const longName = `${'关于开展预拌混凝土专项检查和工程质量检测专项治理的通知'.repeat(3)}.docx`

// What is folded on a phone when it comes stays folded on a wide screen; the form comes on a wide one.
test.use({ viewport: { width: 390, height: 768 } })

test('the form to begin with, as it comes and with what is missing', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.goto(checklistPage)
  await expectUsable(page, 'the form')
  await page.getByRole('button', { name: '开始填报' }).click()
  await expectUsable(page, 'the form with errors')
})

test('the work: ticks, hints, files, refused files, the way to hand in', async ({ page }, testInfo) => {
  await page.goto(checklistPage)
  await startUnit(page, unit)
  await expectUsable(page, 'an untouched checklist')
  await tickOf(page, '0-1').check()
  await markNotApplicable(page, '0-5', '本年度没有表彰')
  await itemOf(page, '0-6').getByRole('switch', { name: '不适用' }).check()
  await pickFiles(page, '0-2', [
    paper(longName),
    paper('现场.png', png(40, [90, 90, 200])),
    paper('空.txt', ''),
  ])
  await expect(refusedFiles(page)).toHaveCount(1)
  await expectUsable(page, 'files and a refused one')
  await act(page, '0-2', '现场.png', '移除')
  await page.getByText('最近移除的文件：1 个').click()
  await expectSaved(page)
  await downloadBundle(page, testInfo.outputPath())
  await expect(page.getByRole('region', { name: '材料包' })).toContainText('已交给浏览器下载')
  await expectUsable(page, 'a removed file and a bundle')
  await page.getByRole('radio', { name: '有提示' }).check()
  await expectUsable(page, '有提示')
})

test('the menus of a file and the dialogs', async ({ page }) => {
  await page.goto(checklistPage)
  await startUnit(page, unit)
  await attach(page, '0-2', paper(longName), longName)
  await actionsOf(page, '0-2', longName).click()
  await expectUsable(page, '操作', itemOf(page, '0-2'))
  await itemOf(page, '0-2').getByRole('button', { name: '改名' }).click()
  await expectUsable(page, '改名', itemOf(page, '0-2'))
  await itemOf(page, '0-2').getByRole('button', { name: '取消' }).click()
  await act(page, '0-2', longName, '也用于其他材料项')
  await expectUsable(page, '也用于其他材料项', itemOf(page, '0-2'))
  await page.getByRole('button', { name: '修改' }).click()
  await expectUsable(page, '修改单位信息')
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
  await page.getByRole('button', { name: '切换单位' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
  await expectUsable(page, 'the question before deleting')
})

test('本机保存情况', async ({ page }, testInfo) => {
  await page.goto(checklistPage)
  await startUnit(page, unit)
  await downloadBundle(page, testInfo.outputPath())
  await save(page, testInfo.outputPath(), () => page.getByRole('button', { name: '下载文字备份' }).click())
  await page.getByRole('button', { name: '本机保存情况' }).click()
  await expect(page.getByRole('dialog')).toContainText('上次文字备份')
  await expect(page.getByRole('dialog')).not.toContainText('正在查看')
  await expectUsable(page, '本机保存情况')
})

test('the warning that nothing can be stored', async ({ page }) => {
  await blockStorage(page)
  await page.goto(checklistPage)
  await expect(page.getByRole('alert')).toBeVisible()
  await expectUsable(page, 'blocked storage')
})

test('everything to press is as high as a fingertip, 44 px', async ({ page }) => {
  await page.goto(checklistPage)
  const low = await lowTargets(page)
  await startUnit(page, unit)
  await attach(page, '0-2', paper('会议纪要.docx'), '会议纪要.docx')
  await attach(page, '0-2', paper('移除的.docx'), '移除的.docx')
  await act(page, '0-2', '移除的.docx', '移除')
  await page.getByText('最近移除的文件：1 个').click()
  await actionsOf(page, '0-2', '会议纪要.docx').click()
  low.push(...(await lowTargets(page)))
  await itemOf(page, '0-2').getByRole('button', { name: '也用于其他材料项' }).click()
  low.push(...(await lowTargets(page)))
  await page.getByRole('button', { name: '切换单位' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
  low.push(...(await lowTargets(page)))
  expect([...new Set(low)]).toEqual([])
})

test('in 大字 on a phone the work still fits', async ({ page }) => {
  await page.goto(checklistPage)
  await page.getByRole('button', { name: '大字' }).click()
  await startUnit(page, unit)
  await attach(page, '0-2', paper(longName), longName)
  await actionsOf(page, '0-2', longName).click()
  await expectUsable(page, '大字', undefined, [390])
})

/** axe finds nothing in what changed, and nothing sticks out, on a wide screen and on a phone. */
async function expectUsable(
  page: Page,
  state: string,
  changed?: Locator,
  widths = [390, 1366],
): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 768 })
    expect.soft(await findBarriers(page, changed), `${state} at ${width} px`).toEqual([])
    expect.soft(await overflow(page), `${state} at ${width} px: pixels too wide`).toBe(0)
  }
}

/** What can be pressed and is lower than a fingertip, with its height. */
async function lowTargets(page: Page): Promise<string[]> {
  const targets = page.locator('button, summary, label:has([type=checkbox], [type=radio], [type=file])')
  return targets.evaluateAll(targets =>
    targets.flatMap(target => {
      const { height } = target.getBoundingClientRect()
      // A hair's breadth for rounding; what is not on the screen has no height.
      return height > 0 && height < 43.9 ? `${target.textContent?.trim()}: ${height.toFixed(1)} px` : []
    }),
  )
}
