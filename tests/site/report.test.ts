/** 自评报告, written in the checklist over several visits, and what leaves with it. */
import { readFile } from 'node:fs/promises'
import { run } from '../tools'
import { bringIn } from './bringing'
import { openBundle } from './bundle'
import {
  agriculture,
  attach,
  downloadBundle,
  expectSaved,
  openChecklist,
  openStep,
  tickOf,
  unitHeading,
  water,
} from './clerk'
import { expect, test } from './fixtures'
import { paper } from './papers'
import { downloadReport, measures, passage, report, rowOf } from './reporting'

/** The words of a Word file, as LibreOffice reads them. */
async function wordsOf(docx: string): Promise<string> {
  run(
    'soffice',
    `-env:UserInstallation=file://${docx}.profile`,
    '--headless',
    '--convert-to',
    'txt:Text (encoded):UTF8',
    '--outdir',
    `${docx}.text`,
    docx,
  )
  const name = docx.slice(docx.lastIndexOf('/') + 1).replace(/docx$/, 'txt')
  return readFile(`${docx}.text/${name}`, 'utf8')
}

test('a report written over two visits is there again, leaves as a Word file, and goes with the bundle', async ({
  page,
  browser,
  guard,
}, testInfo) => {
  await openChecklist(page, agriculture)
  await openStep(page, '写报告')
  await passage(page, '一、2022年质量工作总体情况').fill('总体情况良好。\n全年无重大事故。')
  await measures(rowOf(page, '农产品质量安全例行监测')).fill('监测样品120批次，合格率99.2%。')
  await expectSaved(page)
  await page.reload()
  await openStep(page, '写报告')
  await expect(passage(page, '一、2022年质量工作总体情况')).toHaveValue('总体情况良好。\n全年无重大事故。')
  await passage(page, '六、工作建议').fill('建议统一培训。')
  await expect(report(page)).toContainText('已写 3/8 段')
  await expectSaved(page)

  const docx = await downloadReport(page, testInfo.outputPath('下载'))
  expect(docx).toContain('/青禾县农业农村局2022年质量工作考核自评报告.docx')
  await expect(
    page.getByText('已交给浏览器下载：青禾县农业农村局2022年质量工作考核自评报告.docx'),
  ).toBeVisible()
  const typed = [
    '总体情况良好。',
    '全年无重大事故。',
    '部署落实情况:监测样品120批次，合格率99.2%。',
    '建议统一培训。',
  ]
  const words = (await wordsOf(docx)).split('\n')
  expect(words.filter(line => typed.includes(line))).toEqual(typed)

  const bundle = await openBundle(await downloadBundle(page, testInfo.outputPath('材料包')))
  expect(bundle.findings).toEqual([])
  expect((await wordsOf(`${bundle.folder}/自评报告.docx`)).split('\n')).toEqual(words)

  const other = await (await browser.newContext()).newPage()
  guard.watch(other.context())
  await other.goto(page.url())
  await bringIn(other, [`${bundle.folder}.zip`])
  await expect(unitHeading(other, agriculture)).toBeVisible()
  await openStep(other, '写报告')
  await expect(passage(other, '六、工作建议')).toHaveValue('建议统一培训。')
  await other.context().close()
})

test('each row stands with its content as printed and what was ticked and attached for it', async ({
  page,
}) => {
  await openChecklist(page, agriculture)
  await attach(page, '11-2-1', paper('种子抽检报告.pdf'), '种子抽检报告.pdf')
  await tickOf(page, '11-2-1').check()
  await openStep(page, '写报告')
  const row = rowOf(page, '加强农资产品质量监督抽检')
  await expect(row).toContainText('提升农资监管执法保障能力;依法查处违法违规生产经营农资行为。(4分)')
  const evidence = row.getByRole('group', { name: '这一行的印证材料' })
  await expect(evidence.getByRole('listitem').first()).toContainText('✓ 已备齐')
  await expect(evidence.getByRole('listitem').first()).toContainText('种子抽检报告.pdf')
  await evidence.getByRole('link', { name: '11-2-1' }).click()
  await expect(page.locator('#item-11-2-1')).toBeInViewport()
})

test('插入材料清单 adds the sentence under what is there, once, and only where there are files', async ({
  page,
}) => {
  await openChecklist(page, agriculture)
  const row = rowOf(page, '加强农资产品质量监督抽检')
  const insert = row.getByRole('button', { name: '插入材料清单' })
  await openStep(page, '写报告')
  await expect(insert).toBeDisabled()
  await openStep(page, '备材料')
  for (const name of ['种子.pdf', '肥料.pdf', '农药.pdf', '兽药.pdf'])
    await attach(page, '11-2-1', paper(name), name)
  await openStep(page, '写报告')
  await measures(row).fill('抽检200批次。')
  await insert.click()
  await expect(measures(row)).toHaveValue('抽检200批次。\n印证材料有《种子》《肥料》《农药》等4份。')
  await expect(insert).toBeDisabled()
  await expect(row).toContainText('29 字')
})

