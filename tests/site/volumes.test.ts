/** 分卷: what a mail can't take goes out in volumes, as many and as large as was said beforehand. */
import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Page } from 'playwright/test'
import { checkBags } from '../bag-check'
import { addLarge, attachLarge, megabyte, packingOf, saveVolumes, writeLarge } from './bringing'
import { byItem, openBundle } from './bundle'
import { downloadBundle } from './clerk'
import { expect, test } from './fixtures'

const name = '青禾县农业农村局-2022年质量工作考核资料'
const download = (page: Page) => page.getByRole('button', { name: '下载材料包' })
const ownFigure = (page: Page) => packingOf(page).getByRole('spinbutton', { name: '自定每卷大小（MB）' })
const preset = (page: Page, label: string) => packingOf(page).getByRole('radio', { name: label })

/** The sizes the chooser says will come out, as it writes them. */
async function foretold(page: Page): Promise<string[]> {
  const text = await packingOf(page)
    .getByText(/^会得到 \d+ 卷：/)
    .innerText()
  const [, count, sizes = ''] = /^会得到 (\d+) 卷：(.*?)。/.exec(text) ?? []
  expect(sizes.split('、')).toHaveLength(Number(count))
  return sizes.split('、')
}

/** The sizes of the volumes that are there, as the list writes them. */
async function listed(page: Page): Promise<string[]> {
  const rows = await packingOf(page).getByRole('listitem').allInnerTexts()
  return rows.map(row => /个文件，(.*?)）/.exec(row)?.[1] ?? row)
}

async function sizesOf(paths: readonly string[]): Promise<number[]> {
  return Promise.all(paths.map(async path => (await stat(path)).size))
}

test('up to 35 MB goes out at once; above, the page asks how to split it', async ({ page }, testInfo) => {
  const paths = await writeLarge(testInfo.outputPath(), [15, 15, 15])
  await attachLarge(page, paths.slice(0, 2))
  const zip = await downloadBundle(page, testInfo.outputPath('一次'))
  expect(basename(zip)).toBe(`${name}.zip`)
  await expect(packingOf(page)).toContainText('（2 个文件，30.0 MB）')
  await expect(packingOf(page).getByRole('radio')).toHaveCount(0)
  expect(await checkBags([zip])).toEqual([])

  await addLarge(page, paths.slice(2))
  await download(page).click()
  const question = packingOf(page).getByRole('group', { name: '材料共 45.0 MB，一封邮件发不了，要怎样分？' })
  await expect(question.getByRole('radio')).toHaveCount(5)
  await expect(preset(page, '每卷 35 MB，多数邮箱能发')).toBeChecked()
  await packingOf(page).getByRole('button', { name: '先不下载' }).click()
  await expect(packingOf(page)).toHaveCount(0)
})

test('every choice says beforehand what comes out, and just that comes out', async ({ page }, testInfo) => {
  const paths = await writeLarge(testInfo.outputPath(), [15, 15, 12])
  await attachLarge(page, paths)
  for (const [choose, expected, limit] of [
    [() => preset(page, '每卷 35 MB').check(), ['30.0 MB', '12.0 MB'], 35],
    [() => preset(page, '每卷 18 MB').check(), ['15.0 MB', '15.0 MB', '12.0 MB'], 18],
    [() => ownFigure(page).fill('28'), ['15.0 MB', '27.0 MB'], 28],
  ] as const) {
    await download(page).click()
    await choose()
    const button = packingOf(page).getByRole('button', { name: `打成 ${expected.length} 卷` })
    await expect(button).toBeVisible()
    expect(await foretold(page)).toEqual(expected)
    await button.click()
    await expect(packingOf(page)).toContainText(`已打成 ${expected.length} 卷，请逐卷下载（已下载 0 卷）`)
    expect(await listed(page)).toEqual(expected)
    const volumes = await saveVolumes(page, testInfo.outputPath(`${limit}`))
    expect(volumes.map(path => basename(path))).toEqual(
      expected.map((_, i) => `${name}-第${i + 1}卷共${expected.length}卷.zip`),
    )
    for (const size of await sizesOf(volumes)) expect(size).toBeLessThanOrEqual(limit * megabyte)
    await expect(packingOf(page)).toContainText(`（已下载 ${expected.length} 卷）`)
    await expect(packingOf(page).getByText('✓ 已交给浏览器下载')).toHaveCount(expected.length)
    expect(await checkBags(volumes)).toEqual([])
    // Each is a whole bundle with its own files.
    const bundles = await Promise.all(volumes.map(openBundle))
    expect(bundles.flatMap(({ findings }) => findings)).toEqual([])
    expect(bundles.flatMap(bundle => Object.keys(byItem(bundle)['0-1'] ?? {}))).toEqual(
      paths.map(path => basename(path)),
    )
    await packingOf(page).getByRole('button', { name: '知道了' }).click()
  }
})

test('a file larger than a volume goes alone, and is said to', async ({ page }, testInfo) => {
  await attachLarge(page, await writeLarge(testInfo.outputPath(), [2, 20, 3, 12]))
  await download(page).click()
  await ownFigure(page).fill('15')
  await expect(packingOf(page)).toContainText('其中 1 个文件比一卷还大，只能单独成卷。')
  const expected = ['14.0 MB', '20.0 MB', '3.0 MB']
  expect(await foretold(page)).toEqual(expected)
  await packingOf(page).getByRole('button', { name: '打成 3 卷' }).click()
  await expect(packingOf(page)).toContainText('已打成 3 卷')
  expect(await listed(page)).toEqual(expected)
  expect(await checkBags(await saveVolumes(page, testInfo.outputPath('分卷')))).toEqual([])
})

test('one ZIP for a memory stick, and a figure that is none is refused', async ({ page }, testInfo) => {
  await attachLarge(page, await writeLarge(testInfo.outputPath(), [20, 20]))
  await download(page).click()
  for (const wrong of ['0', '', '-3', '4096']) {
    await ownFigure(page).fill(wrong)
    await expect(packingOf(page)).toContainText('请填 1 到 4095 之间的数。')
    await expect(packingOf(page).getByRole('button', { name: /^打成/ })).toBeDisabled()
  }
  await preset(page, '不分卷').check()
  await expect(packingOf(page)).toContainText('会得到 1 卷：40.0 MB')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    packingOf(page).getByRole('button', { name: '打成一个压缩包' }).click(),
  ])
  expect(file.suggestedFilename()).toBe(`${name}.zip`)
  const path = join(testInfo.outputPath('u盘'), `${name}.zip`)
  await file.saveAs(path)
  expect(await checkBags([path])).toEqual([])
  await expect(packingOf(page)).toContainText('（2 个文件，40.0 MB）')
})
