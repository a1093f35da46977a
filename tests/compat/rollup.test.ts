/** The office's table, list and roll-up in every browser and way: what is written and read there needs workers and parsers. */
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { checkBags } from '../bag-check'
import { bring, packUnit } from '../site/office'
import { readWorkbook, valuesOf } from '../unit/bundle/workbook'
import { diagonal, expect, type Session, test } from './fixtures'

/** Has the page count in `innerThreads` what its threads do with threads of their own. */
async function countInnerThreads(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const innerThreads = { started: 0, ended: 0 }
    Object.assign(window, { innerThreads })
    const tellPage = `if (!self.document && self.Worker) {
      const Inner = Worker, { terminate } = Inner.prototype
      self.Worker = function (url) { postMessage({ inner: 'started' }); return new Inner(url) }
      Worker.prototype = Inner.prototype
      Inner.prototype.terminate = function () { postMessage({ inner: 'ended' }); terminate.call(this) }
    }\n`
    const createAddress = URL.createObjectURL
    URL.createObjectURL = (blob: Blob) =>
      createAddress(
        /^text\/javascript/.test(blob.type) ? new Blob([tellPage, blob], { type: blob.type }) : blob,
      )
    const Outer = Worker
    window.Worker = class extends Outer {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options)
        this.addEventListener('message', event => {
          const inner: 'started' | 'ended' | undefined = event.data.inner
          if (inner === undefined) return
          innerThreads[inner] += 1
          event.stopImmediatePropagation()
        })
      }
    }
  })
}

/** Names and figures of the matrix, whatever office looks. */
const rowsOf = (page: Page) => page.getByRole('row').allInnerTexts()

async function openPage(session: Session, path: string): Promise<Page> {
  const page = await session.open(path)
  await expect(page.getByRole('heading', { level: 1, name: '收件核验' })).toBeVisible()
  return page
}

for (const [version, way] of diagonal) {
  test.describe(`Chromium ${version}, ${way}`, () => {
    test.use({ version, way })

    test('a list is kept, 汇总表 is written, and a roll-up opens in the single file with all units', async ({
      session,
    }, testInfo) => {
      const folder = testInfo.outputPath('收件')
      const many = Array.from({ length: 400 }, (_, i) => `第${i + 1}号材料.pdf`)
      const paths = [
        ...(await packUnit(folder, { name: '青禾县教育局', files: { '0-1': many } })).paths,
        ...(
          await packUnit(folder, {
            name: '青禾县水利局',
            departments: ['water'],
            files: { '0-2': ['计划.pdf'] },
          })
        ).paths,
      ]
      await countInnerThreads(session.page)
      let page = await openPage(session, '2022/intake.html')
      await bring(page, paths)
      await page.getByRole('button', { name: '填写应报单位名单' }).click()
      const summary = await session.download(() => page.getByRole('button', { name: '导出汇总表' }).click())
      const sheets = readWorkbook(await readFile(summary.path))
      expect(
        valuesOf(sheets[1] as (typeof sheets)[number]).filter(row => `${row[6]}`.endsWith('.pdf')),
      ).toHaveLength(401)
      // Ended before the thread that started them, they take the page of 86 with them, see io/bundle/workbook-worker.
      const { started, ended } = await page.evaluate(
        () => (window as unknown as { innerThreads: Record<'started' | 'ended', number> }).innerThreads,
      )
      expect(started).toBeGreaterThan(0)
      expect(ended).toBe(0)

      const table = testInfo.outputPath('名单.xlsx')
      await copyFile(summary.path, table)
      await page.getByLabel('从表格读取名单').setInputFiles(table)
      await expect(page.getByText(/^认出 2 个单位/)).toBeVisible()
      await page.getByRole('button', { name: '保存名单' }).click()
      await expect(
        page.getByRole('heading', { name: '应报 2 个单位，已报 2 个，没有报送 0 个' }),
      ).toBeVisible()

      const before = await rowsOf(page)
      await page.getByRole('button', { name: '按指标归集' }).click()
      const rolledUp = await session.download(() =>
        page.getByRole('button', { name: '打成一个压缩包' }).click(),
      )
      const zip = join(folder, rolledUp.name)
      await writeFile(zip, await readFile(rolledUp.path))
      expect(await checkBags([zip])).toEqual([])

      page = await openPage(session, 'offline/2022-intake.html')
      await bring(page, [zip])
      await expect.poll(() => rowsOf(page)).toEqual(before)
      await expect(
        page.getByRole('heading', { name: '应报 2 个单位，已报 2 个，没有报送 0 个' }),
      ).toBeVisible()
    })
  })
}
