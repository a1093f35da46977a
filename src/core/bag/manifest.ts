/**
 * Manifests and fetch.txt read back (RFC 8493 §2.1.3, §2.2.1, §2.2.3), written by any tool since BagIt 0.93. In comes text,
 * out go the files it lists, each once, and findings for every line that is none or should not be there.
 */

import type { ForeignAlgorithm } from '../files/digest'
import { type Steps, stepSize } from '../files/steps'
import { fold } from '../text/filename'
import { decodePath } from './bag'
import type { BagFinding } from './finding'
import { linesOf, readFetchLine, readManifestLine } from './tag-lines'

/** SHA-256 is computed of every file; these where a manifest asks for them. */
type Algorithm = 'sha256' | ForeignAlgorithm

/** Hex digits of a digest. */
const lengths: Record<Algorithm, number> = {
  sha256: 64,
  sha512: 128,
  sha384: 96,
  sha224: 56,
  sha1: 40,
  md5: 32,
}

/** Three times what an archive can hold. Lines behind that are not read, which is an error. */
const mostLines = 200_000

interface ManifestName {
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

/** Reads a manifest; `isOlder`: of BagIt before 1.0, which did not encode `%` and let a line be repeated. */
export function* readManifest(name: ManifestName, text: string, isOlder: boolean): Steps<Manifest> {
  const { path: manifest, isTag, algorithm } = name
  const findings: BagFinding[] = algorithm ? [] : [{ code: 'unknown-algorithm', path: manifest }]
  const listed = new Map<string, Listing>()
  const folded = new Map<string, string>()
  let isLoose = false
  yield* readLines(text, manifest, findings, line => {
    const parts = readManifestLine(line)
    if (!parts || (algorithm && parts.digest.length !== lengths[algorithm])) return false
    const path = decodePath(parts.path, isOlder)
    const known = listed.get(path)
    if (!isInside(path)) findings.push({ code: 'unsafe-listing', manifest, path })
    else if (known) {
      const again = isOlder ? 'repeated-line' : 'listed-twice'
      findings.push({ code: known.digest === parts.digest ? again : 'contradicting-lines', manifest, path })
    } else {
      const key = fold(path)
      const other = folded.get(key)
      if (other !== undefined) findings.push({ code: 'clashing-listing', manifest, path, other })
      if (isTag ? isPayload(path) || isTagManifest(path) : !isPayload(path))
        findings.push({ code: 'misplaced-listing', manifest, path })
      if (parts.isLoose) isLoose = true
      folded.set(key, path)
      listed.set(path, { path, raw: parts.path, digest: parts.digest })
    }
    return true
  })
  if (isLoose) findings.push({ code: 'loose-manifest', path: manifest })
  return { ...name, files: [...listed.values()], findings }
}

/** The files that fetch.txt leaves to be fetched: address by path. */
export function* readFetch(
  text: string,
  isOlder: boolean,
): Steps<{ urls: Map<string, string>; findings: BagFinding[] }> {
  const urls = new Map<string, string>()
  const findings: BagFinding[] = []
  const manifest = 'fetch.txt'
  yield* readLines(text, manifest, findings, line => {
    const parts = readFetchLine(line)
    if (!parts) return false
    const path = decodePath(parts.path, isOlder)
    if (!isInside(path)) findings.push({ code: 'unsafe-listing', manifest, path })
    else if (!isPayload(path)) findings.push({ code: 'misplaced-listing', manifest, path })
    else urls.set(path, parts.url)
    return true
  })
  return { urls, findings }
}

/** Hands each line of the file at `path` to `read`. A line that it refuses is a finding, but for an empty one; so are too many. */
function* readLines(
  text: string,
  path: string,
  findings: BagFinding[],
  read: (line: string) => boolean,
): Steps<void> {
  let number = 0
  for (const line of linesOf(text)) {
    number += 1
    if (number > mostLines) {
      findings.push({ code: 'too-many-lines', path, most: mostLines })
      return
    }
    if (number % stepSize === 0) yield
    if (!read(line) && line !== '') findings.push({ code: 'bad-manifest-line', path, line: number })
  }
}

export function isPayload(path: string): boolean {
  return path.startsWith('data/')
}

export function isTagManifest(path: string): boolean {
  return /^tagmanifest-[^/]*\.txt$/i.test(path)
}

/**
 * Whether a path stays inside the bag: relative, separated by slashes, without a home folder. A backslash may stand in a
 * file's name (Linux has such names), never where a folder should end first.
 */
function isInside(path: string): boolean {
  if (/^(~|[a-z]:|[^/]*\\)/i.test(path) || /(^|\\)\.\.(\\|$)/.test(path)) return false
  return path.split('/').every(part => part !== '' && part !== '.' && part !== '..')
}
