/**
 * What a publisher wrote, and everything that can be wrong with it beyond its shape: ids, departments, totals, counts,
 * and texts that do not stand in the notice. Problems are data; `wording.ts` has their sentences.
 */

import { nameKey } from '../text/name-key'
import { type ReadRow, readRows } from './read-rows'
import { type ColumnSource, type IndicatorSource, saysNothing } from './table-source'

/** The importer writes this where it found nothing; content that still holds it is not published. */
export const toFill = '【待填】'

/** The content files after their shape was checked. */
export interface CatalogueSource {
  edition: string
  /** The edition's name, as `2023年度食品安全考核`; absent where its year says enough. */
  label?: string | undefined
  title: string
  /** `points` is absent where the document states no total. */
  declared: { rows: number; items: number; points?: number | undefined }
  notes?: string[] | undefined
  columns: ColumnSource[]
  departments: { id: string; name: string }[]
  indicators: IndicatorSource[]
  materials: {
    title: string
    folder: string
    note?: string | undefined
    items: { id: string; label: string; text: string }[]
  }
  report: ReportSource
  /** The notice's text, in which every common material must stand. */
  noticeText: string
  /** Who is expected to hand in, where the publisher says so. */
  units?: UnitSource[] | undefined
}

interface UnitSource {
  name: string
  departments?: string[] | undefined
  aliases?: string[] | undefined
}

/** `report.yaml`, as written. */
export interface ReportSource {
  title: string
  placeholder: string
  item?: string | undefined
  sections: {
    id: string
    heading: string
    indicators?: boolean | undefined
    contentLabel?: string | undefined
    answerLabel?: string | undefined
    note?: string | undefined
  }[]
}

/** One thing wrong in the content: which file and entry, and a code `wording.ts` has the sentence for. */
export type ContentProblem = {
  file: 'indicators.yaml' | 'materials.yaml' | 'report.yaml' | 'units.yaml'
  entry: string
} & (
  | { code: 'duplicate-id' }
  | { code: 'duplicate-unit'; other: string }
  | { code: 'bad-id'; expected: string }
  | { code: 'unknown-department'; department: string }
  | { code: 'scoring-several' }
  | { code: 'merged-with-other'; above: string }
  | { code: 'merged-with-none'; column: string }
  | { code: 'duplicate-column'; column: string }
  | { code: 'unknown-column'; column: string }
  | { code: 'no-content-column' }
  | { code: 'empty-row' }
  | { code: 'wrong-points'; declared: number; found: number }
  | { code: 'wrong-rows'; declared: number; found: number }
  | { code: 'wrong-items'; declared: number; found: number }
  | { code: 'items-without-evidence' }
  | { code: 'evidence-without-items' }
  | { code: 'text-not-in-source'; text: string }
  | { code: 'reused-id'; year: string; text: string }
  | { code: 'title-without-placeholder'; placeholder: string }
  | { code: 'unknown-material'; item: string }
)

/** Everything wrong with a source, in the order of its entries; empty when it is sound. */
export function findContentProblems(source: CatalogueSource): ContentProblem[] {
  return [
    ...findIdProblems(source),
    ...findColumnProblems(source),
    ...readRows(source).flatMap((row, i) => findRowProblems(source, row, source.indicators[i - 1])),
    ...findTotalProblems(source),
    ...findMaterialProblems(source),
    ...findReportProblems(source),
    ...findUnitProblems(source),
  ]
}

function findIdProblems(source: CatalogueSource): ContentProblem[] {
  const problems: ContentProblem[] = []
  const seen = new Set<string>()
  const check = (file: ContentProblem['file'], id: string, isWellFormed: boolean, expected: string) => {
    if (seen.has(id)) problems.push({ file, entry: id, code: 'duplicate-id' })
    else if (!isWellFormed) problems.push({ file, entry: id, code: 'bad-id', expected })
    seen.add(id)
  }
  for (const department of source.departments) {
    check('indicators.yaml', department.id, /^[a-z]+(-[a-z]+)*$/.test(department.id), 'market-regulation')
  }
  for (const row of source.indicators) {
    check('indicators.yaml', row.id, /^[1-9]\d{0,2}-[1-9]\d{0,2}$/.test(row.id), '8-2')
    for (const item of row.items ?? []) {
      const isWellFormed =
        item.id.startsWith(`${row.id}-`) && /^[1-9]\d{0,2}$/.test(item.id.slice(row.id.length + 1))
      check('indicators.yaml', item.id, isWellFormed, `${row.id}-1`)
    }
  }
  for (const item of source.materials.items) {
    check('materials.yaml', item.id, /^0-[1-9]\d?$/.test(item.id), '0-1')
  }
  return problems
}

