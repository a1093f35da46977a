/**
 * A new edition from the table, the notice and the editions before. In come documents that were read, out go the texts of
 * the edition's files, every question for a person, and what became of each id. Pure: the command reads and writes.
 */
import type { EditionFolder } from '../build/content-files'
import { toFill } from '../build/content-shape'
import { writeIndicators, writeMaterials, writeNotice, writeReport } from './content-writer'
import type { SourceDocument } from './document'
import { collectEarlier } from './earlier'
import { buildIndicators, type NewIndicators } from './indicators'
import { buildMaterials, type NewMaterials } from './materials'
import { buildNoticeFields } from './notice/fields'
import { parseNotice, writeBody } from './notice/notice'
import type { Question } from './question'
import { Refusal } from './refusal'
import { buildReport } from './report'
import { chooseTable } from './table/choose-table'
import { readTableRows } from './table/table-row'

export interface NewEdition {
  year: string
  /** The edition it was compared with. */
  last: EditionFolder | undefined
  /** What each id stood for before. */
  before: ReadonlyMap<string, string>
  files: Record<'notice.md' | 'indicators.yaml' | 'materials.yaml' | 'report.yaml', string>
  questions: Question[]
  indicators: NewIndicators
  materials: NewMaterials
}

/** @throws a Refusal when the document has no table of indicators, or the notice no text. */
export function buildEdition(
  year: string,
  table: SourceDocument,
  noticeDocument: SourceDocument | undefined,
  editions: readonly EditionFolder[],
): NewEdition {
  const earlier = collectEarlier(editions, year)
  const chosen = chooseTable(table)
  const notice = noticeDocument && parseNotice(noticeDocument.lines)
  if (noticeDocument && !notice) throw new Refusal({ code: 'notice-empty' })
  const { title, isGuessed } = tableTitle(chosen.title, year, earlier.last)
  const rows = readTableRows(chosen.rows)
  const indicators = buildIndicators({ title, rows, total: chosen.total, notes: chosen.notes }, earlier)
  const materials = buildMaterials(year, notice, earlier)
  const front = buildNoticeFields(notice, earlier.last)
  const report = buildReport(year, earlier.last)
  const body = notice ? writeBody(notice.paragraphs) : `${toFill}把通知正文粘贴到这里，一段一行，段间空一行。`
  return {
    year,
    last: earlier.last,
    before: earlier.texts,
    files: {
      'notice.md': writeNotice(front.data, body),
      'indicators.yaml': writeIndicators(indicators.data),
      'materials.yaml': writeMaterials(materials.data),
      'report.yaml': writeReport(report.data),
    },
    questions: [
      ...[table, ...(noticeDocument ? [noticeDocument] : [])].flatMap(asideQuestions),
      ...chosen.doubts,
      ...(isGuessed ? [{ code: 'title-guessed' as const, title }] : []),
      ...indicators.questions,
      ...front.questions,
      ...materials.questions,
      ...report.questions,
    ],
    indicators,
    materials,
  }
}

function asideQuestions({ asides }: SourceDocument): Question[] {
  return asides.map(aside => ({ code: 'aside', ...aside }))
}

/** The printed title; without a likely one last year's with the year changed. */
function tableTitle(printed: string, year: string, last: EditionFolder | undefined) {
  if (/要点|指标|细则|考核|评价/.test(printed)) return { title: printed, isGuessed: false }
  const before = last?.files.indicators.title.split(last.id).join(year)
  return { title: before ?? `${year}年质量工作考核要点`, isGuessed: true }
}
