/**
 * What may be wrong (or odd) in what was handed in, as data; `wording/finding` says it to people. The words are those of
 * RFC 8493 and of the Library of Congress' conformance suite: missing, altered, unexpected, unsafe.
 */

import type { RecordProblem } from '../checklist/record'
import type { ClosedContainer } from '../zip/container'
import type { ArchiveProblem, EntryProblem } from '../zip/entries'

/** Of one bag; paths are relative to it. */
export type BagFinding =
  /** bagit.txt (§2.1.1): what every bag must have, in a version and an encoding that can be read. */
  | { code: 'no-bagit-txt' | 'bad-bagit-txt' }
  | { code: 'unknown-version'; version: string }
  | { code: 'unknown-encoding'; encoding: string }
  /** The bytes of a tag file are not of the encoding that bagit.txt names. */
  | { code: 'bad-encoding'; path: string; encoding: string }
  /** Nobody can say which files were there; our own bags say it of their tag files too. */
  | { code: 'no-manifest' | 'no-tag-manifest' }
  /** Digests nobody here can compute: the files are not checked by this manifest, but by another. */
  | { code: 'unknown-algorithm'; path: string }
  /** No payload manifest has digests that can be computed here. */
  | { code: 'no-known-manifest' }
  /** A tag file with more lines than are read. */
  | { code: 'too-many-lines'; path: string; most: number }
  /** A checklist.json with more files or answers than are read. */
  | { code: 'too-many-files' | 'too-many-answers'; path: string; count: number; most: number }
  /** A checklist.json with so much in it that it is not even counted what. */
  | { code: 'overfull-checklist'; path: string }
  /** A line of a manifest or of fetch.txt, counted from 1. */
  | { code: 'bad-manifest-line'; path: string; line: number }
  | { code: 'bad-info-line'; path: string; line: number }
  /** Written as md5sum writes or with `./` before its paths: understood all the same. */
  | { code: 'loose-manifest'; path: string }
  /** About the lines of a manifest (or fetch.txt): a path that leads out of the bag, the same path twice, two digests. */
  | { code: 'unsafe-listing' | 'listed-twice' | 'contradicting-lines'; manifest: string; path: string }
  /** The same line twice in a bag before BagIt 1.0, which did not forbid it. */
  | { code: 'repeated-line'; manifest: string; path: string }
  /** A payload manifest that a tag manifest (`manifest`) leaves out (§2.2.1). */
  | { code: 'unsealed-manifest'; manifest: string; path: string }
  /** Its name could not be read for sure; its bytes are those listed at this path. */
  | { code: 'named-by-content'; path: string }
  /** A tag file in a payload manifest, or the other way round. */
  | { code: 'misplaced-listing'; manifest: string; path: string }
  /** Listed paths that are one file on Windows or macOS. */
  | { code: 'clashing-listing'; manifest: string; path: string; other: string }
  /** In one payload manifest and not in this one, which BagIt 1.0 wants complete (§3). */
  | { code: 'not-in-manifest'; manifest: string; path: string }
  /** Named by a manifest and not in the bag; in it with other bytes; in the payload folder and named by none. */
  | { code: 'missing' | 'altered' | 'unexpected'; path: string }
  /** Left to be fetched (§2.2.3), and not here. */
  | { code: 'not-fetched'; path: string; url: string }
  /** To be fetched, and in no manifest. */
  | { code: 'unlisted-fetch'; path: string }
  /** Beside the payload, named by no tag manifest. */
  | { code: 'unlisted-tag-file'; path: string }
  /** Thumbs.db and its kind, which a computer added by itself. */
  | { code: 'system-file'; path: string }
  /** The platform did not let it be read. */
  | { code: 'unreadable'; path: string }
  /** Octets and files of the payload are not what bag-info.txt says. */
  | { code: 'wrong-oxum'; declared: string; found: string }
  /** Payload-Oxum must not be repeated (§2.2.2). */
  | { code: 'repeated-oxum'; times: number }
  /** A bundle of ours that a later version of this page wrote. */
  | { code: 'newer-bundle-format'; format: string }
  /** Ours without its checklist.json; not ours at all. */
  | { code: 'no-checklist' | 'foreign-bag' }
  | { code: 'bad-checklist'; path: string; problem: RecordProblem }
  | { code: 'other-edition'; path: string; edition: string }
  /** Sealed in the bag, attached to no item. */
  | { code: 'unknown-to-checklist'; path: string }
  /** Ours, packed again by another tool: judged by its contents. */
  | { code: 'repacked' }

/** Of a bundle whose volumes lie together. */
export type VolumeFinding =
  | { code: 'missing-volumes'; volumes: number[]; count: number }
  /** Volumes that are missing here are there in another packing of the same checklist. */
  | { code: 'other-packing'; volumes: number[] }
  | { code: 'doubled-volume'; volume: number }
  /** Came twice, this one with more errors than the one that counts, which has `left` errors. */
  | { code: 'damaged-double'; volume: number; left: number }
  | { code: 'bad-bag-count'; declared: string }
  /** The fingerprint is not that of the files the manifests list. */
  | { code: 'wrong-fingerprint'; declared: string; found: string }
  /** In a roll-up: what the office that made it had found against the unit's own bundle. */
  | { code: 'flawed-before'; errors: number }
  /** The same, and what was not in the roll-up came in the unit's own bundle. */
  | { code: 'completed-since'; errors: number }
  /** The checklist names it, no volume holds it. */
  | { code: 'not-packed'; item: string; name: string }
  /** A 补充包 without the bundle that it completes. */
  | { code: 'base-missing'; fingerprints: string[]; items: number }

