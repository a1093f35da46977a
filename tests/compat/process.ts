/**
 * A Chromium of any version as a process of its own, driven over the DevTools protocol on two pipes: it can be closed, or
 * killed as a whole.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { type Browser, chromium } from 'playwright/test'
import { findBrowser, type Version } from '../browsers'
import { commonArguments } from '../site/fixtures'

export interface Running {
  browser: Browser
  close(): Promise<void>
  kill(): Promise<void>
}

const startLimit = 15_000
const closeLimit = 10_000

/** A start may hang (seen with 86), so it is bounded and tried three times. */
export async function start(version: Version, userDataFolder: string): Promise<Running> {
  const { executablePath, environment } = await findBrowser(version)
  for (let attempt = 1; ; attempt++) {
    const { child, exit } = launch(executablePath, environment, userDataFolder)
    const kill = async () => {
      killGroup(child)
      await exit
    }
    try {
      const transport = createTransport(child, version)
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
function createTransport(child: ChildProcess, version: Version): Transport {
  const output = child.stdio[3] as Writable
  const input = child.stdio[4] as Readable
  const transport: Transport = {
    send: message => {
      const json = JSON.stringify(version === '109' ? withoutWorkers(message) : message)
      output.write(`${version === '86' ? withoutCheckVisibility(json) : json}\0`)
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
      transport.onmessage?.(version === '86' ? withBrowserDownloads(message) : message)
    }
    pending.push(chunk.subarray(start))
  })
  input.on('close', () => transport.onclose?.())
  // A killed browser breaks the pipes; `close` has said so already.
  for (const stream of [input, output]) stream.on('error', () => undefined)
  return transport
}

/**
 * 109 stops answering when a worker ends that a debugger listens to: on a busy machine one writing of 汇总表 in three. Driven
 * without listening to workers it never did, in 180. What a worker complains of is heard in the other browsers.
 */
function withoutWorkers(message: Message & { sessionId?: string }): object {
  if (message.method !== 'Target.setAutoAttach' || message.sessionId === undefined) return message
  return { ...message, params: { ...message.params, autoAttach: false, waitForDebuggerOnStart: false } }
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
