/** The site as an installed page, which browsers allow over https (and 127.0.0.1) and keep the data of for good. */
import type { Page } from 'playwright/test'
import { agriculture, checklistPage, openChecklist, openSavedHere } from './clerk'
import { expect, test } from './fixtures'

test('where the page is secure the browser finds nothing that speaks against installing it, at any path', async ({
  page,
  site,
}) => {
  await page.goto(site.url('2022/checklist.html', '127.0.0.1'))
  const session = await page.context().newCDPSession(page)
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
  // A test's browser is a private window.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
  const { url, errors, data = '' } = await session.send('Page.getAppManifest')
  expect(url).toBe(site.url('site.webmanifest', '127.0.0.1'))
  expect(errors).toEqual([])
  const { start_url, icons } = JSON.parse(data) as { start_url: string; icons: { src: string }[] }
  const addresses = [start_url, ...icons.map(({ src }) => src)].map(path => new URL(path, url).href)
  expect(addresses[0]).toBe(site.url('index.html', '127.0.0.1'))
  for (const address of addresses) expect((await page.request.get(address)).status()).toBe(200)
})

test('over http no page names a manifest, which browsers would complain of', async ({ page }) => {
  await page.goto('2022/checklist.html')
  await expect(page.getByRole('button', { name: '大字' })).toBeVisible()
  await expect(page.locator('link[rel=manifest]')).toHaveCount(0)
})

test('本机保存情况 says that installing keeps the data, where the page can be installed', async ({
  page,
  site,
}) => {
  await openChecklist(page, agriculture, site.url(checklistPage, '127.0.0.1'))
  expect(await saysOfClearing(page)).toContain('可以安装本网站')
  await openChecklist(page)
  expect(await saysOfClearing(page)).not.toContain('安装')
})

async function saysOfClearing(page: Page): Promise<string> {
  const shown = await openSavedHere(page)
  await expect(shown).toContainText('C 盘快满时可能清理')
  return shown.innerText()
}
