/**
 * The built site in old and current Chromium, from a portal and from a disk. Each browser is a process of its own on a
 * user data folder of its own: it can be closed or killed, and started again on what it had stored.
 *
 *     for (const [version, way] of matrix) {
 *       test.describe(`Chromium ${version}, ${way}`, () => {
 *         test.use({ version, way })
 *         test('…', async ({ session }) => { … })
 *       })
 *     }
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, test as base, expect, type Page } from 'playwright/test'
import { builtFolder, hasOldBrowsers, type Version } from '../browsers'
import { type Server, serve } from '../server'
import { createGuard, type Guard, portalHost, portalPath } from '../site/fixtures'
import { start } from './process'

export { expect }

/**
 * `http`: a portal without https, not a secure context. `file`: the folder opened from a disk. `secure`: as over https,
 * which browsers grant to 127.0.0.1.
 */
export type Way = 'http' | 'file' | 'secure'

export const matrix: readonly (readonly [Version, Way])[] = [
  ['86', 'http'],
  ['86', 'file'],
  ['109', 'http'],
  ['109', 'file'],
  ['current', 'http'],
  ['current', 'file'],
]

/** Each browser once. */
export const versions: readonly Version[] = [...new Set(matrix.map(([version]) => version))]

/** For what each browser may do its own way, and either way its own way, but not both together: each at least once. */
export const diagonal: readonly (readonly [Version, Way])[] = [
  ['86', 'file'],
  ['109', 'http'],
  ['current', 'file'],
]

export interface Download {
  /** The name the page asked for. */
  name: string
  /** Where the file lies until the test ends. */
  path: string
}

export interface Session {
  /** The only tab of the browser that runs now: another one after `restart()`. */
  readonly page: Page
  /** The address of `path` (relative to the site's folder), without one that of the front page. */
  url(path?: string): string
  open(path?: string): Promise<Page>
  /** Ends the browser, politely or by SIGKILL, and starts it on the same user data; the tab is empty. */
  restart(ending?: 'closed' | 'killed'): Promise<Page>
  /** Does `action` and waits for the file it makes the browser save. */
  download(action: () => Promise<unknown>): Promise<Download>
}

interface Fixtures {
  version: Version
  way: Way
  /** The folder that is opened: dist/, unless a test has made its own copy. */
  folder: string
  /** Where the folder is served; null from a disk. */
  server: Server | null
  /** Where the folder is found, with a slash at the end. */
  address: string
  guard: Guard
  session: Session
  open: Session['open']
}

export const test = base.extend<Fixtures>({
  version: ['current', { option: true }],
  way: ['http', { option: true }],
  folder: [builtFolder, { option: true }],
  server: async ({ folder, way }, use) => {
    if (way === 'file') return use(null)
    const host = way === 'http' ? portalHost : '127.0.0.1'
    const server = await serve(folder, { prefix: portalPath, host })
    await use(server)
    await server.close()
  },
  address: async ({ folder, server }, use) => use(server?.url() ?? `${pathToFileURL(folder)}/`),
  guard: async ({ address }, use) => {
    await use(createGuard(url => url.startsWith(address)))
  },
  session: [
    async ({ version, address, guard }, use, testInfo) => {
      testInfo.skip(
        version !== 'current' && !hasOldBrowsers,
        `there is no Chromium ${version} for this machine`,
      )
      const folder = await mkdtemp(join(tmpdir(), 'yinzheng-'))
      try {
        const session = await startSession(version, address, guard, folder)
        await use(session)
        const problems = await guard.problems()
        await session.end('closed')
        expect(problems, 'what the pages complained of').toEqual([])
      } finally {
        await rm(folder, { recursive: true, force: true, maxRetries: 5 })
      }
    },
    // Three tries of 15 s each are not the test's own time.
    { timeout: 60_000 },
  ],
  context: async ({ session }, use) => {
    await use(session.page.context())
  },
  page: async ({ session }, use) => {
    await use(session.page)
  },
  open: async ({ session }, use) => {
    await use(session.open)
  },
})

async function startSession(version: Version, address: string, guard: Guard, folder: string) {
  let running = await start(version, join(folder, 'user'))
  let page = await onlyPage(running.browser, guard)
  const end = async (ending: 'closed' | 'killed') => {
    await guard.problems()
    await running[ending === 'killed' ? 'kill' : 'close']()
  }
  const session = {
    get page() {
      return page
    },
    // A disk has no index page for a folder.
    url: (path = address.startsWith('file:') ? 'index.html' : '') => new URL(path, address).href,
    open: async (path?: string) => {
      await page.goto(session.url(path))
      return page
    },
    end,
    restart: async (ending: 'closed' | 'killed' = 'closed') => {
      await end(ending)
      running = await start(version, join(folder, 'user'))
      page = await onlyPage(running.browser, guard)
      return page
    },
    download: async (action: () => Promise<unknown>) => {
      const [download] = await Promise.all([page.waitForEvent('download'), action()])
      const name = download.suggestedFilename()
      const path = join(await mkdtemp(join(folder, 'download-')), name)
      await download.saveAs(path)
      return { name, path }
    },
  }
  return session satisfies Session
}

/** The default context's tab: its IndexedDB lies in the user data folder. Set up as an office PC in China. */
async function onlyPage(browser: Browser, guard: Guard): Promise<Page> {
  const context = browser.contexts()[0]
  if (context === undefined) throw new Error('The browser has no default context.')
  guard.watch(context)
  const page = context.pages()[0] ?? (await context.newPage())
  await page.setViewportSize({ width: 1366, height: 768 })
  // A headless shell ignores --lang, and a locale that isn't installed breaks Chinese paths.
  const session = await context.newCDPSession(page)
  const { userAgent } = await session.send('Browser.getVersion')
  await session.send('Emulation.setLocaleOverride', { locale: 'zh-CN' })
  await session.send('Emulation.setUserAgentOverride', { userAgent, acceptLanguage: 'zh-CN' })
  return page
}
