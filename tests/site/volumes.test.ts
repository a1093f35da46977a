/** 打包: what a mail can't take goes out in packages, as many and as large as was said beforehand. */
import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Page } from 'playwright/test'
import { checkBags } from '../bag-check'
import {
  addLarge,
  attachLarge,
  downloadVolumes,
  megabyte,
  packAtMost,
  packagesOf,
  packingOf,
  saveVolumes,
  writeLarge,
} from './bringing'
import { byItem, openBundle } from './bundle'
import { attach, downloadBundle, openChecklist, openStep, tickOf } from './clerk'
import { expect, test } from './fixtures'
import { paper } from './papers'

const name = '青禾县农业农村局-2022年质量工作考核资料'
const download = (page: Page) => page.getByRole('button', { name: '下载材料包' })
const ownFigure = (page: Page) => packagesOf(page).getByRole('spinbutton', { name: '每个压缩包的大小（MB）' })
const way = (page: Page, label: RegExp) => packagesOf(page).getByRole('radio', { name: label })
const next = (page: Page) => page.locator('.next-step').getByRole('button')

/** The sizes in the list of packages. */
async function listed(page: Page): Promise<string[]> {
  const rows = await packagesOf(page).getByRole('listitem').allInnerTexts()
  return rows.map(row => /[\d.]+ MB/.exec(row)?.[0] ?? row)
}

async function sizesOf(paths: readonly string[]): Promise<number[]> {
  return Promise.all(paths.map(async path => (await stat(path)).size))
}

test('up to 35 MB goes out at once; above, the page asks how it is to be sent', async ({
  page,
}, testInfo) => {
  const paths = await writeLarge(testInfo.outputPath(), [15, 15, 15])
  await attachLarge(page, paths.slice(0, 2))
  const zip = await downloadBundle(page, testInfo.outputPath('一次'))
  expect(basename(zip)).toBe(`${name}.zip`)
  await expect(packingOf(page)).toContainText('（2 个文件，30.0 MB）')
  expect(await checkBags([zip])).toEqual([])

  await addLarge(page, paths.slice(2))
  await download(page).click()
  await expect(way(page, /^邮箱/)).toBeChecked()
  await expect(way(page, /^邮箱/)).toBeInViewport()
  await expect(packagesOf(page)).toContainText('2 个压缩包，2 封邮件')
  await expect(next(page)).toHaveText('打成 2 个压缩包')
})

test('every way says beforehand what comes out, and just that comes out', async ({ page }, testInfo) => {
  await attachLarge(page, await writeLarge(testInfo.outputPath(), [15, 15, 12]))
  await download(page).click()
  for (const [choose, expected, limit] of [
    [() => way(page, /^邮箱/).check(), ['30.0 MB', '12.0 MB'], 35],
    [() => ownFigure(page).fill('18'), ['15.0 MB', '15.0 MB', '12.0 MB'], 18],
    [() => ownFigure(page).fill('28'), ['15.0 MB', '27.0 MB'], 28],
  ] as const) {
    await choose()
    await expect(next(page)).toHaveText(`打成 ${expected.length} 个压缩包`)
    expect(await listed(page)).toEqual(expected)
    await next(page).click()
    await expect(next(page)).toHaveText(`全部下载（还有 ${expected.length} 个）`)
    expect(await listed(page)).toEqual(expected)
    const volumes = await saveVolumes(page, testInfo.outputPath(`${limit}`))
    expect(volumes.map(path => basename(path))).toEqual(
      expected.map((_, i) => `${name}-第${i + 1}卷共${expected.length}卷.zip`),
    )
    for (const size of await sizesOf(volumes)) expect(size).toBeLessThanOrEqual(limit * megabyte)
    await expect(packagesOf(page).getByText('✓ 已交给浏览器下载')).toHaveCount(expected.length)
    await expect(page.getByRole('link', { name: '去报送' })).toBeVisible()
    expect(await checkBags(volumes)).toEqual([])
  }
})

test('全部下载 hands over what is left, one after another; a change asks for new packages', async ({
  page,
}, testInfo) => {
  await attachLarge(page, await writeLarge(testInfo.outputPath(), [13, 13, 13]))
  await packAtMost(page, 18)
  await packagesOf(page).getByRole('button', { name: '下载第 2 个压缩包' }).click()
  await expect(next(page)).toHaveText('全部下载（还有 2 个）')
  const names: string[] = []
  page.on('download', file => names.push(file.suggestedFilename()))
  await next(page).click()
  await expect.poll(() => names).toEqual([`${name}-第1卷共3卷.zip`, `${name}-第3卷共3卷.zip`])
  await expect(page.locator('.next-step')).toContainText('3 个压缩包，✓ 已下载 3 个')
  await openStep(page, '备材料')
  await tickOf(page, '0-1').check()
  await openStep(page, '核对报送')
  await expect(packagesOf(page)).toContainText('打包以后又有改动')
  await expect(next(page)).toHaveText('打成 3 个压缩包')
})

