/** The publisher's page in old and current browsers: from the notice and the table as files to pages that clerks and offices use. */
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { builtFolder } from '../browsers'
import { agriculture, attach, expectSaved, startUnit, tickOf } from '../site/clerk'
import { paper } from '../site/papers'
import { expect, test } from './fixtures'
import { answerAll, bring, catalogueIn, differences, take, unzip, writeSeed } from './publisher'

/** What the built site and the folder for a portal both have. */
const sharedPaths = [
  '2022/index.html',
  '2022/indicators.html',
  '2022/departments/market-regulation.html',
  '2022/departments/city-quality-office.html',
  '2022/checklist.html',
  '2022/intake.html',
  'offline/2022-checklist.html',
  'offline/2022-intake.html',
  'index.html',
  'help.html',
  'theme.css',
  'favicon.svg',
  'old-browser.js',
  'site.webmanifest',
]

const ways = [
  ['86', 'file', 'docx'],
  ['86', 'http', 'xlsx'],
  ['current', 'file', 'xlsx'],
  ['current', 'http', 'docx'],
] as const

for (const [version, way, kind] of ways) {
  test.describe(`Chromium ${version}, ${way}`, () => {
    test.use({ version, way })

    test(`the seed’s notice and table (.${kind}) become the pages of 2022`, async ({ session }, testInfo) => {
      const page = await session.open(way === 'file' ? 'offline/publish.html' : 'publish.html')
      await bring(page, await writeSeed(testInfo.outputPath('原件'), kind))
      await expect(page.getByRole('region', { name: '核对' })).toContainText('✓ 与总分一样')
      await answerAll(page)
      const site = await unzip(await take(session, '整个网站'))
      expect(differences(site, sharedPaths)).toEqual([])
      // The browser draws the icons, and may draw them otherwise than the build: they are as wide and high as they say.
      for (const size of [192, 512]) {
        const icon = site.get(`icon-${size}.png`)
        expect([icon?.readUInt32BE(16), icon?.readUInt32BE(20)]).toEqual([size, size])
      }
      const built = readFileSync(join(builtFolder, '2022/checklist.html'), 'utf8')
      expect(catalogueIn(String(site.get('2022/checklist.html')))).toEqual(catalogueIn(built))
    })
  })
}

test.describe('Chromium 86, file', () => {
  test.use({ version: '86', way: 'file' })

  test('a bundle made in the file that came out opens in the office’s file that came out, and on the built site', async ({
    session,
    guard,
  }, testInfo) => {
    const page = await session.open('offline/publish.html')
    await bring(page, await writeSeed(testInfo.outputPath('原件'), 'docx'))
    await answerAll(page)
    const folder = testInfo.outputPath('发出去的')
    mkdirSync(folder, { recursive: true })
    const given = pathToFileURL(folder).href
    guard.allow(new RegExp(`request to another site: ${given}`))
    for (const gift of ['填报网页', '收件网页'])
      copyFileSync(await take(session, gift), join(folder, `${gift}.html`))
    await page.goto(`${given}/${encodeURI('填报网页.html')}`)
    await startUnit(page, agriculture)
    await attach(page, '0-2', paper('工作计划.pdf'), '工作计划.pdf')
    await tickOf(page, '0-2').check()
    await expectSaved(page)
    const download = page.getByRole('button', { name: '下载材料包' })
    const { path: bundle } = await session.download(() => download.click())
    for (const office of [`${given}/${encodeURI('收件网页.html')}`, session.url('2022/intake.html')]) {
      await page.goto(office)
      await page.getByLabel('选择材料包').setInputFiles(bundle)
      await expect(page.getByRole('status').filter({ hasText: '核验完毕' })).toBeVisible()
      await expect(page.locator('.matrix')).toContainText('青禾县农业农村局')
    }
  })
})
