/** The input and the result of verifying a bag. */
import type { RecordResult } from '../checklist/record'
import type { ActiveKind } from '../files/active-kind'
import type { ForeignAlgorithm } from '../files/digest'
import type { BagFile } from './bag'
import type { BagFinding } from './finding'

/** A file of the bag; the path is relative to the bag. */
export interface BagContent {
  path: string
  size: number
  /** Lower-case hex; empty where the file could not be read, which is a finding of its own. */
  sha256: string
  /** As the ZIP says it, which nobody checked; absent where it is no ZIP's. */
  crc32?: number
  /** The kind of each payload file that runs when it is opened, by its name and first bytes. */
  active?: ActiveKind
  /** The further digests that manifests of other algorithms need. */
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
  /** Paths whose bytes in the archive have more than one reading: the contents say which file it is. */
  uncertain: ReadonlySet<string>
}

export interface BagReport {
  findings: BagFinding[]
  /** As given, but a file whose name was uncertain stands under the path at which a manifest lists its bytes. */
  contents: BagContent[]
  /** Those files: the path as it is in the archive, by the path in `contents`. */
  renamed: ReadonlyMap<string, string>
  /** The fields of bag-info.txt. */
  info: [label: string, value: string][]
  /** The payload by its SHA-256 manifest: what the fingerprint is made of. Undefined without that manifest. */
  listed: BagFile[] | undefined
  /** SHA-256 of checklist.json as it was packed, the same in all volumes of a bundle; empty where there is none. */
  checklistDigest: string
  /** Whether ours or another office's page made it. */
  isOurs: boolean
}
