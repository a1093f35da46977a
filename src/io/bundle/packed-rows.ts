/**
 * Rows of a workbook on their way to another thread: each look of a cell is sent once, and a cell is its look and its value. What is
 * packed is plain data, as threads can pass on.
 */
import type { CellObject } from 'write-excel-file/universal'

/** Of a cell: the index of its look among all that were sent, and its value; null where a cell to the left spans it. */
type PackedCell = [look: number, value: CellObject['value']] | null

type Row = (CellObject | null)[]

export interface PackedRows {
  /** Looks that no row before had, as JSON. */
  looks: string[]
  rows: PackedCell[][]
}

/** Packs rows some at a time; what it gives is to be read in the same order. */
export function createPacker(): (rows: readonly Row[]) => PackedRows {
  const known = new Map<string, number>()
  return rows => {
    const looks: string[] = []
    const packed = rows.map(cells =>
      cells.map((cell): PackedCell => {
        if (!cell) return null
        const { value, type, ...style } = cell
        const look = JSON.stringify({ ...style, isNumber: type === Number })
        let index = known.get(look)
        if (index === undefined) {
          index = known.size
          known.set(look, index)
          looks.push(look)
        }
        return [index, value]
      }),
    )
    return { looks, rows: packed }
  }
}

/** The other side of `createPacker`. */
export function createUnpacker(): (packed: PackedRows) => Row[] {
  const known: CellObject[] = []
  return ({ looks, rows }) => {
    for (const look of looks) {
      const { isNumber, ...style } = JSON.parse(look)
      known.push({ ...style, type: isNumber ? Number : String })
    }
    return rows.map(cells => cells.map(cell => cell && ({ ...known[cell[0]], value: cell[1] } as CellObject)))
  }
}
