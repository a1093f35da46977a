/** Copies `content/` for tests that break it, and loads it the way Astro does. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Loader, LoaderContext } from 'astro/loaders'
import { readEditions } from '../../../src/build/content-files'
import { test } from '../runner'
import { contentFolder } from '../samples'

export const realFolder = fileURLToPath(contentFolder)

/** The real editions, read once for all tests: YAML takes a while. */
export const realEditions = readEditions(realFolder, [])

/** A copy of `content/` below the test's own folder. */
export function copyContent(): string {
  const folder = test.info().outputPath('content')
  cpSync(realFolder, folder, { recursive: true })
  return folder
}

/** Replaces the first `found` in a file, which must be there. */
export function edit(path: string, found: string | RegExp, replacement: string): void {
  const text = readFileSync(path, 'utf8')
  const changed = text.replace(found, () => replacement)
  if (changed === text) throw new Error(`Cannot edit ${path}: ${found} is not in it`)
  writeFileSync(path, changed)
}

interface Entry {
  id: string
  data: Record<string, unknown>
  body?: string
}

/** The entries that a loader puts into Astro's store. @throws what the loader throws */
export async function load(loader: Loader): Promise<Entry[]> {
  const entries: Entry[] = []
  const context = {
    store: { clear: () => entries.splice(0), set: (entry: Entry) => entries.push(entry) },
    renderMarkdown: async (text: string) => ({ html: text }),
  }
  await loader.load(context as unknown as LoaderContext)
  return entries
}

/** The one message of a build that stops. */
export function refusal(...findings: string[]): string {
  return [
    `content/ 里有 ${findings.length} 处要改，网站没有生成：`,
    ...findings.map(line => `  ✗ ${line}`),
  ].join('\n')
}

/** Every file below a folder with its text. */
export function filesBelow(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry =>
    entry.isFile(),
  )
  const paths = entries.map(entry => join(entry.parentPath, entry.name)).sort()
  return Object.fromEntries(paths.map(path => [path, readFileSync(path, 'utf8')]))
}
