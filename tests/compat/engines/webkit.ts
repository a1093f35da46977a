/**
 * WebKitGTK's own small browser through WebDriver (W3C), in a display that nobody sees. Every start is on a home folder of
 * its own.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect } from 'playwright/test'
import { needs } from '../../tools'
import type { Driver } from './tab'

/** How WebDriver writes an element: an object with this one key. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf'

type Call = <Result>(method: string, path: string, body?: object) => Promise<Result>

/** `home` is a new folder; files are saved in `downloads`. Every address is asked of the server at `port`, whatever its host. */
export async function startWebKit(home: string, downloads: string, port: number): Promise<Driver> {
  const programs = [needs('Xvfb'), needs('WebKitWebDriver')] as const
  const children: ChildProcess[] = []
  const end = async () => {
    for (const child of children.reverse()) await endProcess(child)
  }
  try {
    const display = await startDisplay(programs[0], children)
    await mkdir(join(home, '.config'), { recursive: true })
    await writeFile(join(home, '.config/user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`)
    const address = await startDriver(programs[1], children, {
      DISPLAY: display,
      HOME: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_CACHE_HOME: join(home, '.cache'),
      XDG_DATA_HOME: join(home, '.local'),
    })
    const session = await openSession(address, port)
    return {
      ...driverOf(session),
      close: () =>
        session('DELETE', '')
          .finally(end)
          .then(() => undefined),
    }
  } catch (error) {
    await end()
    throw error
  }
}

async function openSession(address: string, port: number): Promise<Call> {
  const wish = {
    // Names lead nowhere here: the server is asked as a proxy.
    proxy: { proxyType: 'manual', httpProxy: `127.0.0.1:${port}` },
    // 收件核验 asks before it is left.
    unhandledPromptBehavior: 'accept',
  }
  const ask = callerOf(address)
  const { sessionId } = await ask<{ sessionId: string }>('POST', '/session', {
    capabilities: { alwaysMatch: wish },
  })
  const session = callerOf(`${address}/session/${sessionId}`)
  await session('POST', '/window/rect', { width: 1366, height: 850 })
  return session
}

function driverOf(session: Call): Omit<Driver, 'close'> {
  const evaluate = <Result>(script: string) =>
    session<Result>('POST', '/execute/sync', { script: `return ${script}`, args: [] })
  const elementOf = async (script: string) =>
    `/element/${(await evaluate<Record<string, string>>(script))[elementKey]}`
  const send = async (script: string, text: string) => {
    await session('POST', `${await elementOf(script)}/value`, { text })
  }
  return {
    goto: async url => {
      await session('POST', '/url', { url })
    },
    reload: async () => {
      await session('POST', '/refresh', {})
    },
    evaluate,
    click: async script => {
      // It looks whether the element is in view before its own scrolling has ended.
      await evaluate(`${script}.scrollIntoView({ block: 'center' })`)
      await session('POST', `${await elementOf(script)}/click`, {})
    },
    type: send,
    pick: (script, paths) => send(script, paths.join('\n')),
    // It blocks tabs that are opened after a file was read: the page saves the file instead.
    problems: () => [],
  }
}

/** @returns how a call of WebDriver's is made below `address`; it throws what the driver says went wrong */
function callerOf(address: string): Call {
  return async <Result>(method: string, path: string, body?: object) => {
    const answer = await fetch(address + path, { method, ...(body && { body: JSON.stringify(body) }) })
    const { value } = (await answer.json()) as { value: Result & { error?: string; message?: string } }
    if (!answer.ok) throw new Error(`WebDriver ${method} ${path}: ${value.error}, ${value.message}`)
    return value
  }
}

/** A display of its own number. @returns its name */
async function startDisplay(program: string, children: ChildProcess[]): Promise<string> {
  const child = spawn(program, ['-displayfd', '3', '-screen', '0', '1366x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  children.push(child)
  const number = await new Promise<string>((resolve, reject) => {
    child.stdio[3]?.once('data', data => resolve(`${data}`.trim()))
    child.once('exit', code => reject(new Error(`Xvfb ended (${code}) before it had a display`)))
  })
  return `:${number}`
}

/** @returns the driver's address once it answers */
async function startDriver(
  program: string,
  children: ChildProcess[],
  environment: Record<string, string>,
): Promise<string> {
  const port = await freePort()
  const child = spawn(program, [`--port=${port}`, '--host=127.0.0.1'], {
    env: { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'Asia/Shanghai', ...environment },
    stdio: 'ignore',
  })
  children.push(child)
  const address = `http://127.0.0.1:${port}`
  const isReady = () =>
    callerOf(address)('GET', '/status').then(
      () => true,
      () => false,
    )
  await expect.poll(isReady, { message: 'WebKitWebDriver answers' }).toBe(true)
  return address
}

/** WebKitWebDriver doesn't say which port the system gave it. */
function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

function endProcess(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill()
  })
}
