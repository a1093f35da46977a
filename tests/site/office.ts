/** What an office receives: bundles of made-up units, packed by the site's own code, as files on a disk. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright/test'
import type { Change } from '../../src/core/checklist/change'
import { buildChecklist, type Checklist } from '../../src/core/checklist/checklist'
import { pack, type Stored } from '../unit/generate'
import { afterChanges, fileOf, freeze, morning, noon } from '../unit/samples'
import { expect } from './fixtures'

export interface UnitBundle {
  /** The volumes, in order. */
  paths: string[]
  fingerprint: string
  checklist: Checklist
}

export interface UnitSays {
  name: string
  departments?: string[]
  /** Names of files by item, which is ticked; a file's content is its name, or what stands after `=`. */
  files?: Record<string, string[]>
  /** Real documents of item 0-1, by name. */
  documents?: Record<string, Buffer>
  /** Anything else, done before the files are added. */
  changes?: Change[]
  /** Of the last change and of packing. */
  at?: Date
  id?: string
  edition?: string
  /** Most bytes of one ZIP. */
  limit?: number
}

/** Packs what a unit says into `folder`. */
export async function packUnit(folder: string, says: UnitSays): Promise<UnitBundle> {
  const { checklist, blobs } = storedUnit(says)
  const { files, fingerprint } = await pack({ checklist, blobs }, says.limit, says.at ?? noon)
  await mkdir(folder, { recursive: true })
  const paths = await Promise.all(
    files.map(async file => {
      const path = join(folder, file.name)
      await writeFile(path, Buffer.from(await file.arrayBuffer()))
      return path
    }),
  )
  return { paths, fingerprint, checklist }
}

/** What comes to an office: 青禾县教育局 in one sound bundle, 青禾县水利局 in volumes, 青禾县公安局 with an altered file. */
export async function packThreeUnits(
  folder: string,
): Promise<Record<'sound' | 'volumes' | 'altered', UnitBundle>> {
  const files = { '0-1': ['通知.txt=县教育局的通知'], '0-2': ['计划.txt=县教育局的计划'] }
  const sound = await packUnit(folder, { name: '青禾县教育局', files })
  const volumes = await packUnit(folder, {
    name: '青禾县水利局',
    files: { '0-1': [`甲.bin=${'甲'.repeat(20_000)}`], '0-2': [`乙.bin=${'乙'.repeat(20_000)}`] },
    limit: 120_000,
  })
  const altered = await packUnit(folder, { name: '青禾县公安局', files: { '0-1': ['通知.txt=原件'] } })
  await tamper(altered.paths[0] as string, '原件', '改件')
  return { sound, volumes, altered }
}

export function storedUnit({
  name,
  departments = ['education'],
  files = {},
  documents = {},
  changes = [],
  at = morning,
  id = name,
  edition = '2022',
}: UnitSays): Stored {
  const unit = { name, departments, contact: '办公室联络员', phone: '' }
  const blobs = new Map<string, Blob>()
  const adding = Object.entries(files).flatMap(([item, names]): Change[] => [
    { kind: 'set-ready', item, ready: true },
    {
      kind: 'add-files',
      item,
      files: names.map(text => {
        const [fileName = '', content = fileName] = text.split('=')
        const file = fileOf(fileName, content)
        blobs.set(file.sha256, new Blob([content]))
        return file
      }),
    },
  ])
  for (const [fileName, content] of Object.entries(documents)) {
    const file = fileOf(fileName, content)
    blobs.set(file.sha256, new Blob([new Uint8Array(content)]))
    adding.push({ kind: 'add-files', item: '0-1', files: [file] })
  }
  const checklist = afterChanges(buildChecklist(id, edition, unit, at), [...changes, ...adding], at)
  return freeze({ checklist, blobs })
}

/** A copy of a bundle with one file's content replaced, byte for byte of the same length. */
export async function tamper(path: string, content: string, by: string): Promise<void> {
  const bytes = await readFile(path)
  const at = bytes.indexOf(content)
  if (at < 0 || Buffer.byteLength(content) !== Buffer.byteLength(by))
    throw new Error(`Cannot tamper with ${path}: ${content} is not there, or of another length`)
  bytes.write(by, at)
  await writeFile(path, bytes)
}

export async function openIntake(page: Page): Promise<void> {
  await page.goto('2022/intake.html')
  await expect(page.getByRole('heading', { level: 1, name: '收件核验' })).toBeVisible()
}

/** Picks bundles and waits until all of them were looked at. */
export async function bring(page: Page, paths: readonly string[]): Promise<void> {
  await page.getByLabel('选择材料包').setInputFiles([...paths])
  await expectVerified(page)
}

export async function expectVerified(page: Page): Promise<void> {
  await expect(page.getByText(/^核验完毕，共 \d+ 个文件。$/)).toBeAttached()
}

/** A unit's row of the matrix, its cells without those that nobody has anything in. */
export function rowOf(page: Page, unit: string): Locator {
  return page.getByRole('region', { name: '汇总矩阵' }).getByRole('row').filter({ hasText: unit })
}

/** The names of all rows, in order. */
export function unitsIn(page: Page): Locator {
  return page.getByRole('region', { name: '汇总矩阵' }).getByRole('rowheader').getByRole('button')
}

export async function openUnit(page: Page, unit: string): Promise<Locator> {
  await rowOf(page, unit).getByRole('button', { name: unit, exact: true }).click()
  return page.getByRole('dialog', { name: unit, exact: true })
}

/** A cell of the matrix by its column and what it says in words. */
export function cellOf(page: Page, unit: string, column: string, says: string): Locator {
  return rowOf(page, unit).getByRole('button', { name: new RegExp(`^${unit} ${column} \\S+?，${says}`) })
}

export async function openCell(page: Page, unit: string, column: string, says: string): Promise<Locator> {
  await cellOf(page, unit, column, says).click()
  return page.getByRole('dialog')
}

/** What would be printed now, as the browser asks for it: it is drawn for that only. */
export async function paperOf(page: Page): Promise<Locator> {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  return page.locator('.printed')
}

export function troubles(page: Page): Locator {
  return page
    .getByRole('region', { name: '收到的文件' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: /^移出/ }) })
}

export async function closeDialog(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}
