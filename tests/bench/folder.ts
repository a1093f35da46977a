/** Builds a folder to be served: a page that runs one of the scripts beside this file. */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { build, type Rolldown } from 'vite'

/** A new folder with the page for `script`, which sets the global `bench`. `target` is Vite's, for older browsers. */
export async function benchFolder(script: 'packers' | 'verifiers', target = 'esnext'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'yinzheng-bench-page-'))
  const entry = new URL(`./${script}.ts`, import.meta.url).pathname
  const output = (await build({
    configFile: false,
    logLevel: 'error',
    // A library is left to ask for it.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, target, lib: { entry, formats: ['iife'], name: '_', fileName: script } },
  })) as Rolldown.RolldownOutput[]
  await writeFile(join(folder, `${script}.js`), output[0]?.output[0].code ?? '')
  await writeFile(
    join(folder, 'index.html'),
    `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><input type="file" multiple><script src="${script}.js"></script>`,
  )
  return folder
}

export async function openBench(page: Page, url: string): Promise<Page> {
  await page.goto(url)
  return page
}
