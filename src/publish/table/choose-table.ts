/** The indicator table among the tables of a document. */
import { bareText } from '../../core/text/likeness'
import type { Grid, SourceDocument, SourceTable } from '../document'
import type { TableDoubt } from '../question'
import { Refusal } from '../refusal'
import { joinLines } from './grid'
import { findHeader, type Header } from './header'
import { type PrintedRow, readRows } from './printed-row'

export interface ChosenTable {
  title: string
  rows: PrintedRow[]
  total: number | undefined
  /** 编者注 on the table as a whole. */
  notes: string[]
  doubts: TableDoubt[]
}

/**
 * The one table with the header of an indicator table; several with the same header are joined and said, and so is one
 * without a header that goes on right below with as many columns. Behind other words it is another table, left out and said.
 * @throws a Refusal where there is none, or several of different form.
 */
export function chooseTable({ tables }: SourceDocument): ChosenTable {
  const found = tables.flatMap(table => {
    const header = findHeader(table.grid)
    return header ? [{ table, header }] : []
  })
  const [first] = found
  if (!first) throw new Refusal({ code: 'no-table', tables: tables.length })
  if (new Set(found.map(({ header }) => header.words)).size > 1) {
    throw new Refusal({
      code: 'several-tables',
      titles: found.map(({ table }) => titleOf(table, findHeader(table.grid))),
    })
  }
  const { parts, doubts } = joinParts(tables.slice(tables.indexOf(first.table)))
  const grid = parts.flat()
  const read = readRows(grid, first.header)
  if (read.rows.length === 0) throw new Refusal({ code: 'no-rows' })
  const isRequiredEmpty =
    first.header.columns.required !== undefined && read.rows.every(row => row.cells.required.text === '')
  return {
    ...read,
    title: titleOf(first.table, first.header),
    notes: isRequiredEmpty ? ['原表“是否需要印证材料”一栏是空的，此处照样留空。'] : [],
    doubts: [...doubts, ...read.doubts],
  }
}

/** The grids that make one table, the first with all that stands above its header, and how they came together. */
function joinParts(tables: readonly SourceTable[]): { parts: Grid[]; doubts: TableDoubt[] } {
  const parts: Grid[] = []
  const leftOut: TableDoubt[] = []
  let headed = 0
  let isLastPart = false
  for (const { grid, follows } of tables) {
    const header = findHeader(grid)
    const isAlike = grid.length > 0 && widthOf(grid) === widthOf(parts[0] ?? grid)
    isLastPart = header !== undefined || (isAlike && isLastPart && follows && !hasCaption(grid))
    if (header) headed++
    if (isLastPart) parts.push(parts.length === 0 ? grid : grid.slice(header?.row ?? 0))
    else if (isAlike) leftOut.push({ code: 'table-left-out', text: firstLine(grid) })
  }
  const continued = parts.length - headed
  return {
    parts,
    doubts: [
      ...(headed > 1 ? [{ code: 'tables-joined', count: headed } satisfies TableDoubt] : []),
      ...(continued > 0 ? [{ code: 'table-continued', count: continued } satisfies TableDoubt] : []),
      ...leftOut,
    ],
  }
}

/** Whether its first line is one cell across: the title of a table of its own. */
function hasCaption([first = []]: Grid): boolean {
  return first.length > 1 && new Set(first).size === 1
}

function firstLine(grid: Grid): string {
  const line = grid.find(row => row.some(cell => cell.text !== '')) ?? []
  return [...new Set(line)]
    .map(cell => joinLines(cell.text))
    .join(' ')
    .trim()
}

/** What is printed above the header inside the table, else above the table. */
function titleOf({ title, grid }: SourceTable, header: Header | undefined): string {
  const above = grid.slice(0, header?.row ?? 0).flatMap(row => row.map(cell => cell.text.replace(/\n/g, '')))
  const longest = above.filter(text => !/^附件/.test(bareText(text))).sort((a, b) => b.length - a.length)[0]
  return longest || title
}

function widthOf(grid: Grid): number {
  return grid[0]?.length ?? 0
}
