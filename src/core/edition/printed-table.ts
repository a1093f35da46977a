/** The table as it is printed: which cells each row prints, over how many rows and columns, and the lines across. */
import type { ColumnSource, IndicatorSource, TableSource } from './table-source'

export interface TableCell {
  column: ColumnSource
  text: string
  rowSpan: number
  columnSpan: number
}

export interface TableRow {
  id: string
  /** Lines across the table that are printed above this row. */
  lines: string[]
  cells: TableCell[]
}

/** The rows with the cells they print; a merged cell is printed by its first row only. */
export function buildTable({ columns, indicators }: TableSource): TableRow[] {
  return indicators.map((row, i) => ({
    id: row.id,
    lines: linesAbove(row, indicators[i - 1]),
    cells: columns.flatMap((column, place) => {
      if (row.merged?.includes(column.name) || isCovered(row, columns, place)) return []
      return [
        {
          column,
          text: row.cells[column.name] ?? '',
          rowSpan: countRows(indicators, i, column.name),
          columnSpan: row.across?.[column.name] ?? 1,
        },
      ]
    }),
  }))
}

/** The head's lines: a text over several columns once, a column with fewer lines reaching down. */
export function buildHead(columns: readonly ColumnSource[]): TableCell[][] {
  const headings = columns.map(({ name, heading }) => heading ?? [name])
  const depth = Math.max(1, ...headings.map(heading => heading.length))
  const isSame = (place: number, line: number) =>
    headings[place - 1]?.slice(0, line + 1).join('\n') === headings[place]?.slice(0, line + 1).join('\n')
  return Array.from({ length: depth }, (_, line) =>
    columns.flatMap((column, place) => {
      const heading = headings[place] ?? []
      const text = heading[line]
      if (text === undefined || (place > 0 && isSame(place, line))) return []
      let end = place + 1
      while (end < columns.length && isSame(end, line)) end++
      const rowSpan = line === heading.length - 1 ? depth - line : 1
      return [{ column, text, rowSpan, columnSpan: end - place }]
    }),
  )
}

/** Of a row's sections those that the row above does not have. */
function linesAbove(row: IndicatorSource, above: IndicatorSource | undefined): string[] {
  const [own, before] = [row.sections ?? [], above?.sections ?? []]
  const first = own.findIndex((text, i) => text !== before[i])
  return first < 0 ? [] : own.slice(first)
}

function isCovered(
  { across = {} }: IndicatorSource,
  columns: readonly ColumnSource[],
  place: number,
): boolean {
  return columns.some(({ name }, first) => first < place && first + (across[name] ?? 1) > place)
}

function countRows(indicators: readonly IndicatorSource[], first: number, column: string): number {
  let end = first + 1
  while (indicators[end]?.merged?.includes(column)) end++
  return end - first
}