test('what is not written is listed, each a way there, and the list shrinks', async ({ page }) => {
  await openChecklist(page, water)
  await openStep(page, '写报告')
  await expect(report(page)).toContainText('已写 0/6 段')
  await report(page).getByText('还没有写的 6 段').click()
  await report(page).getByRole('link', { name: '四、存在的问题' }).click()
  await expect(page.locator('#report-problems')).toBeInViewport()
  await passage(page, '四、存在的问题').fill('人手不足。')
  await expect(report(page)).toContainText('还没有写的 5 段')
  const steps = page.getByRole('navigation', { name: '三个步骤' })
  await expect(steps.getByRole('link', { name: '写报告' })).toContainText('1/6')
  for (const box of await report(page).getByRole('textbox').all()) {
    if (!(await box.getAttribute('inputmode'))) await box.fill('已落实。')
  }
  await expect(report(page)).toContainText('✓ 已写完')
})

test('scores add up, deductions come off, what is no score is said and not counted', async ({
  page,
}, testInfo) => {
  await openChecklist(page, agriculture)
  await openStep(page, '写报告')
  const scoreOf = (content: string, name = '自评分') => rowOf(page, content).getByRole('textbox', { name })
  await expect(report(page)).toContainText('自评分选填')
  await scoreOf('农产品质量安全例行监测').fill('4.5')
  const sums = report(page).locator('.score-sums')
  await expect(sums).toHaveText('自评得分 4.5 / 9 分，扣 0 分，合计 4.5 分。 还有 2 行没有填。')
  await scoreOf('重大农产品质量事故', '自评扣分').fill('0.5')
  await scoreOf('加强农资产品').fill('5')
  await expect(rowOf(page, '加强农资产品')).toContainText('请填 0 到 4 之间的数字')
  await expect(sums).toHaveText(
    '自评得分 4.5 / 9 分，扣 0.5 分，合计 4 分。 有 1 行填的不是分数，没有计入，报告里留空。',
  )
  await scoreOf('加强农资产品').fill('4')
  await expect(sums).toHaveText('自评得分 8.5 / 9 分，扣 0.5 分，合计 8 分。')
  await expectSaved(page)
  const words = await wordsOf(await downloadReport(page, testInfo.outputPath('下载')))
  expect(words).toContain('附件：自评分表')
  expect(words.replace(/\s+/g, ' ')).toContain('合计 8')
})

test('a veto row is a yes or a no', async ({ page }) => {
  await openChecklist(page, { name: '青禾市质量强市办', departments: ['市质强办'] })
  await openStep(page, '写报告')
  const answer = report(page).getByRole('combobox', { name: '是否发生' })
  await answer.selectOption('发生')
  await expect(report(page)).toContainText('有一票否决的情形')
  await answer.selectOption('未发生')
  await expect(report(page)).not.toContainText('有一票否决的情形')
  await expectSaved(page)
  await page.reload()
  await expect(answer).toHaveValue('否')
})

test('two texts for one passage are shown side by side when a colleague’s bundle is brought', async ({
  page,
  browser,
  guard,
}, testInfo) => {
  await openChecklist(page, water)
  await openStep(page, '写报告')
  await passage(page, '三、工作亮点').fill('我写的')
  await expectSaved(page)
  const zip = await downloadBundle(page, testInfo.outputPath('我的'))
  const other = await (await browser.newContext()).newPage()
  guard.watch(other.context())
  await other.goto(page.url())
  await bringIn(other, [zip])
  await openStep(other, '写报告')
  await passage(other, '三、工作亮点').fill('同事写的')
  await expectSaved(other)
  await bringIn(other, [zip])
  const question = other.getByRole('dialog', { name: '导入材料包' })
  await expect(question.getByRole('group', { name: 'highlights 自评报告' })).toBeVisible()
  await question.getByRole('radio', { name: '都保留' }).check()
  await question.getByRole('button', { name: '合并', exact: true }).click()
  await expect(passage(other, '三、工作亮点')).toHaveValue('同事写的\n我写的')
  await other.context().close()
})

test('what is changed after the download is said to be missing in it', async ({ page }, testInfo) => {
  await openChecklist(page, water)
  await downloadBundle(page, testInfo.outputPath('第一次'))
  const stale = page.getByText('下载以后又有改动，这一包不是最新的')
  await expect(stale).toHaveCount(0)
  await openStep(page, '写报告')
  await passage(page, '四、存在的问题').fill('人手不足。')
  await expect(stale).toBeVisible()
  await downloadBundle(page, testInfo.outputPath('第二次'))
  await expect(stale).toHaveCount(0)
})
