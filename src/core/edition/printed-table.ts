/** The printed table's merged cells: which cells a row prints, and over how many rows each reaches. */

import { withoutScore } from '../text/likeness'
import type { Indicator } from './catalogue'

export interface TableRow {
  indicator: Indicator
  /** Rows the cell spans; 0 where it is part of a cell above. */
  spans: { number: number; name: number; department: number }
}

/**
 * The rows with their spans. The printed table merges a 序号 over its rows, a name over neighbours that share it (two 序号
 * may), and a department where the content says so.
 */
export function buildTable(indicators: readonly Indicator[]): TableRow[] {
  const spans = (isMerged: (row: Indicator, above: Indicator) => boolean) => countRuns(indicators, isMerged)
  const numbers = spans((row, above) => row.number === above.number)
  const names = spans((row, above) => row.name === above.name)
  const departments = spans((row, above) => row.departmentMerged && row.department === above.department)
  return indicators.map((indicator, i) => ({
    indicator,
    spans: { number: numbers[i] ?? 1, name: names[i] ?? 1, department: departments[i] ?? 1 },
  }))
}

/** Whether the score has to be printed beside the content, because it stood in a column of its own. */
export function isScoreApart({ content, scoring }: Indicator): boolean {
  return scoring.kind !== 'veto' && withoutScore(content) === content
}

/** For each row, the length of the run it starts, or 0 inside a run. */
function countRuns(
  rows: readonly Indicator[],
  isMerged: (row: Indicator, above: Indicator) => boolean,
): number[] {
  const runs: number[] = []
  let start = 0
  rows.forEach((row, i) => {
    const above = rows[i - 1]
    if (above && isMerged(row, above)) {
      runs[start] = (runs[start] ?? 0) + 1
      runs.push(0)
    } else {
      start = i
      runs.push(1)
    }
  })
  return runs
}
