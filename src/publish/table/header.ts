/** The header row of an indicator table, known by its words, and what each of its columns holds. */
import { bareText } from '../../core/text/likeness'
import type { Cell, Grid } from '../document'

export type ColumnName = 'number' | 'name' | 'content' | 'score' | 'department' | 'required' | 'evidence'

export interface Header {
  /** The header's last row: the table's rows begin below it. */
  row: number
  /** Each column's place. */
  columns: Partial<Record<ColumnName, number>> & { name: number; content: number; department: number }
  /** Its words, to recognise it where the table goes on to another page. */
  words: string
}

/** What tables of this kind call their columns; the first column that a word fits has it, in this order. */
const words: [ColumnName, RegExp][] = [
  ['number', /^(序号|编号|项次|顺序号)$/],
  ['required', /是否需?要?/],
  ['evidence', /(印证|佐证|证明|支撑|备查|申报)(材料|资料)|(材料|资料)清单/],
  ['department', /(评价|考核|责任|牵头|评分|负责)(部门|单位|股室)|^(部门|单位)$/],
  ['score', /^(分值|分数|标准分|基准分|满分|赋分|权重|得分标准)/],
  ['content', /(具体|考核|评价|主要|考评)(内容|要点|标准)|评分标准|二级指标|^内容$/],
  ['name', /(考核|评价|考评)(指标|项目|事项)|指标名称|一级指标|^(指标|项目)$/],
]

/** The header; undefined where no row names at least indicator, content and department. */
export function findHeader(grid: Grid): Header | undefined {
  const first = grid.findIndex(row => columnsOf(row) !== undefined)
  if (first < 0) return undefined
  // A header of two lines: the second one tells more.
  let last = first
  while (columnsOf(grid[last + 1] ?? [])) last++
  const row = isRepeated(grid, first, last) ? first : last
  const columns = columnsOf(grid[row] ?? [])
  return columns && { row, columns, words: wordsOf(grid[row] ?? []) }
}

export function wordsOf(row: readonly Cell[]): string {
  return row.map(cell => bareText(cell.text)).join('|')
}

function isRepeated(grid: Grid, first: number, last: number): boolean {
  return wordsOf(grid[first] ?? []) === wordsOf(grid[last] ?? [])
}

function columnsOf(row: readonly Cell[]): Header['columns'] | undefined {
  const columns: Partial<Record<ColumnName, number>> = {}
  const taken = new Set<number>()
  for (const [name, word] of words) {
    const place = row.findIndex(
      (cell, i) => !taken.has(i) && cell.text.length < 20 && word.test(bareText(cell.text)),
    )
    if (place < 0) continue
    columns[name] = place
    taken.add(place)
  }
  const { name, content, department } = columns
  if (name === undefined || content === undefined || department === undefined) return undefined
  return { ...columns, name, content, department }
}
