/** Adding files: by picker, mouse and clipboard, few and many, and the ones that can't be added, each with its reason. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { byItem, openBundle } from './bundle'
import {
  agriculture,
  attach,
  attachedTo,
  checklistPage,
  downloadBundle,
  expectAttached,
  itemOf,
  openChecklist,
  openStep,
  pickFiles,
  refusedFiles,
  remarkOf,
  startUnit,
  unitHeading,
  water,
} from './clerk'
import { dropPaths } from './drag'
import { expect, test } from './fixtures'
import { paper, png, sha256Of, writePapers } from './papers'
import { slowDisk } from './slow-disk'

test('an empty file is refused by its name, and the files beside it go in', async ({ page }) => {
  await openChecklist(page)
  await pickFiles(page, '0-1', [paper('第一份.pdf'), paper('没有内容.docx', ''), paper('第三份.pdf')])
  await expectAttached(page, '0-1', ['第一份.pdf', '第三份.pdf'])
  await expect(refusedFiles(page)).toHaveText([/0-1 没有内容\.docx 是空文件（0 字节），没有添加/])
  await page.getByRole('button', { name: '知道了' }).click()
  await expect(refusedFiles(page)).toHaveCount(0)
  await page.reload()
  await expectAttached(page, '0-1', ['第一份.pdf', '第三份.pdf'])
})

test('the same bytes again for the same item are recognised, whatever they are called', async ({ page }) => {
  await openChecklist(page)
  await attach(page, '0-1', paper('通知.pdf', 'same'), '通知.pdf')
  await pickFiles(page, '0-1', [
    paper('通知.pdf', 'same'),
    paper('通知（副本）.pdf', 'same'),
    paper('新的.pdf'),
  ])
  await expectAttached(page, '0-1', ['通知.pdf', '新的.pdf'])
  await expect(refusedFiles(page)).toHaveText([
    /0-1 通知\.pdf 内容与这一项里已有的文件完全相同/,
    /0-1 通知（副本）\.pdf 内容与这一项里已有的文件完全相同/,
  ])
})

test('a file deleted after it was picked is the only one refused of a whole folder', async ({
  page,
}, testInfo) => {
  const disk = await slowDisk(page)
  await openChecklist(page)
  const names = Array.from({ length: 60 }, (_, i) => `现场照片${String(i + 1).padStart(2, '0')}.jpg`)
  const paths = await writePapers(
    testInfo.outputPath('照片'),
    Object.fromEntries(names.map(name => [name, name])),
  )
  await pickFiles(page, '11-2-2', paths)
  await expect.poll(disk.waiting).toBe(4)
  await rm(paths[59] ?? '')
  await disk.give()
  await expect(refusedFiles(page)).toHaveText([/11-2-2 现场照片60\.jpg 找不到了：文件可能已被移动、改名/])
  await expect(itemOf(page, '11-2-2')).toContainText('共 59 个文件')
  const bundle = await openBundle(await downloadBundle(page, testInfo.outputPath()))
  expect(bundle.findings).toEqual([])
  expect(byItem(bundle)).toEqual({
    '11-2-2': Object.fromEntries(names.slice(0, 59).map(name => [name, sha256Of(name)])),
  })
})

test('a file changed after it was picked is refused as changed, and can be picked again', async ({
  page,
}, testInfo) => {
  const disk = await slowDisk(page)
  await openChecklist(page)
  const paths = await writePapers(testInfo.outputPath('草稿'), { '总结.docx': '第一稿', '方案.docx': '方案' })
  await pickFiles(page, '0-3', paths)
  await expect.poll(disk.waiting).toBe(2)
  await writeFile(paths[0] ?? '', '第二稿，比第一稿长')
  await disk.give()
  await expect(refusedFiles(page)).toHaveText([/0-3 总结\.docx 选择以后又被改动/])
  await pickFiles(page, '0-3', paths.slice(0, 1))
  await expectAttached(page, '0-3', ['方案.docx', '总结.docx'])
})

test('a file the browser has no room for is refused, and the rest of its batch is kept', async ({ page }) => {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function (value, key) {
      if (value instanceof Blob && value.size > 20_000) throw new DOMException('full', 'QuotaExceededError')
      return put.call(this, value, key)
    }
  })
  await openChecklist(page)
  await pickFiles(page, '0-1', [paper('小的.pdf'), paper('大的.mp4', '大'.repeat(10_000)), paper('也小.pdf')])
  await expect(refusedFiles(page)).toHaveText([
    /0-1 大的\.mp4 浏览器的存储空间不够，没有添加；之前保存的内容都在/,
  ])
  await expectAttached(page, '0-1', ['小的.pdf', '也小.pdf'])
})

test('files and a whole folder can be dragged onto an item; what Windows hides in a folder stays out', async ({
  page,
}, testInfo) => {
  const folder = testInfo.outputPath('质量月活动')
  await writePapers(folder, { '方案.docx': '方案', 'Thumbs.db': 'x', 'desktop.ini': 'x' })
  await mkdir(join(folder, '宣传'))
  const photos = Array.from({ length: 120 }, (_, i) => [`海报${i}.png`, `海报${i}`] as const)
  await writePapers(join(folder, '宣传'), { ...Object.fromEntries(photos), '空的.png': '' })
  const [single = ''] = await writePapers(testInfo.outputPath(), { '活动总结.docx': '总结' })
  await openChecklist(page)
  await dropPaths(itemOf(page, '0-3'), [folder, single])
  await expect(itemOf(page, '0-3')).toContainText('共 122 个文件')
  await expect(refusedFiles(page)).toHaveText([/0-3 空的\.png 是空文件/])
  await expectAttached(page, '0-1', [])
  await dropPaths(itemOf(page, '0-1'), [single])
  await expectAttached(page, '0-1', ['活动总结.docx'])
})

test('a file dropped beside every item waits in 待归类, and the page stays', async ({ page }, testInfo) => {
  const [path = ''] = await writePapers(testInfo.outputPath(), { '掉在旁边.txt': 'beside' })
  await openChecklist(page)
  await remarkOf(page, '0-1').fill('还在')
  await dropPaths(unitHeading(page, agriculture), [path])
  await expect(page.locator('[data-file]')).toHaveText([/掉在旁边\.txt/])
  await openStep(page, '备材料')
  await attach(page, '0-2', paper('接着添加.pdf'), '接着添加.pdf')
  await expect(unitHeading(page, agriculture)).toBeVisible()
  await expect(page.locator('.item').filter({ hasText: '掉在旁边' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: '待归类 1 个文件' })).toBeVisible()
})

test('a picture is pasted onto an item and named by the time; text pasted into a remark stays text', async ({
  page,
}) => {
  await openChecklist(page)
  const picture = png(32, [20, 120, 60]).toString('base64')
  await itemOf(page, '0-3').evaluate((item, picture) => {
    const data = new DataTransfer()
    const bytes = Uint8Array.from(atob(picture), character => character.charCodeAt(0))
    data.items.add(new File([bytes], 'image.png', { type: 'image/png' }))
    item.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, picture)
  await expect
    .poll(() => attachedTo(page, '0-3'))
    .toEqual([expect.stringMatching(/^粘贴的图片 \d{4}-\d\d-\d\d \d{6}\.png$/)])
  const isLeftAlone = await remarkOf(page, '0-3').evaluate(box => {
    const data = new DataTransfer()
    data.setData('text/plain', '粘贴的文字')
    return box.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  expect(isLeftAlone).toBe(true)
})

test('400 files show how far they are, and all of them arrive', async ({ page }, testInfo) => {
  const disk = await slowDisk(page)
  await openChecklist(page)
  const names = Array.from({ length: 400 }, (_, i) => `检查记录${i + 1}.txt`)
  await pickFiles(
    page,
    '11-2-2',
    await writePapers(testInfo.outputPath('检查记录'), Object.fromEntries(names.map(name => [name, name]))),
  )
  const adding = page.getByRole('region', { name: '添加附件' })
  await expect(adding).toContainText('正在添加 0/400 个文件')
  await disk.give(120)
  await expect(adding).toContainText('正在添加 100/400 个文件')
  await expect(adding.getByRole('progressbar', { name: '添加进度' })).toBeVisible()
  await expect(itemOf(page, '11-2-2')).toContainText('共 100 个文件')
  await remarkOf(page, '11-2-1').fill('添加的同时照样填写')
  await disk.give()
  await expect(itemOf(page, '11-2-2')).toContainText('共 400 个文件')
  await expect(adding).toHaveCount(0)
  await page.reload()
  await expect(itemOf(page, '11-2-2')).toContainText('共 400 个文件')
  await expect(remarkOf(page, '11-2-1')).toHaveValue('添加的同时照样填写')
  const bundle = await openBundle(await downloadBundle(page, testInfo.outputPath()))
  expect(bundle.findings).toEqual([])
  expect(byItem(bundle)['11-2-2']).toEqual(Object.fromEntries(names.map(name => [name, sha256Of(name)])))
})

test('停止添加 keeps what is stored and lists the rest, and adding goes on afterwards', async ({ page }) => {
  const disk = await slowDisk(page)
  await openChecklist(page)
  await pickFiles(
    page,
    '0-3',
    Array.from({ length: 80 }, (_, i) => paper(`照片${i}.jpg`)),
  )
  await pickFiles(page, '0-2', [paper('排在后面.pdf')])
  await disk.give(60)
  const adding = page.getByRole('region', { name: '添加附件' })
  await expect(adding).toContainText('正在添加 50/81 个文件')
  await page.getByRole('button', { name: '停止添加' }).click()
  await expect(adding).toContainText('有 21 个文件没有添加，其他文件不受影响')
  await expect(refusedFiles(page).first()).toHaveText(/0-3 照片60\.jpg 已按您的要求取消/)
  await expect(refusedFiles(page).last()).toHaveText(/0-2 排在后面\.pdf 已按您的要求取消/)
  // What many files have in common is said once, with every name.
  await expect(refusedFiles(page)).toHaveCount(3)
  const names = Array.from({ length: 19 }, (_, i) => `照片${i + 61}.jpg`).join('、')
  await expect(refusedFiles(page).nth(1)).toHaveText(`0-3 还有 19 个同样：${names}`)
  await expect(itemOf(page, '0-3')).toContainText('共 60 个文件')
  await disk.give()
  await attach(page, '0-2', paper('后来的.pdf'), '后来的.pdf')
  await expectAttached(page, '0-2', ['后来的.pdf'])
})

test('files still being read go to the unit they were picked for, though another was opened meanwhile', async ({
  page,
}) => {
  const disk = await slowDisk(page)
  await openChecklist(page)
  await pickFiles(page, '0-1', [paper('农业的.pdf')])
  await expect.poll(disk.waiting).toBe(1)
  await page.getByRole('button', { name: '切换单位' }).click()
  await page.getByRole('button', { name: '新建一个单位的清单' }).click()
  await startUnit(page, water)
  await disk.give()
  await expect(page.getByRole('region', { name: '添加附件' })).toHaveCount(0)
  await attach(page, '0-1', paper('水利的.pdf'), '水利的.pdf')
  await expectAttached(page, '0-1', ['水利的.pdf'])
  await page.goto(`${checklistPage}?departments=agriculture`)
  await expect(unitHeading(page, agriculture)).toBeVisible()
  await expectAttached(page, '0-1', ['农业的.pdf'])
})
