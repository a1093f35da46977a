/**
 * Verifies what was handed in as the office will: finds the bags in the archive or folder (and in archives in it), has each
 * verified, and says what else was there. Files are read as a stream of their parts; nothing of them is held.
 */

import { cutFindings } from '../../core/bag/cut-findings'
import { countErrors, type Finding } from '../../core/bag/finding'
import type { FolderFile } from './source'
import { type Reading, type VerifiedBag, verifyFolder } from './verify-bag'
import { walkSources } from './walk'

export interface VerifiedBundle {
  /** Errors and oddities of the archive itself. */
  problems: Finding[]
  bags: VerifiedBag[]
}

/** Most bags that are verified: four times the largest city's bundles. */
const mostBags = 2000

/**
 * Everything that speaks against what was handed in: an archive, or the files of a folder.
 * @throws AbortError; the platform's error when the archive can't be read.
 */
export async function verifyBundle(
  bundle: Blob | readonly FolderFile[],
  reading: Reading,
): Promise<VerifiedBundle> {
  const problems: Finding[] = []
  const bags: VerifiedBag[] = []
  const strays: { count: number; path: string } = { count: 0, path: '' }
  let left = 0
  for await (const { place, bags: folders, strays: beside, onBytes } of walkSources(
    bundle,
    reading,
    problems,
  )) {
    for (const [folder, files] of folders) {
      if (bags.length < mostBags) bags.push(await verifyFolder(files, folder, place, { ...reading, onBytes }))
      else {
        left += 1
        if (left === 1) problems.push({ code: 'too-many-bags', path: place + folder, most: mostBags })
      }
    }
    strays.path ||= beside[0] ? place + beside[0].path : ''
    strays.count += beside.length
  }
  if (bags.length > 0 && strays.count > 0) problems.push({ code: 'stray-files', ...strays })
  if (bags.length === 0 && countErrors(problems) === 0) problems.push({ code: 'foreign-zip' })
  return { problems: cutFindings(problems), bags }
}
