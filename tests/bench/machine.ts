/** The browser under measurement: its own process tree and user data, memory read from /proc. */
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright/test'
import { findBrowser } from '../browsers'
import { commonArguments } from '../site/fixtures'

export interface Machine {
  context: BrowserContext
  /** Runs `work`. `bytes` is the largest rise, while it ran, of the memory of all the browser's processes together. */
  peak<T>(work: () => Promise<T>): Promise<{ result: T; bytes: number }>
  close(): Promise<void>
}

/** Starts a browser with an empty profile, or with the profile in `folder`, to find what an earlier browser stored. */
export async function startBrowser(folder?: string): Promise<Machine & { folder: string }> {
  const { executablePath, environment } = await findBrowser('current')
  const profile = folder ?? (await mkdtemp(join(tmpdir(), 'yinzheng-bench-')))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    env: { ...process.env, ...environment },
    args: commonArguments,
    locale: 'zh-CN',
    viewport: { width: 1366, height: 768 },
  })
  return {
    context,
    folder: profile,
    peak: async work => {
      const before = memoryOf(profile)
      let most = before
      const timer = setInterval(() => {
        most = Math.max(most, memoryOf(profile))
      }, 20)
      const result = await work()
      clearInterval(timer)
      return { result, bytes: Math.max(most, memoryOf(profile)) - before }
    },
    close: async () => {
      await context.close()
      if (!folder) await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Bytes not backed by a file (RssAnon + RssShmem) of every process that runs on this profile, and of their children. */
function memoryOf(profile: string): number {
  const parents = new Map<number, number>()
  const memory = new Map<number, number>()
  const roots: number[] = []
  for (const name of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8')
      const read = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
      parents.set(Number(name), read('PPid'))
      memory.set(Number(name), (read('RssAnon') + read('RssShmem')) * 1024)
      if (readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(profile)) roots.push(Number(name))
    } catch {}
  }
  const isOurs = (pid: number): boolean => roots.includes(pid) || (pid > 1 && isOurs(parents.get(pid) ?? 0))
  return [...memory].reduce((sum, [pid, bytes]) => sum + (isOurs(pid) ? bytes : 0), 0)
}