/** Of a ZIP or folder as it was handed in. */
export type SourceFinding =
  /** Nothing in it is a bag. */
  | { code: 'foreign-zip' }
  /** An archive in the archive or folder: opened too; can't be opened, or odd. */
  | { code: 'nested-zip'; path: string }
  /** Too many lie in each other: `count` were not opened, `path` is the first of them. */
  | { code: 'too-deeply-nested'; count: number; path: string }
  | { code: 'nested-problem'; path: string; problem: ArchiveProblem }
  /** Beside the bags; `path` is the first. */
  | { code: 'stray-files'; count: number; path: string }
  /** Another kind of archive, or an old office file, in what was handed in: not opened. */
  | { code: 'closed-container'; path: string; found: ClosedContainer }
  /** A piece (or several) of a file that was cut by bytes, without the rest. */
  | { code: 'split-piece'; stem: string; from: number; to: number }
  /** More bags, or more archives in it, than are opened; `path` is the first that was not. */
  | { code: 'too-many-bags' | 'too-many-archives'; path: string; most: number }

/** Instead of findings that are too many to be told one by one. */
export type CutFinding = { code: 'more-findings'; errors: number; notices: number }

export type Finding = BagFinding | VolumeFinding | SourceFinding | ArchiveProblem | CutFinding

/** `error`: something is not as it was packed, or can't be judged. `notice`: odd, and nothing is lost. */
type Severity = 'error' | 'notice'

/** Of all but those whose severity is that of what they are about. */
export const severities: Record<
  Exclude<Finding['code'], 'nested-problem' | 'many-entries' | 'more-findings' | 'closed-container'>,
  Severity
> = {
  'no-bagit-txt': 'error',
  'bad-bagit-txt': 'error',
  'unknown-version': 'error',
  'unknown-encoding': 'error',
  'bad-encoding': 'error',
  'no-manifest': 'error',
  'no-tag-manifest': 'error',
  'unknown-algorithm': 'notice',
  'no-known-manifest': 'error',
  'too-many-lines': 'error',
  'too-many-files': 'error',
  'too-many-answers': 'error',
  'overfull-checklist': 'error',
  'bad-manifest-line': 'error',
  'bad-info-line': 'notice',
  'loose-manifest': 'notice',
  'unsafe-listing': 'error',
  'listed-twice': 'error',
  'repeated-line': 'notice',
  'unsealed-manifest': 'error',
  'named-by-content': 'notice',
  'contradicting-lines': 'error',
  'misplaced-listing': 'error',
  'clashing-listing': 'notice',
  'not-in-manifest': 'error',
  missing: 'error',
  altered: 'error',
  unexpected: 'error',
  'not-fetched': 'error',
  'unlisted-fetch': 'error',
  'unlisted-tag-file': 'notice',
  'system-file': 'notice',
  unreadable: 'error',
  'wrong-oxum': 'error',
  'repeated-oxum': 'error',
  'newer-bundle-format': 'error',
  'no-checklist': 'error',
  'foreign-bag': 'notice',
  'bad-checklist': 'error',
  'other-edition': 'error',
  'unknown-to-checklist': 'error',
  repacked: 'notice',
  'missing-volumes': 'error',
  'other-packing': 'error',
  'doubled-volume': 'notice',
  'damaged-double': 'notice',
  'bad-bag-count': 'error',
  'wrong-fingerprint': 'error',
  'flawed-before': 'error',
  'completed-since': 'notice',
  'not-packed': 'error',
  'base-missing': 'error',
  'foreign-zip': 'error',
  'nested-zip': 'notice',
  'too-deeply-nested': 'error',
  'stray-files': 'notice',
  'split-piece': 'error',
  'too-many-bags': 'error',
  'too-many-archives': 'error',
  'not-a-zip': 'error',
  truncated: 'error',
  'split-archive': 'error',
  zip64: 'error',
  'bad-directory': 'error',
  'too-many-entries': 'error',
  'too-large': 'error',
  'unsafe-path': 'error',
  'duplicate-path': 'error',
  encrypted: 'error',
  'lying-size': 'error',
  'overlapping-entries': 'error',
  'damaged-entry': 'error',
  'no-room': 'error',
  'unsupported-method': 'error',
  'oversized-entry': 'error',
  bomb: 'error',
  'more-archives': 'error',
  'cut-tar': 'error',
  'prepended-bytes': 'notice',
  'appended-bytes': 'notice',
  'cut-comment': 'notice',
  'joined-archives': 'notice',
  'odd-paths': 'notice',
  'clashing-paths': 'notice',
}

export function severityOf(finding: Finding): Severity {
  switch (finding.code) {
    case 'nested-problem':
      return severityOf(finding.problem)
    case 'many-entries':
      return severities[finding.problem satisfies EntryProblem['code']]
    case 'more-findings':
      return finding.errors > 0 ? 'error' : 'notice'
    case 'closed-container':
      // An old office file is read by everybody who gets it; an archive may hold what was to be handed in.
      return finding.found === 'ole' ? 'notice' : 'error'
    default:
      return severities[finding.code]
  }
}

/** How many things are said, those told together counted one by one. */
export function countFindings(findings: readonly Finding[]): number {
  let count = 0
  for (const finding of findings)
    if (finding.code === 'more-findings') count += finding.errors + finding.notices
    else count += finding.code === 'many-entries' ? finding.count : 1
  return count
}

/** The same of those that are more than a notice. */
export function countErrors(findings: readonly Finding[]): number {
  let count = 0
  for (const finding of findings) {
    if (severityOf(finding) !== 'error') continue
    count += finding.code === 'more-findings' ? finding.errors : countFindings([finding])
  }
  return count
}
