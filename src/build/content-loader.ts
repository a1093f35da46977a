/**
 * Gives `content/` to Astro. Astro's own loaders log a broken file and go on with exit status 0; these stop the build,
 * once, with every finding of `content-files`.
 */
import type { Loader } from 'astro/loaders'
import { readEditions, readSite } from './content-files'

/** One entry per folder of `base` whose name is a year; its text is the notice's. */
export function editionFolders(base: string): Loader {
  return {
    name: 'edition-folders',
    async load({ store, renderMarkdown, watcher }) {
      store.clear()
      const findings: string[] = []
      const editions = readEditions(base, findings)
      refuse(findings)
      for (const { id, files, body } of editions) {
        store.set({ id, data: { ...files }, body, rendered: await renderMarkdown(body) })
      }
      watcher?.add(base)
    },
  }
}

/** The one entry `site`. */
export function siteFile(path: string): Loader {
  return {
    name: 'site-file',
    async load({ store }) {
      const findings: string[] = []
      const data = readSite(path, findings)
      refuse(findings)
      store.set({ id: 'site', data: { ...data } })
    },
  }
}

function refuse(findings: string[]): void {
  if (findings.length === 0) return
  throw new Error(
    `content/ 里有 ${findings.length} 处要改，网站没有生成：\n${findings.map(line => `  ✗ ${line}`).join('\n')}`,
  )
}
