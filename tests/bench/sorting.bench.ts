/**
 * Times suggestions for 2,000 files and 300 items, in this process: all of it, and the longest stretch between two pauses.
 * It counts what the processor worked, so that nothing else on the machine is in the figures. Then ten thousand files are dropped
 * on the page at once.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Page, test } from 'playwright/test'
import { suggestItems } from '../../src/core/sorting/suggest'
import type { SortingTarget, UnsortedFile } from '../../src/core/sorting/suggestion'
import { builtFolder } from '../browsers'
import { serve } from '../server'
import { dropPaths } from '../site/drag'
import { portalHost } from '../site/fixtures'
import { catalogue } from '../unit/samples'
import { readFolder, targetsFor } from '../unit/sorting/folders'
import { median, printRows } from './figures'
import { startBrowser } from './machine'
import { openChecklist } from './page'

const fileCount = 2000
const itemCount = 300

/** Milliseconds. */
const processorTime = () => process.cpuUsage().user / 1000

test('suggestions', () => {
  const real = targetsFor(catalogue)
  // Each copy of the table has numbers and some words of its own, as a long table has.
  const targets = Array.from({ length: itemCount }, (_, i): SortingTarget => {
    const target = real[i % real.length] as SortingTarget
    const copy = Math.floor(i / real.length)
    const mark = String.fromCharCode(0x5000 + copy * 97)
    const texts = target.texts.map(text => text.replace(/质量/g, `质${mark}`))
    return copy === 0
      ? target
      : { ...target, item: `${copy}${target.item}`, row: `${copy}${target.row}`, texts }
  })
  const some = [...readFolder('market-2022'), ...readFolder('departments-2022')]
  const files = Array.from({ length: fileCount }, (_, i): UnsortedFile => {
    const file = some[i % some.length] as UnsortedFile
    return { ...file, id: String(i), path: `${file.path.replace(/(\.\w+)$/, ` ${i}$1`)}` }
  })
  const earlier = some.map(({ path }, i) => ({ path, item: (targets[i % itemCount] as SortingTarget).item }))
  const context = { year: '2022', unit: '青禾县市场监督管理局', earlier, decided: earlier.slice(0, 100) }
  const runs = Array.from({ length: 5 }, () => {
    const start = processorTime()
    let longest = 0
    const steps = suggestItems(files, targets, context)
    for (let last = start; ; ) {
      const { done } = steps.next()
      const now = processorTime()
      longest = Math.max(longest, now - last)
      last = now
      if (done) return { total: now - start, longest }
    }
  })
  printRows([
    [
      'suggestions',
      `${fileCount} files, ${itemCount} items`,
      `${median(runs.map(({ total }) => total)).toFixed(0)} ms`,
    ],
    ['suggestions', 'longest stretch', `${median(runs.map(({ longest }) => longest)).toFixed(0)} ms`],
  ])
})

const folders = 100
const filesInEach = 100

test('ten thousand files in one drop, over http; then the desk with them', async () => {
  const folder = await writeFolders()
  const site = await serve(builtFolder)
  const machine = await startBrowser()
  const rows: string[][] = []
  try {
    const page = await openChecklist(
      await machine.context.newPage(),
      site.url('2022/checklist.html', portalHost),
    )
    const measure = async (label: string, act: () => Promise<unknown>, isDone: () => boolean) => {
      const { ms, tasks } = await timed(page, act, isDone)
      rows.push([
        `${label}, ${(folders * filesInEach).toLocaleString('en')} files`,
        `${(ms / 1000).toFixed(1)} s`,
        tasks.length === 0
          ? 'no task over 50 ms'
          : `${tasks.length} tasks over 50 ms, at most ${Math.round(Math.max(...tasks))} ms`,
      ])
    }
    const isShown = () => document.querySelectorAll('[data-file]').length === 10_000
    const isSaved = () => document.querySelector('.saved.is-saved') !== null
    const press = (text: string) =>
      page.evaluate(text => {
        const buttons = [...document.querySelectorAll<HTMLElement>('.sorting button')]
        buttons.find(button => button.textContent?.includes(text))?.click()
      }, text)
    await measure(
      'drop, to the last stored',
      async () => {
        await dropPaths(page.locator('.bar'), [folder])
        await page.locator('.adding progress').waitFor()
      },
      () => document.querySelector('.adding progress') === null,
    )
    await measure('open the desk, to the last row', () => page.reload(), isShown)
    await measure('有把握的 … 一次归好', () => press('一次归好'), isSaved)
    await measure('撤销', () => press('撤销'), isSaved)
  } finally {
    await machine.close()
    await Promise.all([site.close(), rm(folder, { recursive: true, force: true })])
  }
  printRows(rows)
})

/** Folders named after items, after their words and after nothing, with small papers and photos in them. */
async function writeFolders(): Promise<string> {
  const root = join(await mkdtemp(join(tmpdir(), 'yinzheng-bench-drop-')), '考核材料')
  const targets = targetsFor(catalogue)
  for (let i = 0; i < folders; i++) {
    const { item, texts } = targets[(i * 7) % targets.length] as SortingTarget
    const words = (texts[0] ?? '其他').slice(0, 12).replace(/\//g, '')
    const folder = join(root, i % 3 === 0 ? `${item} ${words}` : i % 3 === 1 ? `第${i}批` : `${words} ${i}`)
    await mkdir(folder, { recursive: true })
    for (let j = 0; j < filesInEach; j++) {
      const name = j % 3 === 0 ? `IMG_2022${10 + (i % 3)}${10 + (j % 19)}_${j}.jpg` : `${words}${i}-${j}.pdf`
      await writeFile(join(folder, name), `${i} ${j} `.padEnd(200, '材'))
    }
  }
  return root
}

/** Milliseconds from `act` to `isDone` (in the page), and the long tasks until the page has been quiet for two seconds. */
async function timed(
  page: Page,
  act: () => Promise<unknown>,
  isDone: () => boolean,
): Promise<{ ms: number; tasks: number[] }> {
  const since = await page.evaluate(() => {
    ;(globalThis as unknown as { allTasks: number[] }).allTasks.length = 0
    return performance.timeOrigin + performance.now()
  })
  await act()
  return page.evaluate(
    async ([since, done]) => {
      const { allTasks: tasks } = globalThis as unknown as { allTasks: number[] }
      const isDone = new Function(`return (${done})()`) as () => boolean
      const now = () => performance.timeOrigin + performance.now()
      let end = 0
      for (let seen = tasks.length, quiet = now(); end === 0 || now() - quiet < 2_000; ) {
        await new Promise(resolve => setTimeout(resolve, 100))
        if (!end && isDone()) end = now()
        if (tasks.length > seen || !end) [seen, quiet] = [tasks.length, now()]
      }
      return { ms: end - since, tasks: [...tasks] }
    },
    [since, isDone.toString()] as const,
  )
}
