/** What a publisher does on the tool's page, by the labels she reads, and what she gets. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import JSZip from 'jszip'
import { expect, type Page } from 'playwright/test'
import type { Catalogue } from '../../src/core/edition/catalogue'
import { builtFolder } from '../browsers'
import { printedTable, toWord, toWorkbook } from '../unit/publish/table-files'
import { readSource } from '../unit/samples'
import type { Session } from './fixtures'

export interface Sources {
  table: string
  notice: string
}

/** The notice of 2022 and its table, as files in `folder`. */
export async function writeSeed(folder: string, kind: 'docx' | 'xlsx'): Promise<Sources> {
  const source = readSource()
  const table = printedTable(source)
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `2022年质量工作考核要点.${kind}`)
  writeFileSync(
    path,
    kind === 'docx' ? await toWord([table], ['附件1', source.title]) : await toWorkbook(table, source.title),
  )
  return { table: path, notice: fileURLToPath(new URL('../fixtures/notice-2022.txt', import.meta.url)) }
}

/** Picks both files; the table is read first. */
export async function bring(page: Page, { table, notice }: Sources): Promise<void> {
  await page.getByLabel('选择考核要点表').setInputFiles(table)
  await expect(page.getByRole('region', { name: '核对' })).toBeVisible()
  await page.getByLabel('选择通知原文').setInputFiles(notice)
  await expect(page.getByRole('region', { name: '文件' })).toContainText(basename(notice))
}

/** Gives every question its first answer. */
export async function answerAll(page: Page): Promise<void> {
  const done = page.getByRole('region', { name: '核对' }).getByText('没有问题了')
  const next = page.getByRole('button', { name: '就这样，看下一个' })
  // What a change of the files asks anew comes when they were read again.
  await expect(page.getByText('正在读文件')).toBeHidden()
  await expect(next.or(done)).toBeVisible()
  const asked = page.locator('.publish-question .attention')
  while (!(await done.isVisible())) {
    const before = (await asked.textContent()) ?? ''
    await next.click()
    // The next question comes when the answer was worked in.
    await expect(asked.getByText(before, { exact: true })).toHaveCount(0)
  }
}

/** Presses 生成 of one of the gifts. @returns where its file lies */
export async function take(session: Session, gift: string): Promise<string> {
  const button = session.page.getByRole('button', { name: `生成${gift}`, exact: true })
  await expect(button).toBeEnabled()
  const { path } = await session.download(() => button.click())
  return path
}

/** The files of a ZIP by path, without the folder that all lie in. */
export async function unzip(path: string): Promise<Map<string, Buffer>> {
  const zip = await JSZip.loadAsync(readFileSync(path))
  const files = new Map<string, Buffer>()
  for (const [name, entry] of Object.entries(zip.files))
    if (!entry.dir) files.set(name.slice(name.indexOf('/') + 1), await entry.async('nodebuffer'))
  return files
}

/**
 * Files of the built site that the folder has not, or has otherwise. Left out are editor's notes, which only `content/` has, the
 * data of scripts, and the way to the publisher's page, which the folder has not.
 */
export function differences(files: Map<string, Buffer>, built: readonly string[]): string[] {
  return built.filter(path => {
    const [made, own] = [files.get(path), readFileSync(join(builtFolder, path))]
    if (!made) return true
    return path.endsWith('.html') ? plain(made.toString()) !== plain(own.toString()) : !made.equals(own)
  })
}

/** What a page's script reads: its catalogue without editor's notes. */
export function catalogueIn(html: string): { catalogue: Catalogue } {
  const [, json = ''] = /<script type="application\/json" id="page">([\s\S]*?)<\/script>/.exec(html) ?? []
  return JSON.parse(json, (key, value) => (key === 'note' || key === 'notes' ? undefined : value))
}

function plain(html: string): string {
  return html
    .replace(/<script type="application\/json" id="page">[\s\S]*?<\/script>/, '')
    .replace(/<div class="notes">[\s\S]*?<\/div>|<p class="notes">[\s\S]*?<\/p>/g, '')
    .replace(/<li>要发布新一年的通知[\s\S]*?<\/li>/, '')
    .replace(/\s+/g, '')
}
