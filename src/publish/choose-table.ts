/** The indicator table among the tables of a document. */
import { bareText } from '../core/likeness'
import type { Grid } from './grid'
import { findHeader, type Header } from './header'
import { type PrintedRow, readRows } from './printed-row'
import type { TableDoubt } from './question'
import { Refusal } from './refusal'
import type { SourceDocument, SourceTable } from './source'

export interface ChosenTable {
  title: string
  rows: PrintedRow[]
  total: number | undefined
  /** 编者注 on the table as a whole. */
  notes: string[]
  doubts: TableDoubt[]
}

/**
 * The one table with the header of an indicator table; several with the same header, and one without a header that goes
 * on right below with as many columns, are joined and said.
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
  const parts = tables.slice(tables.indexOf(first.table)).flatMap(table => {
    const header = findHeader(table.grid)
    if (header) return [{ grid: table.grid, header }]
    const goesOn = widthOf(table.grid) === widthOf(first.table.grid) && table.grid.length > 0
    return goesOn
      ? [{ grid: [...first.table.grid.slice(0, first.header.row + 1), ...table.grid], header: first.header }]
      : []
  })
  const grid = parts.flatMap(({ grid, header }, index) => (index === 0 ? grid : grid.slice(header.row)))
  const read = readRows(grid, first.header)
  if (read.rows.length === 0) throw new Refusal({ code: 'no-rows' })
  const joined: TableDoubt[] = parts.length > 1 ? [{ code: 'tables-joined', count: parts.length }] : []
  const isRequiredEmpty =
    first.header.columns.required !== undefined && read.rows.every(row => row.cells.required.text === '')
  return {
    ...read,
    title: titleOf(first.table, first.header),
    notes: isRequiredEmpty ? ['原表“是否需要印证材料”一栏是空的，此处照样留空。'] : [],
    doubts: [...joined, ...read.doubts],
  }
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
