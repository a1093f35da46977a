/**
 * Turns the build into one folder that works at any path and from a disk (`core/site/relative-links`). Astro's `base` can't do
 * this for nested pages, and the path is the county portal's to decide.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { relativeInCss, relativeInHtml } from '../core/site/relative-links'
import { listFiles } from './files'

export function relativeLinks(): AstroIntegration {
  return {
    name: 'relative-links',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir)
        for (const path of await listFiles(root)) {
          if (!/\.(html|css)$/.test(path)) continue
          const text = await readFile(root + path, 'utf8')
          const changed = path.endsWith('.css') ? relativeInCss(text, path) : relativeInHtml(text, path)
          if (changed !== text) await writeFile(root + path, changed)
        }
      },
    },
  }
}
