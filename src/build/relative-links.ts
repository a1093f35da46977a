/**
 * Turns the build into one folder that works at any path and from a disk: every root-absolute link in HTML and CSS becomes
 * relative to its file. Astro's `base` can't do this for nested pages, and the path is the county portal's to decide.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { dirname, relative } from 'node:path/posix'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
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

/** Rewrites `href="/…"` and `src="/…"`; `//host/…` is left alone. */
function relativeInHtml(html: string, path: string): string {
  return html.replace(
    /(\s(?:href|src))="\/(?!\/)([^"]*)"/g,
    (_, attribute, target) => `${attribute}="${relativeTo(path, target)}"`,
  )
}

function relativeInCss(css: string, path: string): string {
  return css.replace(
    /url\((["']?)\/(?!\/)([^"')]*)\1\)/g,
    (_, _quote, target) => `url("${relativeTo(path, target)}")`,
  )
}

/** `target` (root-absolute, without its leading slash) as seen from the file `path`; a folder means its index.html. */
function relativeTo(path: string, target: string): string {
  const [, file = '', suffix = ''] = /^([^?#]*)(.*)$/.exec(target) ?? []
  const whole = file === '' || file.endsWith('/') ? `${file}index.html` : file
  return relative(dirname(path), whole) + suffix
}
