/** 导入 of what is not the whole: text backups, some volumes, broken files among good ones, another year. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { checkBags } from '../bag-check'
import {
  anotherComputer,
  attachLarge,
  bringIn,
  closeOutcome,
  downloadText,
  downloadVolumes,
  expectFilledIn,
  fillIn,
  outcomeOf,
  packed,
  writeLarge,
} from './bringing'
import { byItem, openBundle } from './bundle'
import {
  actionsOf,
  agriculture,
  attachedTo,
  confirmBackup,
  downloadBundle,
  expectAttached,
  expectSaved,
  itemOf,
  openChecklist,
  openStep,
  pickFiles,
  tickOf,
  unitHeading,
  water,
} from './clerk'
import { expect, test } from './fixtures'
import { paper, sha256Of } from './papers'
import { readRecords, storedHashes } from './records'

test('下载文字备份 brings everything but the bytes; adding the same files again completes it', async ({
  page,
  browser,
  guard,
}, testInfo) => {
  await fillIn(page)
  const json = await downloadText(page, testInfo.outputPath())
  expect(JSON.parse(await readFile(json, 'utf8'))).toMatchObject({
    format: 1,
    unit: { name: agriculture.name },
  })
  const other = await anotherComputer(browser, guard)
  await bringIn(other, [json])
  await expect(outcomeOf(other)).toContainText('已导入“青禾县农业农村局”')
  await expect(outcomeOf(other)).toContainText('有 3 个文件只有名称、没有内容')
  for (const name of ['工作计划.docx', '种子抽检.pdf']) await expect(outcomeOf(other)).toContainText(name)
  await closeOutcome(other)
  await expectFilledIn(other)
  expect(await storedHashes(other)).toEqual([])
  await other.getByRole('button', { name: '下载材料包' }).click()
  await expect(other.getByRole('region', { name: '材料包', exact: true })).toContainText(
    '没有打包：3 个文件的内容不在浏览器里，或者读不出来，打出来的包会缺文件。请把原来的文件重新添加到同一项，或导入以前下载的材料包，再下载一次。清单里的其他内容都在。',
  )

  await pickFiles(other, '0-2', [paper('工作计划.docx')])
  await expect.poll(() => storedHashes(other)).toEqual([sha256Of('工作计划.docx')])
  await pickFiles(other, '11-2-1', [paper('抽检（重新找到的）.pdf', '种子抽检.pdf')])
  await expect.poll(() => storedHashes(other)).toHaveLength(2)
  await expect(actionsOf(other, '11-2-1')).toHaveCount(2)
  await expectFilledIn(other)
  const bundle = await openBundle(await downloadBundle(other, testInfo.outputPath('补齐后')))
  expect(bundle.findings).toEqual([])
  expect(byItem(bundle)).toEqual(packed)
  await other.context().close()
})

test('the reminder to keep a copy goes with a bundle, stays away after a text backup, and comes with new files', async ({
  page,
}, testInfo) => {
  await openChecklist(page)
  const files = (start: number) => Array.from({ length: 5 }, (_, i) => paper(`第${start + i}份.pdf`))
  await pickFiles(page, '0-3', files(1))
  const reminder = page.locator('.keep-safe .hint')
  await openStep(page, '核对报送')
  await expect(reminder).toContainText('现在已经添加了 5 个文件')
  await downloadBundle(page, testInfo.outputPath())
  await confirmBackup(page)
  await expect(page.getByText('上次下载材料包：')).toBeVisible()
  await expect(reminder).toHaveCount(0)
  // A text backup holds no bytes, and takes none from the bundle that has them.
  await downloadText(page, testInfo.outputPath())
  await openStep(page, '核对报送')
  await expect(page.getByText('上次把文字备份交给浏览器下载：')).toBeVisible()
  await expect(reminder).toHaveCount(0)
  await page.reload()
  await expect(page.getByText('上次把文字备份交给浏览器下载：')).toBeVisible()
  await expect(reminder).toHaveCount(0)
  await pickFiles(page, '0-3', files(6))
  await expect(reminder).toContainText('有 5 个文件还没有确认存好的备份')
})

test('broken files among good ones are named, each with its reason, and take nothing from the good ones', async ({
  page,
  browser,
  guard,
}, testInfo) => {
  await fillIn(page)
  const zip = await readFile(await downloadBundle(page, testInfo.outputPath()))
  const other = await anotherComputer(browser, guard)
  await bringIn(other, [
    paper('没下载完.zip', zip.subarray(0, zip.length / 2)),
    paper('其实是文字.zip', '这不是压缩包'),
    paper('好的.zip', zip),
    paper('空的.zip', ''),
    paper('坏的备份.json', '{"format":1'),
    paper('新版的备份.json', '{"format":3}'),
  ])
  await expect(outcomeOf(other)).toContainText('已导入“青禾县农业农村局”：新增 3 个文件')
  const refused = outcomeOf(other).getByRole('listitem')
  await expect(refused).toHaveText([
    /^没下载完\.zip 压缩包不完整/,
    /^其实是文字\.zip 不是 ZIP 压缩包/,
    /^空的\.zip 是空文件/,
    /^坏的备份\.json 清单内容读不出来/,
    /^新版的备份\.json 没有导入：由更新版本的网页保存（格式 3）/,
  ])
  await expectFilledIn(other)
  await other.context().close()
})

test('a bundle of another year is refused by name, and nothing is stored', async ({ page }) => {
  const id = 'f'.repeat(32)
  const at = '2024-12-01T00:00:00.000Z'
  const checklist = { format: 1, id, edition: '2024', created: at, changed: at, answers: {} }
  const unit = { name: '青禾县农业农村局', departments: [] }
  await openChecklist(page, water)
  const before = await readRecords(page)
  await bringIn(page, [paper('2024.json', JSON.stringify({ ...checklist, unit }))])
  await expect(outcomeOf(page)).toContainText(
    '这份清单是 2024 年度的，不能并入本年度，没有导入，这里没有改动。',
  )
  expect(await readRecords(page)).toEqual(before)
  expect(await attachedTo(page, '0-1')).toEqual([])
})

const names = ['大文件1.bin', '大文件2.bin', '大文件3.bin']

/** A checklist with three files of 13 MB goes out in three volumes. @returns their paths, and the files' hashes by name */
async function packThree(page: Page, folder: string) {
  const paths = await writeLarge(folder, [13, 13, 13])
  await attachLarge(page, paths)
  await tickOf(page, '0-1').check()
  await expectSaved(page)
  const volumes = await downloadVolumes(page, join(folder, '分卷'), 18)
  expect(volumes).toHaveLength(3)
  expect(await checkBags(volumes)).toEqual([])
  const hashes = await Promise.all(paths.map(async path => sha256Of(await readFile(path))))
  return { volumes, hashes: [...hashes].sort() }
}

