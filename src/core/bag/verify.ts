/**
 * Whether a folder is a sound bag (RFC 8493 §3) and, where it is ours, one its checklist agrees with. In come what lies in
 * it, with digests, and the bytes of its tag files; out come findings, none for a sound bag, and what it says of itself.
 * The same rules serve the unit before it sends and the office that receives.
 */

import { isLitter } from '../files/litter'
import type { Steps } from '../files/steps'
import { fieldOf, mostInfoLines, payloadOxum, readBagInfo } from './bag'
import { compareManifests } from './compare-manifests'
import type { BagContent, BagInput, BagReport } from './content'
import { decodeTag, readDeclaration } from './declaration'
import type { BagFinding } from './finding'
import { isPayload, type Manifest, manifestsAmong, readFetch, readManifest } from './manifest'
import { verifyOrigin } from './origin'
import { matchUncertain } from './uncertain-names'

/** The tag files that say what a bag is and should hold. */
export function isTagText(path: string): boolean {
  return /^(bagit|bag-info|package-info|fetch|(tag)?manifest-[\w-]+)\.txt$/i.test(path)
}

/** Everything that speaks against the bag: its declaration, its manifests, its files, its origin. */
export function* verifyBag(input: BagInput): Steps<BagReport> {
  const { tags } = input
  const { isOlder, encoding, findings } = readDeclaration(tags.get('bagit.txt'))
  const textOf = (path: string): string => {
    const { text, isSound } = decodeTag(tags.get(path) ?? new Uint8Array(), encoding)
    if (!isSound) findings.push({ code: 'bad-encoding', path, encoding })
    return text
  }
  // package-info.txt until BagIt 0.95.
  const infoPath = tags.has('bag-info.txt') ? 'bag-info.txt' : 'package-info.txt'
  const { fields: info, badLines, isCut } = readBagInfo(textOf(infoPath))
  for (const line of badLines) findings.push({ code: 'bad-info-line', path: infoPath, line })
  if (isCut) findings.push({ code: 'too-many-lines', path: infoPath, most: mostInfoLines })
  const manifests: Manifest[] = []
  for (const name of manifestsAmong(tags.keys()))
    manifests.push(yield* readManifest(name, textOf(name.path), isOlder))
  const unchecked = findUnchecked(manifests)
  findings.push(...unchecked)
  const fetch = yield* readFetch(textOf('fetch.txt'), isOlder)
  for (const finding of fetch.findings) findings.push(finding)
  const matches = matchUncertain(manifests, input.contents, input.uncertain)
  const contents = input.contents.map(content => {
    const path = matches.get(content.path)
    return path === undefined ? content : { ...content, path }
  })
  const compared = yield* compareManifests(manifests, contents, fetch.urls, isOlder)
  // That another manifest was held against the files instead is only said where there is one.
  for (const finding of compared.findings)
    if (!unchecked[0] || finding.code !== 'unknown-algorithm') findings.push(finding)
  for (const path of matches.values()) findings.push({ code: 'named-by-content', path })
  findings.push(...verifyOxum(contents, info, compared.payload))
  const hasTagManifest = manifests.some(({ isTag }) => isTag)
  const isOurs = fieldOf(info, 'Yinzheng-Format') !== undefined || input.checklists.length > 0
  if (!isOurs) findings.push({ code: 'foreign-bag' })
  else
    for (const finding of verifyOrigin({ ...input, ...compared, contents, info, hasTagManifest }))
      findings.push(finding)

  const sha256Of = (isTag: boolean) =>
    manifests.find(manifest => manifest.isTag === isTag && manifest.algorithm === 'sha256')?.files
  const isChecklist = ({ path }: { path: string }) => path === 'checklist.json'
  return {
    findings,
    contents,
    renamed: new Map([...matches].map(([archived, path]) => [path, archived])),
    info,
    isOurs,
    listed: sha256Of(false)
      ?.filter(({ path }) => isPayload(path))
      .map(({ path, digest }) => ({ path, sha256: digest })),
    checklistDigest: sha256Of(true)?.find(isChecklist)?.digest ?? contents.find(isChecklist)?.sha256 ?? '',
  }
}

/** No payload manifest at all, or none whose digests can be computed here: one that can be is enough. */
function findUnchecked(manifests: readonly Manifest[]): BagFinding[] {
  const payloadManifests = manifests.filter(({ isTag }) => !isTag)
  if (payloadManifests.length === 0) return [{ code: 'no-manifest' }]
  const isUnchecked = payloadManifests.every(({ algorithm }) => algorithm === null)
  return isUnchecked ? [{ code: 'no-known-manifest' }] : []
}

function verifyOxum(
  contents: readonly BagContent[],
  info: BagReport['info'],
  payload: ReadonlySet<BagContent>,
): BagFinding[] {
  const declared = fieldOf(info, 'Payload-Oxum')
  if (declared === undefined) return []
  const times = info.filter(([label]) => label.toLowerCase() === 'payload-oxum').length
  const isCounted = (content: BagContent) =>
    isPayload(content.path) && (payload.has(content) || !isLitter(content.path))
  const found = payloadOxum(contents.filter(isCounted))
  return [
    ...(times > 1 ? [{ code: 'repeated-oxum' as const, times }] : []),
    ...(declared === found ? [] : [{ code: 'wrong-oxum' as const, declared, found }]),
  ]
}
