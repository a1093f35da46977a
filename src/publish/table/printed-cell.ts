/** A cell of a printed row, and where a column's content is printed. */
import type { Grid } from '../document'

export interface PrintedCell {
  text: string
  /** Part of a merged cell that begins in the row above. */
  isMerged: boolean
  /** Over how many columns it reaches; 0 where a cell to its left covers it. */
  span: number
}

/** The cell that holds a column's content: its own, or the one that covers it. */
export function contentAt(cells: readonly PrintedCell[], place: number): PrintedCell | undefined {
  for (let at = place; at >= 0; at--) {
    const cell = cells[at]
    if (cell && cell.span > 0) return at === place || at + cell.span > place ? cell : undefined
  }
  return undefined
}

/** The cells of a line of a grid. `follows` says whether the line above is a row too, so that a merged cell can go on. */
export function cellsOf(grid: Grid, line: number, follows: boolean): PrintedCell[] {
  const printed = grid[line] ?? []
  return printed.map((cell, place) => {
    const isMerged = follows && cell === grid[line - 1]?.[place]
    if (place > 0 && cell === printed[place - 1]) return { text: '', isMerged, span: 0 }
    let end = place + 1
    while (end < printed.length && printed[end] === cell) end++
    return { text: cell.text, isMerged, span: end - place }
  })
}