const bannerOf = (page: Page) => page.getByRole('alert', { name: '没有内容的文件' })

/** In every view it says of `count` of the three files that they are names alone; nothing calls the item done. */
async function expectIncomplete(page: Page, count: number): Promise<void> {
  await expect(bannerOf(page)).toContainText(`有 ${count} 个文件只有名称、没有内容`)
  await expect(bannerOf(page)).toContainText('共 3 卷，缺第 1、3 卷')
  await expect(bannerOf(page)).toContainText('在第 1 卷里的 1 处')
  await expect(itemOf(page, '0-1')).toContainText('有文件只有名称、没有内容，不算完成')
  await expect(itemOf(page, '0-1').getByText('! 没有内容')).toHaveCount(count)
  await expect(page.getByText(`另有 ${count} 个没有内容`)).toBeVisible()
  await expect(page.locator('.views .count')).toHaveText(/^0 \/ \d+ 项已完成/)
  await expect(page.getByRole('navigation', { name: '三个步骤' }).getByRole('link').first()).toContainText(
    '0/',
  )
  await expect(page.getByRole('navigation', { name: '填报步骤' })).toContainText('共性资料0/')
  await openStep(page, '核对报送')
  await expect(page.getByRole('region', { name: '检查', exact: true })).toContainText(
    '有文件只有名称、没有内容，不算完成',
  )
  await expect(bannerOf(page)).toBeVisible()
  await openStep(page, '备材料')
}

test('three volumes come in one pick in any order, and in three: what is missing is named until the last one completes it', async ({
  page,
  browser,
  guard,
}, testInfo) => {
  const {
    volumes: [first = '', second = '', third = ''],
    hashes,
  } = await packThree(page, testInfo.outputPath())
  const atOnce = await anotherComputer(browser, guard)
  await bringIn(atOnce, [third, first, second])
  await expect(outcomeOf(atOnce)).toContainText('新增 3 个文件', { timeout: 30_000 })
  await expect(outcomeOf(atOnce)).not.toContainText(/缺|没有内容/)
  await expect(unitHeading(atOnce, agriculture)).toBeVisible()
  await expect(tickOf(atOnce, '0-1')).toBeChecked()
  await expectAttached(atOnce, '0-1', names)
  expect(await storedHashes(atOnce)).toEqual(hashes)
  await atOnce.context().close()

  const other = await anotherComputer(browser, guard)
  await bringIn(other, [second])
  const outcome = outcomeOf(other)
  await expect(outcome).toContainText('共 3 卷，缺第 1、3 卷，请再导入缺的卷', { timeout: 30_000 })
  await expect(outcome).toContainText('有 2 个文件只有名称、没有内容')
  await expect(outcome).toContainText(/大文件1\.bin；大文件3\.bin/)
  await expectAttached(other, '0-1', names)
  expect(await storedHashes(other)).toHaveLength(1)
  await closeOutcome(other)
  await expectIncomplete(other, 2)
  await other.reload()
  await expectIncomplete(other, 2)

  await bringIn(other, [third])
  await expect(outcome).toContainText('有 1 个文件只有名称、没有内容', { timeout: 30_000 })
  await expect(outcome).toContainText('大文件1.bin')
  await expect(outcome).not.toContainText('没有新的文件')
  await closeOutcome(other)
  await expect(bannerOf(other)).toContainText('有 1 个文件只有名称、没有内容')
  await expect(bannerOf(other)).toContainText('缺第 1 卷')

  await bringIn(other, [first])
  await expect(outcome).toContainText('已导入', { timeout: 30_000 })
  expect(await storedHashes(other)).toEqual(hashes)
  await expect(outcome).not.toContainText(/缺|没有内容|没有新的文件/)
  await expectAttached(other, '0-1', names)
  await expect(bannerOf(other)).toHaveCount(0)
  await expect(itemOf(other, '0-1')).not.toContainText('没有内容')
  await other.context().close()
})
