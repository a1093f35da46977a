import { rm } from 'node:fs/promises'
import { test } from 'playwright/test'
import { builtFolder } from '../browsers'
import { serve } from '../server'
import { median, printRows } from './figures'
import { benchFolder, openBench } from './folder'
import { startBrowser } from './machine'
import { openChecklist, writeFiles } from './page'

const megabyte = 1024 * 1024
const rows: string[][] = []

interface Bench {
  store(count: number, size: number): Promise<void>
  pack(name: string): Promise<{ ms: number; size: number }>
  hash(input: HTMLInputElement): Promise<number>
  names: string[]
}
declare const bench: Bench

test('packing against peers', async () => {
  const folder = await benchFolder('packers')
  const site = await serve(folder)
  try {
    for (const [label, count, size] of [
      ['500 MB, 100 files', 100, 5 * megabyte],
      ['5,000 files of 2 KB', 5000, 2048],
    ] as const) {
      const writer = await startBrowser()
      const page = await openBench(await writer.context.newPage(), site.url())
      await page.evaluate(([count, size]) => bench.store(count, size), [count, size] as const)
      const names = await page.evaluate(() => bench.names)
      await writer.context.close()
      const results = []
      for (const name of names) {
        // A browser of its own for each, so that no peer inherits another's memory.
        const machine = await startBrowser(writer.folder)
        const page = await openBench(await machine.context.newPage(), site.url())
        const { result, bytes } = await machine.peak(() => page.evaluate(name => bench.pack(name), name))
        results.push({ name, ms: result.ms, bytes })
        await machine.close()
      }
      const own = results[0]?.ms ?? 1
      for (const { name, ms, bytes } of results) {
        rows.push([
          `pack ${label}`,
          name,
          `${ms.toFixed(0)} ms`,
          `${(ms / own).toFixed(1)} ×`,
          `+${Math.round(bytes / megabyte)} MB`,
        ])
      }
      await rm(writer.folder, { recursive: true, force: true, maxRetries: 5 })
    }
  } finally {
    await site.close()
    await rm(folder, { recursive: true, force: true })
  }
})

test('a checklist with 5,000 attachments, and ticks with none and 20,000', async () => {
  const files = await writeFiles(20_000, 2048)
  const site = await serve(builtFolder)
  const machine = await startBrowser()
  const page = await openChecklist(await machine.context.newPage(), site.url('2022/checklist.html'))
  const items = ['0-1', '0-2', '0-3', '0-5', '0-6', '9-2-1', '9-2-2', '9-2-3', '9-4-1', '9-4-2']
  const add = async (from: number, to: number) => {
    const each = (to - from) / items.length
    for (const [i, item] of items.entries()) {
      await page
        .locator(`#item-${item}`)
        .getByLabel('添加附件')
        .setInputFiles(files.paths.slice(from + i * each, from + (i + 1) * each))
    }
    await page.getByText(`${to} 个文件`).waitFor({ timeout: 600_000 })
    await page.getByRole('region', { name: '添加附件' }).waitFor({ state: 'detached', timeout: 600_000 })
  }
  const tick = async (count: number) => {
    const ms = median(await page.evaluate(timeTicks)).toFixed(0)
    const label = `tick with ${count.toLocaleString('en')} attachments, to durable`
    rows.push([label, '印证', `${ms} ms median`, '', ''])
  }
  await tick(0)
  await add(0, 5000)
  await tick(5000)
  const opens: number[] = []
  for (let i = 0; i < 5; i++) {
    await page.reload()
    await page.locator('#item-9-4-2').waitFor()
    opens.push(await page.evaluate(() => (globalThis as unknown as { usable: number }).usable))
  }
  rows.push([
    'open with 5,000 attachments, to usable',
    '印证',
    `${median(opens).toFixed(0)} ms median`,
    '',
    '',
  ])
  await page.getByRole('button', { name: '下载材料包' }).click()
  await page.getByText('已交给浏览器下载').waitFor({ timeout: 60_000 })
  const packs = await page.evaluate(() => (globalThis as unknown as { packed: number }).packed)
  rows.push(['whole bundle of 5,000 files, button to download', '印证', `${packs.toFixed(0)} ms`, '', ''])
  await add(5000, 20_000)
  await tick(20_000)
  await machine.close()
  await Promise.all([site.close(), rm(files.folder, { recursive: true })])
})

test.afterAll(() => printRows(rows))

/** In the page: milliseconds from each of 21 clicks to 已保存. */
async function timeTicks(): Promise<number[]> {
  const status = document.querySelector('[role=status]') as Element
  const times: number[] = []
  for (const box of [...document.querySelectorAll<HTMLInputElement>('.tick input')].slice(0, 21)) {
    const start = performance.now()
    await new Promise<void>(resolve => {
      const observer = new MutationObserver(() => {
        if (!status.textContent?.startsWith('已保存')) return
        observer.disconnect()
        resolve()
      })
      observer.observe(status, { childList: true, characterData: true, subtree: true })
      box.click()
    })
    times.push(performance.now() - start)
  }
  return times
}
