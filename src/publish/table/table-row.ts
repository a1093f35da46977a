/**
 * What the rows of a printed table say: numbers and names carried down, departments filled in, scores and lists read.
 * Invariant: texts stay as printed but for line breaks; whatever had to be guessed is a doubt of its row.
 */
import type { Scoring } from '../../core/edition/catalogue'
import { bareText } from '../../core/text/likeness'
import type { RowDoubt } from '../question'
import { type Evidence, gatherEvidence, splitEvidence } from './evidence'
import { joinLines } from './grid'
import type { PrintedRow } from './printed-row'
import { parseNumber } from './row-number'
import { parseScore, parseScoreCell, type Score } from './score'

export interface TableRow {
  number: number
  name: string
  content: string
  scoring: Scoring | undefined
  /** As printed; empty where there is none above either. */
  department: string
  departmentMerged: boolean
  /** As printed; empty where the cell is. */
  required: string
  evidence: Evidence
  /** 编者注: what was filled in. */
  note: string
  doubts: RowDoubt[]
}

export function readTableRows(rows: readonly PrintedRow[]): TableRow[] {
  // A column of automatic numbers that starts anew in each cell says nothing but the order.
  const isOrder = rows.filter(row => row.cells.number.text === '1.' && !row.cells.number.isMerged).length > 1
  const read: TableRow[] = []
  for (const printed of rows) read.push(readTableRow(printed, read[read.length - 1], isOrder))
  return read
}

function readTableRow(
  { cells, moreEvidence, doubts }: PrintedRow,
  above: TableRow | undefined,
  isOrder: boolean,
): TableRow {
  const number = readNumber(cells, above, isOrder)
  const name = readName(cells.name, above, number.value)
  const department = readDepartment(cells.department, above)
  const content = joinLines(cells.content.text)
  const required = joinLines(cells.required.text)
  const score = readScore(cells.score, content)
  const evidence = readEvidence(cells.evidence, moreEvidence)
  const shared: RowDoubt[] =
    cells.evidence.isMerged && cells.evidence.text !== ''
      ? [{ code: 'evidence-shared', text: joinLines(cells.evidence.text) }]
      : []
  return {
    number: number.value,
    name: name.value,
    content,
    scoring: score.scoring,
    department: department.value,
    departmentMerged: department.isMerged,
    required,
    evidence,
    note: [...name.notes, ...department.notes].join(''),
    doubts: [
      ...doubts,
      ...number.doubts,
      ...name.doubts,
      ...department.doubts,
      ...score.doubts,
      ...evidence.doubts,
      ...shared,
      ...unlikeRequired(required, evidence),
    ],
  }
}

/** A cell merged with the one above counts there. */
function readEvidence(cell: PrintedRow['cells']['evidence'], more: readonly string[]): Evidence {
  const own = cell.isMerged ? '' : cell.text
  return more.length > 0 ? gatherEvidence([own, ...more].filter(text => text !== '')) : splitEvidence(own)
}

function readNumber({ number, name }: PrintedRow['cells'], above: TableRow | undefined, isOrder: boolean) {
  const last = above?.number ?? 0
  if (
    above &&
    (number.isMerged ||
      (number.text === '' &&
        (name.text === '' || name.isMerged || bareText(name.text) === bareText(above.name))))
  ) {
    return { value: last, doubts: [] }
  }
  const value = isOrder ? undefined : parseNumber(number.text)
  if (value !== undefined) return { value, doubts: [] }
  const doubts: RowDoubt[] = isOrder
    ? []
    : [{ code: 'number-guessed', printed: number.text, number: last + 1 }]
  return { value: last + 1, doubts }
}

function readName(
  { text, isMerged }: PrintedRow['cells']['name'],
  above: TableRow | undefined,
  number: number,
) {
  const name = joinLines(text)
  if (name === '' || (isMerged && above)) {
    const value = above?.name ?? ''
    // Below its own number an empty cell is plainly merged; below another it was filled in.
    const isFilled = name === '' && number !== above?.number
    const doubts: RowDoubt[] = isFilled ? [{ code: 'name-filled', name: value }] : []
    const notes = isFilled
      ? [`原表序号${number}没有“考核指标”，应是与上一行合并的单元格，此处补为“${value}”。`]
      : []
    return { value, doubts, notes }
  }
  const half = name.slice(0, name.length / 2)
  if (half !== '' && half + half === name) {
    const notes = [`原表此处“${half}”连印两次，应是换页时重印，此处只列一次。`]
    return { value: half, doubts: [{ code: 'name-doubled', name: half }] satisfies RowDoubt[], notes }
  }
  return { value: name, doubts: [] satisfies RowDoubt[], notes: [] }
}

function readDepartment({ text, isMerged }: PrintedRow['cells']['department'], above: TableRow | undefined) {
  const name = joinLines(text)
  const several = /[、,，/;；]|(部门|局|办|委)\n/.test(text)
  const doubts: RowDoubt[] = several && !isMerged ? [{ code: 'department-several', names: name }] : []
  if (isMerged && above?.department) return { value: above.department, isMerged, doubts, notes: [] }
  if (name !== '') return { value: name, isMerged: false, doubts, notes: [] }
  const value = above?.department ?? ''
  if (value === '')
    return { value, isMerged: false, doubts: [{ code: 'department-missing' } satisfies RowDoubt], notes: [] }
  const notes = [`原表此行没有“评价部门”，应是与上一行合并的单元格，此处补为${value}。`]
  return {
    value,
    isMerged: true,
    doubts: [{ code: 'department-filled', name: value } satisfies RowDoubt],
    notes,
  }
}

/** The score in the text, else in its column; a doubt where both speak and differ, or neither does. */
function readScore(cell: PrintedRow['cells']['score'], content: string): Score {
  const inText = parseScore(content)
  const inColumn = parseScoreCell(cell.text)
  if (inText.scoring) {
    const differs = inColumn.scoring && !cell.isMerged && !isSame(inText.scoring, inColumn.scoring)
    return differs
      ? { ...inText, doubts: [...inText.doubts, { code: 'score-differs', column: cell.text, content }] }
      : inText
  }
  if (cell.isMerged && inColumn.scoring) return { doubts: [{ code: 'score-shared', text: cell.text }] }
  return inColumn.scoring ? inColumn : { doubts: [{ code: 'score-missing' }] }
}

function isSame(one: Scoring, other: Scoring): boolean {
  return (one.kind === 'veto' ? 0 : one.points) === (other.kind === 'veto' ? 0 : other.points)
}

function unlikeRequired(required: string, { items }: Evidence): RowDoubt[] {
  const isOdd =
    (/^(是|需要|√|有)$/.test(required) && items.length === 0) ||
    (/^(否|不|无)/.test(required) && items.length > 0)
  return isOdd ? [{ code: 'evidence-unlike-required', required }] : []
}
