/**
 * A typed text as lines and tables. Much of it is pasted from Word and Excel, which leave characters that no other program
 * shows: a line break within a paragraph is U+000B, a bullet a digit of the Symbol font, a table's cells are parted by tabs.
 */

/** A line, or the cells of a table row by row. */
export type TypedPart = string | string[][]

/** Marks that Symbol and Wingdings draw as bullets stand here; any other font shows an empty box. */
const bullet = /^[\uf020-\uf0ff·•●■◆▪◦○□➢★-]*[\uf020-\uf0ff][\s\uf020-\uf0ff]*/

/** The parts of a text, blank lines left out. A `label` at its start is left out too, since it stands there already. */
export function readTyped(typed: string, label = ''): TypedPart[] {
  const lines = typed
    .split(/\r\n?|[\n\v\f\u2028\u2029]/)
    // Spaces at the start go, because the layout indents first lines; a tab there would be an empty cell.
    .map(line => line.replace(bullet, '• ').replace(/[\uf020-\uf0ff]/g, '□'))
  const parts: TypedPart[] = []
  for (let i = 0; i < lines.length; i++) {
    const rows = tableAt(lines, i)
    if (rows.length > 0) {
      parts.push(rows)
      i += rows.length - 1
    } else {
      const line = (lines[i] ?? '').trim()
      const words = parts.length === 0 ? withoutLabel(line, label) : line
      if (words) parts.push(words)
    }
  }
  return parts
}

/** The rows of the table that begins with line `from`: two lines or more of as many cells; none where there is no table. */
function tableAt(lines: readonly string[], from: number): string[][] {
  const rows: string[][] = []
  for (let i = from; i < lines.length; i++) {
    const cells = (lines[i] ?? '').split('\t').map(cell => cell.trim())
    if (cells.length < 2 || (rows[0] && cells.length !== rows[0].length)) break
    rows.push(cells)
  }
  return rows.length > 1 && rows.some(row => row.filter(Boolean).length > 1) ? rows : []
}

function withoutLabel(line: string, label: string): string {
  const name = label.replace(/[:：]\s*$/, '')
  if (!name || !line.startsWith(name)) return line
  const rest = line.slice(name.length)
  return /^[:：]/.test(rest) ? rest.slice(1).trim() : line
}
