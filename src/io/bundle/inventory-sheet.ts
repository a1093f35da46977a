/**
 * 目录.xlsx: the inventory as a table that the office can sort, filter and add up. One row for each use of a file, and one
 * for each item without files, so that gaps show. The same input and date give the same bytes.
 *
 * Loaded on demand (`import()`), so it must not import anything with state.
 */

import { type EvidenceLine, joinLines, listEvidence, originalNameOf } from '../../core/bundle/evidence'
import type { BundlePlan, Volume } from '../../core/bundle/plan'
import type { Answer, Checklist } from '../../core/checklist/checklist'
import { nameSection } from '../../core/checklist/section-name'
import type { Item } from '../../core/edition/catalogue'
import { buildTable, bytes, type Column, count, text } from './table'
import { writeWorkbook } from './workbook'

const columns: Column<EvidenceLine>[] = [
  { title: '序号', width: 7, cell: (_, number) => count(number) },
  {
    title: '指标编号',
    width: 10,
    cell: ({ section }) => text(section.indicator || section.id === '0' ? section.id : ''),
  },
  { title: '考核指标', width: 14, cell: ({ section }) => text(nameSection(section)) },
  { title: '材料项', width: 32, cell: ({ item }) => text(`${item.id} ${item.text}`) },
  { title: '文件名', width: 34, cell: ({ entry }) => text(entry?.path.replace(/.*\//, '') ?? '') },
  { title: '大小', width: 19, cell: ({ entry }) => (entry ? bytes(entry.size) : text('')) },
  // Wide enough for a SHA-256 in three lines of 22 digits.
  { title: 'SHA-256', width: 24, cell: ({ entry }) => text(entry?.sha256 ?? '') },
  { title: '备注', width: 24, cell: line => text(remarkOf(line)) },
]

/** The file's bytes, with the entries of all volumes. `date` is written as it reads in UTC. */
export async function writeSpreadsheet(
  checklist: Checklist,
  plan: BundlePlan,
  volumes: readonly Volume[],
  date: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const shown =
    volumes.length > 1
      ? [...columns.slice(0, -1), volumeColumn(plan, volumes), ...columns.slice(-1)]
      : columns
  return writeWorkbook([buildTable('目录', shown, listEvidence(checklist, plan))], date)
}

/** The column with each file's volume. @throws when a file is in no volume, which is a bug. */
function volumeColumn(plan: BundlePlan, volumes: readonly Volume[]): Column<EvidenceLine> {
  const index = new Map(volumes.flatMap(volume => volume.entries.map(({ path }) => [path, volume.index])))
  const lost = plan.entries.filter(({ path }) => !index.has(path)).length
  if (lost > 0) throw new Error(`Cannot write spreadsheet: ${lost} files lie in no volume`)
  return { title: '卷', width: 8, cell: ({ entry }) => text(entry ? `第${index.get(entry.path)}卷` : '') }
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
