/** What lies in a built site's folder. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Paths of all files, from the folder. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replace(/\\/g, '/'),
    )
    .sort()
}

/** Paths of all pages. @throws where there is none to be seen when an address leads nowhere */
export function pagesOf(folder: string): string[] {
  const pages = filesOf(folder).filter(path => path.endsWith('.html'))
  if (!pages.includes('404.html')) throw new Error(`Cannot test the pages in ${folder}: there is no 404.html`)
  return pages
}

/** The pages without a second department's of any edition: they differ in their words only. */
export function kindsOf(pages: readonly string[]): string[] {
  const seen = new Set<string>()
  return pages.filter(path => {
    const folder = path.slice(0, path.lastIndexOf('/') + 1)
    if (!folder.endsWith('departments/')) return true
    return !seen.has(folder) && seen.add(folder)
  })
}
