/**
 * Verifies what was handed in as the office will: opens the ZIP or folder, finds the bags in it (and in ZIPs in it), has
 * each verified, and says what else was there. Files are read as a stream of their parts; nothing of them is held.
 */

import { countErrors, type Finding } from '../../core/bag/finding'
import { bagFoldersOf } from '../../core/bag/folders'
import { isLitter, isMacCopy } from '../../core/files/litter'
import { entryProblemOf } from '../zip/open-zip'
import { type FolderFile, openSource, type Source, type SourceFile } from './source'
import { isFilesOwn, type Reading, refuseWhenStopped, type VerifiedBag, verifyFolder } from './verify-bag'

export interface VerifiedBundle {
  /** What is wrong with the ZIP itself, or odd about it. */
  problems: Finding[]
  bags: VerifiedBag[]
}

/** An office packs the ZIPs it got, and the office above that packs those. */
const mostNested = 3

/**
 * Everything that speaks against what was handed in: a ZIP, or the files of a folder.
 * @throws AbortError; the platform's error when the ZIP can't be read.
 */
export async function verifyBundle(
  bundle: Blob | readonly FolderFile[],
  reading: Reading,
): Promise<VerifiedBundle> {
  const source = await openSource(bundle)
  const problems: Finding[] = [...source.problems]
  const bags: VerifiedBag[] = []
  const strays: string[] = []
  await searchSource(source, { place: '', depth: 0 }, reading, { problems, bags, strays })
  const [path] = strays
  if (bags.length > 0 && path !== undefined)
    problems.push({ code: 'stray-files', count: strays.length, path })
  if (bags.length === 0 && countErrors(problems) === 0) problems.push({ code: 'foreign-zip' })
  return { problems, bags }
}

/** Where a source lies in what was handed in: empty, or the path of a ZIP with a slash. */
interface Place {
  place: string
  depth: number
}

interface Found extends VerifiedBundle {
  strays: string[]
}

async function searchSource({ files }: Source, at: Place, reading: Reading, found: Found): Promise<void> {
  const folders = bagFoldersOf(files.map(file => file.path))
  const inBags = new Set<SourceFile>()
  for (const folder of folders) {
    const inBag = files.filter(file => file.path.startsWith(folder) && !isMacCopy(file.path))
    for (const file of inBag) inBags.add(file)
    found.bags.push(await verifyFolder(inBag, folder, at.place, reading))
  }
  for (const file of files) {
    if (inBags.has(file)) continue
    if (isLitter(file.path)) reading.onBytes(file.packedSize)
    else if (/\.zip$/i.test(file.path)) await searchNested(file, at, reading, found)
    else {
      found.strays.push(at.place + file.path)
      reading.onBytes(file.packedSize)
    }
  }
}

/** A ZIP that lies beside the bags: stored, it is a slice of the outer one; deflated, it is inflated, one at a time. */
async function searchNested(file: SourceFile, at: Place, reading: Reading, found: Found): Promise<void> {
  const { signal, onBytes } = reading
  const path = at.place + file.path
  refuseWhenStopped(signal)
  if (!file.isStored || at.depth === mostNested) onBytes(file.packedSize)
  if (at.depth === mostNested) {
    found.problems.push({ code: 'too-deeply-nested', path })
    return
  }
  try {
    const source = await openSource(await file.open())
    found.problems.push({ code: 'nested-zip', path })
    found.problems.push(
      ...source.problems.map(problem => ({ code: 'nested-problem' as const, path, problem })),
    )
    // The bytes of an inflated one have been heard of, packed.
    const inner = file.isStored ? reading : { ...reading, onBytes: () => undefined }
    await searchSource(source, { place: `${path}/`, depth: at.depth + 1 }, inner, found)
  } catch (error) {
    const problem = entryProblemOf(error)
    if (!problem && !isFilesOwn(error)) throw error
    found.problems.push(problem ? { ...problem, path } : { code: 'unreadable', path })
  }
}
