/** Where the bags lie among the paths of what was handed in; each `__MACOSX` holds only what a Mac added. */

import { isMacCopy } from '../files/litter'

/** What tells a bag's folder, the surest first: people lose bagit.txt, and pack checklists beside bundles. */
const marks = [/^bagit\.txt$/, /^manifest-[\w-]+\.txt$/i, /^checklist\.json$/]

/** The folders (with their slash, or empty) that hold a bag, none inside another, in the order of their paths. */
export function bagFoldersOf(paths: readonly string[]): string[] {
  const found = new Set<string>()
  const around = new Set<string>()
  for (const mark of marks) {
    const folders = paths.flatMap(path => {
      const at = path.lastIndexOf('/') + 1
      return mark.test(path.slice(at)) && !isMacCopy(path) ? path.slice(0, at) : []
    })
    for (const folder of folders.sort((a, b) => a.length - b.length)) {
      // A folder around a bag that a surer mark told is not one itself.
      if (around.has(folder) || parentsOf(folder).some(parent => found.has(parent))) continue
      found.add(folder)
      for (const parent of parentsOf(folder)) around.add(parent)
    }
  }
  return [...found].sort()
}

/** `a/b/` → `a/b/`, `a/` and the root. */
function parentsOf(folder: string): string[] {
  const parents = ['']
  for (let at = folder.indexOf('/'); at >= 0; at = folder.indexOf('/', at + 1))
    parents.push(folder.slice(0, at + 1))
  return parents
}
