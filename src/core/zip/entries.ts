/**
 * The entries of one archive, whatever its format, and what can be wrong with it: paths are tidied and watched, what is wrong is
 * counted. Out come entries whose paths are safe and each there once.
 */
import type { ClosedContainer, Mistaken } from './container'
import type { EndProblem } from './end'
import { isSafePath, tidyPath, watchPaths } from './names'

/** A file in the archive. Folders have no entry: paths say where they are. */
export interface ArchiveEntry {
  /** `/`-separated, safe to use as a path below some folder, NFC or not as it was written. */
  path: string
  /** Of the local header, in the file. */
  offset: number
  /** Where something else begins: header and data end here at the latest. */
  limit: number
  size: number
  packedSize: number
  /** As the archive says it, unchecked; null where it says none (tar). */
  crc32: number | null
  isStored: boolean
  /** Says that its name is UTF-8, or has only ASCII. */
  isUtf8Name: boolean
  /** Whether the name's bytes leave no other reading; else the contents have to say which file it is. */
  isCertainName: boolean
}

/** Of the whole: there are no entries. */
export type FatalProblem =
  | EndProblem
  | { code: 'not-a-zip'; found: 'nothing' | 'other' | ClosedContainer | Mistaken }
  | { code: 'too-many-entries'; most: number }
  | { code: 'too-large'; size: number; most: number }

/**
 * Of one entry: it can't be opened, the others can. `lying-size`: header and directory disagree, or the data does with
 * them. `no-room`: the browser has no memory to unpack it into. Of several entries with one path the first stays; the
 * others are a problem where they are said to have other bytes.
 */
export type EntryProblem =
  | {
      code:
        | 'unsafe-path'
        | 'duplicate-path'
        | 'encrypted'
        | 'lying-size'
        | 'overlapping-entries'
        | 'damaged-entry'
        | 'no-room'
      path: string
    }
  | { code: 'unsupported-method'; path: string; method: number }
  | { code: 'oversized-entry'; path: string; size: number; most: number }
  | { code: 'bomb'; path: string; size: number; packedSize: number }

/** Of very many entries the same problem, told once for those that are not told one by one; `path` is the first of them. */
type ManyProblem = { code: 'many-entries'; problem: EntryProblem['code']; count: number; path: string }

/** Problems of bytes in the file that belong to no archive that was read. */
type MoreProblem =
  /** Another archive before the one that was read. */
  | { code: 'more-archives' }
  /** A tar that ends within a file, or has no header where one should be: what comes behind it is not read. */
  | { code: 'cut-tar'; path: string }

/** Odd, but nothing is lost: clashing paths share one file when unpacked on Windows or macOS. */
type Notice =
  | { code: 'prepended-bytes' | 'appended-bytes'; bytes: number }
  | { code: 'cut-comment' }
  | { code: 'joined-archives'; count: number }
  /** Written as `./a`, `a//b` or `/a`, read as `a/b`; `path` is the first as it is written. */
  | { code: 'odd-paths'; count: number; path: string }
  | { code: 'clashing-paths'; path: string; other: string }

export type ArchiveProblem = FatalProblem | EntryProblem | ManyProblem | MoreProblem | Notice

/** Of one kind of problem this many entries are told one by one; encrypted ones all together, since all are as a rule. */
const mostAlike = 20

interface EntryList {
  /** Takes an entry as it is named. Folders and what has a problem are no entries. */
  add(
    path: string,
    facts: Omit<ArchiveEntry, 'path'>,
    findOwn?: (path: string) => EntryProblem | undefined,
  ): void
  finish(mostBytes: number): { entries: ArchiveEntry[]; problems: ArchiveProblem[] }
}

/** Collects the entries of one archive, whatever its format: tidies and watches their paths, and counts what is wrong. */
export function createEntryList(): EntryList {
  const entries: ArchiveEntry[] = []
  const problems: ArchiveProblem[] = []
  const byPath = new Map<string, ArchiveEntry>()
  const watch = watchPaths()
  const many = new Map<EntryProblem['code'], ManyProblem>()
  const times = new Map<EntryProblem['code'], number>()
  let odd: (Notice & { code: 'odd-paths' }) | undefined
  let bytes = 0
  const report = (problem: EntryProblem) => {
    const { code, path } = problem
    const time = (times.get(code) ?? 0) + 1
    times.set(code, time)
    const known = many.get(code)
    if (known) known.count += 1
    else if (time > mostAlike || code === 'encrypted') {
      const first: ManyProblem = { code: 'many-entries', problem: code, count: 1, path }
      many.set(code, first)
      problems.push(first)
    } else problems.push(problem)
  }
  // The same file twice, as programs leave it that add to an archive: which of them is read is all the same.
  const isAgain = (path: string, { size, crc32 }: Omit<ArchiveEntry, 'path'>) => {
    const first = byPath.get(path)
    return crc32 !== null && first?.size === size && first.crc32 === crc32
  }
  return {
    add(written, facts, findOwn) {
      const path = tidyPath(written)
      const isFolder = (path === '' || path.endsWith('/')) && facts.size === 0
      if (isFolder && path === '') return
      if (!isSafePath(isFolder ? path.slice(0, -1) : path)) return report({ code: 'unsafe-path', path })
      const problem = findOwn?.(path)
      if (problem) report(problem)
      if (problem || isFolder) return
      if (path !== written) {
        odd ??= { code: 'odd-paths', count: 0, path: written }
        odd.count += 1
      }
      const taken = watch(path)
      if (taken?.code === 'duplicate-path') return isAgain(path, facts) ? undefined : report(taken)
      if (taken) problems.push(taken)
      bytes += facts.size
      const entry = { path, ...facts }
      entries.push(entry)
      byPath.set(path, entry)
    },
    finish(mostBytes) {
      if (bytes > mostBytes)
        return { entries: [], problems: [{ code: 'too-large', size: bytes, most: mostBytes }] }
      const told = problems.map(problem =>
        problem.code === 'many-entries' && problem.problem === 'encrypted' && problem.count === 1
          ? ({ code: 'encrypted', path: problem.path } as const)
          : problem,
      )
      return { entries, problems: odd ? [...told, odd] : told }
    },
  }
}
