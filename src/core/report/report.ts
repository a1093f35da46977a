/**
 * 自评报告 (annex 2; contents by 通知 一.6): in come the edition's template and what a unit typed, out goes the report as
 * a list of paragraphs in the template's order, which `io/report/docx` sets as a Word file. Every text appears as typed,
 * line by line, without what Word leaves in a pasted text (`typed.ts`); a part nobody filled in keeps its heading and an
 * empty line.
 */

import { type AttachedFile, answerOf, type Checklist } from '../checklist/checklist'
import { isAsked } from '../checklist/progress'
import { compareIds } from '../checklist/record'
import type { Catalogue, Indicator, ReportSection } from '../edition/catalogue'
import { readTyped } from './typed'

/** A text to type: that of a section, or of one row in the section that goes through the rows. */
export interface ReportField {
  /** Key in `Report.texts`. */
  id: string
  section: ReportSection
  indicator: Indicator | null
  text: string
}

/** A paragraph of the report, or a table. `label` stands before its text, on the same line. */
export type Paragraph =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; label: string; text: string }
  | { kind: 'table'; rows: string[][] }
  | { kind: 'empty' }

/**
 * The rows a unit reports on, in printed order: those of its departments, and any other it once wrote about or gave a
 * score, so that nothing typed disappears unseen.
 */
export function reportIndicators({ indicators }: Catalogue, checklist: Checklist): Indicator[] {
  const { texts, scores } = checklist.report
  return indicators.filter(
    row => isAsked(row, checklist) || Boolean(texts[row.id]) || Boolean(scores[row.id]),
  )
}

/** All fields of the report, in the template's order. */
export function reportFields(catalogue: Catalogue, checklist: Checklist): ReportField[] {
  const field = (section: ReportSection, id: string, indicator: Indicator | null): ReportField => {
    return { id, section, indicator, text: checklist.report.texts[id] ?? '' }
  }
  // What goes through no rows is written by the unit, not by one of its teams.
  const isOwn = (id: string) => !checklist.part || Boolean(checklist.report.texts[id])
  return catalogue.report.sections.flatMap(section =>
    section.indicators
      ? reportIndicators(catalogue, checklist).map(indicator => field(section, indicator.id, indicator))
      : isOwn(section.id)
        ? [field(section, section.id, null)]
        : [],
  )
}

/** Texts of sections and rows this edition does not have, by id: they are kept and shown but are not part of the report. */
export function strayTexts(catalogue: Catalogue, checklist: Checklist): [id: string, text: string][] {
  const known = new Set(reportFields(catalogue, checklist).map(field => field.id))
  return Object.entries(checklist.report.texts)
    .filter(([id, text]) => text !== '' && !known.has(id))
    .sort(([a], [b]) => compareIds(a, b))
}

export function isWritten(field: ReportField): boolean {
  return field.text.trim() !== ''
}

/** How a field is called in a list: a row by its id and name, a section by its heading. */
export function nameField({ section, indicator }: ReportField): string {
  return indicator ? `${indicator.id} ${indicator.name}` : section.heading
}

/**
 * 报告另附: the file that is the report, in place of what was typed; null where none is, or where no item has it any more. A
 * smaller copy of a photo stands for the photo.
 */
export function attachedReport({ report, answers }: Checklist): AttachedFile | null {
  const { file: sha256 } = report
  if (!sha256) return null
  const files = Object.values(answers).flatMap(({ files }) => files)
  return files.find(file => file.sha256 === sha256 || file.smallerOf === sha256) ?? null
}

/** The number of fields the unit has filled in, and the number of all its fields; 报告另附 is one, which is there. */
export function countWritten(catalogue: Catalogue, checklist: Checklist): [written: number, total: number] {
  return attachedReport(checklist) ? [1, 1] : countTyped(catalogue, checklist)
}

/** The same of what was typed, whatever is attached. */
export function countTyped(catalogue: Catalogue, checklist: Checklist): [written: number, total: number] {
  const fields = reportFields(catalogue, checklist)
  return [fields.filter(isWritten).length, fields.length]
}

/** Characters of a text without white space, as Word counts them; one for each code point. */
export function countCharacters(text: string): number {
  return [...text.replace(/\s/g, '')].length
}

/** The template's title with the unit in it. */
export function reportTitle(catalogue: Catalogue, checklist: Checklist): string {
  const { title, placeholder } = catalogue.report
  return title.split(placeholder).join(checklist.unit.name)
}

/** The paragraphs below the title, in the template's order. */
export function reportParagraphs(catalogue: Catalogue, checklist: Checklist): Paragraph[] {
  const fields = reportFields(catalogue, checklist)
  return catalogue.report.sections.flatMap(section => {
    const own = fields.filter(field => field.section.id === section.id)
    if (checklist.part && own.length === 0) return []
    const body = own.flatMap((field, i) => [
      ...(field.indicator
        ? [text(`${i + 1}、${section.contentLabel}`, oneLine(field.indicator.content))]
        : []),
      ...typedParagraphs(field.indicator ? section.answerLabel : '', field.text),
    ])
    return [{ kind: 'heading', text: section.heading } as const, ...(body.length > 0 ? body : [empty])]
  })
}

/** A sentence that names up to three files of a row and says how many it has: 《文件名》等N份; empty where it has none. */
export function draftEvidence(indicator: Indicator, checklist: Checklist): string {
  const files = indicator.items.flatMap(item => answerOf(checklist, item.id).files)
  const names = new Map(files.map(file => [file.sha256, file.name.replace(/\.[0-9a-z]{1,8}$/i, '')]))
  if (names.size === 0) return ''
  const listed = [...names.values()].slice(0, 3).map(inBookMarks)
  return `印证材料有${listed.join('')}${names.size > listed.length ? '等' : '共'}${names.size}份。`
}

/** A row's text with the sentence of `draftEvidence`: in place of an earlier one, whose files may have changed, else as a last line. */
export function insertEvidence(text: string, sentence: string): string {
  const earlier = /印证材料有《[^\n]*?》(等|共)\d+份。/
  return earlier.test(text)
    ? text.replace(earlier, () => sentence)
    : [text.trimEnd(), sentence].filter(Boolean).join('\n')
}

/** The name in 《》, with book marks inside it turned into 〈〉 (GB/T 15834 4.15). */
function inBookMarks(name: string): string {
  return `《${name
    .replace(/^《([^《》]*)》$/, '$1')
    .replace(/《/g, '〈')
    .replace(/》/g, '〉')}》`
}

const empty: Paragraph = { kind: 'empty' }

function text(label: string, words: string): Paragraph {
  return { kind: 'text', label, text: words }
}

/** One paragraph for each line typed and a table for each that was pasted; where nothing was typed, an empty line. */
function typedParagraphs(label: string, typed: string): Paragraph[] {
  const [first, ...rest] = readTyped(typed, label)
  if (first === undefined) return [empty]
  const parts: Paragraph[] = [first, ...rest].map(part =>
    typeof part === 'string' ? text('', part) : { kind: 'table', rows: part },
  )
  if (!label) return parts
  return typeof first === 'string' ? [text(label, first), ...parts.slice(1)] : [text(label, ''), ...parts]
}

function oneLine(words: string): string {
  return words.replace(/\s*\n\s*/g, '')
}
