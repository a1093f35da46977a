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
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { type Browser, test as base, chromium, expect, type Page } from 'playwright/test'
import { builtFolder, findBrowser, hasOldBrowsers, type Version } from '../browsers'
import { type Server, serve } from '../server'
import { commonArguments, createGuard, type Guard, portalHost, portalPath } from '../site/fixtures'

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

interface Running {
  browser: Browser
  close(): Promise<void>
  kill(): Promise<void>
}

const startLimit = 15_000
const closeLimit = 10_000

/** A start may hang (seen with 86), so it is bounded and tried three times. */
async function start(version: Version, userDataFolder: string): Promise<Running> {
  const { executablePath, environment } = await findBrowser(version)
  for (let attempt = 1; ; attempt++) {
    const { child, exit } = launch(executablePath, environment, userDataFolder)
    const kill = async () => {
      killGroup(child)
      await exit
    }
    try {
      const transport = createTransport(child, version === '86')
      const browser = await Promise.race([
        chromium.connectOverCDP(transport, { timeout: startLimit }),
        exit.then(lastWords => Promise.reject(new Error(lastWords))),
      ])
      const close = async () => {
        // A browser that has crashed is closed already.
        await browser
          .newBrowserCDPSession()
          .then(session => session.send('Browser.close'))
          .catch(() => undefined)
        const timer = setTimeout(() => killGroup(child), closeLimit)
        await exit
        clearTimeout(timer)
      }
      return { browser, close, kill }
    } catch (error) {
      await kill()
      if (attempt === 3) throw new Error(`Chromium ${version} did not start in three tries: ${error}`)
    }
  }
}

/** `exit` resolves with the end of what the process wrote to stderr. */
function launch(
  executablePath: string,
  environment: Record<string, string>,
  userDataFolder: string,
): { child: ChildProcess; exit: Promise<string> } {
  const child = spawn(
    executablePath,
    [
      '--headless',
      '--remote-debugging-pipe',
      `--user-data-dir=${userDataFolder}`,
      // What Playwright sets for browsers it launches itself: a page out of this cache never seems loaded to it.
      '--disable-back-forward-cache',
      '--disable-features=HttpsUpgrades,Translate',
      ...commonArguments,
      'about:blank',
    ],
    {
      env: { ...process.env, TZ: 'Asia/Shanghai', ...environment },
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      // A process group of its own, to be killed as a whole.
      detached: process.platform !== 'win32',
    },
  )
  let lastWords = ''
  child.stderr?.on('data', chunk => {
    lastWords = (lastWords + chunk).slice(-2000)
  })
  children.add(child)
  const exit = new Promise<string>(resolve => {
    const end = (reason: unknown) => {
      children.delete(child)
      resolve(`the process ended (${reason}).\n${lastWords}`)
    }
    child.once('exit', (code, signal) => end(code ?? signal)).once('error', end)
  })
  return { child, exit }
}

/** 86 outlives its pipe, so a worker that ends must take its browsers with it. */
const children = new Set<ChildProcess>()
process.on('exit', () => children.forEach(killGroup))

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It was faster.
  }
}

interface Message {
  method?: string
  params?: Record<string, unknown>
}

interface Transport {
  send(message: object): void
  close(): void
  onmessage?: (message: object) => void
  onclose?: () => void
}

/** The DevTools protocol over two pipes: JSON, each message ended by a zero byte. */
function createTransport(child: ChildProcess, isOld: boolean): Transport {
  const output = child.stdio[3] as Writable
  const input = child.stdio[4] as Readable
  const transport: Transport = {
    send: message => {
      const json = JSON.stringify(message)
      output.write(`${isOld ? withoutCheckVisibility(json) : json}\0`)
    },
    close: () => output.end(),
  }
  let pending: Buffer[] = []
  input.on('data', (chunk: Buffer) => {
    let start = 0
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      pending.push(chunk.subarray(start, end))
      const message: Message = JSON.parse(Buffer.concat(pending).toString())
      pending = []
      start = end + 1
      transport.onmessage?.(isOld ? withBrowserDownloads(message) : message)
    }
    pending.push(chunk.subarray(start))
  })
  input.on('close', () => transport.onclose?.())
  // A killed browser breaks the pipes; `close` has said so already.
  for (const stream of [input, output]) stream.on('error', () => undefined)
  return transport
}

/** Playwright's script calls checkVisibility(), which Chromium has from 105 on. The page itself gets no such help. */
function withoutCheckVisibility(json: string): string {
  return json.replace(/element\.checkVisibility\(\)/g, '(element.getClientRects().length > 0)')
}

/** 86 tells the page's session of downloads, with the same words; Playwright listens to the browser's. */
function withBrowserDownloads(message: Message): Message {
  if (!message.method?.startsWith('Page.download')) return message
  return {
    method: message.method.replace('Page', 'Browser'),
    ...(message.params && { params: message.params }),
  }
}
