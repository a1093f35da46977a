/** 预检: every stored file is read again before the bundle is sent; what is wrong is named. */
import type { Page } from 'playwright/test'
import { attach, expectAttached, expectSaved, openChecklist, openStep, pickFiles, tickOf } from './clerk'
import { expect, test } from './fixtures'
import { paper, sha256Of } from './papers'
import { readRecords } from './records'
import { slowDisk } from './slow-disk'

const verdict = (page: Page) => page.getByRole('region', { name: '预检' })
const run = async (page: Page) => {
  await openStep(page, '核对报送')
  await page.getByRole('button', { name: '预检', exact: true }).click()
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
            resolve((reading.result as Blob).text())
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
  await expect(verdict(page)).toContainText('✓ 预检通过：0 个文件逐个重读')
  await verdict(page).getByRole('button', { name: '知道了' }).click()
  await openStep(page, '备材料')
  await attach(page, '0-1', paper('共用.pdf'), '共用.pdf')
  await attach(page, '0-3', paper('共用.pdf'), '共用.pdf')
  const before = await readRecords(page)
  await run(page)
  await expect(verdict(page)).toContainText('✓ 预检通过：2 个文件逐个重读，与添加时完全一致')
  expect(await readRecords(page)).toEqual(before)
  await verdict(page).getByRole('button', { name: '知道了' }).click()
  await expect(verdict(page)).toHaveCount(0)
})

test('a stored file with other bytes is named at every item that uses it; added again it passes', async ({
  page,
}) => {
  await openWithFiles(page)
  await replaceBytes(page, sha256Of('共用.pdf'), '共用.pdg')
  await run(page)
  await expect(verdict(page)).toContainText('预检发现 2 处问题，请处理后再下载')
  await expect(verdict(page).getByRole('listitem')).toHaveText([
    '0-1 共用.pdf 保存的内容读不出来，或者与添加时不一致，请重新添加这个文件。',
    '0-3 共用.pdf 保存的内容读不出来，或者与添加时不一致，请重新添加这个文件。',
  ])

  // What the sentence asks for.
  await openStep(page, '备材料')
  await pickFiles(page, '0-1', [paper('共用.pdf')])
  await expect.poll(() => storedText(page, sha256Of('共用.pdf'))).toBe('共用.pdf')
  await expectAttached(page, '0-1', ['共用.pdf'])
  await run(page)
  await expect(verdict(page)).toContainText('✓ 预检通过：3 个文件逐个重读')
})

test('a file whose bytes are gone is named; added again it passes', async ({ page }) => {
  await openWithFiles(page)
  await replaceBytes(page, sha256Of('只此一处.pdf'), null)
  await run(page)
  await expect(verdict(page)).toContainText('预检发现 1 处问题')
  await expect(verdict(page).getByRole('listitem')).toHaveText([
    '0-3 只此一处.pdf 内容不在这台电脑上，请重新添加这个文件。',
  ])
  await pickFiles(page, '0-3', [paper('只此一处.pdf')])
  await expect
    .poll(async () => Object.keys(await readRecords(page)))
    .toContain(`blob:${sha256Of('只此一处.pdf')}`)
  await run(page)
  await expect(verdict(page)).toContainText('✓ 预检通过：3 个文件逐个重读')
})

test('停止预检 stops at once, says so, and it can be run again', async ({ page }) => {
  const disk = await slowDisk(page)
  await openChecklist(page)
  await pickFiles(page, '0-3', [paper('一.pdf'), paper('二.pdf')])
  await disk.give(2)
  await expectAttached(page, '0-3', ['一.pdf', '二.pdf'])
  const before = await readRecords(page)

  await run(page)
  await expect.poll(() => disk.waiting()).toBe(2)
  await expect(verdict(page)).toContainText('正在预检')
  await expect(verdict(page).getByRole('progressbar', { name: '预检进度' })).toBeVisible()
  await expect(page.getByRole('button', { name: '预检', exact: true })).toBeDisabled()
  await verdict(page).getByRole('button', { name: '停止预检' }).click()
  await expect(verdict(page)).toContainText('预检没有做完：已按您的要求停止。清单和文件都没有改动。')
  expect(await disk.waiting()).toBe(2)
  expect(await readRecords(page)).toEqual(before)

  await disk.give()
  await run(page)
  await expect(verdict(page)).toContainText('✓ 预检通过：2 个文件逐个重读')
})
