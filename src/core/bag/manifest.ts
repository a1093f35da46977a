/**
 * Manifests and fetch.txt read back (RFC 8493 §2.1.3, §2.2.1, §2.2.3), written by any tool since BagIt 0.93. In comes text,
 * out go the files it lists, each once, and findings for every line that is none or should not be there.
 */

import type { ForeignAlgorithm } from '../files/digest'
import { fold } from '../text/filename'
import { decodePath, splitLines } from './bag'
import type { BagFinding } from './finding'

/** SHA-256 is computed of every file; these where a manifest asks for them. */
export type Algorithm = 'sha256' | ForeignAlgorithm

/** Hex digits of a digest. */
const lengths: Record<Algorithm, number> = { sha256: 64, sha512: 128, sha1: 40, md5: 32 }

export interface ManifestName {
  path: string
  isTag: boolean
  /** Null where nobody here can compute it. */
  algorithm: Algorithm | null
}

/** A file as a manifest lists it. */
export interface Listing {
  path: string
  /** As it is written, which older tools mean where they should have encoded. */
  raw: string
  /** Lower-case hex. */
  digest: string
}

export interface Manifest extends ManifestName {
  files: Listing[]
  findings: BagFinding[]
}

/** The manifests among a bag's paths, payload manifests first. */
export function manifestsAmong(paths: Iterable<string>): ManifestName[] {
  const names: ManifestName[] = []
  for (const path of paths) {
    const parts = /^(tag)?manifest-([\w-]+)\.txt$/i.exec(path)
    if (!parts) continue
    // Older tools write `SHA-256`.
    const algorithm = (parts[2] as string).toLowerCase().replace(/-/g, '')
    const isKnown = Object.keys(lengths).includes(algorithm)
    names.push({ path, isTag: parts[1] !== undefined, algorithm: isKnown ? (algorithm as Algorithm) : null })
  }
  return names.sort((a, b) => Number(a.isTag) - Number(b.isTag) || (a.path < b.path ? -1 : 1))
}

/** What a manifest lists; `isOlder`: by BagIt before 1.0, which did not encode `%`. */
export function readManifest(name: ManifestName, text: string, isOlder: boolean): Manifest {
  const { path: manifest, isTag, algorithm } = name
  const findings: BagFinding[] = algorithm ? [] : [{ code: 'unknown-algorithm', path: manifest }]
  const listed = new Map<string, Listing>()
  const folded = new Map<string, string>()
  let isLoose = false
  splitLines(text).forEach((line, i) => {
    // `*` before the path is md5sum's mark of binary mode.
    const [, digest = '', mark, raw = ''] = /^([0-9a-fA-F]{8,128})[ \t]+(\*?(?:\.\/)?)(.+)$/.exec(line) ?? []
    if (raw === '' || (algorithm && digest.length !== lengths[algorithm])) {
      if (line !== '') findings.push({ code: 'bad-manifest-line', path: manifest, line: i + 1 })
      return
    }
    const path = decodePath(raw, isOlder)
    const known = listed.get(path)
    if (!isInside(path)) findings.push({ code: 'unsafe-listing', manifest, path })
    else if (known) {
      const code = known.digest === digest.toLowerCase() ? 'listed-twice' : 'contradicting-lines'
      findings.push({ code, manifest, path })
    } else {
      const other = folded.get(fold(path))
      if (other !== undefined) findings.push({ code: 'clashing-listing', manifest, path, other })
      if (isTag ? isPayload(path) || isTagManifest(path) : !isPayload(path))
        findings.push({ code: 'misplaced-listing', manifest, path })
      if (mark) isLoose = true
      folded.set(fold(path), path)
      listed.set(path, { path, raw, digest: digest.toLowerCase() })
    }
  })
  if (isLoose) findings.push({ code: 'loose-manifest', path: manifest })
  return { ...name, files: [...listed.values()], findings }
}

/** What fetch.txt leaves to be fetched: address by path. */
export function readFetch(
  text: string,
  isOlder: boolean,
): { urls: Map<string, string>; findings: BagFinding[] } {
  const urls = new Map<string, string>()
  const findings: BagFinding[] = []
  const manifest = 'fetch.txt'
  splitLines(text).forEach((line, i) => {
    const [, url, raw = ''] = /^([a-z][a-z0-9+.-]*:\S+)[ \t]+(?:\d+|-)[ \t]+(.+)$/i.exec(line) ?? []
    const path = decodePath(raw.replace(/^\.\//, ''), isOlder)
    if (url === undefined) {
      if (line !== '') findings.push({ code: 'bad-manifest-line', path: manifest, line: i + 1 })
    } else if (!isInside(path)) findings.push({ code: 'unsafe-listing', manifest, path })
    else if (!isPayload(path)) findings.push({ code: 'misplaced-listing', manifest, path })
    else urls.set(path, url)
  })
  return { urls, findings }
}

export function isPayload(path: string): boolean {
  return path.startsWith('data/')
}

export function isTagManifest(path: string): boolean {
  return /^tagmanifest-[^/]*\.txt$/i.test(path)
}

/** Whether a path stays inside the bag: relative, by slashes, without a home folder. */
function isInside(path: string): boolean {
  if (/^(~|[a-z]:)|\\/i.test(path)) return false
  return path.split('/').every(part => part !== '' && part !== '.' && part !== '..')
}
