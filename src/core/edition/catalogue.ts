/**
 * An edition's 考核要点 as data: in comes what `content/<edition>/` says, out goes the catalogue every page works with.
 * Invariant: a catalogue that was built is sound — ids are unique and well formed, departments exist, points and counts
 * are those the edition declares, and every item's text stands in the notice or in its indicator's evidence cell.
 */
import { type CatalogueSource, findContentProblems, type ReportSource } from './content'
import { type ReadRow, readRows } from './read-rows'
import { type ColumnRole, type ColumnSource, type IndicatorSource, saysNothing } from './table-source'

/** A 材料项: one thing to tick off. `counted` is false for a row's「其他」, which is optional. */
export interface Item {
  id: string
  /** Verbatim from the notice, without its number and closing punctuation. */
  text: string
  /** Short name for folders; derived from `text` where the content gives none. */
  label: string
  counted: boolean
}

/**
 * How a row scores: points to earn, at most so many points more (outside the total) or fewer, a veto (考核结果一律为不合格), or
 * not at all.
 */
export type Scoring =
  | { kind: 'points' | 'bonus' | 'deduction'; points: number }
  | { kind: 'veto' }
  | { kind: 'none' }

export interface Department {
  id: string
  name: string
}

/** Who answers for a row: `lead` 牵头, or the only ones there are; `support` 配合. */
export interface Responsible extends Department {
  part: 'lead' | 'support'
}

/** One row of the table. */
export interface Indicator {
  id: string
  /** The printed 序号; empty where the table has none. */
  number: string
  /** The levels above it, from the outermost; `name` is mostly the last of them. */
  levels: string[]
  name: string
  content: string
  /** 评分标准 and 考评方式; empty where the table has none. */
  criteria: string
  method: string
  scoring: Scoring
  /** Empty where every unit answers for the row. */
  departments: Responsible[]
  /** The 是否需要印证材料 cell, verbatim; mostly empty. */
  required: string
  /** The 印证材料清单 cell, verbatim; empty where the table lists nothing. */
  evidence: string
  /** The row's own, as printed; empty where the notice's counts. */
  deadline: string
  /** The texts of further columns, with their heads. */
  other: { head: string; text: string }[]
  items: Item[]
  /** 编者注, shown apart from the text. */
  note: string
}

/** Annex 2: the sections of the 自评报告, in order. */
interface ReportTemplate {
  title: string
  /** The words of the title that stand for the unit: ××局. */
  placeholder: string
  /** The common material that the sealed report goes to, or none. */
  item: Item | null
  sections: ReportSection[]
}

/** One section. `indicators` is true where it goes through the rows one by one, with these labels. */
export interface ReportSection {
  id: string
  heading: string
  indicators: boolean
  contentLabel: string
  answerLabel: string
  /** 编者注, shown apart from the template's own words. */
  note: string
}

export interface Catalogue {
  /** The folder's name, which is the edition's address: `2022`, `2023-food`. */
  edition: string
  /** The name people use: 2022年度, 2023年度食品安全考核. */
  label: string
  /** The table's title, as printed. */
  title: string
  /** The part of a bundle's name after the unit's name, e.g. 2022年考核资料. */
  bundleTitle: string
  departments: Department[]
  /** The heads of the table's columns; those of 2022 where it has none. */
  heads: Record<'department' | 'criteria' | 'method' | 'deadline', string>
  /** 共性资料: asked of every unit. */
  materials: { folder: string; note: string; items: Item[] }
  indicators: Indicator[]
  report: ReportTemplate
  /** Editor's notes on the table as a whole. */
  notes: string[]
}

const otherItemText = '其他印证材料'

/**
 * The catalogue of a sound source.
 * @throws when the source has problems; `findContentProblems` names them.
 */
export function buildCatalogue(source: CatalogueSource): Catalogue {
  const problems = findContentProblems(source)
  if (problems.length > 0) {
    throw new Error(
      `Cannot build catalogue: edition ${source.edition} has ${problems.length} problem(s), first ${problems[0]?.code}`,
    )
  }
  const { folder, note = '', items } = source.materials
  const materials = { folder, note, items: items.map(item => ({ ...item, counted: true })) }
  return {
    edition: source.edition,
    label: source.label ?? `${source.edition.slice(0, 4)}年度`,
    title: source.title,
    bundleTitle: source.materials.title,
    departments: source.departments,
    heads: headsOf(source.columns),
    materials,
    indicators: readRows(source).map(row => buildIndicator(row, source.departments)),
    report: buildTemplate(source.report, materials.items),
    notes: source.notes ?? [],
  }
}

