/** Nothing that was written is lost: a full disk, blocked storage, records of another time. */
import type { Page } from 'playwright/test'
import { byItem, openBundle } from './bundle'
import {
  agriculture,
  attach,
  checklistPage,
  downloadBundle,
  expectAttached,
  expectSaved,
  openChecklist,
  openStep,
  pickFiles,
  remarkOf,
  removeFile,
  startUnit,
  tickOf,
  water,
} from './clerk'
import { blockStorage, fillableDisk } from './disk'
import { expect, test } from './fixtures'
import { paper, sha256Of } from './papers'
import { readRecords, storedHashes, writeRecords } from './records'
import { slowDisk } from './slow-disk'

const notSaved = '没有保存：浏览器的存储空间不够。您写的内容还在页面上'

test('a save the disk refuses keeps the text on screen, says so, and succeeds with 重试', async ({
  page,
}) => {
  const disk = await fillableDisk(page)
  await openChecklist(page)
  await disk.fill()
  await remarkOf(page, '0-1').fill('磁盘满了也不能丢的话')
  await tickOf(page, '0-2').check()
  await expect(page.getByRole('status')).toContainText(notSaved)
  // The words before and after are the same: the second refusal is there once saving was tried in between.
  const heard = await listenToStatus(page)
  await page.getByRole('button', { name: '重试' }).click()
  await expect.poll(heard).toEqual(['正在保存…', expect.stringContaining(notSaved)])
  await expect(remarkOf(page, '0-1')).toHaveValue('磁盘满了也不能丢的话')
  await expect(tickOf(page, '0-2')).toBeChecked()

  await disk.free()
  await page.getByRole('button', { name: '重试' }).click()
  await expectSaved(page)
  await page.reload()
  await expect(remarkOf(page, '0-1')).toHaveValue('磁盘满了也不能丢的话')
  await expect(tickOf(page, '0-2')).toBeChecked()
})

test('已保存 is gone at once when something is typed', async ({ page }) => {
  await openChecklist(page)
  await tickOf(page, '0-2').check()
  await expectSaved(page)
  const said = await remarkOf(page, '0-1').evaluate(async box => {
    ;(box as HTMLTextAreaElement).value = '刚写的'
    box.dispatchEvent(new Event('input', { bubbles: true }))
    // What the page does at once comes before this, any timer after it.
    await Promise.resolve()
    return document.querySelector('[role=status]')?.textContent
  })
  expect(said).toBe('正在保存…')
  await expectSaved(page)
})

test('a refused save is tried again unasked, and leaving before that asks first', async ({ page }) => {
  const disk = await fillableDisk(page)
  await openChecklist(page)
  await disk.fill()
  await remarkOf(page, '0-1').fill('还没有存好')
  await expect(page.getByRole('status')).toContainText(notSaved)
  const [question] = await Promise.all([page.waitForEvent('dialog'), page.close({ runBeforeUnload: true })])
  expect(question.type()).toBe('beforeunload')
  await question.dismiss()
  await disk.free()
  await expectSaved(page)
  await page.reload()
  await expect(remarkOf(page, '0-1')).toHaveValue('还没有存好')
})

test('leaving asks first where the browser refuses to store, and while files are being added', async ({
  page,
  context,
}) => {
  const leave = async (page: Page) => {
    const [question] = await Promise.all([page.waitForEvent('dialog'), page.close({ runBeforeUnload: true })])
    expect(question.type()).toBe('beforeunload')
    await question.dismiss()
  }
  const disk = await slowDisk(page)
  await openChecklist(page)
  await pickFiles(page, '0-1', [paper('慢慢来.pdf')])
  await expect.poll(disk.waiting).toBe(1)
  await leave(page)
  await disk.give()
  await expectAttached(page, '0-1', ['慢慢来.pdf'])

  const other = await context.newPage()
  await blockStorage(other)
  await openChecklist(other)
  await leave(other)
})

