/**
 * Names that could not be decoded with certainty, settled by the bytes: a file of such a name that no manifest lists is the
 * listed one that is missing and has its digest. The tools that garble names change no contents.
 */
import { digestBy, finderOf } from './compare-manifests'
import type { BagContent } from './content'
import type { Manifest } from './manifest'

/** The path in a manifest, by the path in the archive. Files with one content are taken in the order of their lines. */
export function matchUncertain(
  manifests: readonly Manifest[],
  contents: readonly BagContent[],
  uncertain: ReadonlySet<string>,
): Map<string, string> {
  const matches = new Map<string, string>()
  if (uncertain.size === 0) return matches
  const find = finderOf(contents)
  const listed = new Set<BagContent>()
  const missing = new Map<string, string[]>()
  for (const { algorithm, files } of manifests) {
    for (const file of files) {
      const content = find(file)
      const key = `${algorithm} ${file.digest}`
      if (content) listed.add(content)
      else missing.set(key, [...(missing.get(key) ?? []), file.path])
    }
  }
  const taken = new Set<string>()
  for (const content of contents) {
    if (!uncertain.has(content.path) || listed.has(content)) continue
    for (const { algorithm } of manifests) {
      const path = missing.get(`${algorithm} ${digestBy(algorithm, content)}`)?.find(path => !taken.has(path))
      if (path === undefined) continue
      taken.add(path)
      matches.set(content.path, path)
      break
    }
  }
  return matches
}
