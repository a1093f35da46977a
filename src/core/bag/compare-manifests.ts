/**
 * Manifests held against what lies in the bag, and against each other (RFC 8493 §3). Paths meet as NFC: a Mac writes NFD
 * into the ZIP. Of one file each thing is said once, however many manifests say it.
 */

import { isLitter } from '../files/litter'
import { type Steps, stepSize } from '../files/steps'
import type { BagContent } from './content'
import type { BagFinding } from './finding'
import { isPayload, isTagManifest, type Listing, type Manifest } from './manifest'

export interface Compared {
  findings: BagFinding[]
  /** The files that a payload manifest lists. */
  payload: Set<BagContent>
  /** SHA-256 by the payload manifest. */
  declared: Map<BagContent, string>
}

export function* compareManifests(
  manifests: readonly Manifest[],
  contents: readonly BagContent[],
  urls: ReadonlyMap<string, string>,
  isOlder: boolean,
): Steps<Compared> {
  const find = finderOf(contents)
  const findings: BagFinding[] = []
  const payload = new Set<BagContent>()
  const tagFiles = new Set<BagContent>()
  const declared: Compared['declared'] = new Map()
  const said = new Set<string>()
  let done = 0
  for (const { isTag, algorithm, files, findings: own } of manifests) {
    for (const finding of own) findings.push(finding)
    for (const file of files) {
      done += 1
      if (done % stepSize === 0) yield
      const { path, digest } = file
      const content = find(file)
      if (content) (isTag ? tagFiles : payload).add(content)
      if (content && !isTag && algorithm === 'sha256') declared.set(content, digest)
      const found = digestBy(algorithm, content)
      // An unknown algorithm, or a file that could not be read: said elsewhere.
      const isSame = !found || found === digest
      if ((content && isSame) || said.has(path)) continue
      said.add(path)
      const url = urls.get(path)
      if (content) findings.push({ code: 'altered', path })
      else findings.push(url === undefined ? { code: 'missing', path } : { code: 'not-fetched', path, url })
    }
  }
  yield* findUnlisted(manifests, urls, isOlder, findings)
  findUnsealed(manifests, isOlder, findings)
  const isSealed = manifests.some(({ isTag }) => isTag)
  const isListed = manifests.some(({ isTag }) => !isTag)
  for (const content of contents) {
    const { path } = content
    if (isPayload(path) ? !isListed || payload.has(content) : !isSealed || tagFiles.has(content)) continue
    if (isLitter(path)) findings.push({ code: 'system-file', path })
    else if (isPayload(path)) findings.push({ code: 'unexpected', path })
    else if (!isTagManifest(path)) findings.push({ code: 'unlisted-tag-file', path })
  }
  return { findings, payload, declared }
}

/** The digest of a file by a manifest's algorithm; nothing where either is unknown. */
export function digestBy(
  algorithm: Manifest['algorithm'],
  content: BagContent | undefined,
): string | null | undefined {
  return algorithm === 'sha256' ? content?.sha256 : algorithm && content?.digests?.[algorithm]
}

/** Payload manifests that a tag manifest leaves out, which BagIt 1.0 forbids (§2.2.1): their lines are under no seal. */
function findUnsealed(manifests: readonly Manifest[], isOlder: boolean, findings: BagFinding[]): void {
  if (isOlder) return
  const payloadManifests = manifests.filter(({ isTag }) => !isTag)
  for (const { isTag, path: manifest, files } of manifests) {
    if (!isTag) continue
    const sealed = new Set(files.map(({ path }) => path))
    for (const { path } of payloadManifests)
      if (!sealed.has(path)) findings.push({ code: 'unsealed-manifest', manifest, path })
  }
}

/** Files that one payload manifest (or fetch.txt) lists and another does not; before BagIt 1.0 one manifest was enough. */
function* findUnlisted(
  manifests: readonly Manifest[],
  urls: ReadonlyMap<string, string>,
  isOlder: boolean,
  findings: BagFinding[],
): Steps<void> {
  const all = new Map<string, string>()
  const lists: { manifest: string; keys: Set<string> }[] = []
  let done = 0
  for (const { isTag, path: manifest, files } of manifests) {
    if (isTag) continue
    const keys = new Set<string>()
    lists.push({ manifest, keys })
    for (const { path } of files) {
      done += 1
      if (done % stepSize === 0) yield
      const key = keyOf(path)
      keys.add(key)
      all.set(key, path)
    }
  }
  for (const { manifest, keys } of isOlder ? [] : lists) {
    for (const [key, path] of all) {
      done += 1
      if (done % stepSize === 0) yield
      if (!keys.has(key)) findings.push({ code: 'not-in-manifest', manifest, path })
    }
  }
  for (const path of urls.keys()) if (!all.has(keyOf(path))) findings.push({ code: 'unlisted-fetch', path })
}

/** The file a line means: as it is written where no file has the decoded name. */
export function finderOf(contents: readonly BagContent[]): (listing: Listing) => BagContent | undefined {
  const exact = new Map(contents.map(content => [content.path, content]))
  const composed = new Map(contents.map(content => [keyOf(content.path), content]))
  return ({ path, raw }) =>
    exact.get(path) ?? composed.get(keyOf(path)) ?? exact.get(raw) ?? composed.get(keyOf(raw))
}

function keyOf(path: string): string {
  return path.normalize('NFC')
}
