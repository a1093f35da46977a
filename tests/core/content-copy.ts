/** A copy of `content/` to break, and Astro's part in loading it. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Loader, LoaderContext } from 'astro/loaders'
import type { z } from 'astro/zod'
import { test } from 'playwright/test'
import type { editionFolders } from '../../src/build/content-loader'
import { contentFolder } from './samples'

type Shapes = Parameters<typeof editionFolders>[1]

// `astro:content` exists inside Astro only; its defineCollection returns what it is given.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'astro:content'
      ? {
          url: 'data:text/javascript,export const defineCollection = collection => collection',
          shortCircuit: true,
        }
      : next(specifier, context),
})
const { collections } = await import('../../src/content.config')
/** The shapes that `content.config.ts` declares. */
export const shapes = (collections.editions.schema as unknown as { shape: Shapes }).shape
export const siteShape = collections.site.schema as unknown as z.ZodType

export const realFolder = fileURLToPath(contentFolder)

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

/** What a loader leaves in Astro's store; what it throws, it throws here. */
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
