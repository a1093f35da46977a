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
import { png } from '../site/papers'
import { entries, expectKept, openReview, verdict } from '../site/reviewing'
import { hostileWord, scanPdf, soundWorkbook } from '../site/samples'
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
  await previewJourney(page, folder)
  await partsJourney(page, folder)
}

/** Documents are shown in the page; what is hostile in them would be a request or an error, which fails the test. */
async function previewJourney(page: Page, folder: string): Promise<void> {
  const { paths } = await packUnit(join(folder, '看'), {
    name: '青禾县卫生健康局',
    departments: ['health'],
    documents: {
      '报告.docx': await hostileWord(),
      '任务表.xlsx': await soundWorkbook(),
      '扫描.pdf': scanPdf(),
      '照片.png': png(40, [30, 120, 60]),
      '说明.txt': Buffer.from('cbb5c3f7', 'hex'),
    },
  })
  await bring(page, paths)
  const view = await openReview(page, '0')
  await entries(page).filter({ hasText: '卫生健康局' }).click()
  const look = async (name: string) => {
    await view.getByRole('list', { name: '这一项的文件' }).getByRole('button', { name }).click()
    return view.getByRole('region', { name: `0-1 ${name}` })
  }
  const word = await look('报告.docx')
  await expect(word.locator('iframe')).toHaveAttribute('sandbox', '')
  await expect(word.frameLocator('iframe').getByText('正文还在')).toBeVisible()
  await expect((await look('任务表.xlsx')).getByRole('cell', { name: '2022年12月1日' })).toBeVisible()
  const showsPdf = await page.evaluate(
    () => navigator.pdfViewerEnabled ?? 'application/pdf' in navigator.mimeTypes,
  )
  const pdf = await look('扫描.pdf')
  if (showsPdf) await expect(pdf.locator('iframe')).toHaveAttribute('src', /^blob:/)
  else await expect(pdf).toContainText('这个浏览器不能在网页里看 PDF')
  await expect((await look('照片.png')).getByRole('img')).toHaveJSProperty('naturalWidth', 40)
  await expect((await look('说明.txt')).locator('pre')).toHaveText('说明')
  await page.getByRole('button', { name: '‹ 收件核验' }).click()
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
      await expect(unitsIn(session.page)).toHaveCount(5)
      // Chromium's own viewer of PDF files is an extension that comes with it.
      const others = asked.filter(
        url => !/^(blob|data|chrome|chrome-extension):/.test(url) && !url.includes(encodeURI(file)),
      )
      expect(others).toEqual([])
    })
  })
}

test.describe('Chromium 86, the folder from a disk', () => {
  test.use({ version: '86', way: 'file' })

  test('documents are shown in the page', async ({ session }, testInfo) => {
    await previewJourney(await session.open('2022/intake.html'), testInfo.outputPath('收件'))
  })
})
