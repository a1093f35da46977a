/**
 * What a publisher wrote, and everything that can be wrong with it beyond its shape: ids, departments, totals, counts,
 * and texts that do not stand in the notice. Problems are data; `wording.ts` has their sentences.
 */

import { nameKey } from '../text/name-key'

/** What the content files say, after their shape was checked. */
export interface CatalogueSource {
  edition: string
  title: string
  declared: { rows: number; items: number; points: number }
  notes?: string[] | undefined
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

export interface UnitSource {
  name: string
  departments?: string[] | undefined
  aliases?: string[] | undefined
}

export interface IndicatorSource {
  id: string
  /** The printed 序号, where it is not the id's: a row keeps its id when a later table moves it. */
  number?: number | undefined
  name: string
  content: string
  points?: number | undefined
  deduction?: number | undefined
  veto?: true | undefined
  department: string
  departmentMerged?: true | undefined
  /** The cell 是否需要印证材料; absent where it is empty. */
  required?: string | undefined
  evidence?: string | undefined
  items?: { id: string; text: string }[] | undefined
  note?: string | undefined
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
  | { code: 'scoring-not-one' }
  | { code: 'merged-with-other'; above: string }
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
    ...findRowProblems(source),
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
    check('indicators.yaml', row.id, /^[1-9]\d{0,2}-[1-9]\d?$/.test(row.id), '8-2')
    for (const item of row.items ?? []) {
      const isWellFormed =
        item.id.startsWith(`${row.id}-`) && /^[1-9]\d?$/.test(item.id.slice(row.id.length + 1))
      check('indicators.yaml', item.id, isWellFormed, `${row.id}-1`)
    }
  }
  for (const item of source.materials.items) {
    check('materials.yaml', item.id, /^0-[1-9]\d?$/.test(item.id), '0-1')
  }
  return problems
}

function findRowProblems(source: CatalogueSource): ContentProblem[] {
  const departments = new Set(source.departments.map(department => department.id))
  return source.indicators.flatMap((row, i) => {
    const above = source.indicators[i - 1]
    const at = { file: 'indicators.yaml', entry: row.id } as const
    const problems: ContentProblem[] = []
    if (!departments.has(row.department))
      problems.push({ ...at, code: 'unknown-department', department: row.department })
    if ([row.points, row.deduction, row.veto].filter(value => value !== undefined).length !== 1) {
      problems.push({ ...at, code: 'scoring-not-one' })
    }
    if (row.departmentMerged && row.department !== above?.department)
      problems.push({ ...at, code: 'merged-with-other', above: above?.id ?? '' })
    const items = row.items ?? []
    if (items.length > 0 && !row.evidence) problems.push({ ...at, code: 'items-without-evidence' })
    if (items.length === 0 && row.evidence) problems.push({ ...at, code: 'evidence-without-items' })
    for (const item of row.evidence ? items : []) {
      if (!row.evidence?.includes(item.text))
        problems.push({ ...at, entry: item.id, code: 'text-not-in-source', text: item.text })
    }
    return problems
  })
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
    declared[key] === found[key]
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
