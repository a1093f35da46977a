/**
 * A new edition from the table, the notice and the editions before. In come documents that were read, out go the texts of
 * the edition's files, every question for a person, and what became of each id. Pure: the command reads and writes.
 * Invariant: every text that came in is in a file or in a question (`conserve` looks once more).
 */
import type { EditionFolder } from '../build/edition'
import { toFill } from '../core/edition/content'
import type { ColumnRole } from '../core/edition/table-source'
import { seriesOf } from '../core/site/edition-of'
import { findLost } from './conserve'
import { type EditionTexts, writeEdition } from './content-writer'
import type { SourceDocument } from './document'
import { collectEarlier } from './earlier'
import { buildIndicators, type NewIndicators } from './indicators'
import { isSameKind } from './kind'
import { buildMaterials, type NewMaterials } from './materials'
import { buildNoticeFields } from './notice/fields'
import { parseNotice, writeBody } from './notice/notice'
import type { Question } from './question'
import { Refusal } from './refusal'
import { buildReport } from './report'
import { assessmentOf } from './subject'
import { type ChosenTable, chooseTable } from './table/choose-table'
import { findContradictions } from './table/contradict'
import { findHeader, type HeadPlace } from './table/header'
import type { TableRow } from './table/row'
import { readTableRows } from './table/table-row'

export interface NewEdition {
  /** The folder's name: `2023`, `2023-food`. */
  year: string
  /** The edition it was compared with. */
  last: EditionFolder | undefined
  /** The text that each id stood for before. */
  before: ReadonlyMap<string, string>
  /** What the files say. */
  folder: EditionFolder
  files: EditionTexts
  questions: Question[]
  indicators: NewIndicators
  materials: NewMaterials
}

/**
 * `given` are the roles of columns that the publisher said, by their heads; `head` is the head she pointed at.
 * @throws a Refusal when the document has no table of indicators, or the notice no text.
 */
export function buildEdition(
  year: string,
  table: SourceDocument,
  noticeDocument: SourceDocument | undefined,
  editions: readonly EditionFolder[],
  given: ReadonlyMap<string, ColumnRole> = new Map(),
  head?: HeadPlace,
): NewEdition {
  const earlier = collectEarlier(editions, year)
  const chosen = chooseTable(table, given, head)
  const notice = noticeDocument && parseNotice(noticeLines(noticeDocument))
  if (noticeDocument && !notice) throw new Refusal({ code: 'notice-empty' })
  const rows = readTableRows(chosen.rows, chosen.columns)
  const lines = [table, ...(noticeDocument ? [noticeDocument] : [])].flatMap(linesOutside)
  const indicators = buildIndicators({ ...chosen, rows, lines }, earlier)
  const { model } = earlier
  const isSame = isSameKind(chosen.title, indicators.data, { ...earlier, last: model })
  const last = isSame ? model : undefined
  const title = titleOf(chosen, notice?.title, year, last)
  indicators.data.title = title.text
  const materials = buildMaterials(year, title.text, notice, { ...earlier, last })
  const front = buildNoticeFields(notice, last)
  const named = nameAssessment(year, title.text, last)
  if (named !== undefined) front.data.assessment = named
  const report = buildReport(year, title.text, last)
  const body = notice
    ? writeBody(notice.paragraphs, notice.plan)
    : `${toFill}把通知正文粘贴到这里，一段一行，段间空一行。`
  const isOneFile = noticeDocument !== undefined && String(noticeDocument.lines) === String(table.lines)
  const questions: Question[] = [
    ...(isOneFile ? [table] : [table, ...(noticeDocument ? [noticeDocument] : [])]).flatMap(asideQuestions),
    ...askContradictions(chosen, rows, isOneFile ? undefined : noticeDocument, given),
    // What stands beside the table in the notice's own file is the notice's matter.
    ...chosen.doubts.filter(({ code }) => !(isOneFile && code === 'lines-left-out')),
    ...(title.isGuessed ? [{ code: 'title-guessed' as const, title: title.text }] : []),
    ...(model && !isSame ? [{ code: 'other-kind' as const, edition: model.id }] : []),
    ...indicators.questions,
    ...(named === undefined || last
      ? []
      : [{ code: 'notice-guessed' as const, field: 'assessment', value: named }]),
    ...front.questions,
    ...materials.questions,
    ...report.questions,
  ]
  const written = {
    indicators: indicators.data,
    materials: materials.data,
    report: report.data,
    front: front.data,
    body,
  }
  const folder: EditionFolder = {
    id: year,
    files: {
      notice: front.data,
      indicators: indicators.data,
      materials: materials.data,
      report: report.data,
      units: undefined,
    },
    body,
  }
  return {
    year,
    last: earlier.last,
    before: earlier.texts,
    folder,
    files: writeEdition(folder),
    questions: [...questions, ...findLost(table, noticeDocument, written, questions)],
    indicators,
    materials,
  }
}

