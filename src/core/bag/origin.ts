/**
 * What only our bags promise: tag files under seal, a checklist that can be read, and no files it does not know. An
 * office's bag holds the checklists of several units.
 */

import { usesOf } from '../checklist/checklist'
import { isLitter } from '../files/litter'
import { bundleFormat, fieldOf } from './bag'
import type { Compared } from './compare-manifests'
import type { BagInput, BagReport } from './content'
import type { BagFinding } from './finding'
import { isPayload } from './manifest'

interface Origin
  extends Pick<BagInput, 'contents' | 'checklists' | 'edition' | 'isRepacked'>,
    Omit<Compared, 'findings'> {
  info: BagReport['info']
  hasTagManifest: boolean
}

/** Findings on our own bags beyond those of RFC 8493. */
export function verifyOrigin(origin: Origin): BagFinding[] {
  const { info, checklists, edition, hasTagManifest, isRepacked } = origin
  const findings: BagFinding[] = isRepacked ? [{ code: 'repacked' }] : []
  const format = fieldOf(info, 'Yinzheng-Format')
  if (format !== undefined && Number(format) > bundleFormat)
    findings.push({ code: 'newer-bundle-format', format })
  if (!hasTagManifest) findings.push({ code: 'no-tag-manifest' })
  if (checklists.length === 0) findings.push({ code: 'no-checklist' })
  for (const { path, result } of checklists) {
    if (!result.ok) findings.push({ code: 'bad-checklist', path, problem: result.problem })
    else if (edition !== undefined && result.checklist.edition !== edition)
      findings.push({ code: 'other-edition', path, edition: result.checklist.edition })
  }
  return [...findings, ...findUnknown(origin)]
}

/** Sealed files that no checklist names. One that could not be read may name anything. */
function findUnknown({ contents, checklists, payload, declared }: Origin): BagFinding[] {
  const known = new Set<string>()
  for (const { result } of checklists) {
    if (!result.ok) return []
    for (const sha256 of usesOf(result.checklist).keys()) known.add(sha256)
  }
  if (checklists.length === 0) return []
  return contents.flatMap(content => {
    const { path, sha256 } = content
    const isKnown = known.has(sha256) || known.has(declared.get(content) ?? '')
    return isKnown || !isPayload(path) || !payload.has(content) || isLitter(path)
      ? []
      : [{ code: 'unknown-to-checklist' as const, path }]
  })
}
