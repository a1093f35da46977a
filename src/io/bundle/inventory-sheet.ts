/**
 * 目录.xlsx: the inventory as a table that the office can sort, filter and add up. One row for each use of a file, and one
 * for each item without files, so that gaps show. The same input and date give the same bytes.
 *
 * Loaded on demand (`import()`), so it must not import anything with state.
 */

import { type EvidenceLine, joinLines, listEvidence, originalNameOf } from '../../core/bundle/evidence'
import { addressOf } from '../../core/bundle/inventory-style'
import type { BundleEntry, BundlePlan, Volume } from '../../core/bundle/plan'
import type { Answer, Checklist } from '../../core/checklist/checklist'
import { nameSection } from '../../core/checklist/section-name'
import type { Item } from '../../core/edition/catalogue'
import { activeKindByName } from '../../core/files/active-kind'
import { baseName } from '../../core/text/filename'
import { buildTable, bytes, type Column, count, line, megabytes, text } from './table'
import type { WriteWorkbook } from './workbook'

const columns: Column<EvidenceLine>[] = [
  { title: '序号', width: 7, cell: (_, number) => count(number) },
  {
    title: '指标编号',
    width: 10,
    cell: ({ section }) => text(section.indicator || section.id === '0' ? section.id : ''),
  },
  { title: '考核指标', width: 14, cell: ({ section }) => text(nameSection(section)) },
  { title: '材料项', width: 32, cell: ({ item }) => text(`${item.id} ${item.text}`) },
  { title: '文件名', width: 34, cell: ({ entry }) => text(entry ? baseName(entry.path) : '') },
  { title: '大小（MB）', width: 11, cell: ({ entry }) => (entry ? megabytes(entry.size) : text('')) },
  { title: '字节', width: 19, cell: ({ entry }) => (entry ? bytes(entry.size) : text('')) },
  { title: '备注', width: 24, cell: evidence => text(remarkOf(evidence)) },
  { title: 'SHA-256', width: 68, cell: ({ entry }) => line(entry?.sha256 ?? '') },
]

/**
 * The bytes of the file that lies in volume `index`, from 1, with the entries of all volumes; its own are names that open the
 * file, by what writes workbooks, which tells `onGiven` when it has the rows. `date` is written as it reads in UTC.
 */
export async function writeSpreadsheet(
  checklist: Checklist,
  plan: BundlePlan,
  volumes: readonly Volume[],
  index: number,
  date: Date,
  write: WriteWorkbook,
  onGiven = () => {},
): Promise<Uint8Array<ArrayBuffer>> {
  const volumeOf = numberVolumes(plan, volumes)
  const opens = ({ entry }: EvidenceLine) =>
    entry && volumeOf.get(entry.path) === index && !isActive(entry) ? addressOf(entry.path) : null
  const shown = columns.flatMap(column =>
    column.title === '文件名'
      ? [{ ...column, link: opens }]
      : column.title === '备注' && volumes.length > 1
        ? [volumeColumn(volumeOf), column]
        : [column],
  )
  const table = buildTable('目录', shown, listEvidence(checklist, plan))
  // On paper stand the first 16 digits, in 目录.html.
  return write([{ ...table, filters: true, printedColumns: shown.length - 1 }], date, '', onGiven)
}

/** The number of the volume of each entry, by path. @throws when one is in no volume, which is a bug. */
function numberVolumes(plan: BundlePlan, volumes: readonly Volume[]): Map<string, number> {
  const numbers = new Map(
    volumes.flatMap(({ entries, index }) => entries.map(({ path }) => [path, index] as const)),
  )
  const lost = plan.entries.filter(({ path }) => !numbers.has(path)).length
  if (lost > 0) throw new Error(`Cannot write spreadsheet: ${lost} files lie in no volume`)
  return numbers
}

function volumeColumn(volumeOf: ReadonlyMap<string, number>): Column<EvidenceLine> {
  const cell = ({ entry }: EvidenceLine) => text(entry ? `第${volumeOf.get(entry.path)}个` : '')
  return { title: '压缩包', width: 8, cell }
}

/** True where opening it would run it: as in 目录.html it is no link. */
function isActive({ path, file }: BundleEntry): boolean {
  return activeKindByName(baseName(path)) !== null || file.active !== undefined
}

/** The text of 备注, line by line: the item's state, the unit's remark, the file's original name. */
function remarkOf({ item, answer, entry, isFirst }: EvidenceLine): string {
  const said = isFirst ? [stateOf(item, answer, entry !== null), answer.remark] : []
  return joinLines([...said, originalNameOf(entry)])
}

/** An item's state for 备注; empty where files and tick are as they should be. */
function stateOf(item: Item, answer: Answer, hasFiles: boolean): string {
  if (answer.notApplicable) return answer.reason.trim() ? `不适用：${answer.reason}` : '不适用（未写理由）'
  if (hasFiles) return answer.ready || !item.counted ? '' : '有附件，未勾选'
  if (answer.ready) return '已备齐（未附文件）'
  return item.counted ? '未提供' : ''
}