function findColumnProblems({ columns, indicators }: CatalogueSource): ContentProblem[] {
  const names = columns.map(({ name }) => name)
  const at = { file: 'indicators.yaml', entry: 'columns' } as const
  const doubles = names.filter((name, i) => names.indexOf(name) !== i)
  const known = new Set(names)
  return [
    ...doubles.map((column): ContentProblem => ({ ...at, code: 'duplicate-column', column })),
    ...(columns.some(({ role }) => role === 'content')
      ? []
      : [{ ...at, code: 'no-content-column' as const }]),
    ...indicators.flatMap(({ id, cells, merged = [], across = {} }) =>
      [...Object.keys(cells), ...merged, ...Object.keys(across)]
        .filter(column => !known.has(column))
        .map((column): ContentProblem => ({ ...at, entry: id, code: 'unknown-column', column })),
    ),
  ]
}

function findRowProblems(
  { columns, departments }: CatalogueSource,
  { source: row, content, name, evidence }: ReadRow,
  above: IndicatorSource | undefined,
): ContentProblem[] {
  const at = { file: 'indicators.yaml', entry: row.id } as const
  const problems: ContentProblem[] = []
  const known = new Set(departments.map(({ id }) => id))
  const own = [...(row.departments ?? []), ...(row.supporting ?? [])]
  for (const department of own)
    if (!known.has(department)) problems.push({ ...at, code: 'unknown-department', department })
  const scores = [row.points, row.bonus, row.deduction, row.veto].filter(value => value !== undefined)
  if (scores.length > 1) problems.push({ ...at, code: 'scoring-several' })
  if (content === '' && name === row.id) problems.push({ ...at, code: 'empty-row' })
  const isMerged = (role: ColumnSource['role']) =>
    columns.some(column => column.role === role && row.merged?.includes(column.name))
  const first = above === undefined ? row.merged?.[0] : undefined
  if (first !== undefined) problems.push({ ...at, code: 'merged-with-none', column: first })
  const isOther = isMerged('department') && String(row.departments) !== String(above?.departments)
  if (above && isOther) problems.push({ ...at, code: 'merged-with-other', above: above.id })
  const items = row.items ?? []
  if (items.length > 0 && evidence === '') problems.push({ ...at, code: 'items-without-evidence' })
  if (items.length === 0 && !saysNothing(evidence) && !isMerged('evidence'))
    problems.push({ ...at, code: 'evidence-without-items' })
  for (const item of evidence === '' ? [] : items) {
    if (!evidence.includes(item.text))
      problems.push({ ...at, entry: item.id, code: 'text-not-in-source', text: item.text })
  }
  return problems
}

function findTotalProblems({ declared, indicators }: CatalogueSource): ContentProblem[] {
  const found = {
    rows: indicators.length,
    items: indicators.reduce((sum, row) => sum + (row.items?.length ?? 0), 0),
    // Rounded: 0.1 + 0.2 + 0.3 is not 0.6.
    points: Math.round(indicators.reduce((sum, row) => sum + (row.points ?? 0), 0) * 1000) / 1000,
  }
  const problem = (
    code: 'wrong-rows' | 'wrong-items' | 'wrong-points',
    key: keyof typeof found,
  ): ContentProblem[] =>
    declared[key] === undefined || declared[key] === found[key]
      ? []
      : [{ file: 'indicators.yaml', entry: 'declared', code, declared: declared[key], found: found[key] }]
  return [
    ...problem('wrong-rows', 'rows'),
    ...problem('wrong-items', 'items'),
    ...problem('wrong-points', 'points'),
  ]
}

function findMaterialProblems({ materials, noticeText }: CatalogueSource): ContentProblem[] {
  return materials.items
    .filter(item => !noticeText.includes(item.text))
    .map(item => ({ file: 'materials.yaml', entry: item.id, code: 'text-not-in-source', text: item.text }))
}

function findUnitProblems({ units = [], departments }: CatalogueSource): ContentProblem[] {
  const known = new Set(departments.map(department => department.id))
  const owners = new Map<string, string>()
  return units.flatMap(unit => {
    const at = { file: 'units.yaml', entry: unit.name } as const
    const problems: ContentProblem[] = (unit.departments ?? [])
      .filter(id => !known.has(id))
      .map(id => ({ ...at, code: 'unknown-department', department: id }))
    for (const key of new Set([unit.name, ...(unit.aliases ?? [])].map(nameKey))) {
      const other = owners.get(key)
      if (other === undefined) owners.set(key, unit.name)
      else problems.push({ ...at, code: 'duplicate-unit', other })
    }
    return problems
  })
}

function findReportProblems({ report, materials }: CatalogueSource): ContentProblem[] {
  const file = 'report.yaml'
  const problems: ContentProblem[] = []
  const { title, placeholder, item } = report
  if (!title.includes(placeholder))
    problems.push({ file, entry: 'title', code: 'title-without-placeholder', placeholder })
  if (item !== undefined && !materials.items.some(({ id }) => id === item))
    problems.push({ file, entry: 'item', code: 'unknown-material', item })
  const seen = new Set<string>()
  for (const { id } of report.sections) {
    if (seen.has(id)) problems.push({ file, entry: id, code: 'duplicate-id' })
    else if (!/^[a-z]+(-[a-z]+)*$/.test(id))
      problems.push({ file, entry: id, code: 'bad-id', expected: 'next-steps' })
    seen.add(id)
  }
  return problems
}
