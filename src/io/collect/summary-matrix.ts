/**
 * The sheet 汇总矩阵 of 汇总表.xlsx: a row for each unit, those that handed in nothing included, a column for each section in
 * words and numbers, and a last row that sums up. Part of `collecting`: no state here.
 */

import type { CellObject } from 'write-excel-file/universal'
import { nameSection } from '../../core/checklist/section-name'
import type { Catalogue } from '../../core/edition/catalogue'
import type { Cell, Column as MatrixColumn, UnitRow } from '../../core/intake/collate'
import { isLate } from '../../core/intake/hand-in'
import { isPart } from '../../core/intake/settle'
import { attachedReport, countWritten } from '../../core/report/report'
import { saysAnything } from '../../core/review/review'
import { scoreReview } from '../../core/review/score'
import type { Standing } from '../../core/review/seen'
import { type Tally, tally } from '../../core/review/tally'
import { buildTable, bytes, type Column, count, head, type Table, text } from '../bundle/table'
import type { SummaryInput, SummaryWords } from './summary-input'

/** The width of a sheet of A4 across at three quarters of its size, in digits. */
const pageWidth = 170

export function buildMatrixTable(input: SummaryInput): Table {
  const { matrix, owing, words } = input
  const facts = factColumns(input)
  const sections = matrix.columns.map(column => sectionColumn(column, words))
  const columns = [...facts, ...sections]
  const widths = columns.map(({ width }) => width)
  const nothing = owing.filter(({ row }) => row === null)
  const absent = nothing.map(({ unit, unread }, i) => {
    const says = unread.length > 0 ? '收到的文件用不了' : '没有报送'
    const [number, name, soundness] = [count(matrix.rows.length + i + 1), text(unit), text(says)]
    return [number, name, soundness, ...columns.slice(3).map(() => text(''))]
  })
  return {
    name: '汇总矩阵',
    widths,
    head: [
      [...facts.map(() => head('')), ...headings(matrix.columns)],
      columns.map(({ title }) => head(title)),
    ],
    rows: {
      *[Symbol.iterator]() {
        yield* buildTable('', columns, matrix.rows).rows
        yield* absent
        yield totalRow(input, facts)
      },
    },
    filters: true,
    totalRows: 1,
    frozenColumns: 2,
    pagesWide: Math.ceil(widths.reduce((sum, width) => sum + width) / pageWidth),
  }
}

function factColumns({ catalogue, deadline, matrix, judged, words }: SummaryInput): Column<UnitRow>[] {
  // Columns that nearly always stand empty are there when they are not.
  const given = (
    title: string,
    width: number,
    says: (row: UnitRow) => string = () => '',
  ): Column<UnitRow>[] =>
    matrix.rows.some(row => says(row) !== '') ? [{ title, width, cell: row => text(says(row)) }] : []
  const reviews = new Map(judged.map(one => [one.row, one]))
  const tallies = new Map(judged.map(({ row, standings }) => [row, tally(standings)]))
  const isReviewed = judged.some(({ review }) => saysAnything(review))
  const scored = (row: UnitRow) => {
    const one = reviews.get(row)
    return one ? scoreReview(catalogue, row.handIn.checklist, one.review) : null
  }
  const names = new Map(catalogue.departments.map(({ id, name }) => [id, name]))
  return [
    { title: '序号', width: 7, cell: (_, number) => count(number) },
    { title: '单位', width: 26, cell: ({ unit }) => text(unit) },
    { title: '核验', width: 14, cell: ({ handIn }) => text(words.soundness(handIn)) },
    {
      title: catalogue.heads.department,
      width: 16,
      cell: ({ handIn }) => text(handIn.checklist.unit.departments.map(id => names.get(id) ?? id).join('、')),
    },
    { title: '打包日期', width: 13, cell: ({ handIn }) => text(handIn.packed) },
    { title: '逾期', width: 7, cell: ({ handIn }) => text(isLate(handIn, deadline) ? '逾期' : '') },
    { title: '报送次数', width: 7, cell: row => count(timesOf(row)) },
    { title: '材料项', width: 8, cell: ({ total }) => count(total.total) },
    { title: '完成', width: 8, cell: ({ total }) => count(total.done) },
    { title: '文件数', width: 8, cell: ({ total }) => count(total.files - total.absent) },
    { title: '缺文件', width: 8, cell: ({ total }) => count(total.absent) },
    { title: '大小', width: 19, cell: ({ total }) => bytes(total.bytes) },
    ...reportColumns(catalogue),
    { title: '自评分', width: 8, cell: ({ scores }) => points(scores?.total) },
    { title: '应得满分', width: 8, cell: ({ scores }) => points(scores?.most) },
    ...given('自评分说明', 12, ({ scores }) => (scores ? words.scores(scores) : '')),
    ...(isReviewed
      ? [
          reviewed('已审', row => sumOf(tallies.get(row), 'accepted', 'returned', 'doubtful')),
          reviewed('退回', row => sumOf(tallies.get(row), 'returned')),
          reviewed('存疑', row => sumOf(tallies.get(row), 'doubtful')),
          reviewed('未看', row => sumOf(tallies.get(row), 'unseen', 'repaired', 'changed')),
          { title: '县初评分', width: 8, cell: (row: UnitRow) => points(scored(row)?.total) },
        ]
      : []),
    {
      title: '校验码',
      width: 22,
      // What the bag says of itself, and nobody computed, is not verified.
      cell: ({ handIn }) => text(handIn.fingerprint || '—'),
    },
    ...given('纸质核对', 10, words.paper),
    ...given('报送情况', 18, words.marks),
  ]
}

