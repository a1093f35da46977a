/** How far a checklist is, what is odd about it, and what is missing before it is handed in. */
import type { Page } from 'playwright/test'
import { byItem, openBundle } from './bundle'
import {
  attach,
  downloadBundle,
  expectAttached,
  expectSaved,
  itemOf,
  markNotApplicable,
  openChecklist,
  reasonOf,
  remarkOf,
  removeFile,
  shownItems,
  tickOf,
} from './clerk'
import { expect, test } from './fixtures'
import { paper, sha256Of } from './papers'

const readyWithoutFile = '已勾选“已备齐”，还没有附件'
const filesWithoutTick = '已有附件，还没有勾选“已备齐”'
const withoutReason = '请填写不适用的理由'
const notApplicableWithFiles = '标了“不适用”，但有附件'

test('progress counts what is ready or not applicable, in all, in each indicator and on the way', async ({
  page,
}) => {
  await openChecklist(page)
  await expectProgress(page, 0, 9)
  await expect(sectionOf(page, '11-2 产品质量')).toContainText('已完成 0/4')
  await expect(step(page, '11-2')).toContainText('0/4')

  await tickOf(page, '11-2-1').check()
  await markNotApplicable(page, '11-2-2', '辖区内没有这类企业')
  await attach(page, '11-2-3', paper('预算批复.pdf', 'x'.repeat(2048)), '预算批复.pdf')
  await expectProgress(page, 2, 9)
  await expect(page.getByRole('progressbar', { name: '完成进度' })).toHaveJSProperty('value', 2)
  await expect(page.getByRole('main')).toContainText('1 个文件 · 2 KB')
  await expect(sectionOf(page, '11-2 产品质量')).toContainText('已完成 2/4')
  await expect(step(page, '共性资料')).toContainText('0/5')

  await tickOf(page, '11-2-3').check()
  await tickOf(page, '11-2-4').check()
  await expect(sectionOf(page, '11-2 产品质量')).toContainText('✓ 已完成')
  await expect(step(page, '11-2')).toContainText('✓ 4/4')
  await tickOf(page, '11-2-1').uncheck()
  await expectProgress(page, 3, 9)
})

test('不适用 and 已备齐 exclude each other, and 不适用 counts only with its reason', async ({ page }) => {
  await openChecklist(page)
  await tickOf(page, '0-1').check()
  await itemOf(page, '0-1').getByRole('switch', { name: '不适用' }).check()
  await expect(tickOf(page, '0-1')).not.toBeChecked()
  await expect(itemOf(page, '0-1')).toContainText(withoutReason)
  await expectProgress(page, 0, 9)
  await reasonOf(page, '0-1').fill('　 ')
  await expectProgress(page, 0, 9)
  await reasonOf(page, '0-1').fill('由上级统一成立')
  await expectProgress(page, 1, 9)
  await tickOf(page, '0-1').check()
  await expect(reasonOf(page, '0-1')).toHaveCount(0)
  await itemOf(page, '0-1').getByRole('switch', { name: '不适用' }).check()
  await expect(reasonOf(page, '0-1')).toHaveValue('由上级统一成立')
})

test('each hint says what is odd and goes when it is mended', async ({ page }) => {
  await openChecklist(page)
  await tickOf(page, '0-1').check()
  await expect(itemOf(page, '0-1')).toContainText(readyWithoutFile)
  await attach(page, '0-1', paper('文件.pdf'), '文件.pdf')
  await expect(itemOf(page, '0-1')).not.toContainText(readyWithoutFile)

  await attach(page, '0-2', paper('计划.pdf'), '计划.pdf')
  await expect(itemOf(page, '0-2')).toContainText(filesWithoutTick)
  await tickOf(page, '0-2').check()
  await expect(itemOf(page, '0-2')).not.toContainText(filesWithoutTick)

  await markNotApplicable(page, '0-2', '没有')
  await expect(itemOf(page, '0-2')).toContainText(notApplicableWithFiles)
  await removeFile(page, '0-2', '计划.pdf')
  await expect(itemOf(page, '0-2')).not.toContainText(notApplicableWithFiles)

  await attach(page, '11-2-0', paper('其他.pdf'), '其他.pdf')
  await expect(itemOf(page, '11-2-0')).not.toContainText(filesWithoutTick)
})

test('全部, 未完成 and 有提示 show just their items, with their numbers', async ({ page }) => {
  await openChecklist(page)
  await tickOf(page, '0-1').check()
  await tickOf(page, '11-2-1').check()
  await attach(page, '11-2-1', paper('报告.pdf'), '报告.pdf')
  await attach(page, '11-2-2', paper('检查.pdf'), '检查.pdf')
  await expect.poll(() => shownItems(page)).toHaveLength(5 + 4 + 3)

  await page.getByRole('radio', { name: '未完成 7' }).check()
  await expect
    .poll(() => shownItems(page))
    .toEqual(['0-2', '0-3', '0-5', '0-6', '11-2-2', '11-2-3', '11-2-4'])
  await page.getByRole('radio', { name: '有提示 2' }).check()
  await expect.poll(() => shownItems(page)).toEqual(['0-1', '11-2-2'])
  await tickOf(page, '11-2-2').click()
  await expect(itemOf(page, '11-2-2')).toHaveCount(0)
  await tickOf(page, '0-1').click()
  await expect(page.getByText('没有需要留意的地方。')).toBeVisible()
  await page.getByRole('radio', { name: '全部' }).check()
  await expect.poll(() => shownItems(page)).toHaveLength(12)
})

