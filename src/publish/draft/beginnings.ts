/** The first lines of a file's tables, for a person to point at the head where none was recognised, or another one. */
import type { SourceDocument } from '../document'

export interface TableBeginning {
  /** Its place among the tables of the file, from 0. */
  table: number
  sheet: string
  /** How many lines it has in all. */
  length: number
  /** Its first lines; a cell over several columns stands in its first. */
  lines: string[][]
}

const mostLines = 15
const longestCell = 60

/** Those that have a text, more than one line and more than one column. */
export function beginningsOf({ tables }: SourceDocument): TableBeginning[] {
  return tables.flatMap(({ sheet, grid }, table) => {
    const lines = grid
      .slice(0, mostLines)
      .map(line => line.map((cell, i) => (cell === line[i - 1] ? '' : cell.text.slice(0, longestCell))))
    const isTable = grid.length > 1 && (grid[0]?.length ?? 0) > 1 && lines.flat().some(text => text !== '')
    return isTable ? [{ table, sheet, length: grid.length, lines }] : []
  })
}
