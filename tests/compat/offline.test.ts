/** Where a service worker is allowed: the site without its server, and a new build while someone is at work. */
import { cp, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { oldestBrowser } from '../../astro.config.mjs'
import { listFiles } from '../../src/build/files'
import { writeServiceWorker } from '../../src/build/offline'
import { toolPages } from '../../src/build/tool-pages'
import { builtFolder } from '../browsers'
import {
  agriculture,
  checklistPage,
  expectSaved,
  openSavedHere,
  remarkOf,
  startUnit,
  unitHeading,
} from '../site/clerk'
import { expect, test, versions } from './fixtures'

/** Resolves when the page's next visit is the service worker's. */
function isKept() {
  return navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null)
}

for (const version of versions) {
  test.describe(`Chromium ${version}, as over https`, () => {
    test.use({ version, way: 'secure' })

    test('after one visit every page opens with the server gone, and a checklist is carried on', async ({
      session,
      server,
      folder,
      guard,
    }) => {
      const page = await session.open('2022/index.html')
      await expect.poll(() => page.evaluate(isKept)).toBe(true)
      await server?.close()
      // What a browser says of a server that is gone: its own check for a new build.
      guard.allow(/sw\.js/)
      // The publisher's page is kept by no unit's browser: its file is there for computers without a network.
      const paths = (await listFiles(`${folder}/`)).filter(
        path => path.endsWith('.html') && !toolPages.includes(path),
      )
      expect(paths.length).toBeGreaterThan(15)
      for (const path of [...paths, '', '2022/', `${checklistPage}?departments=water`]) {
        await session.open(path)
        await expect(page.getByRole('heading', { level: 1 }).first(), path).toBeVisible()
        await expect(page.getByRole('button', { name: '大字' })).toHaveCSS('cursor', 'pointer')
      }
      await page.reload()
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
      await session.open('2021/departments/water.html')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有这个页面')
      await page.getByRole('link', { name: '回到首页' }).click()
      await expect(page.getByRole('link', { name: '开始填报' }).first()).toBeVisible()
      await session.open(checklistPage)
      await startUnit(page, agriculture)
      await remarkOf(page, '0-1').fill('断网时写的')
      await expectSaved(page)
      const download = await session.download(() => page.getByRole('button', { name: '下载材料包' }).click())
      expect(download.name).toContain('.zip')
      await expect(await openSavedHere(page)).toContainText('断网也可以打开、填写、下载材料包')
      await session.restart()
      await session.open(checklistPage)
      await expect(unitHeading(session.page, agriculture)).toBeVisible()
      await expect(remarkOf(session.page, '0-1')).toHaveValue('断网时写的')
    })
  })
}

