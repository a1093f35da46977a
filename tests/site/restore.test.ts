/** 导入材料包: a checklist goes to another computer, comes back, and meets another state of itself. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright/test'
import {
  anotherComputer,
  bringIn,
  closeOutcome,
  expectFilledIn,
  fillIn,
  keepText,
  outcomeOf,
  packed,
  questionOf,
  remark,
  save,
} from './bringing'
import { byItem, openBundle } from './bundle'
import {
  act,
  agriculture,
  attach,
  downloadBundle,
  expectAttached,
  expectSaved,
  remarkOf,
  removeFile,
  startUnit,
  tickOf,
  unitHeading,
  water,
} from './clerk'
import { expect, test } from './fixtures'
import { paper, sha256Of } from './papers'
import { readRecords } from './records'

test('on an empty computer the bundle brings back unit, ticks, remarks and files, and packs again', async ({
  page,
  browser,
  guard,
}, testInfo) => {
  await fillIn(page)
  const zip = await downloadBundle(page, testInfo.outputPath('第一台'))
  const other = await anotherComputer(browser, guard)
  await bringIn(other, [zip])
  await expect(outcomeOf(other)).toContainText('已导入“青禾县农业农村局”：新增 3 个文件')
  await expect(outcomeOf(other)).not.toContainText(/缺|没有内容/)
  await closeOutcome(other)
  await expectFilledIn(other)
  await other.reload()
  await expectFilledIn(other)

  const saved = await save(other, testInfo.outputPath('另存'), () =>
    act(other, '11-2-1', '种子抽检.pdf', '另存'),
  )
  expect(await readFile(saved, 'utf8')).toBe('种子抽检.pdf')
  const [first, again] = [
    await openBundle(zip),
    await openBundle(await downloadBundle(other, testInfo.outputPath('第二台'))),
  ]
  expect(again.findings).toEqual([])
  expect(byItem(again)).toEqual(packed)
  expect(again.checklist).toEqual(first.checklist)
  await other.context().close()
})

test('into a checklist that is there it merges; texts that differ are shown side by side to choose', async ({
  page,
  browser,
  guard,
}, testInfo) => {
  await fillIn(page)
  await remarkOf(page, '0-1').fill('原来的')
  await expectSaved(page)
  const other = await anotherComputer(browser, guard)
  await bringIn(other, [await downloadBundle(page, testInfo.outputPath('第一台'))])
  await closeOutcome(other)
  for (const [id, text] of [
    ['0-1', '同事改的'],
    ['0-3', '同事写的三'],
    ['11-2-1', '同事补充的'],
    ['0-6', '只有同事写了'],
  ] as const)
    await remarkOf(other, id).fill(text)
  await attach(other, '0-3', paper('同事加的.pdf'), '同事加的.pdf')
  await tickOf(other, '0-3').check()
  await expectSaved(other)
  const zip = await downloadBundle(other, testInfo.outputPath('第二台'))
  await other.context().close()

  await remarkOf(page, '0-3').fill('我写的三')
  await attach(page, '0-3', paper('我加的.pdf'), '我加的.pdf')
  await tickOf(page, '0-1').check()
  await expectSaved(page)
  await bringIn(page, [zip])
  const question = questionOf(page)
  await expect(question).toContainText('下面 3 处文字两边不一样')
  await expect(question).not.toContainText('各存一份')
  await expect(question.getByRole('group')).toHaveCount(3)
  const [first] = await question.getByRole('group', { name: '0-1 备注', exact: true }).all()
  await expect(first?.getByRole('radio', { name: '现在的 原来的' }) ?? question).toBeChecked()
  await expect(first?.getByRole('radio', { name: '导入的 同事改的' }) ?? question).not.toBeChecked()
  await keepText(page, '0-3 备注', '都保留')
  await keepText(page, '11-2-1 备注', '导入的')
  await question.getByRole('button', { name: '合并', exact: true }).click()
  await expect(outcomeOf(page)).toContainText('已导入“青禾县农业农村局”：新增 1 个文件')
  await page.reload()
  await expect(remarkOf(page, '0-1')).toHaveValue('原来的')
  await expect(remarkOf(page, '0-3')).toHaveValue('我写的三\n同事写的三')
  await expect(remarkOf(page, '11-2-1')).toHaveValue('同事补充的')
  await expect(remarkOf(page, '0-6')).toHaveValue('只有同事写了')
  await expectAttached(page, '0-3', ['我加的.pdf', '同事加的.pdf'])
  for (const id of ['0-1', '0-2', '0-3']) await expect(tickOf(page, id)).toBeChecked()
  const bundle = await openBundle(await downloadBundle(page, testInfo.outputPath('合并后')))
  expect(bundle.findings).toEqual([])
  expect(byItem(bundle)['0-3']).toEqual({
    '我加的.pdf': sha256Of('我加的.pdf'),
    '同事加的.pdf': sha256Of('同事加的.pdf'),
  })
})

test('不导入 changes nothing, and neither does closing the question', async ({ page }, testInfo) => {
  await fillIn(page)
  const zip = await downloadBundle(page, testInfo.outputPath())
  await remarkOf(page, '11-2-1').fill('后来改的')
  await removeFile(page, '0-2', '工作计划.docx')
  await expectAttached(page, '0-2', [])
  await expectSaved(page)
  const before = await readRecords(page)
  for (const leave of [
    () => questionOf(page).getByRole('button', { name: '不导入' }).click(),
    () => page.keyboard.press('Escape'),
  ]) {
    await bringIn(page, [zip])
    await expect(questionOf(page)).toContainText('后来改的')
    // Closing the window in the middle asks first.
    const [asked] = await Promise.all([page.waitForEvent('dialog'), page.close({ runBeforeUnload: true })])
    expect(asked.type()).toBe('beforeunload')
    await asked.dismiss()
    await leave()
    await expect(outcomeOf(page)).toContainText('没有导入任何内容，原来的清单没有改动。')
    expect(await readRecords(page)).toEqual(before)
    await closeOutcome(page)
  }
})

for (const choice of ['合并成一份', '各存一份'] as const) {
  test(`a bundle of another unit: ${choice}`, async ({ page, browser, guard }, testInfo) => {
    await fillIn(page)
    const zip = await downloadBundle(page, testInfo.outputPath())
    const other = await anotherComputer(browser, guard)
    await startUnit(other, water)
    await attach(other, '0-2', paper('水利的.pdf'), '水利的.pdf')
    await bringIn(other, [zip])
    const question = questionOf(other)
    await expect(question).toContainText(
      '材料包里是“青禾县农业农村局”的清单，现在打开的是“青禾县水利和湖泊局”的清单',
    )
    await expect(question.locator('.button.primary')).toHaveText('各存一份')
    await question.getByRole('button', { name: choice }).click()
    await expect(outcomeOf(other)).toContainText('已导入“青禾县农业农村局”：新增 3 个文件')
    await closeOutcome(other)
    if (choice === '合并成一份') {
      await expect(unitHeading(other, water)).toBeVisible()
      await expectAttached(other, '0-2', ['水利的.pdf', '工作计划.docx'])
      await expectAttached(other, '11-2-1', ['种子抽检.pdf', '工作计划.docx'])
      await expect(remarkOf(other, '11-2-1')).toHaveValue(remark)
      expect(await checklistsOf(other)).toEqual([water.name])
    } else {
      await expectFilledIn(other)
      expect(await checklistsOf(other)).toEqual([agriculture.name, water.name].sort())
      await other.getByRole('button', { name: '切换单位' }).click()
      await other.getByRole('dialog').getByRole('button', { name: '切换' }).click()
      await expect(unitHeading(other, water)).toBeVisible()
      await expectAttached(other, '0-2', ['水利的.pdf'])
    }
    await other.context().close()
  })
}

/** The names of the stored units, sorted. */
async function checklistsOf(page: Page): Promise<string[]> {
  const records = Object.entries(await readRecords(page)) as [string, { unit: { name: string } }][]
  return records.flatMap(([key, { unit }]) => (key.startsWith('checklist:') ? unit.name : [])).sort()
}
