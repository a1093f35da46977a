/**
 * 汇总表.xlsx: what all units handed in, as tables that the office files and passes on. The matrix, every use of
 * every file with every item that has none, the office's word and points, what is still owed, and what verifying found. Words for codes are handed in, so
 * that paper and screen say the same. The same input and date give the same bytes. Part of `collecting`: no state here.
 */

import { type EvidenceLine, joinLines, listEvidence, originalNameOf } from '../../core/bundle/evidence'
import { planBundle } from '../../core/bundle/plan'
import { nameSection } from '../../core/checklist/section-name'
import type { Owed } from '../../core/collect/owed'
import { itemStateOf, type UnitRow } from '../../core/intake/collate'
import { isInScope } from '../../core/intake/hand-in'
import { isNotice } from '../../core/intake/soundness'
import { saysAnything } from '../../core/review/review'
import { baseName } from '../../core/text/filename'
import { buildTable, bytes, type Column, count, line, type Table, text } from '../bundle/table'
import type { WriteWorkbook } from '../bundle/workbook'
import type { SummaryInput } from './summary-input'
import { buildMatrixTable } from './summary-matrix'
import { reviewTable, scoreTable } from './summary-review'

/** The file, by what writes workbooks. `date` is written as it reads in UTC. */
export function writeSummary(
  input: SummaryInput,
  date: Date,
  write: WriteWorkbook,
): Promise<Uint8Array<ArrayBuffer>> {
  const tables = [
    buildMatrixTable(input),
    evidenceTable(input),
    ...(input.judged.some(({ review }) => saysAnything(review)) ? [reviewTable(input)] : []),
    scoreTable(input),
    owedTable(input),
    findingTable(input),
  ]
  return write(tables, date, `${input.catalogue.bundleTitle}汇总表　${input.office}`)
}

/** A line of a unit's evidence, in the table of all units. */
interface UnitLine extends EvidenceLine {
  row: UnitRow
}

function evidenceTable({ catalogue, matrix, words }: SummaryInput): Table {
  function* linesOf(): Generator<UnitLine> {
    for (const row of matrix.rows) {
      const { checklist } = row.handIn
      for (const line of listEvidence(checklist, planBundle(catalogue, checklist)))
        if (isInScope(row.handIn, line.section)) yield { ...line, row }
    }
  }
  const isThere = ({ entry, row }: UnitLine) => !entry || row.handIn.present.has(entry.sha256)
  const stateOf = (line: UnitLine) => words.state[itemStateOf(line.answer, line.row.handIn.present)]
  // Printed in one line each, without what only a screen needs: a county's table has thousands.
  const columns: Column<UnitLine>[] = [
    { title: '序号', width: 7, cell: (_, number) => count(number) },
    { title: '单位', width: 24, cell: ({ row }) => line(row.unit) },
    { title: '指标编号', width: 9, cell: ({ section }) => line(section.id === 'gone' ? '' : section.id) },
    { title: '考核指标', width: 16, cell: ({ section }) => line(nameSection(section)) },
    { title: '材料编号', width: 9, cell: ({ item }) => line(item.id) },
    { title: '材料项', width: 34, cell: ({ item }) => line(item.text) },
    { title: '文件名', width: 44, cell: ({ entry }) => line(entry ? baseName(entry.path) : '') },
    {
      title: '状态',
      width: 16,
      cell: one => line(isThere(one) ? stateOf(one) : '没有收到，或与打包时不一致'),
    },
    { title: '备注', width: 24, cell: one => line(remarkOf(one)) },
    { title: '大小', width: 19, cell: ({ entry }) => (entry ? bytes(entry.size) : text('')) },
    { title: 'SHA-256', width: 24, cell: ({ entry }) => line(entry?.sha256 ?? '') },
  ]
  return {
    ...buildTable('材料明细', columns, linesOf()),
    filters: true,
    frozenColumns: 2,
    printedColumns: 8,
  }
}

function remarkOf({ answer, entry, isFirst }: UnitLine): string {
  const reason = answer.notApplicable && answer.reason ? `不适用：${answer.reason}` : ''
  return joinLines([...(isFirst ? [reason, answer.remark] : []), originalNameOf(entry)])
}

/** One thing that a unit owes. */
interface OwedLine {
  owed: Owed
  what: string
  section: string
  /** The item's id. */
  id: string
  /** The item, or a file of it. */
  item: string
  says: string
}

function owedTable({ owing, words }: SummaryInput): Table {
  const linesOf = (owed: Owed): OwedLine[] => {
    if (!owed.row) {
      const says = owed.unread.map(words.unread).join('；') || '没有报送'
      return [{ owed, what: '整个材料包', section: '', id: '', item: '', says }]
    }
    const { handIn } = owed.row
    return [
      ...owed.volumes.map(volume => {
        return {
          owed,
          what: `第${volume}卷`,
          section: '',
          id: '',
          item: '',
          says: `共 ${owed.count} 卷，这一卷没有收到`,
        }
      }),
      ...owed.items.map(({ section: { id }, item, reason }) => {
        const section = id === 'gone' ? '' : id
        return { owed, what: '材料项', section, id: item.id, item: item.text, says: words.reason[reason] }
      }),
      ...owed.errors.map(error => {
        const { item: id = '', name: item = '' } = error.file ?? {}
        return { owed, what: '核验问题', section: '', id, item, says: words.finding(error, handIn) }
      }),
    ]
  }
  function* allLines(): Generator<OwedLine> {
    for (const owed of owing) yield* linesOf(owed)
  }
  const columns: Column<OwedLine>[] = [
    { title: '序号', width: 7, cell: (_, number) => count(number) },
    { title: '单位', width: 26, cell: ({ owed }) => text(owed.unit) },
    { title: '缺什么', width: 12, cell: ({ what }) => text(what) },
    { title: '指标编号', width: 10, cell: ({ section }) => text(section) },
    { title: '材料编号', width: 9, cell: ({ id }) => text(id) },
    { title: '材料项', width: 44, cell: ({ item }) => text(item) },
    { title: '说明', width: 44, cell: ({ says }) => text(says) },
  ]
  return { ...buildTable('缺报清单', columns, allLines()), filters: true, frozenColumns: 2 }
}

interface FindingLine {
  unit: string
  archive: string
  kind: string
  says: string
}

function findingTable({ matrix, strays, words }: SummaryInput): Table {
  const ofUnits = matrix.rows.flatMap(({ unit, handIn, earlier, copies }) =>
    [handIn, ...earlier, ...copies].flatMap((one, i) =>
      one.findings.map((finding): FindingLine => {
        const kind = isNotice(finding) ? '情况' : '问题'
        const { archive } = finding
        return {
          unit: i === 0 ? unit : `${unit}（${i > earlier.length ? '重复的一份' : '没有计入的一份'}）`,
          archive,
          kind,
          says: words.finding(finding, one),
        }
      }),
    ),
  )
  const others = strays.map(({ archive, sentence }) => ({ unit: '', archive, kind: '问题', says: sentence }))
  const columns: Column<FindingLine>[] = [
    { title: '序号', width: 7, cell: (_, number) => count(number) },
    { title: '单位', width: 26, cell: ({ unit }) => text(unit) },
    { title: '收到的文件', width: 40, cell: ({ archive }) => text(archive) },
    { title: '类别', width: 8, cell: ({ kind }) => text(kind) },
    { title: '核验发现', width: 64, cell: ({ says }) => text(says) },
  ]
  return { ...buildTable('核验发现', columns, [...ofUnits, ...others]), filters: true, frozenColumns: 2 }
}
