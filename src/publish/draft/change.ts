/**
 * What a publisher corrects in an edition that was read: each change by itself, pure, so that a list of them can be stored,
 * repeated and undone. Ids that somebody used before are never given to something else.
 */
import type { EditionFolder } from '../../build/edition'
import type { Scoring } from '../../core/edition/catalogue'
import type { IndicatorSource } from '../../core/edition/table-source'
import { nameDepartments } from '../table/department'
import { splitEvidence } from '../table/evidence'

export type Change =
  /** The text of a cell as it is to be printed; of the evidence the items follow. `column` is the column's name. */
  | { kind: 'cell'; row: string; column: string; text: string }
  | { kind: 'scoring'; row: string; scoring: Scoring }
  /** Names of departments; both lists empty mean that every unit answers for the row. */
  | { kind: 'departments'; row: string; lead: string[]; supporting: string[] }
  /** The row's items anew, in order; one whose text stays keeps its id. */
  | { kind: 'items'; row: string; texts: string[] }
  /** The id that an earlier edition gave to the same thing, or a new one (`''`). */
  | { kind: 'id'; id: string; to: string }
  | { kind: 'department-id'; id: string; to: string }
  /** `contact.phone`, `title`; an empty value takes the field out. */
  | { kind: 'field'; field: string; value: string }
  | { kind: 'body'; text: string }
  | { kind: 'title'; text: string }
  | { kind: 'bundle-title'; text: string }
  | { kind: 'material'; id: string; label: string }
  /** The points that the table declares; null where it declares none. */
  | { kind: 'total'; points: number | null }
  | { kind: 'note'; row: string; text: string }
  /** The row's cell of this column stands by itself. */
  | { kind: 'unmerge'; row: string; column: string }

/** The edition with a change. One about a row that is no longer there changes nothing. `used` are ids of earlier editions. */
export function applyChange(
  folder: EditionFolder,
  change: Change,
  used: ReadonlySet<string> = new Set(),
): EditionFolder {
  const { files } = folder
  switch (change.kind) {
    case 'cell':
      return changeCell(folder, change, used)
    case 'scoring':
      return changeRow(folder, change.row, row => withScoring(row, change.scoring))
    case 'departments':
      return changeDepartments(folder, change)
    case 'items':
      return changeRow(folder, change.row, row => withItems(row, change.texts, used))
    case 'id':
      return changeId(folder, change.id, change.to, used)
    case 'department-id':
      return renameDepartment(folder, change.id, change.to)
    case 'field':
      return {
        ...folder,
        files: {
          ...files,
          notice: withField(files.notice, change.field, change.value) as typeof files.notice,
        },
      }
    case 'body':
      return { ...folder, body: change.text }
    case 'title':
      return { ...folder, files: { ...files, indicators: { ...files.indicators, title: change.text } } }
    case 'bundle-title':
      return { ...folder, files: { ...files, materials: { ...files.materials, title: change.text } } }
    case 'material': {
      const items = files.materials.items.map(item =>
        item.id === change.id ? { ...item, label: change.label } : item,
      )
      return { ...folder, files: { ...files, materials: { ...files.materials, items } } }
    }
    case 'total': {
      const { points: _, ...rest } = files.indicators.declared
      const declared = change.points === null ? rest : { ...rest, points: change.points }
      return { ...folder, files: { ...files, indicators: { ...files.indicators, declared } } }
    }
    case 'note':
      return changeRow(folder, change.row, ({ note: _, ...row }) =>
        change.text === '' ? row : { ...row, note: change.text },
      )
    case 'unmerge':
      return changeRow(folder, change.row, ({ merged = [], ...row }) => {
        const left = merged.filter(name => name !== change.column)
        return left.length > 0 ? { ...row, merged: left } : row
      })
  }
}

function changeRow(
  folder: EditionFolder,
  id: string,
  change: (row: IndicatorSource) => IndicatorSource,
): EditionFolder {
  return withRows(
    folder,
    folder.files.indicators.indicators.map(row => (row.id === id ? change(row) : row)),
  )
}

/** The edition with these rows, its counts declared anew. */
function withRows(folder: EditionFolder, rows: IndicatorSource[]): EditionFolder {
  const { indicators } = folder.files
  const items = rows.reduce((sum, row) => sum + (row.items?.length ?? 0), 0)
  const declared = { ...indicators.declared, rows: rows.length, items }
  return { ...folder, files: { ...folder.files, indicators: { ...indicators, declared, indicators: rows } } }
}

