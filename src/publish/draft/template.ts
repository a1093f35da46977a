/** What every unit hands in besides the table's rows: the common materials and the report, each entry changed by itself. */
import type { EditionFiles } from '../../build/content-shape'
import type { EditionFolder } from '../../build/edition'
import { firstClause } from '../../core/text/clause'
import { nextId } from '../identity'
import type { Change } from './change'

type Of<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>
type Section = EditionFiles['report']['sections'][number]

export function changeMaterial({ materials }: EditionFiles, change: Of<'material'>): Partial<EditionFiles> {
  const { kind: _, ...fields } = change
  return withItems(
    materials,
    materials.items.map(item => (item.id === change.id ? { ...item, ...fields } : item)),
  )
}

/** The id of one more common material: one that nobody had. */
export function newMaterialId({ files }: EditionFolder, used: ReadonlySet<string>): string {
  return nextId('0', new Set([...used, ...files.materials.items.map(({ id }) => id)]))
}

/** One more common material, at the end, named by its first clause. */
export function addMaterial(
  folder: EditionFolder,
  { id, text }: Of<'material-added'>,
  used: ReadonlySet<string>,
): Partial<EditionFiles> {
  const { materials } = folder.files
  const isFree = !used.has(id) && materials.items.every(item => item.id !== id)
  return withItems(materials, [
    ...materials.items,
    { id: isFree ? id : newMaterialId(folder, used), label: firstClause(text), text },
  ])
}

/** Without the material. A report that was to go to it goes to none. */
export function removeMaterial(
  { materials, report }: EditionFiles,
  { id }: Of<'material-removed'>,
): Partial<EditionFiles> {
  const { item, ...rest } = report
  return {
    ...withItems(
      materials,
      materials.items.filter(item => item.id !== id),
    ),
    report: item === id ? rest : report,
  }
}

/** Where the sealed report goes; an empty id, or one that no material has, is none. */
export function changeReportItem(
  { materials, report }: EditionFiles,
  { id }: Of<'report-item'>,
): Partial<EditionFiles> {
  const { item: _, ...rest } = report
  return { report: materials.items.some(item => item.id === id) ? { ...rest, item: id } : rest }
}

export function changeSection(
  { report }: EditionFiles,
  { id, heading, isByRow }: Of<'section'>,
): Partial<EditionFiles> {
  const sections = report.sections.map(section => {
    if (section.id !== id) return section
    const named = heading === undefined ? section : { ...section, heading }
    if (isByRow === undefined) return named
    const { indicators: _, ...rest } = named
    return isByRow ? { ...rest, indicators: true as const, ...labelsOf(rest) } : rest
  })
  return { report: { ...report, sections } }
}

/** What stands before each row's content and answer, where the section never had such words. */
function labelsOf({ contentLabel = '考核内容：', answerLabel = '落实情况：' }: Section) {
  return { contentLabel, answerLabel }
}

/** The id of one more section. What clerks wrote is kept by the ids of sections, those of earlier editions included. */
export function newSectionId({ files }: EditionFolder, used: ReadonlySet<string>): string {
  const taken = new Set([...used, ...files.report.sections.map(({ id }) => id)])
  let letters = 1
  while (taken.has(`part-${lettersOf(letters)}`)) letters++
  return `part-${lettersOf(letters)}`
}

/** One more section, at the end. */
export function addSection(
  folder: EditionFolder,
  { id, heading }: Of<'section-added'>,
  used: ReadonlySet<string>,
): Partial<EditionFiles> {
  const { report } = folder.files
  const isFree = !used.has(id) && report.sections.every(section => section.id !== id)
  const section = { id: isFree ? id : newSectionId(folder, used), heading, fromTemplate: false as const }
  return { report: { ...report, sections: [...report.sections, section] } }
}

/** Without the section; the last one is never taken out. */
export function removeSection(
  { report }: EditionFiles,
  { id }: Of<'section-removed'>,
): Partial<EditionFiles> {
  const sections = report.sections.filter(section => section.id !== id)
  return sections.length === 0 ? {} : { report: { ...report, sections } }
}

/** The section moved by so many places. */
export function moveSection(
  { report }: EditionFiles,
  { id, by }: Of<'section-moved'>,
): Partial<EditionFiles> {
  const { sections } = report
  const from = sections.findIndex(section => section.id === id)
  if (from < 0) return {}
  const moved = sections.slice(from, from + 1)
  const others = sections.filter(section => section.id !== id)
  const to = Math.max(0, from + by)
  return { report: { ...report, sections: [...others.slice(0, to), ...moved, ...others.slice(to)] } }
}

function withItems(
  materials: EditionFiles['materials'],
  items: EditionFiles['materials']['items'],
): Partial<EditionFiles> {
  return { materials: { ...materials, items } }
}

/** 1 → a, 26 → z, 27 → aa. */
function lettersOf(count: number): string {
  const rest = Math.floor((count - 1) / 26)
  return (rest > 0 ? lettersOf(rest) : '') + String.fromCharCode(97 + ((count - 1) % 26))
}
