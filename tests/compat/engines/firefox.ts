/** Firefox through WebDriver BiDi; every start is on a profile of its own. */

import { expect } from 'playwright/test'
import type { ElementHandle, Page } from 'puppeteer-core'
import puppeteer from 'puppeteer-core'
import { portalHost } from '../../site/fixtures'
import { needs } from '../../tools'
import type { Driver } from './tab'

/** `downloads` is the folder that files are saved in. */
export async function startFirefox(downloads: string): Promise<Driver> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: needs('firefox-esr'),
    env: { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'Asia/Shanghai' },
    defaultViewport: { width: 1366, height: 768 },
    extraPrefsFirefox: {
      'browser.download.dir': downloads,
      'browser.download.folderList': 2,
      'intl.accept_languages': 'zh-CN',
      'network.dns.localDomains': portalHost,
      // As people have it. Puppeteer turns it off, and then pages on a disk share what browsers keep apart.
      'security.fileuri.strict_origin_policy': true,
    },
  })
  const problems: string[] = []
  const [page] = (await browser.pages()) as [Page]
  watch(page, problems)
  const elementOf = async (script: string) =>
    (await page.evaluateHandle(script)).asElement() as ElementHandle<HTMLInputElement>
  return {
    goto: async url => {
      await page.goto(url)
    },
    reload: async () => {
      await page.reload()
    },
    evaluate: <Result>(script: string) => page.evaluate(script) as Promise<Result>,
    click: async script => (await elementOf(script)).click(),
    type: async (script, text) => (await elementOf(script)).type(text),
    pick: async (script, paths) => (await elementOf(script)).uploadFile(...paths),
    evaluateInNewTab: async <Result>(script: string) => {
      let tab: Page | undefined
      // Firefox fills a new tab twice: see `io/files/open-tab`.
      const titleOf = async () => {
        tab = (await browser.pages()).find(other => other !== page)
        return tab?.evaluate('document.readyState === "complete" && document.title')
      }
      await expect.poll(titleOf, { message: 'another tab with a title' }).toBeTruthy()
      const result = (await tab?.evaluate(script)) as Result
      await tab?.close()
      return result
    },
    problems: () => problems,
    close: () => browser.close(),
  }
}

/** A breach of the Content-Security-Policy is an error of the console. */
function watch(page: Page, problems: string[]): void {
  // 收件核验 asks before it is left.
  page.on('dialog', dialog => void dialog.accept())
  page.on('pageerror', error => problems.push(`uncaught error: ${error}`))
  page.on('console', message => {
    if (message.type() === 'error') problems.push(`console error: ${message.text()}`)
  })
}
