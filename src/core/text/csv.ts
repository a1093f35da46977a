/** Reads CSV (RFC 4180): cells in quotes may hold separators, line breaks and doubled quotes. */

/** The mark that stands between cells: `;` where there are no commas. */
function separatorOf(text: string): string {
  return !text.includes(',') && text.includes(';') ? ';' : ','
}

/**
 * Rows of cells; rows may differ in length, and a blank line is a row of one empty cell. A quote that stands in a cell, or that
 * never closes, is a character like any other.
 */
export function parseCsv(text: string, separator = separatorOf(text)): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"(?=${separator}|[\\r\\n]|$)|([^${separator}\\r\\n]*))(${separator}|\\r\\n|\\r|\\n|$)`,
    'gy',
  )
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    const [, quoted, bare = '', end] = match
    row.push(quoted === undefined ? bare : quoted.replace(/""/g, '"'))
    if (end === separator) continue
    rows.push(row)
    row = []
    if (end === '' || cell.lastIndex >= text.length) break
  }
  return rows
}
