/**
 * Makes every page of `offline/` and the publisher's page one self-contained file (`core/site/single-file`). Runs after `classic-scripts` and before
 * `relative-links`.
 */
import { readFileSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { inlineAll, partsOf } from '../core/site/single-file'
import { listFiles } from './files'
import { toolPages } from './tool-pages'

export function singleFiles(): AstroIntegration {
  return {
    name: 'single-files',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir)
        const paths = await listFiles(root)
        const others = paths.filter(path => path.endsWith('.html') && !isSingle(path))
        const linked = (await Promise.all(others.map(path => readFile(root + path, 'utf8')))).join()
        const read = (path: string) => readFileSync(root + path, 'utf8')
        const inlined = new Set<string>()
        for (const path of paths.filter(isSingle)) {
          const { html, files } = inlineAll(read(path), viewsOf(path), read)
          await writeFile(root + path, html)
          for (const file of files) inlined.add(file)
        }
        // What only single files used stands in them now. Editions share scripts: none is removed before the last file.
        const unused = [...inlined].filter(name => !linked.includes(name))
        await Promise.all(unused.map(name => rm(root + name)))
        await removeUnusedParts(root)
      },
    },
  }
}

/** Parts that no script of the site loads any more. */
async function removeUnusedParts(root: string): Promise<void> {
  const scripts = (await listFiles(root)).filter(path => path.endsWith('.js'))
  const texts = scripts.map(path => readFileSync(root + path, 'utf8'))
  const named = new Set(partsOf(texts))
  const parts = scripts.filter(path => path.includes('.part.') && !named.has(basename(path)))
  await Promise.all(parts.map(path => rm(root + path)))
}

function isSingle(path: string): boolean {
  return /^offline\/.*\.html$/.test(path) || toolPages.includes(path)
}

/** The view that a page's links to its own edition begin with; null where links lead to the site's pages. */
function viewsOf(path: string): string | null {
  if (toolPages.includes(path)) return null
  return /-intake\.html$/.test(path) ? 'intake' : 'checklist'
}