test('a reason can be typed to its end in 未完成, though its first word completes the item', async ({
  page,
}) => {
  await openChecklist(page)
  await page.getByRole('radio', { name: '未完成 9' }).check()
  await itemOf(page, '0-5').getByRole('switch', { name: '不适用' }).check()
  await reasonOf(page, '0-5').click()
  await page.keyboard.type('本年度没有表彰')
  await page.getByRole('radio', { name: '全部' }).check()
  await expect(reasonOf(page, '0-5')).toHaveValue('本年度没有表彰')
})

test('what is missing does not hold the bundle back', async ({ page }, testInfo) => {
  await openChecklist(page)
  for (const id of ['0-1', '0-2', '0-3', '0-5', '11-2-1', '11-2-2']) await tickOf(page, id).check()
  await attach(page, '0-6', paper('自评报告.docx'), '自评报告.docx')
  const bundle = await openBundle(await downloadBundle(page, testInfo.outputPath()))
  expect(bundle.findings).toEqual([])
  expect(byItem(bundle)).toEqual({ '0-6': { '自评报告.docx': sha256Of('自评报告.docx') } })
  for (const id of ['0-6', '11-2-3', '11-2-4']) await tickOf(page, id).check()
  await page.getByRole('radio', { name: '未完成' }).check()
  await expect(page.getByText('✓ 全部材料项都已完成。')).toBeVisible()
})

test('a row without a list says so, counts nothing, and still takes other materials', async ({ page }) => {
  await openChecklist(page)
  for (const name of ['2-1 农产品质量', '14-4 重大质量事件'])
    await expect(sectionOf(page, name)).toContainText('考核要点没有为这一行列出印证材料清单')
  await expect(step(page, '2-1')).toContainText('未列清单')
  await attach(page, '2-1-0', paper('例行监测结果.pdf'), '例行监测结果.pdf')
  await tickOf(page, '2-1-0').check()
  await expectProgress(page, 0, 9)
})

test('an indicator stands as printed: content, score, its list verbatim', async ({ page }) => {
  await openChecklist(page)
  const section = sectionOf(page, '11-2 产品质量')
  await expect(section.getByRole('heading')).toContainText('4 分')
  await expect(section).toContainText('加强农资产品质量监督抽检和监督检查,提升农资监管执法保障能力')
  await section.getByText('印证材料清单原文').click()
  await expect(section.getByText('1.开展本辖区种子、肥料、农药、兽药产品质量监督抽检。2.开展')).toBeVisible()
})

test('after the departments change, what was said and attached for the old ones stays in sight and in the bundle', async ({
  page,
}, testInfo) => {
  await openChecklist(page)
  await attach(page, '11-2-1', paper('抽检.pdf'), '抽检.pdf')
  await remarkOf(page, '2-1-0').fill('见监测报告')
  await page.getByRole('button', { name: '修改' }).click()
  const dialog = page.getByRole('dialog', { name: '修改单位信息' })
  await dialog.getByRole('checkbox', { name: '农业农村部门' }).uncheck()
  await dialog.getByRole('checkbox', { name: '水利部门' }).check()
  await dialog.getByRole('button', { name: '保存修改' }).click()
  await expectSaved(page)
  await page.reload()
  await expect(sectionOf(page, '3-1 工程质量')).toBeVisible()
  await expectAttached(page, '11-2-1', ['抽检.pdf'])
  await expect(remarkOf(page, '2-1-0')).toHaveValue('见监测报告')
  await expect(sectionOf(page, '14-4 重大质量事件')).toHaveCount(0)
  const bundle = await openBundle(await downloadBundle(page, testInfo.outputPath()))
  expect(bundle.findings).toEqual([])
  expect(byItem(bundle)).toEqual({ '11-2-1': { '抽检.pdf': sha256Of('抽检.pdf') } })
})

async function expectProgress(page: Page, done: number, total: number): Promise<void> {
  await expect(page.getByText(/^\d+ \/ \d+ 项已完成$/)).toHaveText(`${done} / ${total} 项已完成`)
}

function sectionOf(page: Page, heading: string) {
  return page.getByRole('region', { name: heading })
}

/** The entry of 填报步骤 that leads to a section. */
function step(page: Page, name: string) {
  return page.getByRole('navigation', { name: '填报步骤' }).getByRole('link', { name })
}
