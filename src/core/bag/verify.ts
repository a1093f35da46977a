/**
 * Whether a folder is a sound bag (RFC 8493 §3) and, where it is ours, one its checklist agrees with. In come what lies in
 * it, with digests, and the bytes of its tag files; out come findings, none for a sound bag, and what it says of itself.
 * The same rules serve the unit before it sends and the office that receives.
 */

import { isLitter } from '../files/litter'
import { fieldOf, payloadOxum, readBagInfo } from './bag'
import { compareManifests } from './compare-manifests'
import type { BagContent, BagInput, BagReport } from './content'
import { decodeTag, readDeclaration } from './declaration'
import type { BagFinding } from './finding'
import { isPayload, manifestsAmong, readFetch, readManifest } from './manifest'
import { verifyOrigin } from './origin'

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
    isPayload(content.path) && (payload.has(content) || !isLitter(content.path))
  const found = payloadOxum(contents.filter(isCounted))
  return declared === found ? [] : [{ code: 'wrong-oxum', declared, found }]
}