test.describe('a new build while a form is half filled', () => {
  test.use({
    way: 'secure',
    folder: async ({}, use, testInfo) => {
      const folder = testInfo.outputPath('site')
      await cp(builtFolder, folder, { recursive: true })
      await use(folder)
    },
  })

  /** Publishes the site anew with one word changed on the checklist page. */
  async function publish(folder: string, isWhole = true): Promise<void> {
    const path = join(folder, checklistPage)
    const html = await readFile(path, 'utf8')
    await writeFile(path, html.replace('正在打开……', '正在打开（新版）……'))
    await writeServiceWorker(`${folder}/`, oldestBrowser)
    // As when the copying to the portal is still under way.
    if (!isWhole) await writeFile(path, html)
  }

  test('is said quietly, takes nothing from the form, and comes when asked for', async ({
    session,
    folder,
  }) => {
    const page = await session.open(checklistPage)
    await expect.poll(() => page.evaluate(isKept)).toBe(true)
    await page.getByRole('textbox', { name: '单位全称' }).fill('青禾县农业')
    await page.getByRole('checkbox', { name: '农业农村部门' }).check()
    const news = page.getByText('网页有新版本')
    await expect(news).toBeHidden()

    await publish(folder)
    const other = await page.context().newPage()
    await other.goto(session.url('2022/index.html'))
    await expect(news).toBeVisible()
    await expect(page.getByRole('textbox', { name: '单位全称' })).toHaveValue('青禾县农业')
    await expect(page.getByRole('checkbox', { name: '农业农村部门' })).toBeChecked()
    await startUnit(page, agriculture)
    await remarkOf(page, '0-1').fill('更新之前写的')
    await expectSaved(page)

    await page.getByRole('button', { name: '现在更新' }).click()
    await expect(news).toBeHidden()
    await expect(remarkOf(page, '0-1')).toHaveValue('更新之前写的')
    const kept = await page.evaluate(async () => {
      const caches = await globalThis.caches.keys()
      const pages = await Promise.all(
        caches.map(async name => (await (await globalThis.caches.open(name)).match(location.href))?.text()),
      )
      return pages.map(html => html?.includes('（新版）'))
    })
    expect(kept).toEqual([false, true])
    // The new build has taken over already; the other tab, still on the old one, follows when asked.
    await expect(other.getByText('网页有新版本')).toBeVisible()
    await Promise.all([other.waitForEvent('load'), other.getByRole('button', { name: '现在更新' }).click()])
    await expect(other.getByText('网页有新版本')).toBeHidden()
    await expect(other.getByRole('heading', { level: 1 })).toBeVisible()
  })

  test('brings an edition it does not keep from the server, and from the older build only without one', async ({
    session,
    folder,
    server,
  }) => {
    const page = await session.open('2022/index.html')
    await expect.poll(() => page.evaluate(isKept)).toBe(true)
    await session.open('help.html')
    // A newer edition, which is kept in the place of 2022's.
    await mkdir(join(folder, '2023'))
    await cp(join(folder, '2022/index.html'), join(folder, '2023/index.html'))
    const notice = join(folder, '2022/index.html')
    await writeFile(notice, (await readFile(notice, 'utf8')).replace('<h1>', '<h1>（更正）'))
    await writeServiceWorker(`${folder}/`, oldestBrowser)
    await page.reload()
    await page.getByRole('button', { name: '现在更新' }).click()
    await expect(page.getByText('网页有新版本')).toBeHidden()
    await session.open('2022/index.html')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('（更正）')
    await expect
      .poll(() => page.evaluate(async () => (await caches.match(location.href))?.url ?? ''))
      .toContain('2022/index.html')
    await server?.close()
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('关于提前报送2022年度')
  })

  test('takes a notice down for everybody, and leaves what was filled in', async ({
    session,
    folder,
    guard,
  }) => {
    guard.allow(/404/)
    const page = await session.open(checklistPage)
    await startUnit(page, agriculture)
    await remarkOf(page, '0-1').fill('撤下之前写的')
    await expectSaved(page)
    await expect.poll(() => page.evaluate(isKept)).toBe(true)
    await session.open('index.html')
    await rename(join(folder, '2022'), join(folder, '2021'))
    await writeServiceWorker(`${folder}/`, oldestBrowser)
    await page.reload()
    await page.getByRole('button', { name: '现在更新' }).click()
    await expect(page.getByText('网页有新版本')).toBeHidden()
    for (const path of ['2022/index.html', checklistPage]) {
      await session.open(path)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有这个页面')
    }
    // Published again, it has it all.
    await rename(join(folder, '2021'), join(folder, '2022'))
    await writeServiceWorker(`${folder}/`, oldestBrowser)
    await session.open(checklistPage)
    await expect(remarkOf(page, '0-1')).toHaveValue('撤下之前写的')
  })

  test('is not kept as long as its files are not all there', async ({ session, folder, guard }) => {
    const page = await session.open(checklistPage)
    await expect.poll(() => page.evaluate(isKept)).toBe(true)
    await publish(folder, false)
    guard.allow(/integrity|sw\.js|Failed to find a valid digest/)
    const state = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready
      await registration.update()
      const installing = registration.installing
      await new Promise<void>(resolve => {
        if (!installing || installing.state === 'redundant') return resolve()
        installing.addEventListener('statechange', () => installing.state !== 'installing' && resolve())
      })
      return { installing: installing?.state, waiting: registration.waiting === null }
    })
    expect(state).toEqual({ installing: 'redundant', waiting: true })
    await expect(page.getByText('网页有新版本')).toBeHidden()
    await page.reload()
    await expect(page.getByRole('textbox', { name: '单位全称' })).toBeVisible()
  })
})
