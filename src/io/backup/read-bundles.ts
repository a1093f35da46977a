/**
 * Reads what a person brings back: bundles (all volumes, some of them, in any order, repacked by whatever tool) and text
 * backups. Files are found by their SHA-256, wherever in the archive they lie and whatever they are called; nothing is
 * stored here.
 *
 * Decision: WebKit gets copies. It stores a file's slice as the whole file, so there each imported file is read into
 * memory once when it is stored.
 */

import { parseBagInfo } from '../../core/bag/bag'
import { type AttachedFile, type Checklist, hashesOf } from '../../core/checklist/checklist'
import { findConflicts, mergeChecklists } from '../../core/checklist/merge'
import { parseChecklist, type RecordProblem } from '../../core/checklist/record'
import { workAhead } from '../../core/files/ahead'
import { isLitter } from '../../core/files/litter'
import { type Refusal, refusalOf } from '../../core/files/refusal'
import type { ArchiveEntry, ArchiveProblem } from '../../core/zip/directory'
import type { Reading } from '../bag/verify-bag'
import { type Archive, entryProblemOf, openArchive } from '../zip/open-zip'

/** Why a file brought nothing, or less than it should. */
export type RestoreProblem =
  | { code: 'no-checklist' }
  | { code: 'not-json' }
  | { code: 'record'; problem: RecordProblem }
  | { code: 'archive'; problem: ArchiveProblem }
  | { code: 'unreadable'; refusal: Refusal }

/** One checklist found, with the bytes that were found for it. */
export interface FoundChecklist {
  checklist: Checklist
  blobs: Map<string, Blob>
  /** Files it names whose bytes were in none of the archives. */
  missing: AttachedFile[]
  /** Volumes that were not among the archives, of how many. */
  missingVolumes: number[]
  volumes: number
}

export interface Restored {
  found: FoundChecklist[]
  /** What is wrong with which file; a file with a problem may still have brought something. */
  problems: { name: string; problem: RestoreProblem }[]
}

// A checklist.json with 65,535 files has some 25 MB.
const longestText = 64 * 1024 * 1024

interface OpenFile {
  name: string
  archive: Archive
}

/** @throws AbortError. Everything else that is wrong with a file is in `problems`. */
export async function readBundles(files: readonly File[], reading: Reading): Promise<Restored> {
  const problems: Restored['problems'] = []
  const opened: OpenFile[] = []
  /** Archives without a checklist: of use only beside one that has it. */
  const bare: string[] = []
  const checklists: Checklist[] = []
  const volumes = new Map<string, { have: Set<number>; count: number }>()
  const take = (name: string, text: string): Checklist | null => {
    const result = parseText(text)
    if ('code' in result) {
      problems.push({ name, problem: result })
      return null
    }
    addState(checklists, result)
    return result
  }
  for (const file of files) {
    try {
      if (/\.json$/i.test(file.name)) {
        take(file.name, await file.text())
        continue
      }
      const archive = await openArchive(file)
      problems.push(
        ...archive.problems.map(problem => ({
          name: file.name,
          problem: { code: 'archive' as const, problem },
        })),
      )
      if (archive.entries.length === 0) continue
      opened.push({ name: file.name, archive })
      const texts = await readTexts(archive)
      if (texts.length === 0) bare.push(file.name)
      for (const { text, bagInfo } of texts) {
        const checklist = take(file.name, text)
        if (checklist) noteVolume(volumes, checklist.id, bagInfo)
      }
    } catch (error) {
      problems.push({ name: file.name, problem: problemOf(error) })
    }
  }
  if (checklists.length === 0)
    problems.push(...bare.map(name => ({ name, problem: { code: 'no-checklist' as const } })))
  const blobs = await findBytes(opened, checklists, reading, problems)
  return {
    found: checklists.map(checklist => buildFound(checklist, blobs, volumes.get(checklist.id))),
    problems,
  }
}

function parseText(text: string): Checklist | RestoreProblem {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { code: 'not-json' }
  }
  const result = parseChecklist(value)
  return result.ok ? result.checklist : { code: 'record', problem: result.problem }
}

/**
 * Adds a state of a checklist to those found. States whose texts agree become one; where texts differ each stays by itself, so
 * that a person is asked which text holds: a clock does not know.
 */
