/**
 * What the rows of a printed table say: numbers and levels carried down, departments told apart, scores and lists read.
 * Invariant: texts stay as printed but for line breaks; whatever had to be guessed is a doubt of its row.
 */
import type { Scoring } from '../../core/edition/catalogue'
import { type ColumnRole, saysNothing } from '../../core/edition/table-source'
import type { RowDoubt } from '../question'
import { carryDown } from './carry-down'
import { type NamedPart, readDepartments } from './department-cell'
import { type Evidence, gatherEvidence, splitEvidence } from './evidence'
import { joinLines } from './grid'
import type { PrintedCell } from './printed-cell'
import type { PrintedRow } from './printed-row'
import type { RoledColumn } from './roles'
import type { TableRow } from './row'
import { readRowScore } from './row-score'
import { parseScore } from './score'

export function readTableRows(printed: readonly PrintedRow[], columns: readonly RoledColumn[]): TableRow[] {
  const rows: TableRow[] = []
  for (const row of countOrder(printed, columns)) rows.push(readTableRow(row, columns, rows[rows.length - 1]))
  const isInText = rows.some(({ levels, content }) =>
    [content, levels[levels.length - 1] ?? ''].some(text => isEarning(parseScore(text).scoring)),
  )
  const isScored = isInText || columns.some(({ role }) => role === 'points')
  return rows.map((row, i) => {
    const facts = { isScored, isInText }
    const score = readRowScore(row, printed[i] as PrintedRow, rows[i + 1], columns, facts)
    const shared = sharedCells(printed[i] as PrintedRow, columns, score.scoring !== undefined)
    return { ...row, scoring: score.scoring, doubts: [...row.doubts, ...shared, ...score.doubts] }
  })
}

/** Word's automatic number that begins at 1 in each cell says nothing but the order, which is counted then. */
function countOrder(printed: readonly PrintedRow[], columns: readonly RoledColumn[]): PrintedRow[] {
  const place = columns.findIndex(({ role }) => role === 'number')
  const own = printed.flatMap(({ cells }) =>
    cells[place] && !cells[place].isMerged ? [cells[place].text] : [],
  )
  if (own.length < 2 || own.some(text => text !== '1.')) return [...printed]
  let count = 0
  return printed.map(row => {
    const cells = row.cells.map((cell, at) => {
      if (at !== place) return cell
      if (!cell.isMerged) count++
      return { ...cell, text: String(count) }
    })
    return { ...row, cells }
  })
}

function isEarning(scoring: Scoring | undefined): boolean {
  return scoring !== undefined && scoring.kind !== 'veto'
}

function readTableRow(
  { cells, sections, moreEvidence, doubts }: PrintedRow,
  columns: readonly RoledColumn[],
  above: TableRow | undefined,
): TableRow {
  const isFirst = above === undefined || String(above.sections) !== String(sections)
  const before = isFirst ? undefined : above
  const read = carryDown(cells, columns, before)
  const say = (role: ColumnRole) =>
    columns
      .flatMap((column, place) => (column.role === role && read.meant[place] ? [read.meant[place]] : []))
      .join('\n')
  const evidence = readEvidence(cells, moreEvidence, columns)
  const texts = [...read.texts]
  for (const [place, { role }] of columns.entries()) {
    // The cell that is split keeps the line breaks that tell its items apart.
    if (role === 'evidence' && !cells[place]?.isMerged && evidence.text !== '') texts[place] = evidence.text
    if (role === 'department' || role === 'supporting')
      texts[place] = spaceNames(cells[place], texts[place] ?? '')
  }
  const departments = readParts(cells, columns, texts)
  const required = say('required')
  const row = {
    sections,
    texts,
    merged: read.merged,
    spans: cells.map(({ span }) => span),
    number: say('number').replace(/\n/g, ' '),
    levels: [
      ...sections,
      ...columns.flatMap(({ role }, place) =>
        role === 'level' && read.meant[place] ? [read.meant[place]] : [],
      ),
    ],
    content: say('content'),
    criteria: say('criteria'),
    scoring: undefined,
    departments: departments.named,
    evidence,
    note: read.notes.join(''),
    doubts: [
      ...doubts,
      ...read.doubts,
      ...departments.doubts,
      ...evidence.doubts,
      ...unlikeRequired(required, evidence),
    ],
  }
  return row
}

function readParts(cells: readonly PrintedCell[], columns: readonly RoledColumn[], texts: readonly string[]) {
  const named: NamedPart[] = []
  const doubts: RowDoubt[] = []
  let hasColumn = false
  for (const [place, { role }] of columns.entries()) {
    if (role !== 'department' && role !== 'supporting') continue
    hasColumn ||= role === 'department'
    const cell = cells[place]
    const isCarried = !cell || cell.isMerged || cell.text === ''
    const text = isCarried ? (texts[place] ?? '') : cell.text
    if (saysNothing(text)) continue
    const read = readDepartments(text, role === 'department' ? 'lead' : 'support')
    for (const entry of read.named) if (!named.some(({ name }) => name === entry.name)) named.push(entry)
    if (!isCarried) doubts.push(...read.doubts)
  }
  if (hasColumn && named.length === 0) doubts.push({ code: 'department-missing' })
  return { named, doubts }
}

/** Names on lines of their own stay apart; one name that a narrow column broke in two is one again. */
function spaceNames(cell: PrintedCell | undefined, text: string): string {
  if (!cell || cell.isMerged || !cell.text.includes('\n')) return text
  return readDepartments(cell.text, 'lead').named.length > 1 ? cell.text.replace(/\n/g, ' ') : text
}

/** Reads a row's evidence; a cell merged with the one above counts there. */
function readEvidence(
  cells: readonly PrintedCell[],
  more: readonly string[],
  columns: readonly RoledColumn[],
): Evidence {
  const own = columns.flatMap(({ role }, place) => {
    const cell = cells[place]
    return role === 'evidence' && cell && !cell.isMerged && cell.text !== '' ? [cell.text] : []
  })
  return more.length > 0 ? gatherEvidence([...own, ...more]) : splitEvidence(own.join('\n'))
}

/** Points and evidence that are one cell with the row above count there, and once. */
function sharedCells({ cells }: PrintedRow, columns: readonly RoledColumn[], isScored: boolean): RowDoubt[] {
  const shared = columns.flatMap(({ name, role }, place) => {
    const cell = cells[place]
    const counts = role === 'evidence' || (role === 'points' && !isScored)
    return counts && cell?.isMerged && !saysNothing(cell.text) ? [{ name, text: joinLines(cell.text) }] : []
  })
  return shared.length > 0 ? [{ code: 'cells-shared', cells: shared }] : []
}

function unlikeRequired(required: string, { items }: Evidence): RowDoubt[] {
  const isOdd =
    (/^(是|需要|√|有)$/.test(required) && items.length === 0) ||
    (/^(否|不|无)/.test(required) && items.length > 0)
  return isOdd ? [{ code: 'evidence-unlike-required', required }] : []
}
