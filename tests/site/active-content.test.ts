/** Attachments that run when they are opened, and names that read as another: told, not linked, shown as text. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openBundle, unpack } from './bundle'
import { act, actionsOf, attach, attachedTo, downloadBundle, itemOf, openChecklist, pickFiles } from './clerk'
import { expect, test } from './fixtures'
import { bring, cellOf, closeDialog, openCell, openIntake, openUnit, packUnit, rowOf } from './office'
import { paper } from './papers'
import { formulasIn, linksIn, sheetsOf } from './sheets'

const name = '青禾县教育局'
const html = '<!doctype html><title>x</title><script>document.write("ran")</script>'

test('a web page, a disguised one, a program and a macro are told when added, with a way on', async ({
  page,
}, testInfo) => {
  await openChecklist(page)
  const names = ['说明.html', '照片.jpg', '工具.exe', '台账.xlsm', '总结.pdf']
  await pickFiles(page, '0-1', [
    paper('说明.html', html),
    paper('照片.jpg', `${html}2`),
    paper('工具.exe', 'MZ'),
    paper('台账.xlsm'),
    paper('总结.pdf'),
  ])
  await expect.poll(() => attachedTo(page, '0-1')).toEqual(names)
  const told = page.getByRole('region', { name: '添加附件' })
  await expect(told.getByRole('listitem')).toHaveText([
    /0-1 说明\.html 是网页文件.*建议另存为 PDF/,
    /0-1 照片\.jpg 是网页文件/,
    /0-1 工具\.exe 是程序文件/,
    /0-1 台账\.xlsm 含有宏/,
  ])
  await told.getByRole('button', { name: '移除 工具.exe' }).click()
  await expect.poll(() => attachedTo(page, '0-1')).toEqual(['说明.html', '照片.jpg', '台账.xlsm', '总结.pdf'])
  await told.getByRole('button', { name: '照样保留' }).click()
  await expect(told).toHaveCount(0)
  await expect(itemOf(page, '0-1').getByRole('listitem').filter({ hasText: '照片' })).toContainText(
    '这是网页文件',
  )
  const bundle = await openBundle(await downloadBundle(page, testInfo.outputPath('包')))
  expect(bundle.findings).toEqual([])
  const inventory = await readFile(join(bundle.folder, '目录.html'), 'utf8')
  for (const file of ['说明.html', '照片.jpg', '台账.xlsm']) {
    expect(inventory).toContain(`${file}<div class="remark">`)
    expect(inventory).not.toContain(`${encodeURIComponent(file)}"`)
  }
  expect(inventory).toContain(`${encodeURIComponent('总结.pdf')}"`)
})

test('at the office a page is flagged and opened as text only, a program is not opened; the roll-up links neither', async ({
  page,
}, testInfo) => {
  const { paths } = await packUnit(testInfo.outputPath('收件'), {
    name,
    files: { '0-1': [`说明.svg=${html}`, `照片.png=${html}2`, '脚本.vbs', '总结.txt'] },
  })
  await openIntake(page)
  await bring(page, paths)
  const cell = await openCell(page, name, '共性', '部分完成')
  const file = (text: string) => cell.locator('.handed-in').filter({ hasText: text })
  for (const each of ['说明.svg', '照片.png'])
    await expect(file(each)).toContainText('网页文件：只按文字打开')
  await expect(file('脚本.vbs')).toContainText('程序文件：请不要运行')
  await expect(file('脚本.vbs').getByRole('button', { name: /^打开/ })).toHaveCount(0)
  await expect(file('总结.txt')).not.toContainText('网页文件')
  for (const each of ['说明.svg', '照片.png']) {
    const [tab] = await Promise.all([
      page.waitForEvent('popup'),
      cell.getByRole('button', { name: `打开 ${each}` }).click(),
    ])
    await expect(tab.locator('body')).toContainText('document.write("ran")')
    expect(await tab.title()).toBe(`${name}：${each}`)
    expect(await tab.evaluate(() => [window.opener, document.scripts.length])).toEqual([null, 0])
    await tab.close()
  }
  await closeDialog(page)
  await page.getByRole('button', { name: '按指标归集' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('region', { name: '按指标归集' }).getByRole('button', { name: '打成一个压缩包' }).click(),
  ])
  const path = testInfo.outputPath('归集.zip')
  await download.saveAs(path)
  const inventory = Object.entries(await unpack(path)).find(([path]) => path.endsWith('目录.html'))?.[1] ?? ''
  for (const each of ['说明.svg', '照片.png', '脚本.vbs'])
    expect(inventory).not.toContain(`${encodeURIComponent(each)}"`)
  expect(inventory).toContain(`${encodeURIComponent('总结.txt')}"`)
})

test('a text in GBK is read in its own encoding', async ({ page }) => {
  await openChecklist(page)
  const gbk = Buffer.from([0xd6, 0xca, 0xc1, 0xbf, 0xb9, 0xa4, 0xd7, 0xf7])
  await attach(page, '0-1', paper('说明.txt', gbk), '说明.txt')
  const [tab] = await Promise.all([page.waitForEvent('popup'), act(page, '0-1', '说明.txt', '打开')])
  await expect(tab.locator('body')).toHaveText('质量工作')
  expect(await tab.title()).toContain('说明.txt')
})

test('a name with direction marks reads as it is, on the page, in both lists and in 汇总表', async ({
  page,
}, testInfo) => {
  const says = { '0-1': ['通知\u202efdp.exe', '\u2067总结.txt'] }
  const { paths } = await packUnit(testInfo.outputPath('收件'), { name, files: says })
  await openIntake(page)
  await bring(page, paths)
  const cell = await openCell(page, name, '共性', '部分完成')
  await expect(cell).toContainText('通知fdp.exe')
  await expect(cell).toContainText('程序文件：请不要运行')
  await closeDialog(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出汇总表' }).click(),
  ])
  const path = testInfo.outputPath('汇总表.xlsx')
  await download.saveAs(path)
  const drawn = [await page.content(), await sheetsOf(path)]
  for (const text of drawn) expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/)
})

test('目录.xlsx has no formula, and its links lead to files of the bundle, to none that would run', async ({
  page,
}, testInfo) => {
  await openChecklist(page)
  const names = ['=HYPERLINK("http:／／x.test","看")', '+1+1.txt', '-2.txt', '@SUM(1).txt', '\t=1.txt'].map(
    each => (each.includes('.txt') ? each : `${each}.txt`),
  )
  await pickFiles(page, '0-1', [...names.map(each => paper(each)), paper('说明.html', html)])
  await expect(actionsOf(page, '0-1')).toHaveCount(names.length + 1)
  const { folder } = await openBundle(await downloadBundle(page, testInfo.outputPath('包')))
  expect(await formulasIn(join(folder, '目录.xlsx'))).toEqual([])
  const links = await linksIn(join(folder, '目录.xlsx'))
  expect(links).toHaveLength(names.length)
  for (const link of links) expect(existsSync(join(folder, decodeURIComponent(link)))).toBe(true)
  expect(await sheetsOf(join(folder, '目录.xlsx'))).toContain('@SUM(1).txt')
})

test('a finding names the item and the file, and 卷齐了 is said only where there are volumes', async ({
  page,
}, testInfo) => {
  const { paths } = await packUnit(testInfo.outputPath('收件'), {
    name,
    files: { '0-1': ['通知.txt=原来的'] },
  })
  const bytes = await readFile(paths[0] ?? '')
  const { writeFile } = await import('node:fs/promises')
  bytes.write('改过的', bytes.indexOf('原来的'))
  await writeFile(paths[0] ?? '', bytes)
  await openIntake(page)
  await bring(page, paths)
  await expect(rowOf(page, name)).toContainText('1 个文件被改动')
  const unit = await openUnit(page, name)
  await expect(unit).toContainText('文件被改动：0-1 的“通知.txt”')
  await expect(unit).not.toContainText('data/')
  await expect(unit).not.toContainText('卷齐了')
  await closeDialog(page)
  await expect(cellOf(page, name, '共性', '部分完成')).toBeVisible()
})
