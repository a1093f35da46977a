/** Opens an .xlsx and reads its sheets one by one, each part up to a bound: a bomb costs what a large table costs. */
import type { PreviewedSheet } from '../../core/preview/preview'
import { readFormats, readGrid, readSheets, readStrings } from '../../core/preview/workbook'
import { type Archive, openArchive } from '../zip/open-zip'

/** Bytes of a part that are read: a sheet of a thousand full rows has one or two million. */
const mostOfPart = 6 * 1024 * 1024
const mostSheets = 60

/** The sheets, which are read when they are asked for; null where the ZIP holds no workbook, 'too-large' where a part is a bomb. @throws the platform's error */
export async function openWorkbook(blob: Blob): Promise<PreviewedSheet[] | 'too-large' | null> {
  const archive = await openArchive(blob)
  if (archive.problems.some(({ code }) => code === 'bomb' || code === 'oversized-entry')) return 'too-large'
  const workbook = await readPart(archive, 'xl/workbook.xml')
  if (workbook === '') return null
  const parts = readSheets(workbook, await readPart(archive, 'xl/_rels/workbook.xml.rels'))
  if (parts.length === 0) return null
  const strings = readStrings(await readPart(archive, 'xl/sharedStrings.xml'))
  const formats = readFormats(await readPart(archive, 'xl/styles.xml'))
  return parts.slice(0, mostSheets).map(({ name, path, isHidden }) => ({
    name,
    isHidden,
    read: async () => readGrid(await readPart(archive, path), strings, formats),
  }))
}

/** The beginning of a part; empty where there is none. */
async function readPart({ entries, openStart }: Archive, path: string): Promise<string> {
  const entry = entries.find(one => one.path === path)
  return entry ? (await openStart(entry, Math.min(entry.size, mostOfPart))).text() : ''
}
