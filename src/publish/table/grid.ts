/**
 * One shape for every table people make. In come rows of cells with their spans, out goes a grid without holes.
 * Invariant: places of one merged cell hold the same object, so `grid[1][0] === grid[0][0]` says "merged with the cell above".
 */
import type { Cell, Grid } from '../document'

export interface SpannedCell {
  text: string
  rowSpan: number
  columnSpan: number
}

/** More than any table of paper has: a span beyond it is a mistake of the program that saved the file. */
const mostColumns = 100

/** The grid of an HTML-like table: cells of a row fill the places that cells above leave free; short rows are filled up. */
export function buildGrid(rows: readonly SpannedCell[][]): Grid {
  const grid: Grid = rows.map(() => [])
  rows.forEach((cells, top) => {
    let left = 0
    for (const { text, rowSpan, columnSpan } of cells) {
      while (grid[top]?.[left]) left++
      const cell = { text: cleanLines(text) }
      const right = Math.min(left + columnSpan, mostColumns)
      for (const row of grid.slice(top, top + rowSpan)) {
        for (let column = left; column < right; column++) row[column] = cell
      }
      left = right
    }
  })
  return squareGrid(grid)
}

/** The grid with an empty cell in each place that has none. */
export function squareGrid(grid: (Cell | undefined)[][]): Grid {
  const width = Math.max(0, ...grid.map(row => row.length))
  return grid.map(row => Array.from({ length: width }, (_, column) => row[column] ?? { text: '' }))
}

/** Lines without the spaces around them; blank lines go. */
export function cleanLines(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(line => line.replace(/[\u00a0\t]/g, ' ').trim())
    .filter(line => line !== '')
    .join('\n')
}

/** A cell's lines as the one text that was meant: Chinese runs on without a space, Latin words and numbers keep one. */
export function joinLines(text: string): string {
  return text.replace(/(?<=[A-Za-z0-9,])\n(?=[A-Za-z])|(?<=\d)\n(?=\d)/g, ' ').replace(/\n/g, '')
}
