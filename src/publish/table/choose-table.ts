/** The indicator tables among the tables of a document, put together to one. */
import type { ColumnRole } from '../../core/edition/table-source'
import type { SourceDocument, SourceTable } from '../document'
import type { TableDoubt } from '../question'
import { Refusal } from '../refusal'
import { isPageMark } from './captions'
import { findHeader, guessHeader, type Header, type HeadPlace, headFrom } from './header'
import { collectParts, type Part } from './parts'
import { type PrintedRow, readRows } from './printed-row'
import { assignRoles, type RoledColumn } from './roles'

export interface ChosenTable {
  /** As printed; empty where nothing like a title is. */
  title: string
  isTitleSure: boolean
  columns: RoledColumn[]
  rows: PrintedRow[]
  /** How many of the rows each of the joined tables has. */
  counts: number[]
  total: number | undefined
  /** 编者注 on the table as a whole. */
  notes: string[]
  doubts: TableDoubt[]
}

/**
 * Every table with a head as indicator tables have; further ones are joined to the first, columns by name, and said. One
 * without a head that goes on right below with as many columns is part of it; behind other words it is left out and quoted.
 * With `place` the table and its head are those that the person pointed at.
 * @throws a Refusal where there is none.
 */
export function chooseTable(
  { tables, below }: SourceDocument,
  given: ReadonlyMap<string, ColumnRole> = new Map(),
  place?: HeadPlace,
): ChosenTable {
  const heads = place ? headsAt(tables, place) : findHeads(tables, given)
  if (heads.size === 0) throw new Refusal({ code: 'no-table', tables: tables.length })
  const doubts: TableDoubt[] = []
  const { parts, title, isTitleSure, others } = collectParts(tables, heads, given, doubts)
  const columns = joinColumns(parts)
  const read = parts.map(part => {
    const table = readRows(part.grid, part.header, part.columns, part.sections)
    return { ...table, rows: table.rows.map(row => ({ ...row, cells: placeCells(row, part, columns) })) }
  })
  const rows = read.flatMap(({ rows }) => rows)
  if (rows.length === 0) throw new Refusal({ code: 'no-rows' })
  const totals = read.flatMap(({ total }) => total ?? [])
  // A mark 附件1 is the page's own, and a title is often printed above and inside its table.
  const left = [...others, ...below].filter(line => line !== title && !isPageMark(line))
  const missing = [...given.keys()].filter(
    name =>
      !columns.some(
        ({ basis, name: own, heading }) => basis === 'given' && (own === name || heading.includes(name)),
      ),
  )
  return {
    title,
    isTitleSure,
    columns,
    rows,
    counts: read.map(({ rows }) => rows.length),
    total: totals.length === 1 ? totals[0] : undefined,
    notes: [...requiredNotes(columns, rows), ...read.flatMap(({ notes }) => notes)],
    doubts: [
      ...doubts,
      ...read.flatMap(({ doubts }) => doubts),
      ...(left.length > 0 ? [{ code: 'lines-left-out' as const, texts: left }] : []),
      ...missing.map((name): TableDoubt => ({ code: 'column-not-found', name })),
    ],
  }
}

/** The head that a person pointed at; none where the document has no such line, as when it is another file. */
function headsAt(tables: readonly SourceTable[], { table, line }: HeadPlace): Map<SourceTable, Header> {
  const chosen = tables[table]
  return new Map(chosen?.grid[line] ? [[chosen, headFrom(chosen.grid, line)]] : [])
}

/** Heads by table: those known by their words, else that of the largest table whose columns `given` or their cells tell. */
function findHeads(
  tables: readonly SourceTable[],
  given: ReadonlyMap<string, ColumnRole>,
): Map<SourceTable, Header> {
  const found = tables.flatMap(table => {
    const header = findHeader(table.grid)
    return header ? [[table, header] as const] : []
  })
  if (found.length > 0) return new Map(found)
  const guessed = tables.flatMap(table => {
    const header = guessHeader(table.grid)
    const columns = header && assignRoles(header.columns, table.grid.slice(header.last + 1), given)
    const isTable =
      columns?.some(({ role }) => role === 'content') &&
      columns.some(({ role, basis }) => role === 'department' || role === 'evidence' || basis === 'given')
    return header && isTable ? [[table, header] as const] : []
  })
  guessed.sort(([one], [other]) => other.grid.length - one.grid.length)
  return new Map(guessed.slice(0, 1))
}

/** The columns of all parts, each name once; a new one behind its neighbour, or before the next that is known. */
function joinColumns(parts: readonly Part[]): RoledColumn[] {
  const joined: RoledColumn[] = []
  const placeOf = (column: RoledColumn | undefined) => joined.findIndex(({ name }) => name === column?.name)
  for (const { columns } of parts) {
    const known = columns.find(column => placeOf(column) >= 0)
    let after = known && columns.indexOf(known) > 0 ? placeOf(known) - 1 : known ? -1 : joined.length - 1
    for (const column of columns) {
      const at = placeOf(column)
      if (at < 0) joined.splice(after + 1, 0, column)
      after = at < 0 ? after + 1 : at
    }
  }
  return joined
}

/** A row's cells at the places of the joined columns. */
function placeCells({ cells }: PrintedRow, part: Part, columns: readonly RoledColumn[]): PrintedRow['cells'] {
  const own = new Map(part.columns.map(({ name }, place) => [name, place]))
  return columns.map(({ name }) => {
    const place = own.get(name)
    return (place === undefined ? undefined : cells[place]) ?? { text: '', isMerged: false, span: 1 }
  })
}

function requiredNotes(columns: readonly RoledColumn[], rows: readonly PrintedRow[]): string[] {
  const place = columns.findIndex(({ role }) => role === 'required')
  const isEmpty = place >= 0 && rows.every(({ cells }) => cells[place]?.text === '')
  return isEmpty ? [`原表“${columns[place]?.name}”一栏是空的，此处照样留空。`] : []
}
