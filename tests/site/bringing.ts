import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, expect, type Locator, type Page } from 'playwright/test'
import {
  agriculture,
  attach,
  checklistPage,
  expectAttached,
  expectSaved,
  markNotApplicable,
  openChecklist,
  openStep,
  pickFiles,
  reasonOf,
  remarkOf,
  tickOf,
  unitHeading,
} from './clerk'
import type { Guard } from './fixtures'
import { type Paper, paper, sha256Of } from './papers'

export const remark = '纸质件另附。\n共两份😀 “甲”<b>'
export const packed = {
  '0-2': { '工作计划.docx': sha256Of('工作计划.docx') },
  '11-2-1': { '种子抽检.pdf': sha256Of('种子抽检.pdf'), '工作计划.docx': sha256Of('工作计划.docx') },
}

/** Ticks, remarks, a reason, and two files of which one serves two items. */
export async function fillIn(page: Page, path = checklistPage): Promise<void> {
  await openChecklist(page, agriculture, path)
  await attach(page, '0-2', paper('工作计划.docx'), '工作计划.docx')
  await attach(page, '11-2-1', paper('种子抽检.pdf'), '种子抽检.pdf')
  await attach(page, '11-2-1', paper('工作计划.docx'), '工作计划.docx')
  await tickOf(page, '0-2').check()
  await remarkOf(page, '11-2-1').fill(remark)
  await markNotApplicable(page, '0-5', '本年度没有表彰')
  await expectSaved(page)
}

export async function expectFilledIn(page: Page): Promise<void> {
  await expect(unitHeading(page, agriculture)).toBeVisible()
  await expect(tickOf(page, '0-2')).toBeChecked()
  await expect(tickOf(page, '0-1')).not.toBeChecked()
  await expect(remarkOf(page, '11-2-1')).toHaveValue(remark)
  await expect(reasonOf(page, '0-5')).toHaveValue('本年度没有表彰')
  await expectAttached(page, '0-2', ['工作计划.docx'])
  await expectAttached(page, '11-2-1', ['种子抽检.pdf', '工作计划.docx'])
}

export async function closeOutcome(page: Page): Promise<void> {
  await outcomeOf(page).getByRole('button', { name: '知道了' }).click()
  await expect(outcomeOf(page)).toHaveCount(0)
}

/** The checklist page in a browser that has stored nothing yet. */
export async function anotherComputer(browser: Browser, guard: Guard, path = checklistPage): Promise<Page> {
  const context = await browser.newContext()
  guard.watch(context)
  const page = await context.newPage()
  await page.goto(path)
  await expect(page.getByRole('button', { name: '开始填报' })).toBeVisible()
  return page
}

/** Picks files in 导入材料包; does not wait for what comes of it. */
export async function bringIn(page: Page, files: readonly string[] | readonly Paper[]): Promise<void> {
  await page
    .locator('input[aria-label="导入材料包"]')
    .first()
    .setInputFiles(files as string[])
}

/** What came of it. */
export function outcomeOf(page: Page): Locator {
  return page.getByRole('region', { name: '导入', exact: true })
}

/** The question whether to unite, and which texts to keep. */
export function questionOf(page: Page): Locator {
  return page.getByRole('dialog', { name: '导入材料包' })
}

/** Chooses for one text that differs, which goes by `<item> <field>`. */
export async function keepText(page: Page, field: string, choice: '现在的' | '导入的' | '都保留') {
  await questionOf(page)
    .getByRole('group', { name: field, exact: true })
    .getByRole('radio', { name: new RegExp(`^${choice}`) })
    .check()
}

/** Downloads the text backup into `folder`. @returns its path */
export async function downloadText(page: Page, folder: string): Promise<string> {
  await openStep(page, '核对报送')
  const path = await save(page, folder, () => page.getByRole('button', { name: '下载文字备份' }).click())
  await openStep(page, '备材料')
  return path
}

/** Saves what `press` downloads into `folder`, under the name the page gave it. @returns its path */
export async function save(page: Page, folder: string, press: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  const path = join(folder, download.suggestedFilename())
  await download.saveAs(path)
  return path
}

export const megabyte = 1024 * 1024

/** Writes files that don't compress, of so many megabytes each. @returns their paths, `大文件1.bin` first */
export async function writeLarge(folder: string, megabytes: readonly number[]): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  return Promise.all(
    megabytes.map(async (size, i) => {
      const path = join(folder, `大文件${i + 1}.bin`)
      await writeFile(path, randomBytes(size * megabyte))
      return path
    }),
  )
}

/** Begins a checklist and attaches large files to item 0-1, which takes a while without a secure context. */
export async function attachLarge(page: Page, paths: readonly string[]): Promise<void> {
  await openChecklist(page)
  await addLarge(page, paths)
}

export async function addLarge(page: Page, paths: readonly string[]): Promise<void> {
  await pickFiles(page, '0-1', paths)
  const download = page.getByRole('button', { name: '下载材料包' })
  await expect(page.getByRole('region', { name: '添加附件' })).toHaveCount(0, { timeout: 40_000 })
  await expect(download).toBeEnabled({ timeout: 40_000 })
}

/** The panel that says a bundle in one piece was handed over. */
export function packingOf(page: Page): Locator {
  return page.getByRole('region', { name: '材料包', exact: true })
}

/** Where 核对报送 asks how the bundle is to be sent, and lists its packages. */
export function packagesOf(page: Page): Locator {
  return page.getByRole('region', { name: '打包', exact: true })
}

/** Says that no package may have more than so many megabytes, and packs. @returns once all are there */
export async function packAtMost(page: Page, limit: number): Promise<void> {
  await page.getByRole('button', { name: '下载材料包' }).click()
  await packagesOf(page).getByRole('spinbutton', { name: '每个压缩包的大小（MB）' }).fill(`${limit}`)
  await page.getByRole('button', { name: /^打成 \d+ 个压缩包$/ }).click()
  await expect(page.getByRole('button', { name: /^全部下载/ })).toBeVisible()
}

/** Packs in volumes of at most so many megabytes, and downloads each by its own button. @returns their paths in order */
export async function downloadVolumes(page: Page, folder: string, limit: number): Promise<string[]> {
  await packAtMost(page, limit)
  return saveVolumes(page, folder)
}

export async function saveVolumes(page: Page, folder: string): Promise<string[]> {
  const paths: string[] = []
  const count = await packagesOf(page)
    .getByRole('button', { name: /^下载第 \d+ 个压缩包$/ })
    .count()
  for (let i = 1; i <= count; i++) {
    const button = packagesOf(page).getByRole('button', { name: `下载第 ${i} 个压缩包`, exact: true })
    paths.push(await save(page, folder, () => button.click()))
  }
  return paths
}
