/**
 * What the cells of a table say by the roles of their columns. Merged cells say in each of their rows what they say in the
 * first; a cell over several columns counts for the content where it covers it, else for its first column.
 */
import { withoutScore } from '../text/likeness'
import type { ColumnRole, ColumnSource, IndicatorSource, TableSource } from './table-source'

export interface ReadRow {
  source: IndicatorSource
  /** The text of each column, in their order. */
  texts: string[]
  /** As printed; empty where there is none. */
  number: string
  /** From the outermost: lines across the table first, then the cells. */
  levels: string[]
  /** The innermost level, else the beginning of the content. */
  name: string
  content: string
  criteria: string
  method: string
  required: string
  evidence: string
  deadline: string
  /** Remarks, columns without a role, and points that are printed as more than their number. */
  other: { head: string; text: string }[]
}

/** The rows in printed order. */
export function readRows({ columns, indicators }: TableSource): ReadRow[] {
  let above: string[] = []
  return indicators.map(source => {
    const printed = columns.map(({ name }, i) =>
      source.merged?.includes(name) ? (above[i] ?? '') : (source.cells[name] ?? ''),
    )
    above = printed
    return readRow(source, columns, meant(source, columns, printed))
  })
}

/** The text that identifies a row from year to year: its content, with the criteria where rows share one content. */
export function identityText({ source, content, criteria, name }: ReadRow): string {
  const isShared = criteria !== '' && Object.values(source.cells).every(text => text !== content)
  return withoutScore(content || name) + (isShared ? criteria : '')
}

/** A cell over several columns moved to the column it is meant for. */
function meant({ across = {} }: IndicatorSource, columns: readonly ColumnSource[], printed: string[]) {
  const texts = [...printed]
  for (const [name, span] of Object.entries(across)) {
    const first = columns.findIndex(column => column.name === name)
    const covered = columns.slice(first, first + span).findIndex(({ role }) => role === 'content')
    if (first < 0 || covered <= 0) continue
    texts[first + covered] = texts[first] ?? ''
    texts[first] = ''
  }
  return texts
}

function readRow(source: IndicatorSource, columns: readonly ColumnSource[], texts: string[]): ReadRow {
  const those = (role: ColumnRole) =>
    columns.flatMap((column, i) => (column.role === role && texts[i] ? [texts[i]] : []))
  const say = (role: ColumnRole) => those(role).join('\n')
  const levels = [...(source.sections ?? []), ...those('level')]
  const content = say('content')
  const name = those('level').pop() ?? shorten(content)
  return {
    source,
    texts,
    number: those('number').join(' '),
    levels,
    name: name || source.id,
    content,
    criteria: say('criteria'),
    method: say('method'),
    required: say('required'),
    evidence: say('evidence'),
    deadline: say('deadline'),
    other: columns.flatMap(({ name, role }, i) => {
      const text = texts[i] ?? ''
      const isKept =
        role === 'remark' || role === 'none' || (role === 'points' && !/^\d+(\.\d+)?\s*分?$/.test(text))
      return isKept && text !== '' ? [{ head: name, text }] : []
    }),
  }
}

/** The first clause, at most so long that it fits a line. */
function shorten(content: string): string {
  const clause = content.split(/[,，;；。:：\n(（]/)[0]?.trim() ?? ''
  return clause.length > 24 ? `${clause.slice(0, 23)}…` : clause
}
