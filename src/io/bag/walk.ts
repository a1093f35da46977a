/**
 * Goes through everything that was handed in: the archive or folder itself, and archives that lie in it beside bags. Each level
 * comes out with its bags and other files; what can't be opened, and what is left out because there is too much of it, is a
 * finding. Archives inside a bag are attachments and stay closed.
 */
import type { Finding } from '../../core/bag/finding'
import { bagFoldersOf, sortByFolder } from '../../core/bag/folders'
import { isLitter } from '../../core/files/litter'
import { joinPieces, type PieceName, readPieceName } from '../../core/files/pieces'
import { headSize, isClosed, recognizeContainer } from '../../core/zip/container'
import type { ArchiveProblem } from '../../core/zip/entries'
import { createBreather } from '../files/in-slices'
import { read } from '../zip/find-zips'
import { entryProblemOf } from '../zip/open-zip'
import { type FolderFile, openSources, type Source, type SourceFile } from './source'
import { isFilesOwn, type Reading, refuseWhenStopped } from './verify-bag'

/** The files of one archive or folder. */
interface Level {
  /** Where it lies in what was handed in: empty, or the path of an archive with a slash. */
  place: string
  files: Source
  /** Files by bag folder. */
  bags: Map<string, SourceFile[]>
  /** Neither in a bag, nor litter, nor an archive. */
  strays: SourceFile[]
  /** Hears bytes of its files as they are read. */
  onBytes: (bytes: number) => void
}

/** Levels of archives in archives: an office packs the archives it got, and the office above packs those. */
const mostNested = 3
/** Twice the largest city's bundles, each a ZIP in one ZIP; a bomb of ZIPs in ZIPs holds as many as it likes. */
const mostArchives = 1000
/** How many files beside bags are looked into for what they are; each costs a millisecond. */
const mostLooks = 500
/** A deflated file is unpacked whole to see its first bytes: only small ones, unless their name says archive. */
const mostUnpacked = 1024 * 1024

const archiveName = /\.(zip|tar|\d{3})$/i
/** Documents and programs that are ZIPs inside, and no archive to anybody. */
const packedDocument = /\.((doc|xls|ppt)[xm]|od.|ofd|wps|et|dps)$/i
const closedName = /\.(rar|7z|gz|tgz|xz|txz|bz2|tbz2?|zst|cab|doc|xls|ppt|wps|et|dps)$/i

/** A part of a ZIP that was split by its own rules: what lies whole in it is an attachment. */
const splitName = /\.z\d\d$/i

interface Walk {
  reading: Reading
  problems: Finding[]
  archives: number
  looks: number
  /** The one finding on all archives that lie too deep. */
  deep: (Finding & { code: 'too-deeply-nested' }) | null
  /** Awaited around what takes long for a folder of 60,000 files. */
  breathe: () => Promise<void> | undefined
}

/** Every level, the outermost first; `problems` hears what is wrong with the archives. @throws as `openSources` */
export async function* walkSources(
  bundle: Blob | readonly FolderFile[],
  reading: Reading,
  problems: Finding[],
): AsyncGenerator<Level> {
  if (bundle instanceof File && splitName.test(bundle.name)) {
    problems.push({ code: 'split-archive' })
    return
  }
  const { sources, problems: own } = await openSources(bundle)
  const piece = bundle instanceof File ? readPieceName(bundle.name) : null
  if (piece && isPiece(piece, own)) {
    problems.push({ code: 'split-piece', ...piece })
    return
  }
  for (const problem of own) problems.push(problem)
  const walk: Walk = { reading, problems, archives: 0, looks: 0, deep: null, breathe: createBreather() }
  yield* walkAll(sources, '', 0, reading.onBytes, walk)
}

/** Names the pieces of a cut archive that came without the rest. */
const pieceCodes: readonly string[] = ['truncated', 'not-a-zip', 'split-archive', 'cut-tar']

/** A later piece is none by itself, whatever whole attachment lies in it; a single first one may be all there is. */
function isPiece({ from }: PieceName, problems: readonly ArchiveProblem[]): boolean {
  return from > 1 || problems.some(({ code }) => pieceCodes.includes(code))
}

