/**
 * The office's page over http with many bundles: a county's 40 and a city's 480 in the same run, and what is taken away of
 * 10,000 files. Where something grows faster than the work, the two rates differ.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Page, test } from 'playwright/test'
import { builtFolder } from '../browsers'
import { serve } from '../server'
import { portalHost } from '../site/fixtures'
import { packUnit } from '../site/office'
import { median, printRows } from './figures'
import { startBrowser } from './machine'

const megabyte = 1024 * 1024
const items = ['0-1', '0-2', '0-3', '0-5', '0-6', '9-2-1', '9-2-2', '9-2-3', '9-4-1', '9-4-2']

test('a county of 40 bundles and a city of 480, 98 small files each', async () => {
  const written = await writeBundles(480, 98)
  const site = await serve(builtFolder)
  const rows: string[][] = []
  try {
    const rates = new Map<number, number[]>()
    for (const count of [40, 480, 40]) {
      const machine = await startBrowser()
      const page = await openIntake(await machine.context.newPage(), site.url('2022/intake.html', portalHost))
      const { result: ms, bytes } = await machine.peak(() => bring(page, written.paths.slice(0, count)))
      const rate = (count * 98 * 1000) / ms
      rates.set(count, [...(rates.get(count) ?? []), rate])
      rows.push([
        `verify and collate ${count} bundles of 98 files, http`,
        `${(ms / 1000).toFixed(1)} s`,
        `${Math.round(rate)} files/s`,
        await sayTasks(page),
        `+${Math.round(bytes / megabyte)} MB`,
      ])
      if (count === 480) rows.push(...(await use(page)))
      await machine.close()
    }
    const [county, city] = [40, 480].map(count => median(rates.get(count) ?? []))
    rows.push(['480 bundles against 40, files a second', ((city ?? 0) / (county ?? 1)).toFixed(2)])
  } finally {
    await Promise.all([site.close(), rm(written.folder, { recursive: true, force: true })])
  }
  printRows(rows)
})

test('汇总表, paper and roll-up of 10,000 files', async () => {
  const written = await writeBundles(40, 250)
  const site = await serve(builtFolder)
  const machine = await startBrowser()
  const rows: string[][] = []
  try {
    const page = await openIntake(await machine.context.newPage(), site.url('2022/intake.html', portalHost))
    await bring(page, written.paths)
    rows.push(...(await takeAway(page, '10,000 files')))
  } finally {
    await machine.close()
    await Promise.all([site.close(), rm(written.folder, { recursive: true, force: true })])
  }
  printRows(rows)
})

/** Bundles of so many small files, each of a unit of its own. */
async function writeBundles(count: number, files: number): Promise<{ folder: string; paths: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'yinzheng-bench-city-'))
  const paths: string[] = []
  for (let unit = 1; unit <= count; unit++) {
    const names = Array.from({ length: files }, (_, i) =>
      `第${i + 1}号材料.pdf=${unit} ${i} `.padEnd(2048, '材'),
    )
    const perItem = Math.ceil(files / items.length)
    const packed = await packUnit(folder, {
      name: `青禾市第${unit}单位`,
      departments: ['market-regulation'],
      files: Object.fromEntries(items.map((item, i) => [item, names.slice(i * perItem, (i + 1) * perItem)])),
    })
    paths.push(...packed.paths)
  }
  return { folder, paths }
}

interface Watched {
  tasks: number[]
  printed: number
}

async function openIntake(page: Page, url: string): Promise<Page> {
  await page.addInitScript(() => {
    const watched: Watched = { tasks: [], printed: 0 }
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) watched.tasks.push(entry.duration)
    }).observe({ entryTypes: ['longtask'] })
    // The browser's own preview is not under measurement.
    window.print = () => {
      watched.printed += 1
    }
    Object.assign(globalThis, { watched })
  })
  await page.goto(url)
  await page.getByRole('heading', { level: 1, name: '收件核验' }).waitFor()
  return page
}

/** Milliseconds from picking the bundles to 核验完毕, by the page's own clock. */
async function bring(page: Page, paths: readonly string[]): Promise<number> {
  const verified = page.evaluate(
    count =>
      new Promise<number>(resolve => {
        let since = 0
        const look = () => {
          // Not the whole page's text: that of 480 units takes longer than what is measured.
          const text = document.querySelector('.intake > [role=status]')?.textContent ?? ''
          if (!since && document.querySelector('.verifying')) since = performance.now()
          if (since && text.includes(`核验完毕，共 ${count} 个文件`)) resolve(performance.now() - since)
          else setTimeout(look, 50)
        }
        look()
      }),
    paths.length,
  )
  await page.getByLabel('选择材料包').setInputFiles([...paths])
  return verified
}

/** Filters, scrolls and takes away, as an office does with all of a city on screen. */
async function use(page: Page): Promise<string[][]> {
  const [filters, scrolls] = await page.evaluate(async () => {
    const frame = () => new Promise<void>(resolve => requestAnimationFrame(() => setTimeout(() => resolve())))
    const time = async (act: () => void) => {
      const start = performance.now()
      act()
      await frame()
      return performance.now() - start
    }
    const select = document.querySelectorAll('.matrix-filters select')[1] as HTMLSelectElement
    const choose = (value: string) => () => {
      select.value = value
      select.dispatchEvent(new Event('change', { bubbles: true }))
    }
    const box = document.querySelector('.matrix-frame') as HTMLElement
    const filters: number[] = []
    for (const value of ['flawed', '', 'complete', '', 'missing', '']) filters.push(await time(choose(value)))
    const scrolls: number[] = []
    for (let i = 1; i <= 10; i++) scrolls.push(await time(() => box.scrollTo(0, (box.scrollHeight * i) / 10)))
    return [filters, scrolls] as const
  })
  const most = (times: readonly number[]) => `at most ${Math.round(Math.max(...times))} ms`
  return [
    ['filter with 480 units', most(filters)],
    ['scroll with 480 units', most(scrolls)],
    ...(await takeAway(page, '480 units')),
  ]
}

async function takeAway(page: Page, what: string): Promise<string[][]> {
  const rows: string[][] = []
  const measure = async (label: string, act: () => Promise<unknown>) => {
    await page.evaluate(() => {
      ;(globalThis as unknown as { watched: Watched }).watched.tasks.length = 0
    })
    const start = performance.now()
    await act()
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    rows.push([`${label}, ${what}`, `${seconds} s`, await sayTasks(page)])
  }
  const press = (name: string) => page.getByRole('button', { name }).click()
  const download = () => page.waitForEvent('download', { timeout: 300_000 })
  await measure('导出汇总表', () => Promise.all([download(), press('导出汇总表')]))
  await measure('打印汇总', async () => {
    await press('打印汇总')
    await page.waitForFunction(() => (globalThis as unknown as { watched: Watched }).watched.printed > 0)
  })
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await measure('按指标归集', async () => {
    await press('按指标归集')
    await Promise.all([download(), press('打成一个压缩包')])
  })
  return rows
}

async function sayTasks(page: Page): Promise<string> {
  const tasks = await page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched.tasks)
  return tasks.length === 0
    ? 'no task over 50 ms'
    : `${tasks.length} tasks over 50 ms, at most ${Math.round(Math.max(...tasks))} ms`
}
