/** `indicators.yaml` from the rows of a table and what earlier editions say. */
import type { EditionFiles } from '../build/content-shape'
import type { IndicatorSource } from '../core/edition/content'
import { saysSame, withoutScore } from '../core/text/likeness'
import type { Earlier, KnownRow } from './earlier'
import { type Named, nameEntries } from './identity'
import type { Question, RowDoubt } from './question'
import { nameDepartments } from './table/department'
import type { TableRow } from './table/table-row'

export interface NewIndicators {
  data: EditionFiles['indicators']
  questions: Question[]
}

/** The usual total; another one is a question. */
const usualTotal = 100

export interface PrintedIndicators {
  title: string
  rows: readonly TableRow[]
  /** The points of the 合计 line. */
  total: number | undefined
  notes: string[]
}

export function buildIndicators(
  { title, rows, total, notes }: PrintedIndicators,
  earlier: Earlier,
): NewIndicators {
  const departments = nameDepartments(
    rows.map(row => row.department),
    earlier.departments,
  )
  const named = nameEntries(
    rows.map(row => ({ text: withoutScore(row.content), place: String(row.number) })),
    earlier.rows,
    earlier.used,
  )
  const built = rows.map((row, index) => {
    const entry = named[index] ?? { id: '' }
    return buildRow(row, entry, departments.idOf(row.department), earlier)
  })
  const points = sum(built.map(({ row }) => row.points ?? 0))
  const data = {
    title,
    declared: {
      rows: built.length,
      items: sum(built.map(({ row }) => row.items?.length ?? 0)),
      points: total ?? points,
    },
    ...(notes.length > 0 ? { notes } : {}),
    departments: departments.departments,
    indicators: built.map(({ row }) => row),
  }
  const questions = [
    ...departments.added.map(({ id, name }): Question => ({ code: 'department-new', id, name })),
    ...totalQuestions(points, total),
    ...built.flatMap(({ questions }) => questions),
    ...noteQuestions(earlier, new Set(built.map(({ row }) => row.id))),
  ]
  return { data, questions }
}

function buildRow(table: TableRow, entry: Named<KnownRow>, department: string, earlier: Earlier) {
  const { id } = entry
  const before = entry.before?.row
  const items = nameEntries(
    table.evidence.items.map(text => ({ text, place: id })),
    before?.items ?? [],
    earlier.used,
  ).map((named, index) => ({ ...named, text: table.evidence.items[index] ?? '' }))
  const row: IndicatorSource = {
    id,
    ...(Number(id.split('-')[0]) === table.number ? {} : { number: table.number }),
    name: table.name,
    content: table.content,
    ...scoreFields(table),
    department,
    ...(table.departmentMerged ? { departmentMerged: true as const } : {}),
    ...(table.required ? { required: table.required } : {}),
    ...(items.length > 0
      ? { evidence: table.evidence.text, items: items.map(({ id, text }) => ({ id, text })) }
      : {}),
    ...(table.note ? { note: table.note } : {}),
  }
  const questions: Question[] = table.doubts.map(doubt => ({
    row: id,
    ...withEarlier(doubt, before, earlier),
  }))
  const wasWorded = earlier.texts.get(id)
  if (wasWorded !== undefined && !saysSame(withoutScore(wasWorded), withoutScore(table.content))) {
    questions.push({ row: id, code: 'row-reworded', before: wasWorded, after: table.content })
  }
  if (entry.near)
    questions.push({ row: id, code: 'row-near', other: entry.near.id, text: entry.near.row.content })
  for (const item of items) {
    const was = earlier.texts.get(item.id)
    if (was !== undefined && !saysSame(was, item.text)) {
      questions.push({ row: item.id, code: 'item-reworded', before: was, after: item.text })
    }
  }
  return { row, questions }
}

/** Notes speak of one year's print, so they are not carried over, but asked about. */
function noteQuestions({ last }: Earlier, kept: ReadonlySet<string>): Question[] {
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
  const was = departments.find(({ id }) => id === before?.department)?.name
  return doubt.code === 'department-filled' && was ? { ...doubt, before: was } : doubt
}

function scoreFields({ scoring }: TableRow): Pick<IndicatorSource, 'points' | 'deduction' | 'veto'> {
  if (scoring === undefined) return {}
  if (scoring.kind === 'veto') return { veto: true }
  return { [scoring.kind]: scoring.points }
}

function totalQuestions(found: number, printed: number | undefined): Question[] {
  if (printed !== undefined && printed !== found) return [{ code: 'total-differs', printed, found }]
  return printed === undefined && found !== usualTotal ? [{ code: 'total-unusual', found }] : []
}

/** Rounded: 0.1 + 0.2 + 0.3 is not 0.6. */
function sum(values: number[]): number {
  return Math.round(values.reduce((total, value) => total + value, 0) * 1000) / 1000
}