async function* walkAll(
  sources: readonly Source[],
  place: string,
  depth: number,
  onBytes: (bytes: number) => void,
  walk: Walk,
): AsyncGenerator<Level> {
  for (const [i, files] of sources.entries()) {
    const own = i === 0 ? place : `${place}${i + 1}/`
    await walk.breathe()
    const { bags, others } = sortByFolder(files, bagFoldersOf(files.map(({ path }) => path)))
    await walk.breathe()
    const { joined, others: singles } = joinPieces(others, ({ path }) => path)
    const strays: SourceFile[] = []
    const inner: SourceFile[] = joined.map(({ name, pieces }) => joinFiles(name, pieces))
    for (const file of singles) {
      if (isLitter(file.path)) onBytes(file.packedSize)
      else if (archiveName.test(file.path)) inner.push(file)
      else if (await isRenamedArchive(file, own, walk)) inner.push(file)
      else {
        strays.push(file)
        onBytes(file.packedSize)
      }
    }
    yield { place: own, files, bags, strays, onBytes }
    for (const file of inner) yield* openInner(file, own, depth, onBytes, walk)
  }
}

/** An archive that lies beside the bags: stored, it is a slice of the outer one; deflated, it is unpacked, one at a time. */
async function* openInner(
  file: SourceFile,
  place: string,
  depth: number,
  onBytes: (bytes: number) => void,
  walk: Walk,
): AsyncGenerator<Level> {
  const { problems, reading } = walk
  const path = place + file.path
  refuseWhenStopped(reading.signal)
  walk.archives += 1
  const isLeft = depth === mostNested || walk.archives > mostArchives
  if (!file.isStored || isLeft) onBytes(file.packedSize)
  if (depth === mostNested) reportDeep(walk, path)
  else if (walk.archives === mostArchives + 1)
    problems.push({ code: 'too-many-archives', path, most: mostArchives })
  if (isLeft) return
  try {
    const { sources, problems: own } = await openSources(await file.open())
    const [first] = own
    const piece = readPieceName(file.path)
    if (piece && sources.length === 0)
      problems.push({ code: 'split-piece', ...piece, stem: place + piece.stem })
    else if (first?.code === 'not-a-zip' && isClosed(first.found))
      problems.push({ code: 'closed-container', path, found: first.found })
    else {
      problems.push({ code: 'nested-zip', path })
      for (const problem of own) problems.push({ code: 'nested-problem', path, problem })
    }
    // The bytes of a deflated one have been heard of, packed.
    const heard = file.isStored ? onBytes : () => undefined
    yield* walkAll(sources, `${path}/`, depth + 1, heard, walk)
  } catch (error) {
    reportUnread(error, path, problems)
  }
}

function reportDeep(walk: Walk, path: string): void {
  if (!walk.deep) {
    walk.deep = { code: 'too-deeply-nested', count: 0, path }
    walk.problems.push(walk.deep)
  }
  walk.deep.count += 1
}

/**
 * Looks what a file beside the bags is, whatever its name: true where it is an archive that can be opened (mail programs
 * rename them: 材料包.zip.rename). One of another kind is reported.
 */
async function isRenamedArchive(file: SourceFile, place: string, walk: Walk): Promise<boolean> {
  const isCheap = file.isStored || file.size <= mostUnpacked || closedName.test(file.path)
  if (!isCheap || file.size === 0 || walk.looks === mostLooks) return false
  walk.looks += 1
  const path = place + file.path
  try {
    const found = recognizeContainer(await read(await file.open(), 0, headSize))
    if (isClosed(found)) walk.problems.push({ code: 'closed-container', path, found })
    return ['zip', 'tar'].includes(found) && !packedDocument.test(file.path)
  } catch (error) {
    reportUnread(error, path, walk.problems)
    return false
  }
}

/** Reports a file that can't be read. @throws any error that does not concern this file only */
function reportUnread(error: unknown, path: string, problems: Finding[]): void {
  const problem = entryProblemOf(error)
  if (!problem && !isFilesOwn(error)) throw error
  problems.push(problem ? { ...problem, path } : { code: 'unreadable', path })
}

function joinFiles(path: string, pieces: readonly SourceFile[]): SourceFile {
  const sum = (of: (piece: SourceFile) => number) => pieces.reduce((sum, piece) => sum + of(piece), 0)
  return {
    path,
    size: sum(({ size }) => size),
    packedSize: sum(({ packedSize }) => packedSize),
    isStored: pieces.every(({ isStored }) => isStored),
    isUtf8Name: true,
    isCertainName: true,
    crc32: null,
    open: async () => new Blob(await Promise.all(pieces.map(piece => piece.open()))),
  }
}
