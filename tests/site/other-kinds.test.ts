/** Assessments of other forms, side by side in one site and year, each from its pages to the office's matrix. */
import { join } from 'node:path'
import { checkBags } from '../bag-check'
import { otherKindsFolder } from '../other-county'
import { findBarriers, overflow } from './axe'
import { openBundle } from './bundle'
import { attach, downloadBundle, expectSaved, itemOf, openStep, startUnit, tickOf } from './clerk'
import { expect, test } from './fixtures'
import { paper } from './papers'

test.use({ folder: otherKindsFolder })

const kinds = [
  {
    name: 'three levels, criteria, leading and supporting bureaus, bonus, no 序号',
    edition: '2023-food',
    label: '2023年度食品安全工作评议考核',
    unit: { name: '示例县教育局', departments: ['县教育局'] },
    item: '1-1-1',
    hidden: '1-3-1',
    card: [
      '一、基础工作（20分） › 责任落实',
      '配合',
      '另有 县市场监管局、县农业农村局',
      '每少研究一次扣2分',
      '查阅资料',
      '11月底前',
      '10(5+5)',
    ],
    bundle: '示例县教育局-2023年度食品安全工作评议考核资料.zip',
    sending: '有疑问请打电话 0700-0000000。',
    folder: 'data/01_一、基础工作（20分）/1-1-1_会议纪要/纪要.pdf',
    heads: ['县市场监管局', '县教育局'],
    table: ['分值', '满分', '自评', '一、基础工作（20分）', '二、加分项', '最多加3分'],
  },
  {
    name: 'no departments and no points',
    edition: '2023-law',
    label: '2023年度法治建设考核',
    unit: { name: '示例镇人民政府', departments: [] },
    item: '1-2-1',
    hidden: '',
    card: ['没有执法权的单位不报'],
    bundle: '示例镇人民政府-2023年度法治建设考核资料.zip',
    sending: '示例县委全面依法治县委员会办公室：',
    folder: 'data/01_依法行政/1-2-1_执法台账/纪要.pdf',
    heads: ['依法行政', '普法宣传'],
    table: ['1.1', '具体要求', '年底前向县委书面述法。'],
  },
]

for (const kind of kinds) {
  test(`${kind.name}: pages, checklist, bundle, report, matrix, 汇总表, roll-up`, async ({
    page,
  }, testInfo) => {
    await page.goto(`${kind.edition}/indicators.html`)
    for (const text of kind.table) await expect(page.locator('.indicators')).toContainText(text)
    expect(await findBarriers(page)).toEqual([])

    await page.goto(`${kind.edition}/checklist.html`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${kind.label}填报`)
    await startUnit(page, kind.unit)
    const card = page.locator(`#section-${kind.item.slice(0, 3)}`)
    for (const text of kind.card) await expect(card).toContainText(text)
    if (kind.hidden) await expect(itemOf(page, kind.hidden)).toHaveCount(0)
    await attach(page, kind.item, paper('纪要.pdf'), '纪要.pdf')
    await tickOf(page, kind.item).check()
    await expectSaved(page)
    expect(await overflow(page)).toBe(0)

    const path = await downloadBundle(page, testInfo.outputPath('报送'))
    expect(path.endsWith(kind.bundle)).toBe(true)
    expect(await checkBags([path])).toEqual([])
    const { payload } = await openBundle(path)
    expect(Object.keys(payload)).toEqual([kind.folder])
    // The notice names no mailbox: what it says is said.
    await openStep(page, '核对报送')
    const send = page.getByRole('region', { name: '报送', exact: true })
    await expect(send).toContainText(kind.sending)
    await expect(send).not.toContainText(/发到|undefined/)
    expect(await findBarriers(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    const report = page.waitForEvent('download')
    await openStep(page, '写报告')
    await page.getByRole('button', { name: '下载自评报告' }).first().click()
    expect((await report).suggestedFilename()).toMatch(/自评报告\.docx$/)

    await page.goto(`${kind.edition}/intake.html`)
    await page.getByLabel('选择材料包').setInputFiles(path)
    await expect(page.getByRole('status').filter({ hasText: '核验完毕' })).toBeVisible()
    const matrix = page.locator('.matrix')
    for (const head of kind.heads) await expect(matrix).toContainText(head)
    await expect(matrix).toContainText(kind.unit.name)
    const table = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出汇总表' }).click()
    const sheet = await table
    expect(sheet.suggestedFilename()).toMatch(/汇总表\.xlsx$/)
    await sheet.saveAs(join(testInfo.outputPath(), '汇总表.xlsx'))
    await page.getByRole('button', { name: '按指标归集' }).click()
    const rolledUp = page.waitForEvent('download')
    await page.getByRole('button', { name: '打成一个压缩包' }).click()
    const rollUp = await rolledUp
    expect(rollUp.suggestedFilename()).toContain(`${kind.label}按指标归集`)
  })
}

test('two assessments of one year: each has its address, its name and its units', async ({ page }) => {
  await page.goto('index.html')
  for (const { label, edition } of kinds) {
    await expect(page.getByRole('main')).toContainText(label)
    await expect(page.locator(`main a[href="${edition}/checklist.html"]`)).toHaveCount(1)
  }
  await page.goto('2023-law/checklist.html')
  await startUnit(page, { name: '示例镇人民政府', departments: [] })
  await tickOf(page, '1-2-1').check()
  await expectSaved(page)
  await page.goto('2023-food/checklist.html')
  await expect(page.getByRole('main')).toContainText('2023年度法治建设考核')
  await expect(page.getByRole('button', { name: /年的清单开始/ })).toHaveCount(0)
})
