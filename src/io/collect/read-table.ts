/**
 * Reads the cells of a table that a person picked: the first sheet of an XLSX file (ECMA-376), or CSV in UTF-8, UTF-16 or GB18030.
 * Part of `looking`: no state here.
 */

import { parseCsv } from '../../core/text/csv'
import { decodeText } from '../../core/text/decode'
import { openWorkbook } from '../preview/read-workbook'

/** Why there are no cells: an XLS file of before 2007, or no table at all. */
type TableProblem = 'old-spreadsheet' | 'not-a-table'

/** A list of units has some hundred rows; other tables are picked by mistake. */
const most = { rows: 20_000, columns: 100, tags: 10_000_000, bytes: 64 * 1024 * 1024 }

/** Rows of cells, or why there are none. @throws the platform's error when the file can't be read */
export async function readTable(file: Blob): Promise<string[][] | TableProblem> {
  const start = new Uint8Array(await file.slice(0, 8).arrayBuffer())
  // The signature of compound files, which XLS is (MS-CFB 2.2).
  if (start[0] === 0xd0 && start[1] === 0xcf) return 'old-spreadsheet'
  if (start[0] === 0x50 && start[1] === 0x4b) {
    const sheets = await openWorkbook(file, most)
    const [first] = Array.isArray(sheets) ? sheets : []
    return first ? (await first.read()).rows : 'not-a-table'
  }
  const text = decodeText(new Uint8Array(await file.arrayBuffer()))
  return text === null ? 'not-a-table' : parseCsv(text)
}
