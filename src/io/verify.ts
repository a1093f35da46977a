/**
 * Verifies what was handed in as the office will: opens the ZIP or folder, finds the bags in it, hashes everything in them,
 * and asks `core/verify`. Files are read as a stream of their parts; nothing of them is held.
 */
import { workAhead } from '../core/ahead'
import type { ArchiveProblem } from '../core/archive'
import { parseBagInfo } from '../core/bag'
import { parseChecklist, type RecordResult } from '../core/record'
import { type BagContent, bagFolderOf, type Finding, tagFiles, verifyBag } from '../core/verify'
import type { digestBlob } from './digest'
import { type FolderFile, openSource, type Source, type SourceFile } from './source'
import { entryProblemOf } from './unzip'

export type BundleFinding = Finding | ArchiveProblem

/** How an archive is read: with whose digests, who hears of it, who may stop it. */
export interface Reading {
  signal: AbortSignal
  /** Hears bytes as they are read, each once. */
  onBytes: (bytes: number) => void
  digest: typeof digestBlob
}

/** One bag that was found, with everything that speaks against it. */
export interface VerifiedBag {
  /** Where it lies in what was handed in, with its slash; empty where it is all of it. */
  folder: string
  contents: BagContent[]
  findings: BundleFinding[]
  /** The fields of bag-info.txt. */
  info: [label: string, value: string][]
  /** Every checklist.json outside data/: one at the root of a unit's bundle, several in an office's. */
  checklists: { path: string; result: RecordResult }[]
  /** A file's bytes by its path in the bag: where it is stored, a slice of the ZIP. */
  open(path: string): Promise<Blob>
}

export interface VerifiedBundle {
  /** What is wrong with the ZIP itself, or odd about it. */
  problems: BundleFinding[]
  bags: VerifiedBag[]
}

/**
 * Everything that speaks against what was handed in: a ZIP, or the files of a folder.
 * @throws AbortError; the platform's error when the ZIP can't be read.
 */
export async function verifyBundle(
  bundle: Blob | readonly FolderFile[],
  reading: Reading,
): Promise<VerifiedBundle> {
  const source = await openSource(bundle)
  const folder = bagFolderOf(source.files.map(file => file.path))
  return { problems: source.problems, bags: [await verifyFolder(source, folder, reading)] }
}

async function verifyFolder(
  source: Source,
  folder: string,
  { signal, onBytes, digest }: Reading,
): Promise<VerifiedBag> {
  const inBag = source.files.filter(file => file.path.startsWith(folder))
  const contents: BagContent[] = []
  const texts = new Map<string, string>()
  const checklists: VerifiedBag['checklists'] = []
  const damaged = new Map<string, ArchiveProblem>()
  const read = async (file: SourceFile) => {
    const path = file.path.slice(folder.length)
    try {
      const blob = await file.open()
      if (tagFiles.includes(path)) texts.set(path, await blob.text())
      if (/^(?!data\/)(.*\/)?checklist\.json$/.test(path))
        checklists.push({ path, result: parseJson(await blob.text()) })
      return { path, size: blob.size, sha256: (await digest(blob, { signal })).sha256, problem: null }
    } catch (error) {
      const problem = entryProblemOf(error)
      if (!problem) throw error
      return { path, size: file.size, sha256: '', problem }
    }
  }
  for await (const [file, { problem, ...content }] of workAhead(inBag, read)) {
    contents.push(content)
    if (problem) damaged.set(content.path, problem)
    onBytes(file.packedSize)
  }
  // Of an entry that can't be opened that is all there is to say.
  const findings = verifyBag(contents, texts).filter(
    finding => !(finding.code === 'altered' && damaged.has(finding.path)),
  )
  return {
    folder,
    contents,
    findings: [...damaged.values(), ...findings],
    info: parseBagInfo(texts.get('bag-info.txt') ?? ''),
    checklists,
    async open(path) {
      const file = inBag.find(file => file.path === folder + path)
      if (!file) throw new Error(`Cannot open file of bag: ${path} is not there`)
      return file.open()
    },
  }
}

function parseJson(text: string): RecordResult {
  try {
    return parseChecklist(JSON.parse(text))
  } catch {
    // JSON.parse says nothing that a person could use; parseChecklist throws only our own mistakes.
    return { ok: false, problem: { code: 'broken', field: 'JSON' } }
  }
}
