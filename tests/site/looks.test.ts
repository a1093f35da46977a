/** The checklist page in all its states: usable by everybody, on a wide screen and on a phone. */
import type { Locator, Page } from 'playwright/test'
import { applyChange } from '../../src/core/checklist/change'
import type { Checklist } from '../../src/core/checklist/checklist'
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
  openSavedHere,
  openStep,
  pickFiles,
  refusedFiles,
  remarkOf,
  removeFile,
  startUnit,
  tickOf,
} from './clerk'
import { blockStorage } from './disk'
import { expect, test } from './fixtures'
import { paper, png, sha256Of } from './papers'
import { deleteRecord, readRecords, writeRecords } from './records'

/** As long as names get: the longest office and a file called by its whole subject. */
const unit = {
  name: '青禾县住房和城乡建设局（青禾县人民防空办公室、青禾县城市管理执法局）',
  departments: ['住房和城乡建设部门', '交通运输部门', '市场监管部门', '工业和信息化部门'],
}
const longName = `${'关于开展预拌混凝土专项检查和工程质量检测专项治理的通知'.repeat(3)}.docx`

// What is folded on a phone when it comes stays folded on a wide screen; the form comes on a wide one.
test.use({ viewport: { width: 390, height: 768 } })
// axe reads a page anew for each state: on a computer with other work too a minute is not enough.
test.describe.configure({ timeout: 180_000 })

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
  await removeFile(page, '0-2', '现场.png')
  await openStep(page, '核对报送')
  await page.getByText('最近移除的文件：1 个').click()
  await expectSaved(page)
  await downloadBundle(page, testInfo.outputPath())
  await expect(page.getByRole('region', { name: '打包', exact: true })).toContainText('✓ 已交给浏览器下载')
  await expectUsable(page, 'a removed file and a bundle')
  await openStep(page, '备材料')
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
  await openStep(page, '核对报送')
  await save(page, testInfo.outputPath(), () => page.getByRole('button', { name: '下载文字备份' }).click())
  await expect(await openSavedHere(page)).toContainText('上次文字备份')
  await expectUsable(page, '本机保存情况')
})

test('what went wrong with stored data: unreadable units, half an import, a unit deleted elsewhere, two texts', async ({
  page,
}) => {
  await page.goto(checklistPage)
  await startUnit(page, unit)
  await pickFiles(page, '0-1', [paper(longName)])
  await expectSaved(page)
  const records = await readRecords(page)
  const [key = '', open] = Object.entries(records).find(([key]) => key.startsWith('checklist:')) ?? []
  const id = key.slice('checklist:'.length)
  const note = {
    names: [`${unit.name}-第1卷共3卷.zip`, '第2卷.zip'],
    at: '',
    files: [sha256Of(longName)],
  }
  const broken = { ...(open as object), unit: 7 }
  await page.goto('help.html')
  await deleteRecord(page, `blob:${sha256Of(longName)}`)
  await writeRecords(page, { [`import:${id}`]: note, [`checklist:${'b'.repeat(32)}`]: broken })
  await page.goto(checklistPage)
  await expect(page.getByText('没有做完')).toBeVisible()
  await page.getByRole('button', { name: '删除', exact: true }).click()
  await expectUsable(page, 'an unreadable unit, half an import, the question before deleting')
  // As if another window had written it: this one was not told.
  const remark = '别的窗口写的，写得很长，长到一行放不下，要换行才看得全，放在手机上看更是如此。'
  await writeRecords(page, {
    [key]: applyChange(open as Checklist, { kind: 'set-remark', item: '0-1', remark }, new Date()),
  })
  await remarkOf(page, '0-1').fill('本页写的')
  await expect(page.getByRole('dialog')).toContainText('两个窗口里写的不一样')
  await expectUsable(page, 'two texts')
  await page.getByRole('dialog').getByRole('button', { name: '保留选中的' }).click()
  await deleteRecord(page, key)
  await remarkOf(page, '0-1').fill('删除以后写的')
  await expect(page.getByText('已在别的窗口里删除').first()).toBeVisible()
  await expectUsable(page, 'a unit that was deleted elsewhere')
})

test('the browser does not answer: opening, and later', async ({ page }) => {
  await page.clock.install()
  await page.goto(checklistPage)
  await startUnit(page, unit)
  await page.evaluate(() => {
    const store = { get: () => ({}), put: () => ({}), getAllKeys: () => ({}), transaction: {} }
    const silent = { objectStore: () => store, addEventListener: () => {}, abort: () => {} }
    IDBDatabase.prototype.transaction = () => silent as unknown as IDBTransaction
  })
  await tickOf(page, '0-1').check()
  await page.clock.fastForward(6_000)
  await expect(page.getByRole('button', { name: '不等了，再试' })).toBeVisible()
  await expectUsable(page, 'a store that does not answer')
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => ({}) as IDBOpenDBRequest
  })
  page.on('dialog', dialog => void dialog.accept())
  await page.goto(checklistPage)
  await page.clock.fastForward(6_000)
  await expect(page.getByRole('heading', { name: '没有打开保存的内容' })).toBeVisible()
  await expectUsable(page, 'a database that does not open')
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
  await removeFile(page, '0-2', '移除的.docx')
  await openStep(page, '核对报送')
  await page.getByText('最近移除的文件：1 个').click()
  low.push(...(await lowTargets(page)))
  await openStep(page, '备材料')
  await actionsOf(page, '0-2', '会议纪要.docx').click()
  low.push(...(await lowTargets(page)))
  await itemOf(page, '0-2').getByRole('button', { name: '也用于其他材料项' }).click()
  low.push(...(await lowTargets(page)))
  await page.getByRole('button', { name: '切换单位' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
  low.push(...(await lowTargets(page)))
  expect([...new Set(low)]).toEqual([])
})

test('in 大字 the work still fits, on a phone and on a laptop', async ({ page }) => {
  await page.goto(checklistPage)
  await page.getByRole('button', { name: '大字' }).click()
  await startUnit(page, unit)
  await attach(page, '0-2', paper(longName), longName)
  await actionsOf(page, '0-2', longName).click()
  await expectUsable(page, '大字', undefined, [390, 1280])
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
