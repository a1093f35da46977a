/** Which cells of a grid are drawn, and over how many places: of cells that were merged only the first is. */
import type { Grid } from './workbook'

/** Places that are looked at: merges that lie over each other again and again are nobody's. */
const mostCovered = 500_000

/** How many rows and columns the cell at a place takes; null where another one covers it. */
export function coverCells({
  merges,
}: Pick<Grid, 'merges'>): (row: number, column: number) => { rows: number; columns: number } | null {
  const first = new Map(merges.map(merge => [merge.row * 1000 + merge.column, merge]))
  const covered = new Set<number>()
  let left = mostCovered
  for (const { row, column, rows, columns } of merges) {
    left -= rows * columns
    if (left < 0) break
    for (let r = row; r < row + rows; r++)
      for (let c = column; c < column + columns; c++) if (r !== row || c !== column) covered.add(r * 1000 + c)
  }
  return (row, column) => {
    const place = row * 1000 + column
    if (covered.has(place)) return null
    return first.get(place) ?? { rows: 1, columns: 1 }
  }
}

/** The letters of a column, from 0: 0 → `A`, 25 → `Z`, 26 → `AA`. */
export function lettersOfColumn(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : lettersOfColumn(Math.floor(column / 26) - 1) + last
}