function changeCell(
  folder: EditionFolder,
  { row: id, column, text }: Extract<Change, { kind: 'cell' }>,
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

function withScoring(row: IndicatorSource, scoring: Scoring): IndicatorSource {
  const { points: _, bonus: __, deduction: ___, veto: ____, ...rest } = row
  if (scoring.kind === 'none') return rest
  return scoring.kind === 'veto' ? { ...rest, veto: true } : { ...rest, [scoring.kind]: scoring.points }
}

/** Ids stay with their texts, then with their places; what is left gets numbers that nobody had. */
function withItems(
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

function nextId(place: string, taken: ReadonlySet<string>): string {
  let n = 1
  while (taken.has(`${place}-${n}`)) n++
  return `${place}-${n}`
}

/** The departments of a row, and of those below it that share its cell. Departments nobody answers to any more go. */
function changeDepartments(
  folder: EditionFolder,
  { row: id, lead, supporting }: Extract<Change, { kind: 'departments' }>,
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
  const named = new Set(rows.flatMap(row => [...(row.departments ?? []), ...(row.supporting ?? [])]))
  const known = new Map([...indicators.departments, ...departments].map(entry => [entry.id, entry]))
  const kept = [...known.values()].filter(entry => named.has(entry.id))
  const changed = withRows(folder, rows)
  return {
    ...changed,
    files: { ...changed.files, indicators: { ...changed.files.indicators, departments: kept } },
  }
}

function withDepartments(row: IndicatorSource, lead: string[], supporting: string[]): IndicatorSource {
  const { departments: _, supporting: __, ...rest } = row
  return {
    ...rest,
    ...(lead.length > 0 && { departments: lead }),
    ...(supporting.length > 0 && { supporting }),
  }
}

/** A row takes its items along, since their ids begin with its own. */
function changeId(folder: EditionFolder, id: string, to: string, used: ReadonlySet<string>): EditionFolder {
  const rows = folder.files.indicators.indicators
  const taken = new Set([
    ...used,
    ...rows.flatMap(row => [row.id, ...(row.items ?? []).map(item => item.id)]),
  ])
  const place = id.replace(/-\d+$/, '')
  const next = to === '' ? nextId(place, taken) : to
  if (to !== '' && rows.some(row => row.id === to || row.items?.some(item => item.id === to))) return folder
  const rename = (text: string) => (text.startsWith(`${id}-`) ? next + text.slice(id.length) : text)
  return withRows(
    folder,
    rows.map(row => {
      const items = row.items?.map(item => ({ ...item, id: item.id === id ? next : rename(item.id) }))
      return { ...row, id: row.id === id ? next : row.id, ...(items && { items }) }
    }),
  )
}

function renameDepartment(folder: EditionFolder, id: string, to: string): EditionFolder {
  const { indicators } = folder.files
  if (indicators.departments.some(department => department.id === to)) return folder
  const rename = (ids: string[] | undefined) => ids?.map(one => (one === id ? to : one))
  const departments = indicators.departments.map(entry => (entry.id === id ? { ...entry, id: to } : entry))
  const rows = indicators.indicators.map(row => ({
    ...row,
    ...(row.departments && { departments: rename(row.departments) }),
    ...(row.supporting && { supporting: rename(row.supporting) }),
  }))
  return {
    ...folder,
    files: { ...folder.files, indicators: { ...indicators, departments, indicators: rows } },
  }
}

/** A copy with the field of this path set; an empty value takes it out. */
function withField(data: Record<string, unknown>, path: string, value: string): Record<string, unknown> {
  const [first = '', ...rest] = path.split('.')
  if (rest.length > 0) {
    const inner = (data[first] ?? {}) as Record<string, unknown>
    return { ...data, [first]: withField(inner, rest.join('.'), value) }
  }
  if (first === 'keywords') return { ...data, keywords: value.split(/[\s、,，;；]+/).filter(Boolean) }
  const needed = ['indexNumber', 'documentNumber']
  const { [first]: _, ...others } = data
  return value === '' && !needed.includes(first) ? others : { ...data, [first]: value }
}
