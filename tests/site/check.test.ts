/** 检查: what is missing stands there all the time, and every stored file is read again; what is wrong is named. */
import type { Page } from 'playwright/test'
import {
  attach,
  expectAttached,
  expectSaved,
  itemOf,
  openChecklist,
  openStep,
  pickFiles,
  tickOf,
} from './clerk'
import { expect, test } from './fixtures'
import { paper, sha256Of } from './papers'
import { readRecords } from './records'
import { slowDisk } from './slow-disk'

const verdict = (page: Page) => page.getByRole('region', { name: '检查', exact: true })
const run = async (page: Page) => {
  await openStep(page, '核对报送')
  await verdict(page)
    .getByRole('button', { name: /^(再)?检查(一次)?$/ })
    .click()
}

/** Stores other bytes under a file's hash, or none: as a failing disk or a meddling program would. */
async function replaceBytes(page: Page, sha256: string, bytes: string | null): Promise<void> {
  await page.evaluate(
    ([key, bytes]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('yinzheng', 1)
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('records', 'readwrite')
          const store = transaction.objectStore('records')
          if (bytes === null) store.delete(key)
          else store.put(new Blob([bytes]), key)
          transaction.onabort = () => reject(transaction.error)
          transaction.oncomplete = () => {
            opening.result.close()
            resolve()
          }
        }
      }),
    [`blob:${sha256}`, bytes] as const,
  )
}

/** What is stored under a file's hash. */
async function storedText(page: Page, sha256: string): Promise<string> {
  return page.evaluate(
    key =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('yinzheng', 1)
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const reading = opening.result.transaction('records').objectStore('records').get(key)
          reading.onerror = () => reject(reading.error)
          reading.onsuccess = () => {
            opening.result.close()
            resolve(new Response(reading.result).text())
          }
        }
      }),
    `blob:${sha256}`,
  )
}

/** Three uses of two files. */
async function openWithFiles(page: Page): Promise<void> {
  await openChecklist(page)
  await attach(page, '0-1', paper('共用.pdf'), '共用.pdf')
  await attach(page, '0-3', paper('只此一处.pdf'), '只此一处.pdf')
  await attach(page, '0-3', paper('共用.pdf'), '共用.pdf')
  await tickOf(page, '0-1').check()
  await expectSaved(page)
}

test('a sound checklist passes, with files or without any, and the check changes nothing', async ({
  page,
}) => {
  await openChecklist(page)
  await run(page)
  await expect(verdict(page)).toContainText('0 个文件逐个重读，与添加时一样')
  await openStep(page, '备材料')
  await attach(page, '0-1', paper('共用.pdf'), '共用.pdf')
  await attach(page, '0-3', paper('共用.pdf'), '共用.pdf')
  const before = await readRecords(page)
  await run(page)
  await expect(verdict(page)).toContainText('1 个文件逐个重读，与添加时一样')
  expect(await readRecords(page)).toEqual(before)
})

test('a stored file with other bytes is named at every item that uses it; added again it passes', async ({
  page,
}) => {
  await openWithFiles(page)
  await replaceBytes(page, sha256Of('共用.pdf'), '共用.pdg')
  await run(page)
  await expect(verdict(page)).toContainText('有 2 处问题')
  await expect(verdict(page).locator('p').filter({ hasText: '请重新添加' })).toHaveText([
    '0-1 共用.pdf 保存的内容读不出来，或者与添加时不一致，请重新添加这个文件。',
    '0-3 共用.pdf 保存的内容读不出来，或者与添加时不一致，请重新添加这个文件。',
  ])

  // What the sentence asks for.
  await openStep(page, '备材料')
  await pickFiles(page, '0-1', [paper('共用.pdf')])
  await expect.poll(() => storedText(page, sha256Of('共用.pdf'))).toBe('共用.pdf')
  await expectAttached(page, '0-1', ['共用.pdf'])
  await run(page)
  await expect(verdict(page)).toContainText('2 个文件逐个重读，与添加时一样')
})

test('a file whose bytes are gone is named; added again it passes', async ({ page }) => {
  await openWithFiles(page)
  await replaceBytes(page, sha256Of('只此一处.pdf'), null)
  await run(page)
  await expect(verdict(page)).toContainText('有 1 处问题')
  await expect(verdict(page).locator('p').filter({ hasText: '请重新添加' })).toHaveText([
    '0-3 只此一处.pdf 内容不在这台电脑上，请重新添加这个文件。',
  ])
  await pickFiles(page, '0-3', [paper('只此一处.pdf')])
  await expect
    .poll(async () => Object.keys(await readRecords(page)))
    .toContain(`blob:${sha256Of('只此一处.pdf')}`)
  await run(page)
  await expect(verdict(page)).toContainText('2 个文件逐个重读，与添加时一样')
})

test('停止检查 stops at once, says so, and it can be run again', async ({ page }) => {
  const disk = await slowDisk(page)
  await openChecklist(page)
  await pickFiles(page, '0-3', [paper('一.pdf', '一'.repeat(10_000)), paper('二.pdf', '二'.repeat(10_000))])
  await disk.give(2)
  await expectAttached(page, '0-3', ['一.pdf', '二.pdf'])
  const before = await readRecords(page)

  await run(page)
  await expect.poll(() => disk.waiting()).toBe(2)
  await expect(verdict(page)).toContainText('正在逐个重读')
  await expect(verdict(page).getByRole('progressbar', { name: '检查进度' })).toBeVisible()
  await verdict(page).getByRole('button', { name: '停止检查' }).click()
  await expect(verdict(page)).toContainText('没有查完已按您的要求停止。清单和文件都没有改动。')
  expect(await disk.waiting()).toBe(2)
  expect(await readRecords(page)).toEqual(before)

  await disk.give()
  await run(page)
  await expect(verdict(page)).toContainText('2 个文件逐个重读，与添加时一样')
})

test('one list names what is missing, odd and unwritten, each a way there', async ({ page }) => {
  await openChecklist(page)
  for (const id of ['0-1', '0-2', '0-3', '0-5', '11-2-1', '11-2-2']) await tickOf(page, id).check()
  await attach(page, '0-6', paper('自评报告.docx'), '自评报告.docx')
  await openStep(page, '核对报送')
  const row = (name: string) => verdict(page).getByRole('listitem').filter({ hasText: name })
  await expect(row('! 还缺 3 项')).toContainText('0-6')
  await expect(row('! 再看一下 7 项')).toContainText('还有 4 项')
  await expect(row('! 没写完')).toContainText('写了 0 段')
  await row('! 还缺 3 项').getByRole('link', { name: '11-2-4' }).click()
  await expect(itemOf(page, '11-2-4')).toBeInViewport()
  for (const id of ['0-6', '11-2-3', '11-2-4']) await tickOf(page, id).check()
  await openStep(page, '核对报送')
  await expect(row('✓ 材料项')).toContainText('全部完成')
  await run(page)
  await expect(verdict(page)).toContainText('1 个文件逐个重读')
  await openStep(page, '备材料')
  await attach(page, '0-3', paper('后来.pdf'), '后来.pdf')
  await openStep(page, '核对报送')
  await expect(row('! 有新文件')).toContainText('检查以后又有 1 个文件，请再检查一次。')
})
