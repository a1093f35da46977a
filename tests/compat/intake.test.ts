/** The office's page in browsers from 2020 to now, from a portal without https, from a disk, and as one file. */
import { copyFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page, TestInfo } from 'playwright/test'
import { builtFolder } from '../browsers'
import {
  bring,
  closeDialog,
  openCell,
  openUnit,
  packThreeUnits,
  packUnit,
  rowOf,
  unitsIn,
} from '../site/office'
import { expectKept, openReview, verdict } from '../site/reviewing'
import { expect, type Session, test, versions } from './fixtures'

const file = '2022-intake（离线版）.html'

/** On the intake page at `path`: bundles that the site made are judged, and give their files. */
async function officeJourney(session: Session, path: string, testInfo: TestInfo): Promise<void> {
  const folder = testInfo.outputPath('收件')
  const { sound, volumes, altered } = await packThreeUnits(folder)
  const page = await session.open(path)
  await bring(page, [...volumes.paths, ...altered.paths, ...sound.paths])
  await expect(unitsIn(page)).toHaveText(['青禾县公安局', '青禾县教育局', '青禾县水利局'])
  await expect(rowOf(page, '青禾县公安局')).toContainText('1 个文件被改动')
  for (const [name, { fingerprint }] of [
    ['青禾县教育局', sound],
    ['青禾县水利局', volumes],
  ] as const) {
    await expect(rowOf(page, name)).toContainText('文件完好')
    await expect(await openUnit(page, name)).toContainText(fingerprint)
    await closeDialog(page)
  }
  const cell = await openCell(page, '青禾县教育局', '共性', '部分完成，2 / 5 项，文件 2 个')
  const saved = await session.download(() => cell.getByRole('button', { name: '另存 通知.txt' }).click())
  expect(saved.name).toBe('通知.txt')
  expect(await readFile(saved.path, 'utf8')).toBe('县教育局的通知')
  await closeDialog(page)
  await openReview(page, '0')
  await verdict(page, '认可').click()
  await expectKept(page)
  await page.getByRole('button', { name: '‹ 收件核验' }).click()
  await expect(rowOf(page, '青禾县公安局').locator('.judged')).toHaveText(/^1\//)
  await partsJourney(page, folder)
}

/** Two sections of one unit count together, a page among their files is flagged, and the office decides for one of them. */
async function partsJourney(page: Page, folder: string): Promise<void> {
  const name = '青禾县市场监督管理局'
  const html = '<svg><script>document.write("ran")</script></svg>'
  const sections = [
    { id: 'a1', departments: ['market-regulation'], files: { '0-1': [`图.svg=${html}`] } },
    { id: 'b2', departments: ['intellectual-property'], files: { '0-2': ['专利.txt'] } },
  ]
  for (const [i, section] of sections.entries()) {
    const { paths } = await packUnit(join(folder, `${i}`), { name, ...section })
    await bring(page, paths)
  }
  await expect(rowOf(page, name)).toContainText('2 份清单合计')
  const cell = await openCell(page, name, '共性', '部分完成，2 / 5 项，文件 2 个')
  await expect(cell).toContainText('网页文件：只按文字打开')
  await closeDialog(page)
  // Whichever the office decides for is still decided when the same files come again.
  const unit = await openUnit(page, name)
  await unit
    .getByRole('button', { name: /以这份为准：/ })
    .first()
    .click()
  await closeDialog(page)
  await expect(rowOf(page, name)).toContainText('由您确定')
}

// The single file below lies on a disk, and is the same page.
for (const version of versions) {
  test.describe(`Chromium ${version}, http`, () => {
    test.use({ version })

    test('the office judges what the site packed, and takes files out of it', async ({
      session,
    }, testInfo) => {
      await officeJourney(session, '2022/intake.html', testInfo)
    })
  })
}

for (const version of versions) {
  test.describe(`Chromium ${version}, one file from a disk`, () => {
    test.use({
      version,
      way: 'file',
      folder: async ({}, use, testInfo) => {
        const folder = testInfo.outputPath('收到的文件')
        await mkdir(folder, { recursive: true })
        await copyFile(join(builtFolder, 'offline/2022-intake.html'), join(folder, file))
        await use(folder)
      },
    })

    test('so it does in one file, which leads only within itself', async ({ session }, testInfo) => {
      const asked: string[] = []
      session.page.context().on('request', request => asked.push(request.url()))
      await officeJourney(session, encodeURI(file), testInfo)
      const lead = (name: string) =>
        session.page
          .getByRole('navigation', { name: '主导航' })
          .getByRole('link', { name, exact: true })
          .click()
      const heading = session.page.getByRole('heading', { level: 1 })
      await lead('考核要点')
      await expect(heading).toHaveText('咸宁市2022年质量工作考核要点')
      // A department's page is not in this file: its place in the table is.
      await session.page.getByRole('link', { name: '水利部门' }).click()
      expect(new URL(session.page.url()).hash).toBe('#water')
      await lead('使用说明')
      await expect(heading).toHaveText('使用说明')
      // Views, not pages: what was opened is still there.
      await lead('收件核验')
      await expect(unitsIn(session.page)).toHaveCount(4)
      const others = asked.filter(url => !/^(blob|data):/.test(url) && !url.includes(encodeURI(file)))
      expect(others).toEqual([])
    })
  })
}
