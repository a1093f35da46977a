/** Several hand-ins of one unit: two clerks, clocks that are wrong, somebody else's checklist; what the office decides. */
import type { Locator, Page } from 'playwright/test'
import { expect, test } from './fixtures'
import {
  bring,
  cellOf,
  closeDialog,
  expectVerified,
  openIntake,
  openUnit,
  packUnit,
  paperOf,
  rowOf,
  unitsIn,
} from './office'
import { sheetsOf } from './sheets'

const name = '青禾县市场监督管理局'

function questions(page: Page): Locator {
  return page.getByRole('region', { name: '要您确定的' })
}

async function packSections(folder: string) {
  const first = await packUnit(`${folder}/甲`, {
    name,
    id: 'a1',
    departments: ['market-regulation'],
    files: { '7-1-1': ['成立机构.txt'], '0-1': ['计划.txt'] },
  })
  const second = await packUnit(`${folder}/乙`, {
    name,
    id: 'b2',
    departments: ['intellectual-property'],
    files: { '11-1-1': ['专利.txt'], '0-1': ['方案.txt'] },
    at: new Date('2022-12-21T01:00:00Z'),
  })
  return { first, second }
}

test('two sections of one unit count together: matrix, dialog, 缺报, 汇总表, paper', async ({
  page,
}, testInfo) => {
  const { first, second } = await packSections(testInfo.outputPath('收件'))
  await openIntake(page)
  await bring(page, first.paths)
  await bring(page, second.paths)
  await expect(unitsIn(page)).toHaveText([name])
  await expect(rowOf(page, name)).toContainText('2 份清单合计')
  await expect(rowOf(page, name)).toContainText('文件完好')
  await expect(questions(page)).toHaveCount(0)
  await expect(cellOf(page, name, '共性', '部分完成，1 / 5 项，文件 2 个')).toBeVisible()
  const printed = await paperOf(page)
  await expect(printed).toContainText('2 份清单合计')
  for (const { fingerprint } of [first, second]) await expect(printed).toContainText(fingerprint)
  const unit = await openUnit(page, name)
  await expect(unit.getByLabel('纸质目录上的校验码')).toHaveCount(2)
  await expect(unit).toContainText('这个单位名称下有不止一份清单')
  // A cell that was opened from here leads back here, to where one was.
  await unit.getByRole('button', { name: /^青禾县市场监督管理局 11-1 / }).click()
  await expect(page.getByRole('dialog')).toContainText('专利.txt')
  await page.keyboard.press('Escape')
  const again = page.getByRole('dialog', { name, exact: true })
  await expect(again.getByRole('button', { name: /^青禾县市场监督管理局 11-1 / })).toBeFocused()
  await closeDialog(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出汇总表' }).click(),
  ])
  const path = testInfo.outputPath('汇总表.xlsx')
  await download.saveAs(path)
  const text = await sheetsOf(path)
  for (const each of ['成立机构.txt', '专利.txt', '2 份清单合计']) expect(text).toContain(each)
})

