/** The built checklist page under measurement, and the files that are added to it. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright/test'

/** A checklist of the largest load, with the page's own clock on what the bench asks for. */
export async function openChecklist(page: Page, url: string): Promise<Page> {
  await page.addInitScript(watchPage)
  await page.goto(url)
  await page.getByLabel('单位全称').fill('测速')
  await page.getByLabel('市场监管部门').check()
  await page.getByRole('button', { name: '开始填报' }).click()
  await page.locator('#item-9-4-2').waitFor()
  return page
}

/** In the page: long tasks, when the checklist was drawn, how long adding and packing took. */
function watchPage(): void {
  // Since adding began, and since the page was opened.
  const tasks: number[] = []
  const allTasks: number[] = []
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) {
      tasks.push(duration)
      allTasks.push(duration)
    }
  }).observe({ entryTypes: ['longtask'] })
  let addingSince = 0
  let packingSince = 0
  let settle: (ms: number) => void = () => {}
  const page = Object.assign(globalThis, {
    tasks,
    allTasks,
    usable: 0,
    packed: 0,
    added: new Promise<number>(resolve => {
      settle = resolve
    }),
  })
  addEventListener(
    'click',
    event => {
      if ((event.target as Element).textContent === '下载材料包') packingSince = performance.now()
    },
    true,
  )
  new MutationObserver(() => {
    const isAdding = document.querySelector('.adding progress') !== null
    if (isAdding && !addingSince) {
      addingSince = performance.now()
      tasks.length = 0
    }
    if (!isAdding && addingSince) {
      settle(performance.now() - addingSince)
      addingSince = 0
    }
    if (!page.usable && document.querySelector('.tick input')) page.usable = performance.now()
    if (packingSince && document.body.textContent?.includes('已交给浏览器下载')) {
      page.packed = performance.now() - packingSince
      packingSince = 0
    }
  }).observe(document, { childList: true, subtree: true })
}

/** So many files of random bytes in a folder of their own. */
export async function writeFiles(count: number, size: number): Promise<{ folder: string; paths: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'yinzheng-bench-files-'))
  const paths = Array.from({ length: count }, (_, i) => join(folder, `附件${i}.bin`))
  for (const path of paths) await writeFile(path, randomBytes(size))
  return { folder, paths }
}
