/**
 * Reads what a file says of itself: the day of a photo, the first lines of a .docx or .xlsx. Cheap: some kilobytes from
 * the beginning, and of an Office file its directory and the beginning of one or two parts.
 */
import { firstSheet, partStart, sheetLines, wordLines } from '../../core/sorting/office-text'
import { isPicture } from '../../core/sorting/path'
import { photoDay, photoHeadSize } from '../../core/sorting/photo-day'
import type { Clues } from '../../core/sorting/suggestion'
import { type FileBytes, toBlob } from '../files/file-bytes'
import { type Archive, openArchive } from '../zip/open-zip'

/** Never throws: a file that can't be read, is damaged or has a password says nothing. Why is told where it is stored. */
export async function readClues(file: FileBytes, name: string): Promise<Clues> {
  try {
    if (isPicture(name)) {
      const head = file.slice(0, photoHeadSize)
      const takenOn = photoDay(new Uint8Array(head instanceof Blob ? await head.arrayBuffer() : head))
      return takenOn ? { takenOn } : {}
    }
    if (!/\.(?:docx|docm|xlsx|xlsm)$/i.test(name)) return {}
    const firstLines = await readLines(await openArchive(toBlob(file)))
    return firstLines.length > 0 ? { firstLines } : {}
  } catch {
    return {}
  }
}

async function readLines(archive: Archive): Promise<string[]> {
  const paths = archive.entries.map(({ path }) => path)
  if (paths.includes('word/document.xml')) return wordLines(await readStart(archive, 'word/document.xml'))
  const sheet = firstSheet(paths)
  if (sheet === undefined) return []
  return sheetLines(await readStart(archive, sheet), await readStart(archive, 'xl/sharedStrings.xml'))
}

/** The beginning of a part; empty where there is none. */
async function readStart({ entries, openStart }: Archive, path: string): Promise<string> {
  const entry = entries.find(one => one.path === path)
  return entry ? (await openStart(entry, partStart)).text() : ''
}
