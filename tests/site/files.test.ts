/** What a clerk can do with a file she attached: look, rename, share, remove and take back. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright/test'
import { packingOf } from './bringing'
import { byItem, openBundle } from './bundle'
import {
  act,
  actionsOf,
  attach,
  attachedTo,
  downloadBundle,
  expectAttached,
  expectSaved,
  itemOf,
  openChecklist,
  openSavedHere,
  openStep,
  pickFiles,
  removeFile,
} from './clerk'
import { expect, test } from './fixtures'
import { paper, png, sha256Of } from './papers'
import { storedHashes } from './records'

// Without it a tab or file that never comes is waited for as long as the test may last.
const patience = { timeout: 20_000 }

test('a file gets another name: it keeps its extension, and the original name is remembered', async ({
  page,
}, testInfo) => {
  await openChecklist(page)
  await attach(page, '0-2', paper('IMG_2022.11.05.PDF'), 'IMG_2022.11.05.PDF')
  await act(page, '0-2', 'IMG_2022.11.05.PDF', '改名')
  const box = itemOf(page, '0-2').getByRole('textbox', { name: '新名称' })
  await expect(box).toHaveValue('IMG_2022.11.05')
  await box.fill('质量强县工作计划')
  await box.press('Enter')
  await expectAttached(page, '0-2', ['质量强县工作计划.PDF'])
  await expectSaved(page)
  await page.reload()
  await act(page, '0-2', '质量强县工作计划.PDF', '改名')
  await expect(itemOf(page, '0-2')).toContainText('原文件名：IMG_2022.11.05.PDF')
  await box.fill('  ')
  await itemOf(page, '0-2').getByRole('button', { name: '保存名称' }).click()
  await expectAttached(page, '0-2', ['质量强县工作计划.PDF'])

  const bundle = await openBundle(await downloadBundle(page, testInfo.outputPath()))
  expect(byItem(bundle)).toEqual({ '0-2': { '质量强县工作计划.PDF': sha256Of('IMG_2022.11.05.PDF') } })
  expect(bundle.checklist.answers['0-2']?.files[0]?.originalName).toBe('IMG_2022.11.05.PDF')
  expect(await readFile(`${bundle.folder}/目录.html`, 'utf8')).toContain('原文件名：IMG_2022.11.05.PDF')
})

test('where a file was removed stands its 撤销; it comes back to its item and with its name', async ({
  page,
}) => {
  await openChecklist(page)
  const photo = paper('现场.png', png(8, [200, 30, 30]))
  await pickFiles(page, '0-1', [paper('一.pdf'), paper('二.pdf'), paper('三.pdf'), photo])
  await expectAttached(page, '0-1', ['一.pdf', '二.pdf', '三.pdf', '现场.png'])
  const rows = itemOf(page, '0-1').getByRole('listitem')
  await removeFile(page, '0-1', '现场.png')
  await removeFile(page, '0-1', '二.pdf')
  await expect(rows).toHaveText([/一\.pdf/, /^已移除“二\.pdf”撤销$/, /三\.pdf/, /^已移除“现场\.png”撤销$/])
  for (const row of [3, 1]) await rows.nth(row).getByRole('button', { name: '撤销' }).click()
  await expect
    .poll(async () => (await attachedTo(page, '0-1')).sort())
    .toEqual(['一.pdf', '三.pdf', '二.pdf', '现场.png'].sort())
  await expect(itemOf(page, '0-1')).not.toContainText('已移除')
})

test('a removed file stays out of the bundle, waits in 最近移除的文件 after a reload, and can be restored', async ({
  page,
}, testInfo) => {
  await openChecklist(page)
  await pickFiles(page, '0-1', [paper('留下的.pdf'), paper('移除的.pdf')])
  await expectAttached(page, '0-1', ['留下的.pdf', '移除的.pdf'])
  await removeFile(page, '0-1', '移除的.pdf')
  await expectAttached(page, '0-1', ['留下的.pdf'])
  await expectSaved(page)
  const without = await openBundle(await downloadBundle(page, testInfo.outputPath('移除后')))
  expect(without.findings).toEqual([])
  expect(byItem(without)).toEqual({ '0-1': { '留下的.pdf': sha256Of('留下的.pdf') } })

  await page.reload()
  await openStep(page, '核对报送')
  await page.getByText('最近移除的文件：1 个').click()
  await page
    .getByRole('listitem')
    .filter({ hasText: '移除的.pdf' })
    .getByRole('button', { name: '恢复' })
    .click()
  await openStep(page, '备材料')
  await expect.poll(async () => (await attachedTo(page, '0-1')).sort()).toEqual(['留下的.pdf', '移除的.pdf'])
  const restored = await openBundle(await downloadBundle(page, testInfo.outputPath('恢复后')))
  expect(byItem(restored)['0-1']).toMatchObject({ '移除的.pdf': sha256Of('移除的.pdf') })
})

test('清空 gives the room back, but never the bytes another item still uses', async ({ page }, testInfo) => {
  await openChecklist(page)
  await attach(page, '0-1', paper('只此一处.pdf'), '只此一处.pdf')
  await attach(page, '0-1', paper('两处都有.pdf', 'both'), '两处都有.pdf')
  await attach(page, '0-3', paper('两处都有.pdf', 'both'), '两处都有.pdf')
  for (const name of ['只此一处.pdf', '两处都有.pdf']) await removeFile(page, '0-1', name)
  await expectAttached(page, '0-1', [])
  expect(await storedHashes(page)).toEqual([sha256Of('both'), sha256Of('只此一处.pdf')].sort())
  await openStep(page, '核对报送')
  await page.getByText('最近移除的文件：2 个').click()
  await page.getByRole('button', { name: '清空' }).click()
  await page.getByRole('button', { name: '确定清空' }).click()
  await expect(page.getByText('最近移除的文件')).toHaveCount(0)
  await openStep(page, '备材料')
  await expect(page.getByRole('button', { name: '撤销' })).toHaveCount(0)
  await expect.poll(() => storedHashes(page)).toEqual([sha256Of('both')])
  const bundle = await openBundle(await downloadBundle(page, testInfo.outputPath()))
  expect(byItem(bundle)).toEqual({ '0-3': { '两处都有.pdf': sha256Of('both') } })
})

test('one file for several items is kept once and lies in each of their folders', async ({
  page,
}, testInfo) => {
  await openChecklist(page)
  await attach(page, '0-3', paper('质量月总结.docx'), '质量月总结.docx')
  await act(page, '0-3', '质量月总结.docx', '也用于其他材料项')
  const form = itemOf(page, '0-3').getByRole('group', { name: '“质量月总结.docx”还能印证哪些材料项？' })
  await form.getByRole('checkbox', { name: /^0-5 / }).check()
  await form.getByRole('checkbox', { name: /^11-2-2 / }).check()
  await expect(form.getByRole('checkbox', { name: /^0-3 / })).toHaveCount(0)
  await itemOf(page, '0-3').getByRole('button', { name: '确定' }).click()
  for (const id of ['0-5', '11-2-2']) await expectAttached(page, id, ['质量月总结.docx'])
  await expect(itemOf(page, '0-5')).toContainText('同一份文件也用于 0-3、11-2-2，只保存一份。')
  await expectSaved(page)
  expect(await storedHashes(page)).toEqual([sha256Of('质量月总结.docx')])

  await removeFile(page, '0-3', '质量月总结.docx')
  await expectAttached(page, '0-3', [])
  await page.reload()
  await expect(page.getByText(/^1 个文件 · /)).toBeVisible()
  const bundle = await openBundle(await downloadBundle(page, testInfo.outputPath()))
  await expect(packingOf(page)).toContainText('1 个文件；用在几项里的，每项各放一份，共 2 份')
  await expect(await openSavedHere(page)).toContainText('1 个单位的清单，1 个文件，共')
  expect(bundle.findings).toEqual([])
  const packed = { '质量月总结.docx': sha256Of('质量月总结.docx') }
  expect(byItem(bundle)).toEqual({ '0-5': packed, '11-2-2': packed })
})

test('a picture shows a thumbnail, other files their type, and a broken picture says so', async ({
  page,
}) => {
  await openChecklist(page)
  await pickFiles(page, '0-3', [
    paper('现场.png', png(300, [200, 40, 40])),
    paper('坏的.jpg', 'not a picture'),
    paper('总结.docx'),
    paper('没有扩展名'),
  ])
  await expect.poll(() => attachedTo(page, '0-3')).toHaveLength(4)
  await expect.poll(() => middleOfThumbnail(page)).toEqual([200, 40, 40, 255])
  const rows = itemOf(page, '0-3').getByRole('listitem')
  // Thumbnails are drawn when they come into view; photos stand behind the papers.
  await rows.nth(3).scrollIntoViewIfNeeded()
  await expect(rows.nth(3)).toContainText('图片')
  await expect(rows.nth(0)).toContainText('DOCX')
  await expect(rows.nth(1)).toContainText('文件')
})

test('a picture opens in a tab; a web page is handed to the downloads instead, for it could run', async ({
  page,
  guard,
}) => {
  // The browser's own picture viewer styles itself inline, against the policy it inherits from our page.
  guard.allow(/Applying inline style .*\(blob:/)
  await openChecklist(page)
  const photo = png(20, [10, 20, 200])
  await pickFiles(page, '0-3', [paper('现场.png', photo), paper('网页.html', '<script>alert(1)</script>')])
  await expect.poll(() => attachedTo(page, '0-3')).toHaveLength(2)
  const [tab] = await Promise.all([
    page.waitForEvent('popup', patience),
    act(page, '0-3', '现场.png', '打开'),
  ])
  await expect(tab.getByRole('img')).toHaveJSProperty('naturalWidth', 20)
  await tab.close()
  const [download] = await Promise.all([
    page.waitForEvent('download', patience),
    act(page, '0-3', '网页.html', '打开'),
  ])
  expect(download.suggestedFilename()).toBe('网页.html')
  expect(await readFile(await download.path(), 'utf8')).toBe('<script>alert(1)</script>')
})

test('另存 gives the file back byte for byte', async ({ page }) => {
  await openChecklist(page)
  const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, i) => (i * 7) % 256))
  await attach(page, '0-2', paper('原样.bin', bytes), '原样.bin')
  const [download] = await Promise.all([
    page.waitForEvent('download', patience),
    act(page, '0-2', '原样.bin', '另存'),
  ])
  expect(download.suggestedFilename()).toBe('原样.bin')
  expect(sha256Of(await readFile(await download.path()))).toBe(sha256Of(bytes))
})

test('of very many files 20 are drawn, and the rest when asked for', async ({ page }) => {
  await openChecklist(page)
  await pickFiles(
    page,
    '0-3',
    Array.from({ length: 25 }, (_, i) => paper(`照片${i + 1}.pdf`)),
  )
  await expect(itemOf(page, '0-3')).toContainText('共 25 个文件')
  await expect(actionsOf(page, '0-3')).toHaveCount(20)
  await itemOf(page, '0-3').getByRole('button', { name: '再显示 5 个' }).click()
  await expect(actionsOf(page, '0-3')).toHaveCount(25)
})

/** The colour in the middle of item 0-3's first thumbnail. */
async function middleOfThumbnail(page: Page): Promise<number[] | undefined> {
  return itemOf(page, '0-3')
    .locator('canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => [
      ...(canvas.getContext('2d')?.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data ?? []),
    ])
}
