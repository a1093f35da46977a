/**
 * Verifies a bundle as the office will: opens the archive, hashes everything in it, and asks `core/verify`. The archive is
 * read as a stream of its parts; nothing of it is held.
 */
import { workAhead } from '../core/ahead'
import type { ArchiveEntry, ArchiveProblem } from '../core/archive'
import { type BagContent, bagFolderOf, type Finding, tagFiles, verifyBag } from '../core/verify'
import type { digestBlob } from './digest'
import { entryProblemOf, openArchive } from './unzip'

export type BundleFinding = Finding | ArchiveProblem

/** How an archive is read: with whose digests, who hears of it, who may stop it. */
export interface Reading {
  signal: AbortSignal
  /** Hears bytes as they are read, each once. */
  onBytes: (bytes: number) => void
  digest: typeof digestBlob
}

/**
 * Everything that speaks against the bundle; empty for a sound one.
 * @throws AbortError; the platform's error when the archive itself can't be read.
 */
export async function verifyBundle(
  bundle: Blob,
  { signal, onBytes, digest }: Reading,
): Promise<BundleFinding[]> {
  const archive = await openArchive(bundle)
  const folder = bagFolderOf(archive.entries.map(entry => entry.path))
  const inBag = archive.entries.filter(entry => entry.path.startsWith(folder))
  const contents: BagContent[] = []
  const texts = new Map<string, string>()
  const damaged = new Map<string, ArchiveProblem>()
  const read = async (entry: ArchiveEntry) => {
    const path = entry.path.slice(folder.length)
    try {
      const blob = await archive.open(entry)
      if (tagFiles.includes(path)) texts.set(path, await blob.text())
      return { path, size: blob.size, sha256: (await digest(blob, { signal })).sha256, problem: null }
    } catch (error) {
      const problem = entryProblemOf(error)
      if (!problem) throw error
      return { path, size: entry.size, sha256: '', problem }
    }
  }
  for await (const [entry, { problem, ...content }] of workAhead(inBag, read)) {
    contents.push(content)
    if (problem) damaged.set(content.path, problem)
    onBytes(entry.packedSize)
  }
  // Of an entry that can't be opened that is all there is to say.
  const findings = verifyBag(contents, texts).filter(
    finding => !(finding.code === 'altered' && damaged.has(finding.path)),
  )
  return [...archive.problems, ...damaged.values(), ...findings]
}
