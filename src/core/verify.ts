/**
 * Whether a folder is a sound bag (RFC 8493 §3) and, where it is ours, one its checklist agrees with. In come what lies in
 * it, with digests, and the bytes of its tag files; out come findings, none for a sound bag, and what it says of itself.
 * The same rules serve the unit before it sends and the office that receives.
 */
import { type BagFile, fieldOf, payloadOxum, readBagInfo } from './bag'
import { compareManifests, isSystemFile } from './compare-manifests'
import { decodeTag, readDeclaration } from './declaration'
import type { BagFinding } from './finding'
import { type ForeignAlgorithm, isPayload, manifestsAmong, readFetch, readManifest } from './manifest'
import { verifyOrigin } from './origin'
import type { RecordResult } from './record'

/** A file of the bag; the path is relative to the bag. */
export interface BagContent {
  path: string
  size: number
  /** Lower-case hex; empty where the file could not be read, which is a finding of its own. */
  sha256: string
  /** As the ZIP says it, which nobody checked; absent where it is no ZIP's. */
  crc32?: number
  /** What the manifests of other algorithms need. */
  digests?: Partial<Record<ForeignAlgorithm, string>>
}

/** A checklist.json outside of the payload. */
export interface BagChecklist {
  path: string
  result: RecordResult
}

export interface BagInput {
  contents: readonly BagContent[]
  /** The bytes of every file that `isTagText`, by path. */
  tags: ReadonlyMap<string, Uint8Array>
  checklists: readonly BagChecklist[]
  /** The edition that is collected; undefined where any will do. */
  edition: string | undefined
  /** Whether the ZIP was made by another tool than ours. */
  isRepacked: boolean
}

export interface BagReport {
  findings: BagFinding[]
  /** The fields of bag-info.txt. */
  info: [label: string, value: string][]
  /** The payload by its SHA-256 manifest: what the fingerprint is made of. Undefined without that manifest. */
  listed: BagFile[] | undefined
  /** SHA-256 of checklist.json as it was packed, the same in all volumes of a bundle; empty where there is none. */
  checklistDigest: string
  /** Whether ours or another office's page made it. */
  isOurs: boolean
}

/** The tag files that say what a bag is and should hold. */
export function isTagText(path: string): boolean {
  return /^(bagit|bag-info|package-info|fetch|(tag)?manifest-[\w-]+)\.txt$/i.test(path)
}

/** Everything that speaks against the bag: its declaration, its manifests, its files, its origin. */
export function verifyBag(input: BagInput): BagReport {
  const { contents, tags } = input
  const { isOlder, encoding, findings } = readDeclaration(tags.get('bagit.txt'))
  const textOf = (path: string): string => {
    const { text, isSound } = decodeTag(tags.get(path) ?? new Uint8Array(), encoding)
    if (!isSound) findings.push({ code: 'bad-encoding', path, encoding })
    return text
  }
  // package-info.txt until BagIt 0.95.
  const infoPath = tags.has('bag-info.txt') ? 'bag-info.txt' : 'package-info.txt'
  const { fields: info, badLines } = readBagInfo(textOf(infoPath))
  findings.push(...badLines.map(line => ({ code: 'bad-info-line' as const, path: infoPath, line })))
  const manifests = manifestsAmong(tags.keys()).map(name => readManifest(name, textOf(name.path), isOlder))
  if (manifests.every(({ isTag }) => isTag)) findings.push({ code: 'no-manifest' })
  const fetch = readFetch(textOf('fetch.txt'), isOlder)
  findings.push(...fetch.findings)
  const compared = compareManifests(manifests, contents, fetch.urls, isOlder)
  findings.push(...compared.findings)
  findings.push(...verifyOxum(contents, info, compared.payload))
  const hasTagManifest = manifests.some(({ isTag }) => isTag)
  const isOurs = fieldOf(info, 'Yinzheng-Format') !== undefined || input.checklists.length > 0
  if (isOurs) findings.push(...verifyOrigin({ ...input, ...compared, info, hasTagManifest }))
  else findings.push({ code: 'foreign-bag' })

  const sha256Of = (isTag: boolean) =>
    manifests.find(manifest => manifest.isTag === isTag && manifest.algorithm === 'sha256')?.files
  const isChecklist = ({ path }: { path: string }) => path === 'checklist.json'
  return {
    findings,
    info,
    isOurs,
    listed: sha256Of(false)
      ?.filter(({ path }) => isPayload(path))
      .map(({ path, digest }) => ({ path, sha256: digest })),
    checklistDigest: sha256Of(true)?.find(isChecklist)?.digest ?? contents.find(isChecklist)?.sha256 ?? '',
  }
}

function verifyOxum(
  contents: readonly BagContent[],
  info: BagReport['info'],
  payload: ReadonlySet<BagContent>,
): BagFinding[] {
  const declared = fieldOf(info, 'Payload-Oxum')
  if (declared === undefined) return []
  const isCounted = (content: BagContent) =>
    isPayload(content.path) && (payload.has(content) || !isSystemFile(content.path))
  const found = payloadOxum(contents.filter(isCounted))
  return declared === found ? [] : [{ code: 'wrong-oxum', declared, found }]
}
