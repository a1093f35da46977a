/** The site as another county has it: other content, built into a folder of its own beside `dist/`. */
import { execFile } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { FullConfig } from 'playwright/test'
import { builtFolder } from './browsers'

const root = fileURLToPath(new URL('..', import.meta.url))

export const otherCountyFolder = join(root, 'node_modules/.cache/yinzheng-other-county')
/** Two assessments of one year, of forms that the county's own is not. */
export const otherKindsFolder = join(root, 'node_modules/.cache/yinzheng-other-kinds')

const sites = [
  ['tests/fixtures/other-county', otherCountyFolder],
  ['tests/fixtures/other-kinds', otherKindsFolder],
] as const

/**
 * Playwright's global setup: builds each where it is older than `dist/` or its content, before two workers could at once.
 * @throws with what the build said
 */
export default async function prepare({ filteredProjects }: FullConfig): Promise<void> {
  if (!filteredProjects.some(project => project.name === 'site')) return
  for (const [content, folder] of sites) await build(content, folder)
}

async function build(content: string, folder: string): Promise<void> {
  const sources = readdirSync(join(root, content), { recursive: true }).map(path =>
    join(content, String(path)),
  )
  const newest = Math.max(
    changedAt(join(builtFolder, 'sw.js')),
    ...sources.map(path => changedAt(join(root, path))),
  )
  // The service worker is what a build writes last.
  if (changedAt(join(folder, 'sw.js')) > newest) return
  await promisify(execFile)('npm', ['run', 'build', '--', '--outDir', folder], {
    cwd: root,
    env: { ...process.env, CONTENT: content },
    shell: process.platform === 'win32',
    maxBuffer: 2 ** 26,
  })
}

/** 0 where there is no such file. */
function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
