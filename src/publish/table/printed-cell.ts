/** A cell of a printed row, and where a column's content is printed. */

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
