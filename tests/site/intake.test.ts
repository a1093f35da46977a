/** 收件核验 as the office does it: bundles are dropped, verified, collated, looked into. */
import { mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unpack } from './bundle'
import { dropPaths } from './drag'
import { expect, test } from './fixtures'
import {
  bring,
  closeDialog,
  expectVerified,
  openCell,
  openIntake,
  openUnit,
  packUnit,
  rowOf,
  tamper,
  troubles,
  unitsIn,
} from './office'
import { readRecords } from './records'
import { slowDisk } from './slow-disk'

const education = {
  name: '青禾县教育局',
  departments: ['education'],
  files: { '0-1': ['领导小组文件.txt=县教育局质量工作领导小组'], '13-1-1': ['品牌创建.pdf'] },
}
const water = { name: '青禾县水利局', departments: ['water'], files: { '0-1': ['水利通知.pdf'] } }

test('two bundles are verified and collated; a cell shows answers and files, which open and are saved as they were', async ({
  page,
}, testInfo) => {
  const folder = testInfo.outputPath('收件')
  const { fingerprint } = await packUnit(folder, {
    ...education,
    changes: [
      { kind: 'set-not-applicable', item: '0-5', notApplicable: true },
      { kind: 'set-reason', item: '0-5', reason: '本年度没有表彰' },
      { kind: 'set-remark', item: '0-1', remark: '原件在办公室' },
      { kind: 'set-ready', item: '0-6', ready: true },
      { kind: 'set-report-text', id: 'overview', text: '全年没有发生质量事故。\n投诉都已办结。' },
    ],
  })
  await packUnit(folder, water)
  await openIntake(page)
  await bring(page, [
    join(folder, '青禾县水利局-2022年质量工作考核资料.zip'),
    join(folder, '青禾县教育局-2022年质量工作考核资料.zip'),
  ])

  await expect(unitsIn(page)).toHaveText(['青禾县教育局', '青禾县水利局'])
  await expect(rowOf(page, '青禾县教育局')).toContainText('文件完好')
  await expect(rowOf(page, '青禾县教育局')).toContainText(fingerprint.slice(0, 9))
  await expect(
    page.getByText('已收单位', { exact: true }).locator('xpath=following-sibling::dd[1]'),
  ).toHaveText('2')

  const cell = await openCell(page, '青禾县教育局', '共性', '部分完成，3 / 5 项，文件 1 个')
  await expect(cell).toContainText('不适用的理由：本年度没有表彰')
  await expect(cell).toContainText('备注：原件在办公室')
  await expect(cell.getByText('已勾选，没有附件')).toHaveCount(1)
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    cell.getByRole('button', { name: '打开 领导小组文件.txt' }).click(),
  ])
  await expect(popup.locator('body')).toHaveText('县教育局质量工作领导小组')
  await popup.close()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    cell.getByRole('button', { name: '另存 领导小组文件.txt' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('领导小组文件.txt')
  expect(await readFile(await download.path(), 'utf8')).toBe('县教育局质量工作领导小组')
  await closeDialog(page)

  const unit = await openUnit(page, '青禾县教育局')
  await expect(unit).toContainText('段，已写 1 段')
  await unit.getByText('看报告全文').click()
  await expect(unit.getByText('投诉都已办结。')).toBeVisible()
  const [report] = await Promise.all([
    page.waitForEvent('download'),
    unit.getByRole('button', { name: '另存 青禾县教育局自评报告.docx' }).click(),
  ])
  expect(report.suggestedFilename()).toBe('青禾县教育局自评报告.docx')
  expect((await readFile(await report.path())).subarray(0, 2).toString()).toBe('PK')
})

