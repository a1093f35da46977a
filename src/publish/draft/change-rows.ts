/** Corrections of rows: cells, points, departments, items; rows that are added and removed. */
import type { EditionFolder } from '../../build/edition'
import { type Scoring, scoringOf } from '../../core/edition/catalogue'
import type { ColumnRole, ColumnSource, IndicatorSource } from '../../core/edition/table-source'
import { nextId } from '../identity'
import { nameDepartments } from '../table/department'
import { splitEvidence } from '../table/evidence'
import type { Change } from './change'

type Of<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>

export function changeRow(
  folder: EditionFolder,
  id: string,
  change: (row: IndicatorSource) => IndicatorSource,
): EditionFolder {
  return withRows(
    folder,
    folder.files.indicators.indicators.map(row => (row.id === id ? change(row) : row)),
  )
}

/** The edition with these rows, its counts declared anew. Departments nobody answers to any more go. */
export function withRows(folder: EditionFolder, rows: IndicatorSource[]): EditionFolder {
  const { indicators } = folder.files
  const items = rows.reduce((sum, row) => sum + (row.items?.length ?? 0), 0)
  const declared = { ...indicators.declared, rows: rows.length, items }
  const named = new Set(rows.flatMap(row => [...(row.departments ?? []), ...(row.supporting ?? [])]))
  const departments = indicators.departments.filter(({ id }) => named.has(id))
  return {
    ...folder,
    files: { ...folder.files, indicators: { ...indicators, declared, departments, indicators: rows } },
  }
}

export function changeCell(
  folder: EditionFolder,
  { row: id, column, text }: Of<'cell'>,
  used: ReadonlySet<string>,
): EditionFolder {
  const isEvidence = folder.files.indicators.columns.some(
    ({ name, role }) => name === column && role === 'evidence',
  )
  return changeRow(folder, id, row => {
    const { [column]: _, ...others } = row.cells
    const cells = text === '' ? others : { ...others, [column]: text }
    const changed = { ...row, cells }
    return isEvidence ? withItems(changed, splitEvidence(text).items, used) : changed
  })
}

export function withScoring(row: IndicatorSource, scoring: Scoring): IndicatorSource {
  const { points: _, bonus: __, deduction: ___, veto: ____, ...rest } = row
  if (scoring.kind === 'none') return rest
  return scoring.kind === 'veto' ? { ...rest, veto: true } : { ...rest, [scoring.kind]: scoring.points }
}

/** Ids stay with their texts, then with their places; what is left gets numbers that nobody had. */
export function withItems(
  row: IndicatorSource,
  texts: readonly string[],
  used: ReadonlySet<string>,
): IndicatorSource {
  const { items: before = [], ...rest } = row
  const free = new Map(before.map(({ id, text }) => [id, text]))
  const take = (isIt: (id: string, text: string) => boolean) => {
    const found = [...free].find(([id, text]) => isIt(id, text))?.[0]
    if (found !== undefined) free.delete(found)
    return found
  }
  const same = texts.map(text => take((_, was) => was === text))
  const ids = texts.map(
    (text, i) => same[i] ?? take((_, was) => was.startsWith(text) || text.startsWith(was)),
  )
  const taken = new Set([...used, ...before.map(({ id }) => id)])
  const items = texts.map((text, i) => {
    const id = ids[i] ?? nextId(row.id, taken)
    taken.add(id)
    return { id, text }
  })
  return items.length > 0 ? { ...rest, items } : rest
}

/** The departments of a row, and of those below it that share its cell. */
export function changeDepartments(
  folder: EditionFolder,
  { row: id, lead, supporting }: Of<'departments'>,
): EditionFolder {
  const { indicators } = folder.files
  const { departments, idOf } = nameDepartments([...lead, ...supporting], indicators.departments)
  const columns = indicators.columns.filter(({ role }) => role === 'department').map(({ name }) => name)
  const first = indicators.indicators.findIndex(row => row.id === id)
  let isBelow = false
  const rows = indicators.indicators.map((row, i) => {
    isBelow = i > first && (i === first + 1 || isBelow) && columns.some(name => row.merged?.includes(name))
    return i === first || (first >= 0 && isBelow)
      ? withDepartments(row, lead.map(idOf), supporting.map(idOf))
      : row
  })
  const known = new Map([...indicators.departments, ...departments].map(entry => [entry.id, entry]))
  return withRows(
    {
      ...folder,
      files: { ...folder.files, indicators: { ...indicators, departments: [...known.values()] } },
    },
    rows,
  )
}