test('what two checklists answer otherwise is asked; the answer holds after a reload and can be taken back', async ({
  page,
}, testInfo) => {
  const folder = testInfo.outputPath('收件')
  const one = await packUnit(`${folder}/一`, {
    name,
    id: 'a1',
    files: { '0-1': ['计划.txt=甲'], '0-2': ['总结.txt'] },
  })
  const other = await packUnit(`${folder}/二`, {
    name,
    id: 'b2',
    files: { '0-1': ['计划.txt=乙'] },
    at: new Date('2022-12-21T01:00:00Z'),
  })
  await openIntake(page)
  await bring(page, [...one.paths, ...other.paths])
  await expect(questions(page)).toContainText('都填了 0-1')
  await expect(rowOf(page, name)).toContainText('要您确定')
  // Nothing is lost meanwhile.
  await expect(cellOf(page, name, '共性', '部分完成，2 / 5 项，文件 3 个')).toBeVisible()
  const candidates = questions(page).getByRole('listitem')
  await candidates
    .filter({ hasText: other.fingerprint })
    .getByRole('button', { name: /以这份为准：/ })
    .click()
  await expect(cellOf(page, name, '共性', '部分完成，1 / 5 项，文件 1 个')).toBeVisible()
  await expect(rowOf(page, name)).toContainText('由您确定')
  await expect(questions(page)).toContainText(`已由您确定：${name}`)
  await page.reload()
  await bring(page, [...one.paths, ...other.paths])
  await expect(rowOf(page, name)).toContainText('由您确定')
  await expect(cellOf(page, name, '共性', '部分完成，1 / 5 项，文件 1 个')).toBeVisible()
  // 历次报送 offers the other one and both.
  const unit = await openUnit(page, name)
  await unit.getByRole('button', { name: /^合并计入 / }).click()
  await closeDialog(page)
  await expect(cellOf(page, name, '共性', '部分完成，2 / 5 项，文件 3 个')).toBeVisible()
  await questions(page)
    .getByRole('button', { name: `撤销对 ${name} 的确定` })
    .click()
  await expect(questions(page)).toContainText('都填了 0-1')
})

for (const [label, first, second] of [
  ['2009', '2022-12-20T01:00:00Z', '2009-01-01T00:00:00Z'],
  ['2099', '2099-01-01T00:00:00Z', '2022-12-20T01:00:00Z'],
] as const) {
  test(`a clock at ${label} replaces nothing unseen: asked, the later and fuller one counts meanwhile`, async ({
    page,
  }, testInfo) => {
    const folder = testInfo.outputPath('收件')
    const before = await packUnit(`${folder}/先`, {
      name,
      files: { '0-1': ['计划.txt'] },
      at: new Date(first),
    })
    const after = await packUnit(`${folder}/后`, {
      name,
      files: { '0-1': ['计划.txt'], '0-2': ['总结.txt'] },
      at: new Date(second),
    })
    await openIntake(page)
    await bring(page, before.paths)
    await bring(page, after.paths)
    await expect(rowOf(page, name)).toContainText(after.fingerprint.slice(0, 9))
    await expect(rowOf(page, name)).toContainText('第 2 次报')
    await expect(questions(page)).toContainText('说不准哪一次在后')
    await expect(questions(page)).toContainText('（对方电脑的时间不对）')
    const unit = await openUnit(page, name)
    await unit
      .getByRole('listitem')
      .filter({ hasText: before.fingerprint })
      .getByRole('button', { name: /以这份为准：/ })
      .click()
    await closeDialog(page)
    await expect(rowOf(page, name)).toContainText(before.fingerprint.slice(0, 9))
    await expect(rowOf(page, name)).toContainText('由您确定')
  })
}

test('a code from the paper is kept, shown in the matrix and on paper; another checklist of that unit is marked', async ({
  page,
}, testInfo) => {
  const folder = testInfo.outputPath('收件')
  const own = await packUnit(`${folder}/真`, { name, id: 'a1', files: { '0-1': ['计划.txt'] } })
  const rival = await packUnit(`${folder}/另`, { name, id: 'b2', files: { '0-1': ['假的.txt'] } })
  await openIntake(page)
  await bring(page, own.paths)
  const unit = await openUnit(page, name)
  await unit.getByLabel('纸质目录上的校验码').fill(own.fingerprint)
  await expect(unit.getByRole('status')).toContainText('✓ 与纸质目录一致')
  await closeDialog(page)
  await expect(rowOf(page, name)).toContainText('✓ 与纸质一致')
  await page.reload()
  await bring(page, own.paths)
  await expect(rowOf(page, name)).toContainText('✓ 与纸质一致')
  await expect((await paperOf(page)).locator('td').last()).toHaveText('一致')
  await page.reload()
  await bring(page, rival.paths)
  await expectVerified(page)
  await expect(rowOf(page, name)).toContainText('另一份清单')
  await expect(await openUnit(page, name)).toContainText('与以前认识的不同')
})
