/** Opens an .xlsx and reads its sheets one by one, each part up to a bound: a bomb costs what a large table costs. No state here. */
import type { PreviewedSheet } from '../../core/preview/preview'
import {
  type GridBounds,
  readFormats,
  readGrid,
  readSheets,
  readStrings,
  shownBounds,
} from '../../core/preview/workbook'
import { type Archive, openArchive } from '../zip/open-zip'

/** How much of a workbook is read. */
interface WorkbookBounds extends GridBounds {
  /** Of one part. */
  bytes: number
}

/** What is shown of it: a sheet of a thousand full rows has one or two million bytes. */
const shown: WorkbookBounds = { ...shownBounds, bytes: 6 * 1024 * 1024 }
const mostSheets = 60

/** The sheets, which are read when they are asked for; null where the ZIP holds no workbook, 'too-large' where a part is a bomb. @throws the platform's error */
export async function openWorkbook(blob: Blob, most = shown): Promise<PreviewedSheet[] | 'too-large' | null> {
  const archive = await openArchive(blob)
  if (archive.problems.some(({ code }) => code === 'bomb' || code === 'oversized-entry')) return 'too-large'
  const part = (path: string) => readPart(archive, path, most.bytes)
  const workbook = await part('xl/workbook.xml')
  if (workbook === '') return null
  const parts = readSheets(workbook, await part('xl/_rels/workbook.xml.rels'))
  if (parts.length === 0) return null
  const strings = readStrings(await part('xl/sharedStrings.xml'))
  const formats = readFormats(await part('xl/styles.xml'))
  return parts.slice(0, mostSheets).map(({ name, path, isHidden }) => ({
    name,
    isHidden,
    read: async () => readGrid(await part(path), strings, formats, most),
  }))
}

/** The beginning of a part; empty where there is none. */
async function readPart({ entries, openStart }: Archive, path: string, most: number): Promise<string> {
  const entry = entries.find(one => one.path === path)
  return entry ? (await openStart(entry, Math.min(entry.size, most))).text() : ''
}
