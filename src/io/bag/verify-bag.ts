/**
 * Verifies one bag of what was handed in: hashes every file of it, each byte read once and none held, reads its tag files,
 * and asks `core/verify`. A file that can't be read is a finding and stops no other.
 */

import type { BagChecklist, BagContent, BagReport } from '../../core/bag/content'
import { cutFindings } from '../../core/bag/cut-findings'
import type { Finding } from '../../core/bag/finding'
import { isPayload, manifestsAmong } from '../../core/bag/manifest'
import { isTagText, verifyBag } from '../../core/bag/verify'
import { activeKindOf } from '../../core/files/active-content'
import { workAhead } from '../../core/files/ahead'
import { refusalOf } from '../../core/files/refusal'
import type { HashBlob } from '../files/digest-pool'
import { runInSlices } from '../files/in-slices'
import { readHead } from '../files/read-head'
import { entryProblemOf } from '../zip/open-zip'
import { digestPacked } from './digest-file'
import { readChecklist } from './read-checklist'
import type { SourceFile } from './source'

/** How a hand-in is read: the digest function, a listener for progress, a signal that stops it. */
export interface Reading {
  signal: AbortSignal
  /** Hears bytes as they are read, each once. */
  onBytes: (bytes: number) => void
  digest: HashBlob
  /** The edition that is collected: a checklist of another is a finding. */
  edition?: string
}

/** One bag that was found, with everything that speaks against it. */
export interface VerifiedBag extends Omit<BagReport, 'findings' | 'renamed'> {
  /** Where it lies in what was handed in, with its slash; empty where it is all of it. */
  folder: string
  findings: Finding[]
  /** Every checklist.json outside data/: one at the root of a unit's bundle, several in an office's. */
  checklists: BagChecklist[]
  /** A file's bytes by its path in the bag: where it is stored, a slice of the ZIP. */
  open(path: string): Promise<Blob>
}

/** Longest tag file: a manifest of 200,000 lines with long paths. All tag files of a bag together may have twice as much. */
const longestTag = 64 * 1024 * 1024

/** `files` lie in the bag's folder, which is `folder`, and `place` is where that was handed in. */
export async function verifyFolder(
  files: readonly SourceFile[],
  folder: string,
  place: string,
  { signal, onBytes, digest, edition }: Reading,
): Promise<VerifiedBag> {
  const byPath = new Map(files.map(file => [file.path.slice(folder.length), file]))
  const algorithms = [
    ...new Set(
      manifestsAmong(byPath.keys()).flatMap(({ algorithm }) =>
        algorithm && algorithm !== 'sha256' ? algorithm : [],
      ),
    ),
  ]
  const tags = new Map<string, Uint8Array>()
  const checklists: BagChecklist[] = []
  const unread: (Finding & { path: string })[] = []
  let tagBytes = 0
  const readText = async (path: string, blob: Blob) => {
    if (!isRead(path)) return
    if (isChecklist(path)) {
      const { result, problem } = await readChecklist(blob, path)
      checklists.push({ path, result })
      if (problem) unread.push(problem)
      return
    }
    tagBytes += blob.size
    if (blob.size > longestTag || tagBytes > 2 * longestTag)
      unread.push({ code: 'oversized-entry', path, size: blob.size, most: longestTag })
    else tags.set(path, new Uint8Array(await blob.arrayBuffer()))
  }
  const read = async ([path, file]: [string, SourceFile]): Promise<BagContent> => {
    let isOpen = false
    try {
      refuseWhenStopped(signal)
      const packed = isRead(path) ? null : await digestPacked(file, digest, { signal, algorithms })
      const blob = packed ? null : await file.open()
      if (blob) await readText(path, blob)
      isOpen = true
      const { sha256, foreign, head } =
        packed ?? (await digest(blob as Blob, { signal, algorithms, isUnpacked: !file.isStored }))
      const declared = file.crc32 === null ? {} : { crc32: file.crc32 }
      const active = isPayload(path) ? activeKindOf(path, head ?? (await readHead(blob as Blob))) : null
      return {
        path,
        size: blob?.size ?? file.size,
        sha256,
        ...declared,
        ...(active && { active }),
        ...(foreign && { digests: foreign }),
      }
    } catch (error) {
      const problem = entryProblemOf(error)
      if (!problem && !isFilesOwn(error)) throw error
      // Unpacked bytes lie in the browser's memory: where they can't be read, there was no room for them.
      const code = isOpen && !file.isStored ? 'no-room' : 'unreadable'
      unread.push(problem ? { ...problem, path } : { code, path })
      return { path, size: file.size, sha256: '' }
    }
  }
  const hashed = new Map<string, BagContent>()
  // The largest first: at the end, where the threads run out of work, there are only small ones.
  const largestFirst = [...byPath].sort(([, a], [, b]) => b.size - a.size)
  for await (const [[path, file], content] of workAhead(largestFirst, read)) {
    hashed.set(path, content)
    onBytes(file.packedSize)
  }
  const contents = [...byPath.keys()].map(path => hashed.get(path) as BagContent)
  // Findings go back into the order of the bag's files.
  const order = new Map([...byPath.keys()].map((path, i) => [path, i]))
  const placeOf = ({ path }: { path: string }) => order.get(path) ?? 0
  for (const list of [checklists, unread]) list.sort((a, b) => placeOf(a) - placeOf(b))
  const isRepacked = [...byPath].some(
    ([path, file]) => isPayload(path) && (!file.isUtf8Name || !file.isStored),
  )
  const uncertain = new Set([...byPath].flatMap(([path, file]) => (file.isCertainName ? [] : [path])))
  const { renamed, ...report } = await runInSlices(
    verifyBag({ contents, tags, checklists, edition, isRepacked, uncertain }),
  )
  // `open` below would keep what its neighbours read.
  tags.clear()
  hashed.clear()
  return {
    ...report,
    folder: place + folder,
    findings: cutFindings([...unread, ...report.findings]),
    checklists,
    async open(path) {
      const file = byPath.get(renamed.get(path) ?? path)
      if (!file) throw new Error(`Cannot open file of bag: ${path} is not there`)
      return file.open()
    },
  }
}

function isChecklist(path: string): boolean {
  return /(^|\/)checklist\.json$/.test(path) && !isPayload(path)
}

/** Whether the file is read, and not only hashed. */
function isRead(path: string): boolean {
  return isChecklist(path) || isTagText(path)
}

/** @throws AbortError, as the platform would: `throwIfAborted` is newer than Chrome 86 */
export function refuseWhenStopped(signal: AbortSignal): void {
  if (signal.aborted) throw new DOMException('Verifying cancelled', 'AbortError')
}

/** Whether an error concerns this file only, so that the next one may be read. */
export function isFilesOwn(error: unknown): boolean {
  return ['vanished', 'changed-since-picked'].includes(refusalOf(error))
}
