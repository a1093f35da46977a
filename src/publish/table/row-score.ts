/** The score of a row, from all that its cells say of it: content, name, column of points, class; a doubt where they differ. */
import type { Scoring } from '../../core/edition/catalogue'
import type { RowDoubt } from '../question'
import { joinLines } from './grid'
import type { PrintedRow } from './printed-row'
import type { RoledColumn } from './roles'
import type { TableRow } from './row'
import {
  kindOfName,
  parseBareScore,
  parseLimit,
  parseNameScore,
  parseScore,
  parseScoreCell,
  type Score,
} from './score'

interface TableFacts {
  /** Whether the table prints points at all. */
  isScored: boolean
  /** Whether texts of the table print `（3分）`, so that `（3）` may be one. */
  isInText: boolean
}

/** `below` is the row that follows in the table. */
export function readRowScore(
  row: TableRow,
  printed: PrintedRow,
  below: TableRow | undefined,
  columns: readonly RoledColumn[],
  facts: TableFacts,
): Score {
  const places = columns.flatMap(({ role }, place) => (role === 'points' ? [place] : []))
  // Joined tables may call their column of points differently.
  const place = places.find(place => printed.cells[place]?.text !== '') ?? places[0]
  const cell = place === undefined ? undefined : printed.cells[place]
  const isShared = cell?.isMerged === true && cell.text !== ''
  const inText = ownText(row, printed, below, columns)
  if (isShared && !inText.scoring) return { doubts: [] }
  const inColumn = cell && !isShared ? parseScoreCell(cell.text) : { doubts: [] }
  const read = choose(inText, inColumn, cell?.text ?? '', row)
  const kind = kindOfRow(row)
  const fitted = kind ? fitKind(read, kind, row) : read
  if (fitted.scoring || fitted.doubts.length > 0 || !(facts.isScored || place !== undefined)) return fitted
  const bare = facts.isInText ? parseBareScore(row.content) : { doubts: [] }
  return bare.scoring ? bare : { doubts: [{ code: 'score-missing' }] }
}

/** The score in the row's own content, name or cells; those merged with other rows do not count. */
function ownText(
  row: TableRow,
  printed: PrintedRow,
  below: TableRow | undefined,
  columns: readonly RoledColumn[],
): Score {
  const isOwn = (place: number) =>
    !printed.cells[place]?.isMerged && !row.merged[place] && !below?.merged[place]
  const isOwnContent = columns.every(({ role }, place) => role !== 'content' || isOwn(place))
  const inContent = isOwnContent ? parseScore(row.content) : { doubts: [] }
  if (inContent.scoring) return inContent
  const names = columns.flatMap(({ role }, place) =>
    role === 'level' && isOwn(place) && row.texts[place] ? [row.texts[place]] : [],
  )
  const own = names.pop()
  return own === undefined ? inContent : parseNameScore(own)
}

function choose(inText: Score, inColumn: Score, printed: string, { content }: TableRow): Score {
  if (!inText.scoring) return inColumn.scoring || inColumn.doubts.length > 0 ? inColumn : inText
  if (!inColumn.scoring) return { ...inText, doubts: [...inText.doubts, ...inColumn.doubts] }
  if (isSame(inText.scoring, inColumn.scoring)) return inText
  // A column of points says what a row can earn; what the text takes off is how.
  if (inColumn.scoring.kind === 'points' && inText.scoring.kind !== 'points') return inColumn
  return {
    ...inText,
    doubts: [...inText.doubts, { code: 'score-differs', column: joinLines(printed), content }],
  }
}

type RowKind = 'bonus' | 'deduction' | 'veto'

function kindOfRow({ levels, content }: TableRow): RowKind | undefined {
  for (const level of [...levels].reverse()) {
    const kind = kindOfName(level.replace(/[(（][^()（）]*[)）]/g, ''))
    if (kind === 'either') return kindOfText(content)
    if (kind) return kind
  }
  return undefined
}

/** In a class of 加减分项 the row's own text says which; undefined where it says both or neither. */
function kindOfText(content: string): RowKind | undefined {
  const [adds, takes] = [/加\s*[\d一二三四五]/.test(content), /[扣减]\s*[\d一二三四五]/.test(content)]
  return adds === takes ? undefined : adds ? 'bonus' : 'deduction'
}

/** A number in a class of 加分项 adds, one of 扣分项 takes off; where there is none, the text may say how much. */
function fitKind(read: Score, kind: RowKind, { content, criteria }: TableRow): Score {
  if (kind === 'veto') return read.scoring ? read : { scoring: { kind: 'veto' }, doubts: read.doubts }
  const { scoring } = read
  if (scoring?.kind === 'points') {
    const doubts: RowDoubt[] = read.doubts.filter(({ code }) => code !== 'score-odd')
    return { scoring: { kind, points: scoring.points }, doubts }
  }
  if (scoring && scoring.kind !== 'veto' && scoring.kind !== kind)
    return { ...read, doubts: [...read.doubts, { code: 'score-kind', kind }] }
  if (scoring) return read
  const limit = parseLimit(`${content} ${criteria}`, kind)
  return limit.scoring ? { ...limit, doubts: [...read.doubts, ...limit.doubts] } : read
}

function isSame(one: Scoring, other: Scoring): boolean {
  return one.kind === other.kind && pointsOf(one) === pointsOf(other)
}

function pointsOf(scoring: Scoring): number {
  return 'points' in scoring ? scoring.points : 0
}