test('every volume is a whole bundle with its own files, and the check fails where one is missing', async ({
  page,
}, testInfo) => {
  const paths = await writeLarge(testInfo.outputPath(), [13, 13, 13])
  await attachLarge(page, paths)
  const volumes = await downloadVolumes(page, testInfo.outputPath('分卷'), 18)
  const files: string[] = []
  for (const volume of volumes) {
    const bundle = await openBundle(volume)
    expect(bundle.findings).toEqual([])
    files.push(...Object.keys(byItem(bundle)['0-1'] ?? {}))
  }
  expect(files).toEqual(paths.map(path => basename(path)))
  expect(await checkBags(volumes)).toEqual([])
  expect(await checkBags(volumes.slice(1))).toContainEqual(
    expect.stringContaining('volumes [1] of 3 are not here'),
  )
})

test('a file that no mail takes goes alone, is named, and has its ways out', async ({ page }, testInfo) => {
  await attachLarge(page, await writeLarge(testInfo.outputPath(), [2, 20, 3, 12]))
  await download(page).click()
  await ownFigure(page).fill('15')
  await expect(packagesOf(page)).toContainText(
    '! 第 2 个压缩包 20.0 MB，比 15.0 MB 大。里面只有“大文件2.bin”一个文件，可以用邮箱的“超大附件”发',
  )
  const expected = ['14.0 MB', '20.0 MB', '3.0 MB']
  expect(await listed(page)).toEqual(expected)
  await next(page).click()
  await expect(next(page)).toHaveText('全部下载（还有 3 个）')
  expect(await listed(page)).toEqual(expected)
  expect(await checkBags(await saveVolumes(page, testInfo.outputPath('分卷')))).toEqual([])
})

test('one ZIP for QQ or a memory stick, and a figure that is none is refused', async ({ page }, testInfo) => {
  await attachLarge(page, await writeLarge(testInfo.outputPath(), [20, 20]))
  await download(page).click()
  for (const wrong of ['0', '', '-3', '4096']) {
    await ownFigure(page).fill(wrong)
    await expect(packagesOf(page)).toContainText('请填 1 到 4095 之间的数。')
    await expect(next(page)).toBeDisabled()
  }
  await way(page, /U 盘/).check()
  await expect(packagesOf(page)).toContainText('1 个压缩包40.0 MB，也可用超大附件')
  const [file] = await Promise.all([page.waitForEvent('download'), next(page).click()])
  expect(file.suggestedFilename()).toBe(`${name}.zip`)
  const path = join(testInfo.outputPath('u盘'), `${name}.zip`)
  await file.saveAs(path)
  expect(await checkBags([path])).toEqual([])
  await expect(packagesOf(page)).toContainText('✓ 已交给浏览器下载，2 个文件，40.0 MB')
})

test('the next step is in sight at every height, and the paper shows the packages that were made', async ({
  page,
}, testInfo) => {
  await page.addInitScript(() => {
    window.print = () => undefined
  })
  await attachLarge(page, await writeLarge(testInfo.outputPath(), [9, 9, 9]))
  await openStep(page, '核对报送')
  for (const [width, height] of [
    [1366, 600],
    [1366, 650],
    [1366, 750],
    [390, 700],
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const id of ['check', 'pack', 'send']) {
      await page.evaluate(id => document.getElementById(id)?.scrollIntoView(), id)
      await expect(next(page), `${id} at ${width}×${height}`).toBeInViewport({ ratio: 1 })
    }
  }
  await packAtMost(page, 10)
  await expect(next(page)).toHaveText('全部下载（还有 3 个）')
  const cover = async () => {
    await page.getByRole('button', { name: '打印目录' }).click()
    const preview = page.getByRole('region', { name: '打印目录' })
    await expect(preview).toContainText('共 3 个')
    await page.getByRole('button', { name: '返回清单' }).click()
  }
  await cover()
  await page.reload()
  await openStep(page, '核对报送')
  await cover()
})

test('a hand-in is noted with its day, and the page says what was changed since', async ({ page }) => {
  await openChecklist(page)
  await attach(page, '0-2', paper('计划.txt'), '计划.txt')
  const send = page.getByRole('region', { name: '报送', exact: true })
  await openStep(page, '核对报送')
  await expect(send).toContainText('2466343347@qq.com')
  await expect(send).toContainText('打包以后，这里有每封邮件的主题和正文')
  await Promise.all([page.waitForEvent('download'), download(page).click()])
  await expect(send).toContainText('青禾县农业农村局2022年质量工作考核资料')
  await expect(send).toContainText('1个压缩包，1个文件。校验码')
  await send.getByRole('checkbox', { name: '已报送' }).check()
  await send.getByLabel('报送日期').fill('2022-12-20')
  await expect(send).toContainText('上次报送 2022年12月20日，之后没有改动。')
  await openStep(page, '备材料')
  await tickOf(page, '0-2').check()
  await tickOf(page, '0-3').check()
  await openStep(page, '核对报送')
  await expect(send).toContainText('之后改了 2 项，请重新打包、再报一次')
  await page.reload()
  await openStep(page, '核对报送')
  await expect(send.getByRole('link', { name: '0-3' })).toBeVisible()
  await expect(send).toContainText('上次报送 2022年12月20日，之后改了 2 项')
})