test('已保存 is never said while a text is unsaved, though a file was stored meanwhile', async ({ page }) => {
  const disk = await fillableDisk(page)
  await openChecklist(page)
  await disk.refuse('存不上的话')
  await remarkOf(page, '0-1').fill('存不上的话')
  await expect(page.getByRole('status')).toContainText(notSaved)
  const said = await listenToStatus(page)
  await attach(page, '0-2', paper('存上了.pdf'), '存上了.pdf')
  expect((await said()).filter(text => text.includes('已保存'))).toEqual([])
  await page.reload()
  await expectAttached(page, '0-2', ['存上了.pdf'])
})

test('a text that could not be saved is not lost by opening another unit', async ({ page }) => {
  const disk = await fillableDisk(page)
  await openChecklist(page, water)
  await page.getByRole('button', { name: '切换单位' }).click()
  await page.getByRole('button', { name: '新建一个单位的清单' }).click()
  await startUnit(page, agriculture)
  await disk.fill()
  await remarkOf(page, '0-1').fill('切换以后还要在')
  await expect(page.getByRole('status')).toContainText(notSaved)
  await page.getByRole('button', { name: '切换单位' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '切换' }).click()
  await disk.free()
  await expect.poll(async () => JSON.stringify(await readRecords(page))).toContain('切换以后还要在')
})

test('where storage is blocked the page says so before any work, and a bundle can still be downloaded', async ({
  page,
}, testInfo) => {
  await blockStorage(page)
  await page.goto(checklistPage)
  const warning = page.getByRole('alert')
  await expect(warning).toContainText('这个浏览器不允许保存数据')
  await expect(warning).toContainText('离开前务必下载材料包')
  await startUnit(page, agriculture)
  await expect(warning).toBeVisible()
  await tickOf(page, '0-2').check()
  await attach(page, '0-2', paper('计划.pdf'), '计划.pdf')
  await expect(page.getByRole('status')).toContainText('仅在本页暂存')
  const bundle = await openBundle(await downloadBundle(page, testInfo.outputPath()))
  expect(bundle.findings).toEqual([])
  expect(byItem(bundle)).toEqual({ '0-2': { '计划.pdf': sha256Of('计划.pdf') } })
  expect(bundle.checklist.answers['0-2']?.ready).toBe(true)
})

test('a checklist of a newer page is reported and kept untouched, with its files', async ({ page }) => {
  const newer = { format: 3, id: 'f00d', edition: '2022', answers: [{ of: '0-1', files: ['abc'] }] }
  const broken = { format: 1, id: 'bad', edition: '2022', unit: '坏了' }
  const bytes = sha256Of('its bytes')
  await page.goto('help.html')
  await writeRecords(page, {
    'checklist:f00d': newer,
    'checklist:bad': broken,
    [`blob:${bytes}`]: 'its bytes',
  })
  await page.goto(checklistPage)
  const report = page.getByRole('alert')
  await expect(report).toContainText('这台电脑上有 2 份清单打不开')
  await expect(report).toContainText('由更新版本的网页保存（格式 3），这一版打不开。内容原样保留着')
  await expect(report).toContainText('记录不完整，打不开。内容原样保留着')

  await startUnit(page, agriculture)
  await attach(page, '0-1', paper('文件.pdf'), '文件.pdf')
  await removeFile(page, '0-1', '文件.pdf')
  await openStep(page, '核对报送')
  await page.getByText('最近移除的文件：1 个').click()
  await page.getByRole('button', { name: '清空' }).click()
  await page.getByRole('button', { name: '确定清空' }).click()
  await expectSaved(page)
  await page.getByRole('button', { name: '切换单位' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
  await page.getByRole('button', { name: '确定删除' }).click()
  await expect(page.getByRole('button', { name: '开始填报' })).toBeVisible()
  expect(await readRecords(page)).toMatchObject({ 'checklist:f00d': newer, 'checklist:bad': broken })
  expect(await storedHashes(page)).toContain(bytes)
})

/** Hears everything role=status says from now on. */
async function listenToStatus(page: Page): Promise<() => Promise<string[]>> {
  const heard = await page.getByRole('status').evaluateHandle(status => {
    const texts: string[] = []
    const listen = () => texts.push(status.textContent ?? '')
    new MutationObserver(listen).observe(status, { childList: true, characterData: true, subtree: true })
    return texts
  })
  return () => heard.jsonValue()
}