function withDepartments(row: IndicatorSource, lead: string[], supporting: string[]): IndicatorSource {
  const { departments: _, supporting: __, ...rest } = row
  return {
    ...rest,
    ...(lead.length > 0 && { departments: lead }),
    ...(supporting.length > 0 && { supporting }),
  }
}

/** The id of a row that is put in below another: one that nobody had, of the same place. */
export function newRowId(folder: EditionFolder, after: string, used: ReadonlySet<string>): string {
  const { indicators, materials } = folder.files
  const taken = [...indicators.indicators, ...materials.items].map(({ id }) => id)
  return nextId(after.replace(/-\d+$/, ''), new Set([...used, ...taken]))
}

/**
 * An empty row below another. It shares the cells that say which number and level it belongs to, and those that the row below
 * shares with the one above, which would otherwise become the new row's own.
 */
export function addRow(
  folder: EditionFolder,
  { after, id }: Of<'row-added'>,
  used: ReadonlySet<string>,
): EditionFolder {
  const { columns, indicators } = folder.files.indicators
  const place = indicators.findIndex(row => row.id === after)
  const above = indicators[place]
  if (!above) return folder
  const below = indicators[place + 1]?.merged ?? []
  const shared = columns.filter(
    ({ name, role }) => role === 'number' || role === 'level' || below.includes(name),
  )
  const isShared = (role: ColumnRole) => shared.some(column => column.role === role)
  const isFree = indicators.every(row => row.id !== id) && !used.has(id)
  const row: IndicatorSource = {
    id: isFree ? id : newRowId(folder, after, used),
    ...(above.sections && { sections: above.sections }),
    cells: {},
    ...(shared.length > 0 && { merged: shared.map(({ name }) => name) }),
    ...(isShared('department') && above.departments && { departments: above.departments }),
    ...(isShared('department') && above.supporting && { supporting: above.supporting }),
  }
  return withRows(folder, [...indicators.slice(0, place + 1), row, ...indicators.slice(place + 1)])
}

/**
 * Without the row. A cell that the row below shared with it stays there, with the items and points that it stands for. The
 * last row is never taken out.
 */
export function removeRow(folder: EditionFolder, id: string, used: ReadonlySet<string>): EditionFolder {
  const { columns, indicators } = folder.files.indicators
  const place = indicators.findIndex(row => row.id === id)
  const [row, below] = [indicators[place], indicators[place + 1]]
  if (!row || indicators.length === 1) return folder
  const own = columns.filter(({ name }) => below?.merged?.includes(name) && !row.merged?.includes(name))
  const next = own.reduce<IndicatorSource | undefined>(
    (next, column) => next && inherit(next, column, row, used),
    below,
  )
  return withRows(folder, [
    ...indicators.slice(0, place),
    ...(next ? [next] : []),
    ...indicators.slice(place + 2),
  ])
}

function inherit(
  next: IndicatorSource,
  { name, role }: ColumnSource,
  row: IndicatorSource,
  used: ReadonlySet<string>,
): IndicatorSource {
  const text = row.cells[name]
  const alone = standAlone(next, name)
  if (text === undefined) return alone
  const filled = { ...alone, cells: { ...alone.cells, [name]: text } }
  if (role === 'evidence' && !filled.items) return withItems(filled, splitEvidence(text).items, used)
  if (role === 'points' && scoringOf(filled).kind === 'none') return withScoring(filled, scoringOf(row))
  return filled
}

/** With the cell of this column no longer one with the row above. */
export function standAlone({ merged = [], ...row }: IndicatorSource, column: string): IndicatorSource {
  const left = merged.filter(name => name !== column)
  return left.length > 0 ? { ...row, merged: left } : row
}
