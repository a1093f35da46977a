/**
 * Writes `sw.js`: the service worker with the list of the finished build's files and their digests. When a file changes,
 * the bytes of `sw.js` change too: so a browser notices a new build. Runs last.
 */
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { editionOf } from '../core/site/edition-of'
import { bundleClassic } from './classic-scripts'
import { listFiles } from './files'

export function offline({ target }: { target: string }): AstroIntegration {
  return {
    name: 'offline',
    hooks: { 'astro:build:done': ({ dir }) => writeServiceWorker(fileURLToPath(dir), target) },
  }
}

/** Writes `sw.js` for whatever lies in `root` (which ends with a slash). */
export async function writeServiceWorker(root: string, target: string): Promise<void> {
  const paths = (await listFiles(root)).filter(path => path !== 'sw.js')
  const files = await Promise.all(
    paths.map(async path => {
      const digest = createHash('sha256')
        .update(await readFile(root + path))
        .digest('base64')
      return {
        edition: editionOf(path),
        file: [path, `sha256-${digest}`] as const,
      }
    }),
  )
  const of = (edition: string | undefined) =>
    files.filter(file => file.edition === edition).map(({ file }) => file)
  const editions = [...new Set(files.flatMap(({ edition }) => edition ?? []))].sort().reverse()
  const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 12)
  const site = { version, shared: of(undefined), editions: editions.map(edition => [edition, of(edition)]) }
  const entry = fileURLToPath(new URL('../io/site/service-worker.ts', import.meta.url))
  const code = await bundleClassic(entry, '_', target)
  await writeFile(`${root}sw.js`, `const site=${JSON.stringify(site)};\n${code}`)
}
