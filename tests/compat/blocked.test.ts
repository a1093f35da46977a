/** A browser whose own settings block site data, as an office's administrator may set them. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { storageWording } from '../../src/wording/checklist'
import { findBrowser } from '../browsers'
import { byItem, openBundle } from '../site/bundle'
import {
  agriculture,
  attach,
  checklistPage,
  downloadBundle,
  expectAttached,
  openSavedHere,
  openStep,
  remarkOf,
  startUnit,
  tickOf,
} from '../site/clerk'
import { commonArguments, expect, test as siteTest } from '../site/fixtures'
import { paper, sha256Of } from '../site/papers'

const blocking = JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } })

const test = siteTest.extend({
  context: async ({ playwright, baseURL }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'yinzheng-'))
    await mkdir(join(folder, 'Default'))
    await writeFile(join(folder, 'Default/Preferences'), blocking)
    const { executablePath, environment } = await findBrowser('current')
    const context = await playwright.chromium.launchPersistentContext(folder, {
      executablePath,
      env: { ...process.env, ...environment },
      args: commonArguments,
      locale: 'zh-CN',
      ...(baseURL && { baseURL }),
    })
    await use(context)
    await context.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
})

test('where the browser blocks site data the page says so before any work, and a bundle still comes out', async ({
  page,
}, testInfo) => {
  await page.goto('help.html')
  const refusal = await page.evaluate(
    () =>
      new Promise<string | undefined>(resolve => {
        const opening = indexedDB.open('yinzheng', 1)
        opening.onsuccess = () => resolve(undefined)
        opening.onerror = () => resolve(opening.error?.name)
      }),
  )
  test.skip(refusal === undefined, 'this Chromium, a headless shell, takes no notice of its preferences')

  await page.goto(checklistPage)
  const warning = page.getByRole('alert')
  await expect(warning).toContainText(`${storageWording.memory}（${refusal}）`)
  await expect(page.getByRole('button', { name: '大字' })).toBeVisible()
  await startUnit(page, agriculture)
  await expect(warning).toContainText(storageWording.memory)
  await tickOf(page, '0-2').check()
  await attach(page, '0-2', paper('工作计划.docx'), '工作计划.docx')
  await remarkOf(page, '11-2-1').fill('纸质件另附')
  await expect(page.getByRole('status')).toContainText('仅在本页暂存')
  const shown = await openSavedHere(page)
  await expect(shown).toContainText('1 个单位的清单，1 个文件')
  await expect(shown).toContainText('只在这个页面里暂存，关闭页面就会丢失')
  await shown.getByRole('button', { name: '关闭' }).click()
  await openStep(page, '备材料')

  const bundle = await openBundle(await downloadBundle(page, testInfo.outputPath()))
  expect(bundle.findings).toEqual([])
  expect(byItem(bundle)).toEqual({ '0-2': { '工作计划.docx': sha256Of('工作计划.docx') } })
  expect(bundle.checklist.answers['11-2-1']?.remark).toBe('纸质件另附')
  await expectAttached(page, '0-2', ['工作计划.docx'])
  await page.reload()
  await expect(page.getByRole('button', { name: '开始填报' })).toBeVisible()
})
