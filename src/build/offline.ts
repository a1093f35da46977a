/** Writes `sw.js` (`core/site/service-worker-script`) for the finished build. Runs last. */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { serviceWorkerScript } from '../core/site/service-worker-script'
import { bundleClassic } from './classic-scripts'
import { listFiles } from './files'
import { toolPages } from './tool-pages'

export function offline({ target }: { target: string }): AstroIntegration {
  return {
    name: 'offline',
    hooks: { 'astro:build:done': ({ dir }) => writeServiceWorker(fileURLToPath(dir), target) },
  }
}

/** Writes `sw.js` for whatever lies in `root` (which ends with a slash). */
export async function writeServiceWorker(root: string, target: string): Promise<void> {
  const paths = (await listFiles(root)).filter(path => path !== 'sw.js' && !toolPages.includes(path))
  const files: Record<string, Uint8Array> = {}
  for (const path of paths) files[path] = await readFile(root + path)
  await writeFile(`${root}sw.js`, serviceWorkerScript(files, await bundleServiceWorker(target)))
}

/** The worker's code, which wants the list of files before it. */
export function bundleServiceWorker(target: string): Promise<string> {
  return bundleClassic(fileURLToPath(new URL('../io/site/service-worker.ts', import.meta.url)), '_', target)
}
