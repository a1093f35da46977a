/** Where the bags lie among the paths of what was handed in, and which files are whose. */

import { isMacCopy } from '../files/litter'

/** Files that mark a bag's folder, the surest first: people lose bagit.txt, and pack checklists beside bundles. */
const marks = [/^bagit\.txt$/, /^manifest-[\w-]+\.txt$/i, /^checklist\.json$/]

/** Folders around a bag. Windows ends at some 130 of them; hostile archives nest hundreds. */
const deepestBag = 32

/** The folders (with their slash, or empty) that hold a bag, none inside another, in the order of their paths. */
export function bagFoldersOf(paths: readonly string[]): string[] {
  const found = new Set<string>()
  const around = new Set<string>()
  for (const mark of marks) {
    const folders = new Set<string>()
    for (const path of paths) {
      const at = path.lastIndexOf('/') + 1
      if (mark.test(path.slice(at)) && !isMacCopy(path) && !isTooDeep(path)) folders.add(path.slice(0, at))
    }
    for (const folder of [...folders].sort((a, b) => a.length - b.length)) {
      const parents = parentsOf(folder)
      // A folder around a bag that a surer mark told is not one itself.
      if (around.has(folder) || parents.some(parent => found.has(parent))) continue
      found.add(folder)
      for (const parent of parents) around.add(parent)
    }
  }
  return [...found].sort()
}

/** Each file of a bag by the bag's folder, in their order, and the files that lie in none. */
export function sortByFolder<File extends { path: string }>(
  files: readonly File[],
  folders: readonly string[],
): { bags: Map<string, File[]>; others: File[] } {
  const bags = new Map<string, File[]>(folders.map(folder => [folder, []]))
  const others: File[] = []
  for (const file of files) {
    const folder = isMacCopy(file.path) ? undefined : folderAround(file.path, bags)
    if (folder === undefined) others.push(file)
    else bags.get(folder)?.push(file)
  }
  return { bags, others }
}

/** The one of `folders` that the file lies in, at whatever depth. */
function folderAround(path: string, folders: ReadonlyMap<string, unknown>): string | undefined {
  let end = -1
  for (let depth = 0; depth <= deepestBag; depth++) {
    const folder = path.slice(0, end + 1)
    if (folders.has(folder)) return folder
    end = path.indexOf('/', end + 1)
    if (end < 0) return undefined
  }
  return undefined
}

function isTooDeep(path: string): boolean {
  let depth = 0
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) depth += 1
  return depth > deepestBag
}

/** `a/b/` → `a/b/`, `a/` and the root. */
function parentsOf(folder: string): string[] {
  const parents = ['']
  for (let at = folder.indexOf('/'); at >= 0; at = folder.indexOf('/', at + 1))
    parents.push(folder.slice(0, at + 1))
  return parents
}
