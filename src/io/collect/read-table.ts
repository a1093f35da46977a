/**
 * Reads the cells of a table that a person picked: the first sheet of an XLSX file (ECMA-376), or CSV in UTF-8, UTF-16 or GB18030.
 * Only texts and numbers are taken, as they are stored; no formula is computed, nothing is fetched. Part of `collecting`: no
 * state here.
 */

import { parseCsv } from '../../core/text/csv'
import { decodeText } from '../../core/text/decode'
import { columnOfLetters, unescapeCellText } from '../../core/text/spreadsheet'
import { type Archive, openArchive } from '../zip/open-zip'

/** Why there are no cells: an XLS file of before 2007, or no table at all. */
type TableProblem = 'old-spreadsheet' | 'not-a-table'

/** A list of units has a few KB; the cells of a sheet of ten thousand rows some MB. */
const largestPart = 64 * 1024 * 1024

/** Rows of cells, or why there are none. @throws the platform's error when the file can't be read */
export async function readTable(file: Blob): Promise<string[][] | TableProblem> {
  const start = new Uint8Array(await file.slice(0, 8).arrayBuffer())
  // The signature of compound files, which XLS is (MS-CFB 2.2).
  if (start[0] === 0xd0 && start[1] === 0xcf) return 'old-spreadsheet'
  if (start[0] === 0x50 && start[1] === 0x4b) return readXlsx(file)
  const text = decodeText(new Uint8Array(await file.arrayBuffer()))
  return text === null ? 'not-a-table' : parseCsv(text)
}

async function readXlsx(file: Blob): Promise<string[][] | TableProblem> {
  const archive = await openArchive(file)
  const path = await findFirstSheet(archive)
  const sheet = path && (await readPart(archive, path))
  if (!sheet) return 'not-a-table'
  const strings = await readPart(archive, 'xl/sharedStrings.xml')
  const shared = strings ? elements(strings, 'si').map(textOf) : []
  return elements(sheet, 'row').map(row => {
    const cells: string[] = []
    for (const cell of elements(row, 'c')) {
      // A cell that is empty need not be there, and one need not say where it stands (18.3.1.4).
      const column = columnOf(cell.getAttribute('r')) ?? cells.length
      while (cells.length < column) cells.push('')
      cells.push(contentOf(cell, shared))
    }
    return cells
  })
}

/** The first of the workbook's sheets: its relation says where it lies (18.2.19). */
async function findFirstSheet(archive: Archive): Promise<string | null> {
  const workbook = await readPart(archive, 'xl/workbook.xml')
  const relations = await readPart(archive, 'xl/_rels/workbook.xml.rels')
  const [first] = workbook ? elements(workbook, 'sheet') : []
  const id =
    first && Array.from(first.attributes).find(({ localName, prefix }) => prefix && localName === 'id')
  const relation =
    relations && elements(relations, 'Relationship').find(one => one.getAttribute('Id') === id?.value)
  const target = relation ? relation.getAttribute('Target') : null
  return target && (target.startsWith('/') ? target.slice(1) : `xl/${target}`)
}

async function readPart({ entries, open }: Archive, path: string): Promise<Document | null> {
  const entry = entries.find(entry => entry.path === path && entry.size < largestPart)
  if (!entry) return null
  const document = new DOMParser().parseFromString(await (await open(entry)).text(), 'application/xml')
  return elements(document, 'parsererror').length > 0 ? null : document
}

function elements(root: Document | Element, name: string): Element[] {
  return Array.from(root.getElementsByTagNameNS('*', name))
}

/** The text runs of a string, without how it is read aloud (18.4.6: `rPh`). */
function textOf(string: Element): string {
  const texts = elements(string, 't')
    .filter(({ parentElement }) => parentElement?.localName !== 'rPh')
    .map(({ textContent }) => textContent ?? '')
  return unescapeCellText(texts.join(''))
}

function contentOf(cell: Element, shared: readonly string[]): string {
  const value = elements(cell, 'v')[0]?.textContent ?? ''
  switch (cell.getAttribute('t')) {
    case 's':
      return shared[Number(value)] ?? ''
    case 'inlineStr':
      return textOf(cell)
    default:
      return value
  }
}

/** The column of a cell, from 0: `C12` stands in column 2. Null where the reference has no letters. */
function columnOf(reference: string | null): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  return letters ? columnOfLetters(letters) : null
}
