/**
 * Texts in = texts out. In come the documents, the data that is written and the questions asked; out goes a question that
 * quotes every line and cell which is in neither. The parts of the importer quote what they leave out; this one holds them to it.
 */
import type { SourceDocument } from './document'
import { beforeDay, isoDay } from './notice/day'
import { valuesIn } from './notice/portal'
import type { Question } from './question'
import { isPageMark } from './table/captions'

/** At most one question for the table's document and one for the notice's. */
export function findLost(
  table: SourceDocument,
  notice: SourceDocument | undefined,
  written: object,
  questions: readonly Question[],
): Question[] {
  const kept = bare([...textsIn(written), ...textsIn(questions)].join('\n'))
  const lost = (texts: readonly string[]) => [...new Set(texts)].filter(text => !isKept(text, kept))
  const cells = table.tables.flatMap(({ grid }) => grid.flatMap(line => line.map(({ text }) => text)))
  return [
    ...askFor('table', lost([...cells, ...table.tables.flatMap(({ above }) => above), ...table.below])),
    ...askFor(
      'notice',
      notice ? lost(notice.lines).filter(line => valuesIn(line).some(part => !isKeptDay(part, kept))) : [],
    ),
  ]
}

function askFor(from: 'table' | 'notice', texts: string[]): Question[] {
  return texts.length > 0 ? [{ code: 'text-lost', from, texts }] : []
}

/** A text counts as kept where it stands as one piece, or line by line: lists and lines of one cell may be told apart. */
function isKept(text: string, kept: string): boolean {
  if (kept.includes(bare(text)) || isPageMark(text)) return true
  return text.split('\n').every(line => kept.includes(bare(line)))
}

/** A day counts as kept where the front matter has it. */
function isKeptDay(part: string, kept: string): boolean {
  const day = isoDay(part)
  const rest = beforeDay(part) ?? (/^[\d\s:/.-]+$/.test(part) ? '' : part)
  return isKept(part, kept) || (day !== undefined && kept.includes(day) && isKept(rest, kept))
}

/** Without spaces, stops of numbers and Markdown's marks, which writing changes. */
function bare(text: string): string {
  return text.replace(/[\s\\#[\]]|\((indicators\.html|#annex-2)\)/g, '')
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value)]
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, part]) => [key, ...textsIn(part)])
    : []
}
