import { expect, test } from 'playwright/test'
import type { Indicator } from '../../../src/core/edition/catalogue'
import { buildTable, isScoreApart, type TableRow } from '../../../src/core/edition/printed-table'
import { catalogue } from '../samples'

type Column = keyof TableRow['spans']
const columns: Column[] = ['number', 'name', 'department']

/** The cells of a column that reach over several rows. */
function merged(table: readonly TableRow[], column: Column): Record<string, number> {
  const cells = table.map(row => [row.indicator.id, row.spans[column]] as const)
  return Object.fromEntries(cells.filter(([, span]) => span > 1))
}

function rowsOf(...rows: [id: string, name: string, departmentMerged?: boolean][]): TableRow[] {
  const [sample] = catalogue.indicators as [Indicator]
  return buildTable(
    rows.map(([id, name, departmentMerged = false]) => {
      return { ...sample, id, number: Number(id.split('-')[0]), name, departmentMerged }
    }),
  )
}

test('buildTable() merges the cells of 2022 as the notice printed them', () => {
  const table = buildTable(catalogue.indicators)
  const numbers = { '8-1': 5, '9-1': 4, '10-1': 6, '11-1': 2, '12-1': 2, '13-1': 3, '14-1': 6 }
  expect(merged(table, 'number')).toEqual(numbers)
  expect(merged(table, 'name')).toEqual({ '3-1': 2, ...numbers })
  expect(merged(table, 'department')).toEqual({ '9-2': 3, '10-2': 4 })
})

test('buildTable() covers every row of every column exactly once', () => {
  const table = buildTable(catalogue.indicators)
  expect(table.map(row => row.indicator)).toEqual(catalogue.indicators)
  for (const column of columns) {
    let covered = 0
    for (const [index, { spans }] of table.entries()) {
      if (spans[column] === 0) expect(index, `${column} of row ${index}`).toBeLessThan(covered)
      else {
        expect(index, `${column} of row ${index}`).toBe(covered)
        covered += spans[column]
      }
    }
    expect(covered, column).toBe(35)
  }
})

test('buildTable() merges a name over neighbours only', () => {
  const table = rowsOf(['1-1', '工程质量'], ['2-1', '服务质量'], ['3-1', '工程质量'], ['4-1', '工程质量'])
  expect(table.map(row => row.spans.name)).toEqual([1, 1, 2, 0])
  expect(table.map(row => row.spans.number)).toEqual([1, 1, 1, 1])
})

test('buildTable() merges a number over rows with different names', () => {
  const table = rowsOf(['1-1', '甲'], ['1-2', '乙'], ['2-1', '乙'])
  expect(table.map(row => row.spans.number)).toEqual([2, 0, 1])
  expect(table.map(row => row.spans.name)).toEqual([1, 2, 0])
})

test('buildTable() merges a department only where the content says so', () => {
  const table = rowsOf(['1-1', '甲'], ['1-2', '甲'], ['1-3', '甲', true], ['1-4', '甲', true], ['1-5', '甲'])
  expect(table.map(row => row.spans.department)).toEqual([1, 3, 0, 0, 1])
})

test('buildTable() prints the first row’s cells even where nothing is above to merge with', () => {
  expect(rowsOf(['1-1', '甲', true]).map(row => row.spans)).toEqual([{ number: 1, name: 1, department: 1 }])
  expect(buildTable([])).toEqual([])
})

test('isScoreApart() is false for every row of 2022, whose scores stand in the text', () => {
  expect(catalogue.indicators.filter(isScoreApart)).toEqual([])
})

test('isScoreApart() is true for a score that the text does not say', () => {
  const [sample] = catalogue.indicators as [Indicator]
  const content = '开展产品质量监督抽查(含分类抽查),公布结果。'
  expect(isScoreApart({ ...sample, content })).toBe(true)
  expect(isScoreApart({ ...sample, content, scoring: { kind: 'deduction', points: 2 } })).toBe(true)
  expect(isScoreApart({ ...sample, content: `${content}（5 分）。` })).toBe(false)
})
