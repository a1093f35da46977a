/** 分工 that somebody was given, by a link or a file: the text of it, until the person begins or leaves it. */
import { atom } from 'nanostores'

/** As `core/assignment/link` writes it; null where there is none. */
export const $given = atom<string | null>(null)

/** A file of 分工 is some hundred bytes. */
const longestFile = 100_000

/** The text of the first file of 分工 among those picked; null where there is none. */
export async function findGiven(files: readonly File[]): Promise<string | null> {
  const { readGivenFile } = await import('../io/bundling')
  for (const file of files) {
    if (!/\.json$/i.test(file.name) || file.size > longestFile) continue
    const given = readGivenFile(await file.text().catch(() => ''))
    if (given !== null) return given
  }
  return null
}
