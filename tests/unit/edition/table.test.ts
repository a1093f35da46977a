import { buildHead, buildTable, type TableRow } from '../../../src/core/edition/printed-table'
import type { ColumnSource, IndicatorSource } from '../../../src/core/edition/table-source'
import { expect, test } from '../runner'
import { readSource } from '../samples'

const source = readSource()
const columns: ColumnSource[] = ['甲', '乙', '丙'].map(name => ({ name, role: 'none' }))

/** The cells of a column that reach over several rows. */
function merged(table: readonly TableRow[], name: string): Record<string, number> {
  const cells = table.flatMap(row =>
    row.cells.flatMap(({ column, rowSpan }) => (column.name === name ? [[row.id, rowSpan] as const] : [])),
  )
  return Object.fromEntries(cells.filter(([, span]) => span > 1))
}

function tableOf(...indicators: Partial<IndicatorSource>[]): TableRow[] {
  const rows = indicators.map((row, i) => ({
    id: `1-${i + 1}`,
    cells: { 甲: '1', 乙: '2', 丙: '3' },
    ...row,
  }))
  return buildTable({ columns, indicators: rows })
}

test('buildTable() merges the cells of 2022 as the notice printed them', () => {
  const table = buildTable(source)
  const numbers = { '8-1': 5, '9-1': 4, '10-1': 6, '11-1': 2, '12-1': 2, '13-1': 3, '14-1': 6 }
  expect(merged(table, '序号')).toEqual(numbers)
  expect(merged(table, '考核指标')).toEqual({ '3-1': 2, ...numbers })
  expect(merged(table, '评价部门')).toEqual({ '9-2': 3, '10-2': 4 })
})

test('buildTable() covers every row of every column exactly once', () => {
  const table = buildTable(source)
  expect(table.map(({ id }) => id)).toEqual(source.indicators.map(({ id }) => id))
  for (const { name } of source.columns) {
    const spans = table.flatMap(({ cells }) => cells.filter(({ column }) => column.name === name))
    expect(
      spans.reduce((sum, { rowSpan }) => sum + rowSpan, 0),
      name,
    ).toBe(35)
  }
})

test('buildTable() prints a cell over several columns once, and lines across where they change', () => {
  const across = { 甲: 2 }
  const table = tableOf(
    { sections: ['一、', '（一）'], across },
    { sections: ['一、', '（一）'], across, merged: ['甲'] },
    { sections: ['一、', '（二）'] },
    { sections: ['二、'] },
  )
  expect(table.map(({ lines }) => lines)).toEqual([['一、', '（一）'], [], ['（二）'], ['二、']])
  const spans = table.map(({ cells }) =>
    cells.map(({ column, rowSpan, columnSpan }) => [column.name, rowSpan, columnSpan]),
  )
  expect(spans.slice(0, 3)).toEqual([
    [
      ['甲', 2, 2],
      ['丙', 1, 1],
    ],
    [['丙', 1, 1]],
    [
      ['甲', 1, 1],
      ['乙', 1, 1],
      ['丙', 1, 1],
    ],
  ])
  expect(buildTable({ columns, indicators: [] })).toEqual([])
})

test('buildHead() prints a head over several columns once, and one line down to the last', () => {
  const head = buildHead([
    { name: '序号', role: 'number' },
    { name: '满分', role: 'points', heading: ['分值', '满分'] },
    { name: '自评', role: 'none', heading: ['分值', '自评'] },
  ])
  const texts = head.map(line => line.map(({ text, rowSpan, columnSpan }) => [text, rowSpan, columnSpan]))
  expect(texts).toEqual([
    [
      ['序号', 2, 1],
      ['分值', 1, 2],
    ],
    [
      ['满分', 1, 1],
      ['自评', 1, 1],
    ],
  ])
})
