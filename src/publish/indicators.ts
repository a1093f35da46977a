/** `indicators.yaml` from the rows of a table and what earlier editions say. */
import type { EditionFiles } from '../build/content-shape'
import type { ColumnSource, IndicatorSource } from '../core/edition/table-source'
import { saysSame, withoutScore } from '../core/text/likeness'
import type { Earlier, KnownRow } from './earlier'
import { type Named, nameEntries } from './identity'
import { placesOf } from './place'
import type { Question, RowDoubt } from './question'
import { type NamedDepartments, nameDepartments } from './table/department'
import type { RoledColumn } from './table/roles'
import type { TableRow } from './table/row'
import { findTotal } from './total'

/** More questions of one kind are asked together. */
const mostAlike = 5

export interface NewIndicators {
  data: EditionFiles['indicators']
  questions: Question[]
  /** How each column was understood. */
  columns: RoledColumn[]
}

interface PrintedIndicators {
  title: string
  columns: RoledColumn[]
  rows: readonly TableRow[]
  /** The points of the 合计 line. */
  total: number | undefined
  notes: string[]
  /** Lines of the table's document and the notice outside of rows, which may say what the points come to. */
  lines: readonly string[]
}

export function buildIndicators(printed: PrintedIndicators, earlier: Earlier): NewIndicators {
  const { title, columns, rows, notes } = printed
  const departments = nameDepartments(
    rows.flatMap(row => row.departments.map(({ name }) => name)),
    earlier.departments,
  )
  const places = placesOf(rows)
  const withIds = nameEntries(
    rows.map((row, i) => ({ text: identityOf(row, rows), place: places[i] ?? '1' })),
    earlier.rows,
    earlier.used,
  )
  const sources = columns.map(sourceOf)
  const built = rows.map((row, index) =>
    buildRow(row, sources, withIds[index] ?? { id: '' }, departments, earlier),
  )
  const points = sum(built.map(({ row }) => row.points ?? 0))
  const total = findTotal(printed, points)
  const data = {
    title,
    declared: {
      rows: built.length,
      items: sum(built.map(({ row }) => row.items?.length ?? 0)),
      ...(total.points !== undefined && { points: total.points }),
    },
    ...(notes.length > 0 ? { notes } : {}),
    columns: sources,
    departments: departments.departments,
    indicators: built.map(({ row }) => row),
  }
  const questions = [
    ...columnQuestions(columns, points > 0),
    ...departmentQuestions(departments),
    ...total.questions,
    ...gatherQuestions(built.flatMap(({ questions }) => questions)),
    ...noteQuestions(earlier, new Set(built.map(({ row }) => row.id))),
  ]
  return { data, questions, columns }
}

function sourceOf({ name, role, heading }: RoledColumn): ColumnSource {
  return heading.length === 1 && heading[0] === name ? { name, role } : { name, role, heading }
}

/** As `core/edition/read-rows` has it: of rows that share one content the criteria tell them apart. */
function identityOf({ content, criteria, levels }: TableRow, rows: readonly TableRow[]): string {
  const isShared =
    content !== '' && criteria !== '' && rows.filter(other => other.content === content).length > 1
  return withoutScore(content || (levels[levels.length - 1] ?? '')) + (isShared ? criteria : '')
}

function buildRow(
  table: TableRow,
  columns: readonly ColumnSource[],
  fate: Named<KnownRow>,
  departments: NamedDepartments,
  earlier: Earlier,
) {
  const { id } = fate
  const before = fate.before?.row.source
  const items = nameEntries(
    table.evidence.items.map(text => ({ text, place: id })),
    before?.items ?? [],
    earlier.used,
  ).map((named, index) => ({ ...named, text: table.evidence.items[index] ?? '' }))
  const those = (part: 'lead' | 'support') =>
    table.departments.filter(entry => entry.part === part).map(({ name }) => departments.idOf(name))
  const [lead, supporting] = [those('lead'), those('support')]
  const row: IndicatorSource = {
    id,
    ...(table.sections.length > 0 && { sections: table.sections }),
    ...cellFields(table, columns),
    ...scoreFields(table),
    ...(lead.length > 0 && { departments: lead }),
    ...(supporting.length > 0 && { supporting }),
    ...(items.length > 0 && { items: items.map(({ id, text }) => ({ id, text })) }),
    ...(table.note && { note: table.note }),
  }
  const questions: Question[] = table.doubts.map(doubt => ({
    row: id,
    ...withEarlier(doubt, before, earlier),
  }))
  const wasWorded = earlier.texts.get(id)
  const isWorded = table.content || (table.levels[table.levels.length - 1] ?? '')
  if (wasWorded !== undefined && !saysSame(withoutScore(wasWorded), withoutScore(isWorded))) {
    questions.push({ row: id, code: 'row-reworded', before: wasWorded, after: isWorded })
  }
  if (fate.near)
    questions.push({ row: id, code: 'row-near', other: fate.near.id, text: fate.near.row.content })
  for (const item of items) {
    const was = earlier.texts.get(item.id)
    if (was !== undefined && !saysSame(was, item.text)) {
      questions.push({ row: item.id, code: 'item-reworded', before: was, after: item.text })
    }
  }
  return { row, questions }
}