/** How often the unit handed in; a team's part is none of it. */
function timesOf({ earlier }: UnitRow): number {
  return earlier.filter(one => !isPart(one)).length + 1
}

/** Paragraphs of the template that the unit has to write, and how many it wrote; 另附 where its own file is the report. */
function reportColumns(catalogue: Catalogue): Column<UnitRow>[] {
  const cell = (which: 0 | 1) => {
    return ({ handIn: { checklist } }: UnitRow) =>
      attachedReport(checklist) ? text('另附') : count(countWritten(catalogue, checklist)[which])
  }
  return [
    { title: '报告段数', width: 8, cell: cell(1) },
    { title: '已写段数', width: 8, cell: cell(0) },
  ]
}

function reviewed(title: string, of: (row: UnitRow) => number): Column<UnitRow> {
  return { title, width: 7, cell: row => count(of(row)) }
}

function sumOf(tally: Tally | undefined, ...standings: Standing[]): number {
  return standings.reduce((sum, standing) => sum + (tally?.[standing] ?? 0), 0)
}

function points(value: number | undefined): CellObject {
  return value === undefined ? text('') : count(value)
}

function sectionColumn({ section }: MatrixColumn, words: SummaryWords): Column<UnitRow> {
  const title = section.indicator ? `${section.id}\n${section.indicator.name}` : nameSection(section)
  return { title, width: 14, cell: ({ cells }) => text(sayCell(cells.get(section.id), words)) }
}

/** 部分完成 2/5; what else there is stands in sheets of its own. */
function sayCell(cell: Cell | undefined, { state }: SummaryWords): string {
  if (!cell) return ''
  return cell.total > 0 ? `${state[cell.state]} ${cell.done}/${cell.total}` : state[cell.state]
}

/** Who evaluates, over all columns of theirs; the outermost level where nobody is named. */
function headings(columns: readonly MatrixColumn[]): (CellObject | null)[] {
  const names = columns.map(
    ({ department, section }) => department?.name ?? section.indicator?.levels[0] ?? '',
  )
  return names.flatMap((name, i): (CellObject | null)[] => {
    if (i > 0 && names[i - 1] === name) return []
    const next = names.findIndex((other, at) => at > i && other !== name)
    const span = (next < 0 ? names.length : next) - i
    return [head(name, span), ...Array<null>(span - 1).fill(null)]
  })
}

/** Sums, and for each section how many of the units that answer for it are complete. */
function totalRow(
  { matrix: { columns, rows }, owing }: SummaryInput,
  facts: readonly Column<UnitRow>[],
): CellObject[] {
  const sum = (key: 'total' | 'done' | 'files' | 'absent' | 'bytes') =>
    rows.reduce((all, { total }) => all + total[key], 0)
  const missing = owing.filter(({ row }) => row === null).length
  // 自评分 have another maximum for each unit: their sum would mean nothing.
  const sums: Record<string, CellObject> = {
    单位: text('合计'),
    核验: text(`已报 ${rows.length} 个${missing > 0 ? `，未报 ${missing} 个` : ''}`),
    报送次数: count(rows.reduce((all, row) => all + timesOf(row), 0)),
    材料项: count(sum('total')),
    完成: count(sum('done')),
    文件数: count(sum('files') - sum('absent')),
    缺文件: count(sum('absent')),
    大小: bytes(sum('bytes')),
  }
  return [
    ...facts.map(({ title }) => sums[title] ?? text('')),
    ...columns.map(({ section: { id } }) => {
      const asked = rows.flatMap(row => row.cells.get(id) ?? []).filter(({ state }) => state !== 'not-asked')
      const complete = asked.filter(({ state }) => state === 'complete' || state === 'not-applicable')
      return text(asked.length > 0 ? `齐全 ${complete.length}/${asked.length}` : '')
    }),
  ]
}
