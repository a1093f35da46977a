/** 导出汇总表 and 按指标归集 as the office does it, and what the office above makes of it. */
import { execFileSync } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Download, Page } from 'playwright/test'
import { checkBags } from '../bag-check'
import { readWorkbook, valuesOf } from '../unit/bundle/workbook'
import { expect, test } from './fixtures'
import { bring, openIntake, packUnit, tamper } from './office'

const office = '崇阳县质量强县工作委员会办公室'
const units = [
  { name: '青禾县教育局', files: { '0-1': ['教育通知.pdf'], '13-1-1': ['双减.pdf', '专班.pdf'] } },
  { name: '青禾县水利局', departments: ['water'], files: { '0-1': ['水利通知.pdf'] } },
  { name: '青禾县公安局', departments: ['public-security'], files: { '0-2': ['公安计划.pdf'] } },
]

async function packAll(folder: string): Promise<string[]> {
  const paths: string[] = []
  for (const unit of units) paths.push(...(await packUnit(folder, unit)).paths)
  return paths
}

async function saved(download: Download, folder: string): Promise<string> {
  const path = join(folder, download.suggestedFilename())
  await download.saveAs(path)
  return path
}

async function downloadBy(page: Page, button: string | RegExp): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  return download
}

const panel = (page: Page) => page.getByRole('region', { name: '按指标归集' })
/** Every row of the matrix, without what differs from one office to the next: nothing does. */
const matrix = (page: Page) => page.getByRole('row').allInnerTexts()

test('汇总表 is a workbook of what the page shows, findings of what is no hand-in included', async ({
  page,
}, testInfo) => {
  const folder = testInfo.outputPath('收件')
  const paths = await packAll(folder)
  await tamper(paths[1] as string, '水利通知.pdf'.repeat(1), '水利通告.pdf')
  await openIntake(page)
  await bring(page, paths)
  const download = await downloadBy(page, '导出汇总表')
  expect(download.suggestedFilename()).toBe('2022年质量工作考核资料汇总表.xlsx')
  await expect(page.getByText('已交给浏览器下载：2022年质量工作考核资料汇总表.xlsx')).toBeVisible()
  const sheets = readWorkbook(await readFile(await download.path()))
  expect(sheets.map(({ name }) => name)).toEqual(['汇总矩阵', '材料明细', '县初评分', '缺报清单', '核验发现'])
  const [rows = [], details = [], , , findings = []] = sheets.map(valuesOf)
  expect(rows.slice(2, 5).map(row => row[1])).toEqual(
    units.map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'zh-CN')),
  )
  expect(
    details
      .map(row => row[6])
      .filter(name => `${name}`.endsWith('.pdf'))
      .sort(),
  ).toEqual(['专班.pdf', '公安计划.pdf', '双减.pdf', '教育通知.pdf', '水利通知.pdf'].sort())
  expect(findings.slice(1).map(row => row[1])).toContain('青禾县水利局')
})

test('a roll-up in volumes is a valid bag, and the office above finds the same units in it, with every file', async ({
  page,
}, testInfo) => {
  const folder = testInfo.outputPath('收件')
  const paths = await packAll(folder)
  await openIntake(page)
  await bring(page, paths)
  const before = await matrix(page)
  await page.getByRole('button', { name: '按指标归集' }).click()
  await expect(panel(page)).toContainText('会得到 1 卷')
  const path = await saved(await downloadBy(page, '打成一个压缩包'), testInfo.outputPath('归集'))
  expect(path.endsWith(`/${office}-2022年按指标归集.zip`)).toBe(true)
  await expect(panel(page)).toContainText('已交给浏览器下载')
  expect(await checkBags([path])).toEqual([])

  await openIntake(page)
  await bring(page, [path])
  await expect.poll(() => matrix(page)).toEqual(before)
  await page
    .getByRole('button', { name: /^青禾县教育局/ })
    .first()
    .click()
  await expect(page.getByRole('dialog')).toContainText('✓')
})

test('one department gets its rows only; packing again from two roll-ups holds the units of both', async ({
  page,
}, testInfo) => {
  const paths = await packAll(testInfo.outputPath('收件'))
  const parts: string[] = []
  for (const [i, some] of [paths.slice(0, 1), paths.slice(1)].entries()) {
    await openIntake(page)
    await bring(page, some)
    await page.getByRole('button', { name: '按指标归集' }).click()
    parts.push(await saved(await downloadBy(page, '打成一个压缩包'), testInfo.outputPath(`县${i}`)))
  }
  await openIntake(page)
  await bring(page, parts)
  await page.getByRole('button', { name: '按指标归集' }).click()
  await page.getByLabel('归集哪些').selectOption('只要教育部门评价的指标')
  const path = await saved(await downloadBy(page, '打成一个压缩包'), testInfo.outputPath('市'))
  expect(path.endsWith(`/${office}-2022年教育部门.zip`)).toBe(true)
  expect(await checkBags([path])).toEqual([])
  const names = execFileSync(
    'python3',
    ['-c', 'import sys, zipfile; print("\\n".join(zipfile.ZipFile(sys.argv[1]).namelist()))', path],
    { env: { ...process.env, PYTHONUTF8: '1' } },
  ).toString()
  expect(names.match(/\/data\/.*\.pdf/g)).toEqual([
    '/data/13_服务质量/13-1_服务质量/青禾县教育局/13-1-1_建立“双减”工作专门/双减.pdf',
    '/data/13_服务质量/13-1_服务质量/青禾县教育局/13-1-1_建立“双减”工作专门/专班.pdf',
  ])
  expect(names.match(/\/units\/.*checklist\.json/g)?.length).toBe(3)
})

test('when a bundle is gone the roll-up is refused in words, and nothing else is lost', async ({
  page,
}, testInfo) => {
  const paths = await packAll(testInfo.outputPath('收件'))
  await openIntake(page)
  await bring(page, paths)
  await page.getByRole('button', { name: '按指标归集' }).click()
  await expect(panel(page)).toContainText('会得到 1 卷')
  await rm(paths[0] as string)
  await page.getByRole('button', { name: '打成一个压缩包' }).click()
  await expect(panel(page)).toContainText('没有生成：文件找不到了')
  await panel(page).getByRole('button', { name: '知道了' }).click()
  await expect(page.getByRole('button', { name: '导出汇总表' })).toBeEnabled()
})

test('volumes are handed over one by one, and none of a bundle that is gone by then', async ({
  page,
}, testInfo) => {
  const folder = testInfo.outputPath('收件')
  const contents = ['甲', '乙'].map(letter => letter.repeat(500_000))
  const files = { '0-1': contents.map((content, i) => `录像${i + 1}.mp4=${content}`) }
  const { paths } = await packUnit(folder, { name: '青禾县教育局', files })
  await openIntake(page)
  await bring(page, paths)
  await page.getByRole('button', { name: '按指标归集' }).click()
  await page.getByLabel('自定每卷大小（MB）').fill('2')
  await expect(panel(page)).toContainText('会得到 2 卷')
  await page.getByRole('button', { name: '打成 2 卷' }).click()
  const volumes = [1, 2].map(index => `下载第 ${index} 卷`)
  const saves: string[] = []
  for (const volume of volumes)
    saves.push(await saved(await downloadBy(page, volume), testInfo.outputPath('归集')))
  expect(await checkBags(saves)).toEqual([])
  await expect(panel(page)).toContainText('已下载 2 卷')
  await rm(paths[0] as string)
  await page.getByRole('button', { name: '下载第 1 卷' }).click()
  await expect(panel(page)).toContainText('没有生成：文件找不到了')
})