/** The levels above a row's name, from the outermost. */
export function levelsAbove({ levels, name }: Indicator): string[] {
  return levels.filter(level => level !== name)
}

/** The further fields of a row under the heads of the table; empty ones are left out. */
export function detailsOf(row: Indicator, heads: Catalogue['heads']): { head: string; text: string }[] {
  return [
    { head: heads.criteria, text: row.criteria },
    { head: heads.method, text: row.method },
    { head: heads.deadline, text: row.deadline },
    ...row.other,
  ].filter(({ text }) => text !== '')
}

function headsOf(columns: readonly ColumnSource[]): Catalogue['heads'] {
  const head = (role: ColumnRole, usual: string) =>
    columns.find(column => column.role === role)?.name ?? usual
  return {
    department: head('department', '评价部门'),
    criteria: head('criteria', '评分标准'),
    method: head('method', '考评方式'),
    deadline: head('deadline', '完成时限'),
  }
}

/** The rows a unit answers for, in printed order. */
export function indicatorsOf(catalogue: Catalogue, departments: readonly string[]): Indicator[] {
  return catalogue.indicators.filter(indicator => concerns(indicator, departments))
}

/** Whether a unit of these departments answers for a row, leading or supporting; a row without any is everybody's. */
export function concerns({ departments }: Indicator, ids: readonly string[]): boolean {
  return departments.length === 0 || departments.some(({ id }) => ids.includes(id))
}

/** `lead` or `support` where a row tells leading from supporting departments; null where there is nothing to tell. */
export function partOf({ departments }: Indicator, ids: readonly string[]): Responsible['part'] | null {
  if (!departments.some(({ part }) => part === 'support')) return null
  const own = departments.filter(({ id }) => ids.includes(id))
  if (own.length === 0) return null
  return own.some(({ part }) => part === 'lead') ? 'lead' : 'support'
}

/** Every item of the catalogue by its id, the「其他」slots included. */
export function itemsById(catalogue: Catalogue): Map<string, Item> {
  const all = [...catalogue.materials.items, ...catalogue.indicators.flatMap(indicator => indicator.items)]
  return new Map(all.map(item => [item.id, item]))
}

function buildTemplate(
  { title, placeholder, item, sections }: ReportSource,
  materials: readonly Item[],
): ReportTemplate {
  return {
    title,
    placeholder,
    item: materials.find(({ id }) => id === item) ?? null,
    sections: sections.map(
      ({ id, heading, indicators = false, contentLabel = '', answerLabel = '', note = '' }) => {
        return { id, heading, indicators, contentLabel, answerLabel, note }
      },
    ),
  }
}

function buildIndicator(row: ReadRow, departments: readonly Department[]): Indicator {
  const { source, texts, evidence, ...read } = row
  const { id } = source
  const items = (source.items ?? []).map(item => ({ ...item, label: labelOf(item.text), counted: true }))
  const those = (ids: readonly string[] = [], part: Responsible['part']) =>
    ids.flatMap(id =>
      departments.filter(department => department.id === id).map(found => ({ ...found, part })),
    )
  return {
    ...read,
    id,
    scoring: scoringOf(source),
    departments: [...those(source.departments, 'lead'), ...those(source.supporting, 'support')],
    evidence: saysNothing(evidence) ? '' : evidence,
    items: [...items, { id: `${id}-0`, text: otherItemText, label: otherItemText, counted: false }],
    note: source.note ?? '',
  }
}

/** An item's first clause: what fits on a folder, e.g. 成立领导机构. */
function labelOf(text: string): string {
  return text.split(/[,，;；。:：]/)[0] ?? text
}

export function scoringOf({ points, bonus, deduction, veto }: IndicatorSource): Scoring {
  if (veto) return { kind: 'veto' }
  if (deduction !== undefined) return { kind: 'deduction', points: deduction }
  if (bonus !== undefined) return { kind: 'bonus', points: bonus }
  return points === undefined ? { kind: 'none' } : { kind: 'points', points }
}
