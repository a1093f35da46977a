/**
 * Adding files where users are: in a secure context (https, localhost) and over http, where `crypto.subtle` is missing; many
 * files, and one that is too large to be hashed whole. All ratios are of one run.
 */
import { rm } from 'node:fs/promises'
import { test } from 'playwright/test'
import { builtFolder } from '../browsers'
import { serve } from '../server'
import { portalHost } from '../site/fixtures'
import { median, printRows } from './figures'
import { benchFolder, openBench } from './folder'
import { startBrowser } from './machine'
import { openChecklist, writeFiles } from './page'

interface Bench {
  /** Milliseconds to read and SHA-256 the files with crypto.subtle. */
  hash(input: HTMLInputElement): Promise<number>
  /** Milliseconds to read the files and take their CRC-32 on one thread. */
  checksum(input: HTMLInputElement): Promise<number>
  /** What digests the first file in this context: subtle, wasm or javascript. */
  engine(input: HTMLInputElement): Promise<string>
}
declare const bench: Bench

const megabyte = 1024 * 1024
const rounds = 3

for (const [label, count, size] of [
  ['400 MB in 40 files', 40, 10 * megabyte],
  ['one file of 400 MB', 1, 400 * megabyte],
] as const) {
  test(`adding ${label}`, async () => {
    const files = await writeFiles(count, size)
    const bare = await benchFolder('packers')
    const [benchSite, site] = [await serve(bare), await serve(builtFolder)]
    const rows: string[][] = []
    try {
      const bareTimes: number[] = []
      const checksumTimes: number[] = []
      const engines = { secure: '', http: '' }
      const times = { secure: [] as number[], http: [] as number[] }
      const longest = { secure: 0, http: 0 }
      for (let round = 0; round < rounds; round++) {
        for (const context of ['secure', 'http'] as const) {
          const host = context === 'http' ? portalHost : '127.0.0.1'
          const machine = await startBrowser()
          const page = await openBench(await machine.context.newPage(), benchSite.url('', host))
          await page.setInputFiles('input', files.paths)
          const input = page.locator('input')
          if (context === 'secure') {
            bareTimes.push(await input.evaluate(input => bench.hash(input as HTMLInputElement)))
            checksumTimes.push(await input.evaluate(input => bench.checksum(input as HTMLInputElement)))
          }
          engines[context] = await input.evaluate(input => bench.engine(input as HTMLInputElement))
          await page.close()
          const checklist = await openChecklist(
            await machine.context.newPage(),
            site.url('2022/checklist.html', host),
          )
          // Playwright's own copying to the page is not the browser's work: counted from the page's first sign of adding.
          await checklist.locator('#item-0-1').getByLabel('添加附件').setInputFiles(files.paths)
          times[context].push(
            await checklist.evaluate(() => (globalThis as unknown as { added: Promise<number> }).added),
          )
          const tasks = await checklist.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks)
          longest[context] = Math.max(longest[context], ...tasks)
          await machine.close()
        }
      }
      const own = { secure: median(times.secure), http: median(times.http) }
      const rate = (ms: number) => `${Math.round(400_000 / ms)} MB/s`
      for (const context of ['secure', 'http'] as const)
        rows.push([
          `add ${label}, ${context}`,
          engines[context],
          rate(own[context]),
          context === 'secure'
            ? `${(median(bareTimes) / own.secure).toFixed(2)} of bare hashing`
            : `${(own.secure / own.http).toFixed(2)} of the secure context`,
          `longest task ${Math.round(longest[context])} ms`,
        ])
      rows.push(['', 'read + SHA-256 only', rate(median(bareTimes)), '', ''])
      rows.push(['', 'read + CRC-32 only', rate(median(checksumTimes)), '', ''])
    } finally {
      await Promise.all([benchSite.close(), site.close()])
      await Promise.all([files.folder, bare].map(path => rm(path, { recursive: true, force: true })))
    }
    printRows(rows)
  })
}