test('a folder is dropped as it is: ZIPs at any depth, an unpacked bundle, what a computer left there, other files', async ({
  page,
}, testInfo) => {
  const folder = testInfo.outputPath('收件')
  await packUnit(join(folder, '第一批'), education)
  const { paths } = await packUnit(testInfo.outputPath('别处'), water)
  const unpacked = await unpack(paths[0] as string)
  for (const [path, text] of Object.entries(unpacked)) {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  await writeFile(join(folder, 'Thumbs.db'), 'x')
  await writeFile(join(folder, '收件登记.txt'), '登记')
  await openIntake(page)
  await dropPaths(page.getByRole('region', { name: '添加材料包' }), [folder])
  await expectVerified(page)
  await expect(unitsIn(page)).toHaveText(['青禾县教育局', '青禾县水利局'])
  await expect(troubles(page).getByRole('strong')).toHaveText(['收件/收件登记.txt'])
})

test('one bad ZIP stops no other: cut off, no ZIP, altered, each is called what it is', async ({
  page,
}, testInfo) => {
  const folder = testInfo.outputPath('收件')
  const names = ['青禾县教育局', '青禾县水利局', '青禾县公安局', '青禾县交通运输局']
  const paths: string[] = []
  for (const name of names) {
    const files = { '0-1': [`通知.txt=${name}甲`], '0-2': [`计划.txt=${name}乙`] }
    paths.push(...(await packUnit(folder, { name, departments: ['water'], files })).paths)
  }
  const [, cut = '', other = '', altered = ''] = paths
  await truncate(cut, 4000)
  await writeFile(other, 'Rar!\u001a\u0007\u0000 and so on')
  await tamper(altered, '青禾县交通运输局甲', '青禾县交通运输局丁')
  await openIntake(page)
  await bring(page, paths)

  await expect(unitsIn(page)).toHaveText(['青禾县交通运输局', '青禾县教育局'])
  await expect(rowOf(page, '青禾县教育局')).toContainText('文件完好')
  await expect(rowOf(page, '青禾县交通运输局')).toContainText('1 个文件被改动')
  await expect(troubles(page)).toHaveCount(2)
  await expect(troubles(page).nth(0)).toContainText('压缩包不完整，多半是没有下载完，或邮件附件被截断')
  await expect(troubles(page).nth(1)).toContainText('是 RAR 压缩包')
  const unit = await openUnit(page, '青禾县交通运输局')
  await expect(unit.getByRole('heading', { name: '核验发现 1 处问题' })).toBeVisible()
  await expect(unit.getByRole('listitem')).toContainText(['通知.txt'])
  await closeDialog(page)
  // What was altered is not offered as what the unit handed in, but can be looked at.
  const cell = await openCell(
    page,
    '青禾县交通运输局',
    '共性',
    '部分完成，1 / 5 项，文件 2 个，1 个缺失或被改动',
  )
  await expect(cell.getByRole('button', { name: '打开 计划.txt' })).toBeVisible()
  await expect(cell.getByRole('button', { name: '打开 通知.txt' })).toHaveCount(0)
  await expect(cell).toContainText('与打包时不一致，没有计入；打开的是包里现在的内容')
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    cell.getByRole('button', { name: '打开 与打包时不一致-通知.txt' }).click(),
  ])
  await expect(popup.locator('body')).toHaveText('青禾县交通运输局丁')
})

test('停止核验 stops half-way: what is verified stays, the rest goes on when asked to', async ({
  page,
}, testInfo) => {
  const disk = await slowDisk(page, { parts: true })
  const folder = testInfo.outputPath('收件')
  const { paths } = await packUnit(folder, education)
  const more = await packUnit(folder, water)
  await openIntake(page)
  await page.getByLabel('选择材料包').setInputFiles([...paths, ...more.paths])
  await expect(page.getByText('正在核验第 1 个，共 2 个')).toBeVisible()
  await expect(page.getByRole('progressbar', { name: '核验进度' })).toBeVisible()
  await expect.poll(() => disk.waiting()).toBeGreaterThan(0)
  await page.getByRole('button', { name: '停止核验' }).click()
  await expect(page.getByText('按您的要求停止，还有 2 个没有核验。')).toBeVisible()
  await expect(unitsIn(page)).toHaveCount(0)
  await disk.give()
  await page.getByRole('button', { name: '继续核验' }).click()
  await expect(unitsIn(page)).toHaveText(['青禾县教育局', '青禾县水利局'])
  await expectVerified(page)
})

test('a bundle is taken off the list; nothing is stored, and leaving the page asks first', async ({
  page,
}, testInfo) => {
  const folder = testInfo.outputPath('收件')
  const { paths } = await packUnit(folder, education)
  const more = await packUnit(folder, water)
  await openIntake(page)
  await bring(page, [...paths, ...more.paths])
  await page.getByText('收到的文件 2 个').click()
  await page.getByRole('button', { name: '移出 青禾县水利局-2022年质量工作考核资料.zip' }).click()
  await expect(unitsIn(page)).toHaveText(['青禾县教育局'])
  expect(await readRecords(page)).toEqual({})
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
  const [question] = await Promise.all([page.waitForEvent('dialog'), page.close({ runBeforeUnload: true })])
  expect(question.type()).toBe('beforeunload')
  await question.dismiss()
  await page.getByRole('button', { name: '移出 青禾县教育局-2022年质量工作考核资料.zip' }).click()
  await page.close({ runBeforeUnload: true })
})

test('a file whose ZIP is gone since is not opened, and the page says why', async ({ page }, testInfo) => {
  const folder = testInfo.outputPath('收件')
  const { paths } = await packUnit(folder, education)
  await openIntake(page)
  await bring(page, paths)
  await rm(folder, { recursive: true })
  const cell = await openCell(page, '青禾县教育局', '13-1', '部分完成')
  await cell.getByRole('button', { name: '另存 品牌创建.pdf' }).click()
  await expect(cell.getByRole('alert')).toContainText(/没有读出来：文件(找不到了|读不出来)/)
})