/** One of several assessments of a year is called by its name, which pages and lists tell them apart by. */
function nameAssessment(year: string, title: string, last: EditionFolder | undefined): string | undefined {
  if (last?.files.notice.assessment !== undefined) return last.files.notice.assessment
  return seriesOf(year) === '' ? undefined : assessmentOf(year, title) || undefined
}

/** A document's lines without those of tables of indicators, which are read as tables. */
function noticeLines({ lines, tables, below }: SourceDocument): string[] {
  if (!tables.some(({ grid }) => findHeader(grid))) return lines
  return [
    ...tables.flatMap(({ above, grid }) => [
      ...above,
      ...(findHeader(grid) ? [] : grid.map(line => [...new Set(line)].map(({ text }) => text).join(' '))),
    ]),
    ...below,
  ]
}

/** Texts outside the cells of a document's tables, lines across them included. */
function linesOutside({ tables, below }: SourceDocument): string[] {
  return [
    ...tables.flatMap(({ above, grid }) => [
      ...above,
      ...grid.flatMap(line => (new Set(line).size === 1 ? line.slice(0, 1) : [])).map(({ text }) => text),
    ]),
    ...below,
  ]
}

/** Whether tables that were joined, or one in the notice's own file, say the same. */
function askContradictions(
  { counts }: ChosenTable,
  rows: readonly TableRow[],
  notice: SourceDocument | undefined,
  given: ReadonlyMap<string, ColumnRole>,
): Question[] {
  const parts = counts.map((count, i) => {
    const first = counts.slice(0, i).reduce((sum, count) => sum + count, 0)
    return rows.slice(first, first + count)
  })
  const inside = parts.flatMap((part, i) =>
    parts.slice(i + 1).flatMap(other => findContradictions(part, other)),
  )
  const beside = notice ? findContradictions(rows, rowsIn(notice, given)) : []
  return [
    ...(inside.length > 0 ? [{ code: 'tables-contradict' as const, in: 'file' as const, rows: inside }] : []),
    ...(beside.length > 0
      ? [{ code: 'tables-contradict' as const, in: 'notice' as const, rows: beside }]
      : []),
  ]
}

/** The rows of a table of indicators that a notice carries along; none where it has only the head, or no table. */
function rowsIn(notice: SourceDocument, given: ReadonlyMap<string, ColumnRole>): TableRow[] {
  if (!notice.tables.some(({ grid }) => findHeader(grid))) return []
  try {
    const { rows, columns } = chooseTable(notice, given)
    return readTableRows(rows, columns)
  } catch (error) {
    if (error instanceof Refusal) return []
    throw error
  }
}

function asideQuestions({ asides }: SourceDocument): Question[] {
  return asides.map(aside => ({ code: 'aside', ...aside }))
}

/** The printed title; else one that the notice names in 《》, else last year's with the year changed, else it is left open. */
function titleOf(
  { title, isTitleSure }: Pick<ChosenTable, 'title' | 'isTitleSure'>,
  notice: string | undefined,
  year: string,
  last: EditionFolder | undefined,
) {
  if (isTitleSure) return { text: title, isGuessed: false }
  const named = [...(notice ?? '').matchAll(/《([^《》]+)》/g)].map(([, name = '']) => name)[0]
  const before = last?.files.indicators.title.split(last.id.slice(0, 4)).join(year.slice(0, 4))
  const printed = title === '' || /20\d\d/.test(title) ? title : `${year.slice(0, 4)}年度${title}`
  return { text: printed || named || before || toFill, isGuessed: true }
}
