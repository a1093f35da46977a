/**
 * Makes every page of `offline/` one self-contained file that a person can pass on and open from a disk. Its styles,
 * scripts and parts stand in it, with their hashes in its own Content-Security-Policy; links to pages of its edition lead
 * to its own views (`app/site/views`). Runs after `classic-scripts` and before `relative-links`.
 */
import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { listFiles } from './files'

const partName = /[\w-]+\.part\.[0-9a-f]{8}\.js/g

export function singleFiles(): AstroIntegration {
  return {
    name: 'single-files',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir)
        const paths = await listFiles(root)
        const others = paths.filter(path => path.endsWith('.html') && !isSingle(path))
        const linked = (await Promise.all(others.map(path => readFile(root + path, 'utf8')))).join()
        const inlined = new Set<string>()
        for (const path of paths.filter(isSingle)) {
          const { html, scripts } = await inlineAll(root, path)
          await writeFile(root + path, html)
          for (const script of scripts) inlined.add(script)
        }
        // Scripts that only single files used stand in them now. Editions share scripts: none is removed before the last file.
        const unused = [...inlined].filter(script => !linked.includes(script))
        await Promise.all(unused.map(script => rm(root + script)))
      },
    },
  }
}

function isSingle(path: string): boolean {
  return /^offline\/.*\.html$/.test(path)
}

/** The page in one piece, and the scripts that went into it. */
async function inlineAll(root: string, path: string): Promise<{ html: string; scripts: string[] }> {
  const read = (path: string) => readFile(root + path, 'utf8')
  const styles: string[] = []
  const scripts: string[] = []
  const names: string[] = []
  let html = leadWithin(await read(path), /-intake\.html$/.test(path) ? 'intake' : 'checklist')
  html = await replaceEach(html, /<link rel="stylesheet" href="\/([^"]+)">/g, async path => {
    styles.push(await read(path))
    return ''
  })
  html = await replaceEach(html, /<link rel="icon" href="\/([^"]+)">/g, async path => {
    const icon = Buffer.from(await read(path)).toString('base64')
    return `<link rel="icon" href="data:image/svg+xml;base64,${icon}">`
  })
  html = await replaceEach(html, /<script defer src="\/([^"]+)"><\/script>/g, async path => {
    names.push(path)
    scripts.push(await read(path))
    return ''
  })
  for (const part of partsOf(scripts)) scripts.push(await read(`assets/${part}`))
  // `</script` in a string would end the element; with the backslash it is the same string.
  const closed = scripts.map(script => script.replace(/<\/(?=script)/gi, '<\\/'))
  const outside = [...styles, ...closed].filter(text => /\burl\((?!["']?(data:|#))/.test(text))
  if (outside.length > 0) throw new Error(`Cannot inline ${path}: a style names a file`)
  const whole = html
    .replace(/(script-src|style-src) 'self'/g, (_, directive) =>
      [directive, ...(directive === 'style-src' ? styles : closed).map(hashOf)].join(' '),
    )
    .replace('</head>', () => `${styles.map(style => `<style>${style}</style>`).join('')}</head>`)
    .replace('</body>', () => `${closed.map(script => `<script>${script}</script>`).join('')}</body>`)
  return { html: whole, scripts: names }
}

/** Links to pages of the site become links to what stands in this file; `first` is the view it opens with. */
function leadWithin(html: string, first: string): string {
  return html.replace(
    / href="(?!\w+:|#|\/assets\/|\/favicon|\/theme)([^"#]*)(#[^"]*)?"/g,
    (_, page: string, anchor = '') => {
      const department = /departments\/([\w-]+)\.html$|\?departments=([\w-]+)$/.exec(page)
      const id = department?.[1] ?? department?.[2]
      // The office's file has no checklist: a department's link leads to its rows in the table.
      if (id) return first === 'checklist' ? ` href="?departments=${id}#checklist"` : ` href="#${id}"`
      return ` href="${anchor || viewOf(page, first)}"`
    },
  )
}

function viewOf(page: string, first: string): string {
  if (page.endsWith('indicators.html')) return '#table'
  if (page.endsWith('help.html')) return '#help'
  return /\d{4}\/(index\.html)?$/.test(page) ? '#notice' : `#${first}`
}

/** Names of the parts that scripts load, and of those that these load. */
function partsOf(scripts: readonly string[]): string[] {
  return [...new Set(scripts.flatMap(script => script.match(partName) ?? []))]
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

async function replaceEach(
  text: string,
  pattern: RegExp,
  replace: (captured: string) => Promise<string>,
): Promise<string> {
  const replaced: string[] = []
  // One after another: scripts keep their order.
  for (const [, captured = ''] of text.matchAll(pattern)) replaced.push(await replace(captured))
  return text.replace(pattern, () => replaced.shift() ?? '')
}
