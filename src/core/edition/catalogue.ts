/**
 * An edition's 考核要点 as data: in comes what `content/<edition>/` says, out goes the catalogue every page works with.
 * Invariant: a catalogue that was built is sound — ids are unique and well formed, departments exist, points and counts
 * are those the edition declares, and every item's text stands in the notice or in its indicator's evidence cell.
 */
import { type CatalogueSource, findContentProblems, type IndicatorSource, type ReportSource } from './content'

/** A 材料项: one thing to tick off. `counted` is false for a row's「其他」, which is optional. */
export interface Item {
  id: string
  /** Verbatim from the notice, without its number and closing punctuation. */
  text: string
  /** Short name for folders; derived from `text` where the content gives none. */
  label: string
  counted: boolean
}

/** How a row scores: points to earn, at most so many points deducted, or a veto (考核结果一律为不合格). */
export type Scoring =
  | { kind: 'points'; points: number }
  | { kind: 'deduction'; points: number }
  | { kind: 'veto' }

export interface Department {
  id: string
  name: string
}

/** One row of the table. `number` is its printed 序号; several rows may share one. */
export interface Indicator {
  id: string
  number: number
  name: string
  content: string
  scoring: Scoring
  department: string
  /** True where the printed table merged the department cell into the row above. */
  departmentMerged: boolean
  /** The 是否需要印证材料 cell, verbatim; mostly empty. */
  required: string
  /** The 印证材料清单 cell, verbatim; empty where the table lists nothing. */
  evidence: string
  items: Item[]
  /** 编者注, shown apart from the text. */
  note: string
}

/** Annex 2: the sections of the 自评报告, in order. */
export interface ReportTemplate {
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
  edition: string
  /** The table's title, as printed. */
  title: string
  /** What a bundle is called after the unit's name, e.g. 2022年考核资料. */
  bundleTitle: string
  departments: Department[]
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
    title: source.title,
    bundleTitle: source.materials.title,
    departments: source.departments,
    materials,
    indicators: source.indicators.map(buildIndicator),
    report: buildTemplate(source.report, materials.items),
    notes: source.notes ?? [],
  }
}

/** The rows a unit answers for, in printed order. */
export function indicatorsOf(catalogue: Catalogue, departments: readonly string[]): Indicator[] {
  return catalogue.indicators.filter(indicator => departments.includes(indicator.department))
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

function buildIndicator(row: IndicatorSource): Indicator {
  const items = (row.items ?? []).map(item => ({ ...item, label: labelOf(item.text), counted: true }))
  return {
    id: row.id,
    number: row.number ?? numberOf(row.id),
    name: row.name,
    content: row.content,
    scoring: scoringOf(row),
    department: row.department,
    departmentMerged: row.departmentMerged ?? false,
    required: row.required ?? '',
    evidence: row.evidence ?? '',
    items: [...items, { id: `${row.id}-0`, text: otherItemText, label: otherItemText, counted: false }],
    note: row.note ?? '',
  }
}

/** An item's first clause: what fits on a folder, e.g. 成立领导机构. */
function labelOf(text: string): string {
  return text.split(/[,，;；。:：]/)[0] ?? text
}

function numberOf(id: string): number {
  return Number(id.split('-')[0])
}

function scoringOf(row: IndicatorSource): Scoring {
  if (row.veto) return { kind: 'veto' }
  if (row.deduction !== undefined) return { kind: 'deduction', points: row.deduction }
  return { kind: 'points', points: row.points ?? 0 }
}
