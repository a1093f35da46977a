/**
 * Whether a folder is a sound bag (RFC 8493 §3): in come what lies in it, with digests, and the texts of its tag files;
 * out come findings, none for a sound bag. The same rules serve the unit before it sends and the office that receives.
 */
import { parseBagInfo, parseManifest } from './bag'

/** A file of the bag; the path is relative to the bag. */
export interface BagContent {
  path: string
  size: number
  /** Lower-case hex. */
  sha256: string
}

/** One thing wrong (or odd) in a bag. */
export type Finding =
  /** A tag file every bag must have is not there. */
  | { code: 'no-bagit-txt' }
  | { code: 'bad-bagit-txt' }
  | { code: 'no-manifest' }
  | { code: 'bad-manifest-line'; path: string; line: number }
  /** Named by a manifest, not in the bag. */
  | { code: 'missing'; path: string }
  /** In the bag with other bytes than the manifest says. */
  | { code: 'altered'; path: string }
  /** In the payload folder, named by no manifest. */
  | { code: 'unexpected'; path: string }
  /** Octets and files of the payload are not what bag-info.txt says. */
  | { code: 'wrong-oxum'; declared: string; found: string }

const payloadManifest = 'manifest-sha256.txt'

/**
 * Everything that speaks against the bag, in the order of its manifests.
 * `texts` holds bagit.txt, bag-info.txt and the manifests by path.
 */
export function verifyBag(contents: readonly BagContent[], texts: ReadonlyMap<string, string>): Finding[] {
  const byPath = new Map(contents.map(content => [content.path.normalize('NFC'), content]))
  const findings: Finding[] = [...verifyDeclaration(texts)]
  const listed = new Set<string>()
  // Without it nobody can say which files were there.
  const hasManifest = texts.has(payloadManifest)
  if (!hasManifest) findings.push({ code: 'no-manifest' })
  for (const manifest of [payloadManifest, 'tagmanifest-sha256.txt']) {
    const { files, badLines } = parseManifest(texts.get(manifest) ?? '')
    for (const line of badLines) findings.push({ code: 'bad-manifest-line', path: manifest, line })
    for (const { path, digest } of files) {
      const content = byPath.get(path.normalize('NFC'))
      if (manifest === payloadManifest) listed.add(path.normalize('NFC'))
      if (!content) findings.push({ code: 'missing', path })
      else if (content.sha256 !== digest) findings.push({ code: 'altered', path })
    }
  }
  const payload = contents.filter(content => content.path.startsWith('data/'))
  for (const { path } of payload) {
    if (hasManifest && !listed.has(path.normalize('NFC'))) findings.push({ code: 'unexpected', path })
  }
  return [...findings, ...verifyOxum(payload, texts)]
}

/** §2.1.1: version, then encoding. */
function verifyDeclaration(texts: ReadonlyMap<string, string>): Finding[] {
  const text = texts.get('bagit.txt')
  if (text === undefined) return [{ code: 'no-bagit-txt' }]
  const isSound = /^\ufeff?BagIt-Version: ?\d+\.\d+(\r\n|\r|\n)Tag-File-Character-Encoding: ?\S+\s*$/.test(
    text,
  )
  return isSound ? [] : [{ code: 'bad-bagit-txt' }]
}

function verifyOxum(payload: readonly BagContent[], texts: ReadonlyMap<string, string>): Finding[] {
  const declared = parseBagInfo(texts.get('bag-info.txt') ?? '').find(
    ([label]) => label.toLowerCase() === 'payload-oxum',
  )?.[1]
  if (declared === undefined) return []
  const found = `${payload.reduce((sum, { size }) => sum + size, 0)}.${payload.length}`
  return declared === found ? [] : [{ code: 'wrong-oxum', declared, found }]
}

/** The tag files `verifyBag` reads. */
export const tagFiles = ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt', 'tagmanifest-sha256.txt']

/** The folder (with its slash, or empty) that holds the bag: where the shallowest bagit.txt or checklist.json lies. */
export function bagFolderOf(paths: readonly string[]): string {
  const marks = paths.filter(
    path => /(^|\/)(bagit\.txt|checklist\.json)$/.test(path) && !path.startsWith('__MACOSX/'),
  )
  const [first = ''] = marks.sort((a, b) => a.split('/').length - b.split('/').length)
  return first.slice(0, first.lastIndexOf('/') + 1)
}