/** A merged cell's text stands in its first row only. */
function cellFields({ texts, merged, spans }: TableRow, columns: readonly ColumnSource[]) {
  const cells: Record<string, string> = {}
  const across: Record<string, number> = {}
  const joined: string[] = []
  for (const [place, { name }] of columns.entries()) {
    const text = texts[place] ?? ''
    if (merged[place] && text !== '') joined.push(name)
    else if (text !== '') cells[name] = text
    const span = spans[place] ?? 1
    if (span > 1 && text !== '') across[name] = span
  }
  return {
    cells,
    ...(joined.length > 0 && { merged: joined }),
    ...(Object.keys(across).length > 0 && { across }),
  }
}

/** Notes speak of one year's print, so they are not carried over, but asked about. */
function noteQuestions({ model: last }: Earlier, kept: ReadonlySet<string>): Question[] {
  const noted = last?.files.indicators.indicators.filter(({ id, note }) => note && kept.has(id)) ?? []
  return last && noted.length > 0
    ? [{ code: 'notes-before', edition: last.id, rows: noted.map(({ id }) => id) }]
    : []
}

/** Where a department was filled in, the one that the row had before is worth knowing. */
function withEarlier(
  doubt: RowDoubt,
  before: IndicatorSource | undefined,
  { departments }: Earlier,
): RowDoubt {
  const was = departments.find(({ id }) => id === before?.departments?.[0])?.name
  return doubt.code === 'department-filled' && was ? { ...doubt, before: was } : doubt
}

function scoreFields({ scoring }: TableRow): Partial<IndicatorSource> {
  if (scoring === undefined || scoring.kind === 'none') return {}
  if (scoring.kind === 'veto') return { veto: true }
  return { [scoring.kind]: scoring.points }
}

/** A role that rests on a guess is asked about; a column nobody knows only where it may be the evidence that is missing. */
function columnQuestions(columns: readonly RoledColumn[], isScored: boolean): Question[] {
  const filled = columns.filter(({ example }) => example !== '')
  const guessed = filled.filter(({ basis, role }) => basis === 'guess' && role !== 'none')
  const lacksEvidence = !columns.some(({ role }) => role === 'evidence')
  const unknown = filled.filter(({ basis }) => basis === 'unknown' && lacksEvidence)
  const lacks = isScored && !columns.some(({ role }) => role === 'department') ? ['department' as const] : []
  return [
    ...guessed.map(({ name, role, example }): Question => ({ code: 'column-guessed', name, role, example })),
    ...unknown.map(({ name, example }): Question => ({ code: 'column-unknown', name, example })),
    ...lacks.map((role): Question => ({ code: 'column-missing', role })),
  ]
}

function departmentQuestions({ added }: NamedDepartments): Question[] {
  return added.length > 0 ? [{ code: 'departments-new', departments: added }] : []
}

/** Joins equal questions about many rows to one. */
function gatherQuestions(questions: readonly Question[]): Question[] {
  const kindOf = (question: Question) => {
    if (question.code === 'cells-shared') return 'rows-shared'
    return question.code === 'list-split' && question.by === 'punctuation' ? 'lists-split' : undefined
  }
  return (['lists-split', 'rows-shared'] as const).reduce(
    (left: Question[], code) => {
      const rows = left.filter(question => kindOf(question) === code).flatMap(({ row }) => row ?? [])
      return rows.length > mostAlike
        ? [...left.filter(question => kindOf(question) !== code), { code, rows }]
        : left
    },
    [...questions],
  )
}

/** Rounded: 0.1 + 0.2 + 0.3 is not 0.6. */
function sum(values: number[]): number {
  return Math.round(values.reduce((total, value) => total + value, 0) * 1000) / 1000
}
