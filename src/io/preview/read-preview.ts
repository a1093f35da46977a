/**
 * Makes of a file what the page shows of it. Part of `looking`: no state here. Whatever a
 * file holds, it is bounded before it is read: bytes, pixels, rows, entries.
 */
import { previewOf } from '../../core/preview/kind'
import { mostPixels, pictureHeadSize, pictureSize } from '../../core/preview/picture-size'
import type { Previewed } from '../../core/preview/preview'
import { mostColumns, mostRows } from '../../core/preview/workbook'
import { parseCsv } from '../../core/text/csv'
import { readHead } from '../files/read-head'
import { openArchive } from '../zip/open-zip'
import { showsPdf } from './open-tab'
import { readText } from './read-text'
import { openWorkbook } from './read-workbook'
import { writeWordPage } from './word-page'

/** A browser lays out half a megabyte of text without a pause. */
const mostText = 512 * 1024
const mostEntries = 500

/** @throws the platform's error when the file can't be read */
export async function readPreview(blob: Blob, name: string): Promise<Previewed> {
  const found = previewOf(name, blob.size, await readHead(blob))
  if (typeof found === 'string') return nothing(found)
  const { kind, type } = found
  switch (kind) {
    case 'picture': {
      const size = pictureSize(new Uint8Array(await blob.slice(0, pictureHeadSize).arrayBuffer()))
      if (size && size.width * size.height > mostPixels) return nothing('too-many-pixels')
      return addressed(kind, blob, type)
    }
    case 'pdf':
      if (!showsPdf()) return nothing('no-viewer')
      return (await isWholePdf(blob)) ? addressed(kind, blob, type) : nothing('damaged')
    case 'sound':
    case 'film':
      return addressed(kind, blob, type)
    case 'table': {
      const read = await readText(blob, mostText)
      return read ? { kind: 'grid', grid: gridOf(read) } : nothing('damaged')
    }
    case 'text': {
      const read = await readText(blob, mostText)
      return read ? { kind, ...read } : nothing('other-kind')
    }
    case 'workbook': {
      const sheets = await openWorkbook(blob)
      if (sheets === 'too-large') return nothing(sheets)
      return sheets ? { kind, sheets } : nothing('damaged')
    }
    case 'word': {
      const page = await writeWordPage(blob)
      if (page === 'too-large') return nothing(page)
      return page ? { kind, ...page } : nothing('damaged')
    }
    case 'archive': {
      const { entries, problems } = await openArchive(blob)
      if (entries.length === 0 && problems.length > 0) return nothing('damaged')
      const listed = entries.slice(0, mostEntries).map(({ path, size }) => ({ path, size }))
      return { kind, entries: listed, total: entries.length }
    }
  }
}

function nothing(why: Extract<Previewed, { kind: 'nothing' }>['why']): Previewed {
  return { kind: 'nothing', why }
}

/** Bytes at either end of a PDF in which its marks stand (ISO 32000-1, 7.5.2 and 7.5.5; readers allow as much beside them). */
const pdfEdge = 4096

/** Of a damaged PDF the browser's viewer shows a button that loads the whole page anew, and takes the focus to it. */
async function isWholePdf(blob: Blob): Promise<boolean> {
  const [head, tail] = await Promise.all([
    blob.slice(0, pdfEdge).text(),
    blob.slice(Math.max(0, blob.size - pdfEdge)).text(),
  ])
  return head.includes('%PDF-') && /startxref|%%EOF/.test(tail)
}

/** The browser reads it as the type its name says and no other: nothing in it can be a page. */
function addressed(kind: 'picture' | 'pdf' | 'sound' | 'film', blob: Blob, type: string): Previewed {
  const url = URL.createObjectURL(new Blob([blob], { type }))
  return { kind, url, release: () => URL.revokeObjectURL(url) }
}

function gridOf({ text, isCut }: { text: string; isCut: boolean }) {
  const all = parseCsv(text)
  const rows = all.slice(0, mostRows).map(row => row.slice(0, mostColumns))
  const isLarger = all.length > mostRows || all.some(row => row.length > mostColumns)
  return { rows, merges: [], widths: [], isCut: isCut || isLarger }
}
