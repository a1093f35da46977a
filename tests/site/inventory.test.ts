/** 打印目录 on screen: what the paper says is what the bundle says. (What comes out of the printer: compat/print.) */
import { readFile } from 'node:fs/promises'
import { run } from '../tools'
import { openBundle } from './bundle'
import { agriculture, attach, downloadBundle, openChecklist, openStep, tickOf } from './clerk'
import { expect, test } from './fixtures'
import { paper } from './papers'

test.beforeEach(async ({ page }) => {
  // There is no print dialog without a screen.
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '')
  })
})

test('the cover’s 校验码 is the bundle’s, in digits and as a code a phone reads; one byte more and it differs', async ({
  page,
}, testInfo) => {
  await openChecklist(page, agriculture)
  await attach(page, '0-2', paper('计划.txt', '计划'), '计划.txt')
  const preview = page.getByRole('region', { name: '打印目录' })
  const codeOnPaper = async () => {
    await openStep(page, '核对报送')
    await page.getByRole('button', { name: '打印目录' }).click()
    const code = await preview.getByText(/^[0-9A-F]{4}(-[0-9A-F]{4}){3}$/).textContent()
    const picture = testInfo.outputPath('封面.png')
    await preview.getByRole('img', { name: '校验码的二维码' }).screenshot({ path: picture })
    expect(run('zbarimg', '--quiet', '--raw', picture).trim()).toBe(code)
    await expect(page.locator('[data-printed]')).toHaveCount(1)
    await page.getByRole('button', { name: '返回清单' }).click()
    await expect(preview).toHaveCount(0)
    await openStep(page, '备材料')
    return code ?? '?'
  }
  const code = await codeOnPaper()
  const bundle = await openBundle(await downloadBundle(page, testInfo.outputPath('材料包')))
  expect(bundle.findings).toEqual([])
  for (const name of ['bag-info.txt', '目录.html'])
    expect(await readFile(`${bundle.folder}/${name}`, 'utf8')).toContain(code)
  // What is not a file does not change it.
  await tickOf(page, '0-2').check()
  expect(await codeOnPaper()).toBe(code)
  await attach(page, '0-3', paper('总结.txt', '计划2'), '总结.txt')
  expect(await codeOnPaper()).not.toBe(code)
})

test('the preview stands alone, says what is missing, and leads back to where one was', async ({ page }) => {
  await openChecklist(page, agriculture)
  await openStep(page, '核对报送')
  await page.getByRole('button', { name: '打印目录' }).scrollIntoViewIfNeeded()
  await page.getByRole('button', { name: '打印目录' }).click()
  const preview = page.getByRole('region', { name: '打印目录' })
  await expect(preview).toContainText('填报人（签字）')
  await expect(preview).toContainText('未提供')
  await expect(page.getByRole('button', { name: '下载材料包' })).toBeHidden()
  await page.getByRole('button', { name: '返回清单' }).click()
  await expect(page.getByRole('button', { name: '下载材料包' })).toBeVisible()
  await expect(page.getByRole('button', { name: '打印目录' })).toBeInViewport()
})