function addState(checklists: Checklist[], state: Checklist): void {
  const at = checklists.findIndex(one => one.id === state.id && findConflicts(one, state).length === 0)
  const known = checklists[at]
  if (!known) checklists.push(state)
  // The newer one's names for files and order of them.
  else if (Date.parse(known.changed) >= Date.parse(state.changed))
    checklists[at] = mergeChecklists(known, state)
  else checklists[at] = mergeChecklists(state, known)
}

/** Every checklist.json of the archive with the bag-info.txt beside it; one below another's `data/` is an attachment. */
async function readTexts({ entries, open }: Archive): Promise<{ text: string; bagInfo: string }[]> {
  const named = entries.filter(({ path }) => /(^|\/)checklist\.json$/.test(path) && !isLitter(path))
  const folders = named.map(({ path }) => path.slice(0, -'checklist.json'.length))
  const found = named.filter(
    ({ path, size }) => size < longestText && !folders.some(folder => path.startsWith(`${folder}data/`)),
  )
  return Promise.all(
    found.map(async entry => {
      const beside = `${entry.path.slice(0, -'checklist.json'.length)}bag-info.txt`
      const bagInfo = entries.find(({ path, size }) => path === beside && size < longestText)
      return {
        text: await (await open(entry)).text(),
        bagInfo: bagInfo ? await (await open(bagInfo)).text() : '',
      }
    }),
  )
}

function noteVolume(
  volumes: Map<string, { have: Set<number>; count: number }>,
  id: string,
  bagInfo: string,
): void {
  const value = parseBagInfo(bagInfo).find(([label]) => label === 'Bag-Count')?.[1] ?? ''
  const parts = /^(\d{1,5}) of (\d{1,5})$/.exec(value)
  const known = volumes.get(id) ?? { have: new Set(), count: 1 }
  known.have.add(Number(parts?.[1] ?? 1))
  known.count = Math.max(known.count, Number(parts?.[2] ?? 1))
  volumes.set(id, known)
}

/** The bytes the checklists name, by SHA-256; an entry whose size no checklist names is not even read. */
async function findBytes(
  opened: readonly OpenFile[],
  checklists: readonly Checklist[],
  { signal, onBytes, digest }: Reading,
  problems: Restored['problems'],
): Promise<Map<string, Blob>> {
  const files = checklists.flatMap(checklist =>
    Object.values(checklist.answers).flatMap(answer => answer.files),
  )
  const sizes = new Set(files.map(file => file.size))
  const wanted = new Set(checklists.flatMap(checklist => [...hashesOf(checklist)]))
  const blobs = new Map<string, Blob>()
  for (const { name, archive } of opened) {
    const read = async (entry: ArchiveEntry) => {
      try {
        const blob = await archive.open(entry)
        return { blob, sha256: (await digest(blob, { signal })).sha256 }
      } catch (error) {
        if (signal.aborted) throw error
        return { problem: problemOf(error) }
      }
    }
    const fitting = archive.entries.filter(entry => sizes.has(entry.size))
    for await (const [entry, result] of workAhead(fitting, read)) {
      if ('problem' in result) problems.push({ name, problem: result.problem })
      else if (wanted.has(result.sha256) && !blobs.has(result.sha256)) blobs.set(result.sha256, result.blob)
      onBytes(entry.packedSize)
    }
  }
  return blobs
}

/** An entry that can't be opened, or the platform's refusal. */
function problemOf(error: unknown): RestoreProblem {
  const problem = entryProblemOf(error)
  return problem ? { code: 'archive', problem } : { code: 'unreadable', refusal: refusalOf(error) }
}

function buildFound(
  checklist: Checklist,
  blobs: ReadonlyMap<string, Blob>,
  volumes: { have: Set<number>; count: number } = { have: new Set([1]), count: 1 },
): FoundChecklist {
  const files = Object.values(checklist.answers).flatMap(answer => answer.files)
  const own = new Map(
    files.flatMap(({ sha256 }) => [[sha256, blobs.get(sha256)] as const]).filter(([, blob]) => blob),
  ) as Map<string, Blob>
  const all = Array.from({ length: volumes.count }, (_, i) => i + 1)
  return {
    checklist,
    blobs: own,
    missing: files.filter(({ sha256 }) => !own.has(sha256)),
    missingVolumes: all.filter(index => !volumes.have.has(index)),
    volumes: volumes.count,
  }
}
