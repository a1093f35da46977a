/**
 * The built site in a current Chromium, at an address like the county portal's: http and not a secure context, which
 * 127.0.0.1 would be. A page that complains fails its test.
 */
import { pathToFileURL } from 'node:url'
import { type BrowserContext, test as base, expect } from 'playwright/test'
import { builtFolder, findBrowser } from '../browsers'
import { type Server, serve } from '../server'

export { expect }

export const portalPath = '/zlqx/kaohe/'
export const portalHost = 'site.test'

/** No traffic of the browser's own, and the portal's name leads to the server here. */
export const commonArguments = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  `--host-resolver-rules=MAP ${portalHost} 127.0.0.1`,
  // Root, a container and the npm packages have no working sandbox; only our own pages are opened.
  '--no-sandbox',
]

export interface Guard {
  /** Listens to every page of `context`, those to come included. */
  watch(context: BrowserContext): void
  /** Messages that match are expected in this test. */
  allow(message: RegExp): void
  /** What the pages complained of so far, less what is allowed. */
  problems(): Promise<string[]>
}

/**
 * Collects console errors (a breach of the Content-Security-Policy is one), uncaught errors, and requests to addresses
 * that `isOurs` does not claim.
 */
export function createGuard(isOurs: (url: string) => boolean): Guard {
  const contexts: BrowserContext[] = []
  const messages: string[] = []
  // Chromium before 97 does not know the word and says so; it hashes by JavaScript then.
  const allowed = [/contains an invalid source: ''wasm-unsafe-eval''\. It will be ignored/]
  return {
    watch: context => {
      contexts.push(context)
      context.on('console', message => {
        if (message.type() !== 'error') return
        messages.push(`console error: ${message.text()} (${message.location().url})`)
      })
      context.on('weberror', problem =>
        messages.push(`uncaught error: ${problem.error().stack ?? problem.error()}`),
      )
      context.on('request', request => {
        const url = request.url()
        // Chromium's own viewer of PDF files is an extension that comes with it.
        if (!/^(blob|data|about|chrome|chrome-extension):/.test(url) && !isOurs(url))
          messages.push(`request to another site: ${url}`)
      })
    },
    allow: message => {
      allowed.push(message)
    },
    problems: async () => {
      // One round trip to each page brings in what it has already said; a tab never used may not answer at all.
      const pages = contexts.flatMap(context => context.pages()).filter(page => page.url() !== 'about:blank')
      await Promise.all(pages.map(page => page.evaluate(() => undefined).catch(() => undefined)))
      return messages.filter(message => !allowed.some(pattern => pattern.test(message)))
    },
  }
}

interface TestFixtures {
  guard: Guard
}

interface WorkerFixtures {
  /** The folder that is served: dist/, unless a test file has made its own copy. */
  folder: string
  site: Server
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  folder: [builtFolder, { scope: 'worker', option: true }],
  site: [
    async ({ folder }, use) => {
      const server = await serve(folder, { prefix: portalPath, host: portalHost })
      await use(server)
      await server.close()
    },
    { scope: 'worker' },
  ],
  browser: [
    async ({ playwright }, use) => {
      const { executablePath, environment } = await findBrowser('current')
      const browser = await playwright.chromium.launch({
        executablePath,
        env: { ...process.env, ...environment },
        args: commonArguments,
      })
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => {
    await use(site.url())
  },
  guard: [
    async ({ context, site, folder }, use) => {
      // From a disk a page may open what lies in the site's folder.
      const own = [site.url(), site.url('', '127.0.0.1'), pathToFileURL(folder).href]
      const guard = createGuard(url => own.some(address => url.startsWith(address)))
      guard.watch(context)
      await use(guard)
      expect(await guard.problems(), 'what the pages complained of').toEqual([])
    },
    { auto: true },
  ],
})
