/** Files in the page: each kind as it is, hostile ones without a script, a request or a frozen page. */
import type { Locator, Page } from 'playwright/test'
import { openChecklist } from './clerk'
import { expect, test } from './fixtures'
import { png, writePapers } from './papers'
import {
  bombWord,
  endlessWorkbook,
  gbkCsv,
  hostileWord,
  hugePicture,
  silentWave,
  soundWord,
  soundWorkbook,
  trap,
  wordFile,
} from './samples'

/** Brings files to 待归类, where each can be looked at. */
async function bringAll(page: Page, papers: Record<string, string | Buffer>, folder: string) {
  await openChecklist(page)
  const paths = await writePapers(folder, papers)
  await page.getByLabel('选择文件').setInputFiles(paths)
  await expect(page.getByRole('heading', { name: `待归类 ${paths.length} 个文件` })).toBeVisible()
}

/** Looks at one file. */
async function look(page: Page, name: string): Promise<Locator> {
  await page
    .getByRole('group', { name: '待归类的文件' })
    .getByRole('button', { name, exact: false })
    .first()
    .click()
  const aside = page.getByRole('complementary', { name: '看一眼' })
  await expect(aside.getByRole('heading', { name })).toBeVisible()
  return aside
}

test('a Word file as paper, a workbook as grids, a table and texts in their own encoding, a list of a ZIP', async ({
  page,
}, testInfo) => {
  const word = await soundWord()
  await bringAll(
    page,
    {
      '报告.docx': word,
      '任务分解表.xlsx': await soundWorkbook(),
      '台账.csv': gbkCsv,
      '说明.txt': Buffer.from('cbb5c3f7', 'hex'),
      '材料.zip': await endlessWorkbook(),
      '照片.png': png(40, [30, 120, 60]),
      '录音.wav': silentWave(),
      '录像.mp4': 'ftyp',
      '旧表.xls': Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      '旧报告.docx': Buffer.from('d0cf11e0a1b11ae100', 'hex'),
    },
    testInfo.outputPath('材料'),
  )
  const report = await look(page, '报告.docx')
  const paperOf = report.frameLocator('iframe')
  await expect(paperOf.getByText('关于贯彻质量强县行动计划情况的报告')).toHaveCSS('font-size', '29.3333px')
  await expect(paperOf.getByRole('row')).toHaveText(['重点任务进展', '培育县级质量标杆已完成，5家'])
  await expect(paperOf.getByRole('img')).toHaveAttribute('src', /^data:image\/png/)
  // As wide as its place: nothing has to be moved sideways.
  const stage = report.locator('.stage')
  expect(await stage.evaluate(shown => shown.scrollWidth - shown.clientWidth)).toBe(0)
  const book = await look(page, '任务分解表.xlsx')
  await expect(book.getByRole('row')).toHaveText([
    'ABCDE',
    '1重点任务分解表',
    '2任务完成时限进度',
    '3培育质量标杆2022年12月1日80%3=HYPERLINK("http://trap.test/x")',
  ])
  await expect(book.getByRole('cell', { name: '重点任务分解表' })).toHaveAttribute('colspan', '3')
  await book.getByRole('button', { name: '季度调度' }).click()
  await expect(book.getByRole('cell', { name: '一季度' })).toBeVisible()
  await expect((await look(page, '台账.csv')).getByRole('row')).toHaveText(['AB', '1产品数量', '2电梯12'])
  await expect((await look(page, '说明.txt')).locator('pre')).toHaveText('说明')
  await expect((await look(page, '材料.zip')).getByRole('listitem').first()).toContainText('xl/workbook.xml')
  const picture = (await look(page, '照片.png')).getByRole('img')
  await expect(picture).toHaveJSProperty('naturalWidth', 40)
  const aside = page.getByRole('complementary', { name: '看一眼' })
  await aside.getByRole('button', { name: '放大' }).click()
  await expect(picture).toHaveCSS('width', '56px')
  await aside.getByRole('button', { name: '旋转' }).click()
  await expect(picture).toHaveCSS('transform', /matrix\(0, 1, -1, 0/)
  await aside.getByRole('button', { name: '整张' }).click()
  await expect(picture).toHaveCSS('width', '40px')
  const recording = (await look(page, '录音.wav')).locator('audio')
  await expect(recording).toHaveJSProperty('duration', 0.1)
  await expect(await look(page, '录像.mp4')).toContainText('放不了这个录音或录像')
  await expect(await look(page, '旧表.xls')).toContainText('旧格式')
  await expect(await look(page, '旧报告.docx')).toContainText('设了密码')
})

test('hostile files run nothing, fetch nothing and freeze nothing', async ({ page }, testInfo) => {
  // Each of them is opened and watched: beside other work a minute is not enough.
  test.setTimeout(180_000)
  const asked: string[] = []
  page.context().on('request', request => {
    if (request.url().startsWith(trap)) asked.push(request.url())
  })
  await page.addInitScript(() => Object.assign(globalThis, { ran: false }))
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="ran=true"><script>ran=true</script><image href="${trap}i"/></svg>`
  await bringAll(
    page,
    {
      '坏报告.docx': await hostileWord(),
      '炸弹.docx': await bombWord(),
      '很碎.docx': await wordFile({ body: '<w:p/>'.repeat(250_000) }),
      '很宽.xlsx': await endlessWorkbook(),
      '图.svg': svg,
      '图片.png': `${svg} `,
      '网页.html': `<script>ran=true</script><img src="${trap}p">`,
      '巨图.png': hugePicture(),
      '程序.exe': 'MZ\0\0',
    },
    testInfo.outputPath('材料'),
  )
  const bad = await look(page, '坏报告.docx')
  const frame = bad.locator('iframe')
  await expect(frame).toHaveAttribute('sandbox', '')
  const inside = bad.frameLocator('iframe')
  await expect(inside.getByText('<img src=x onerror="fetch(\'http://trap.test/\')">正文还在')).toBeVisible()
  await expect(inside.getByText('点这里')).toBeVisible()
  await expect(inside.locator('a, script, iframe, object, [src^="http"], [onload], body [href]')).toHaveCount(
    0,
  )
  const style = /href="data:text\/css;charset=utf-8,([^"]*)"/.exec((await frame.getAttribute('srcdoc')) ?? '')
  expect(decodeURIComponent(style?.[1] ?? 'url(')).not.toContain('url(')
  for (const name of ['炸弹.docx', '很碎.docx'])
    await expect(await look(page, name)).toContainText('文件很大，在网页里打开会卡住')
  const wide = await look(page, '很宽.xlsx')
  await expect(wide.getByText('只显示前面的部分')).toBeVisible()
  await expect(wide.getByRole('columnheader')).toHaveCount(101)
  for (const name of ['图.svg', '图片.png', '网页.html'])
    await expect((await look(page, name)).locator('pre')).toContainText('ran=true')
  await expect(await look(page, '巨图.png')).toContainText('尺寸大得不正常')
  await expect(await look(page, '程序.exe')).toContainText('这是程序')
  expect(await page.evaluate(() => (globalThis as unknown as { ran: boolean }).ran)).toBe(false)
  expect(asked).toEqual([])
})
