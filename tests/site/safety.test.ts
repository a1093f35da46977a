/** 本机保存情况: a clerk learns how much is stored, how safe it is, and what would keep it safer. */
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Locator, Page } from 'playwright/test'
import { save } from './bringing'
import {
  attach,
  checklistPage,
  confirmBackup,
  downloadBundle,
  expectSaved,
  openChecklist,
  openSavedHere,
  openStep,
  removeFile,
  startUnit,
  water,
} from './clerk'
import { expect, test } from './fixtures'
import { paper } from './papers'

test('本机保存情况 says how much is stored, and when it last went into a bundle', async ({
  page,
}, testInfo) => {
  await openChecklist(page, water)
  await page.getByRole('button', { name: '切换单位' }).click()
  await page.getByRole('button', { name: '新建一个单位的清单' }).click()
  await startUnit(page, { name: '青禾县教育局', departments: ['教育部门'] })
  const shared = paper('两处都用.pdf', Buffer.alloc(3000))
  await attach(page, '0-1', shared, '两处都用.pdf')
  await attach(page, '0-2', shared, '两处都用.pdf')
  await attach(page, '0-3', paper('移除的.pdf', Buffer.alloc(2120)), '移除的.pdf')
  await removeFile(page, '0-3', '移除的.pdf')
  await expectSaved(page)

  const shown = await openSavedHere(page)
  // What two items use counts once; what can still be taken back is said apart.
  await expect(shown).toContainText('2 个单位的清单，1 个文件，共 3 KB。最近移除、删除的 1 个还占着 2 KB。')
  await expect(answerTo(shown, '上次下载材料包')).toContainText('还没有确认存好的')
  await shown.getByRole('button', { name: '关闭' }).click()

  await page.clock.setFixedTime('2022-12-20T09:05:00+08:00')
  await downloadBundle(page, testInfo.outputPath())
  await confirmBackup(page)
  await openSavedHere(page)
  await expect(answerTo(shown, '上次下载材料包')).toHaveText('12月20日 9:05。')
  await shown.getByRole('button', { name: '关闭' }).click()

  await page.clock.setFixedTime('2022-12-21T16:30:00+08:00')
  await openStep(page, '核对报送')
  await save(page, testInfo.outputPath(), () => page.getByRole('button', { name: '下载文字备份' }).click())
  await page.reload()
  await openSavedHere(page)
  await expect(answerTo(shown, '上次下载材料包')).toHaveText('12月20日 9:05。')
  await expect(answerTo(shown, '上次文字备份')).toHaveText('12月21日 16:30 交给浏览器下载，不含附件。')
})

test('over http 本机保存情况 owns that a closed page needs the network, and offers the single file', async ({
  page,
  folder,
}, testInfo) => {
  await openChecklist(page)
  const shown = await openSavedHere(page)
  await expect(answerTo(shown, '断网能不能打开')).toContainText('关掉以后，要有网络才能再打开')
  await expect(answerTo(shown, '浏览器会不会自行清理')).toContainText('C 盘快满时可能清理')
  await expect(answerTo(shown, '存在哪里')).toContainText('没有上传到任何地方')
  await expectSingleFile(page, shown, folder, testInfo.outputPath())
})

test('who begins is offered the single file too', async ({ page, folder }, testInfo) => {
  for (const path of [checklistPage, '2022/index.html', 'help.html']) {
    await page.goto(path)
    await expectSingleFile(page, page.getByRole('main'), folder, testInfo.outputPath())
  }
})

test('未备份 stands among the steps until a person says that the bundle she downloaded is there', async ({
  page,
}, testInfo) => {
  await openChecklist(page)
  const step = page
    .getByRole('navigation', { name: '填报步骤' })
    .getByRole('link', { name: '备份与本机保存情况' })
  await expect(step).toContainText('未备份')
  await page.reload()
  await expect(step).toContainText('未备份')
  await downloadBundle(page, testInfo.outputPath())
  await expect(page.getByRole('region', { name: '材料包' })).toContainText('文件在不在？')
  await expect(step).toContainText('未备份')
  await confirmBackup(page)
  await expect(step).not.toContainText('未备份')
  await page.reload()
  await expect(step).toBeVisible()
  await expect(step).not.toContainText('未备份')
})

/** 下载离线版 gives the file of that name. */
async function expectSingleFile(page: Page, shown: Locator, folder: string, to: string): Promise<void> {
  const path = await save(page, to, () => shown.getByRole('link', { name: /下载离线版/ }).click())
  expect(basename(path)).toBe('2022年度填报（离线版）.html')
  expect(await readFile(path, 'utf8')).toBe(
    await readFile(join(folder, 'offline/2022-checklist.html'), 'utf8'),
  )
}

/** What is said under one of the dialog's headings. */
function answerTo(shown: Locator, question: string): Locator {
  return shown.getByRole('definition').and(shown.locator(`dt:text-is("${question}") + dd`))
}
