/** Rows that go to another thread and are written there: the file is the same, byte for byte. */

import { createPacker, createUnpacker } from '../../../src/io/bundle/packed-rows'
import { buildTable, bytes, count, head, text } from '../../../src/io/bundle/table'
import { writeWorkbook } from '../../../src/io/bundle/workbook'
import { expect, test } from '../runner'
import { noon } from '../samples'

test('looks, numbers and texts come out as they went in, and each look goes once', async () => {
  const lines = Array.from({ length: 130 }, (_, i) => ({ name: `第${i}号\n材料`, size: i * 1000 }))
  const table = buildTable<(typeof lines)[number]>(
    '明细',
    [
      { title: '序号', width: 7, cell: (_, number) => count(number) },
      { title: '名称', width: 20, cell: ({ name }) => text(name) },
      { title: '大小', width: 19, cell: ({ size }) => bytes(size) },
      { title: '空', width: 9, cell: () => text('') },
      { title: '合计', width: 9, cell: () => head('合计') },
    ],
    lines,
  )
  const [packRows, unpackRows] = [createPacker(), createUnpacker()]
  const rows = [...table.rows]
  const sent = [rows.slice(0, 50), rows.slice(50, 100), rows.slice(100)].map(packRows)
  expect(sent.map(({ looks }) => looks.length)).toEqual([4, 0, 0])
  const received = structuredClone(sent).flatMap(unpackRows) as typeof rows
  const spanned = [[head('两列', 2), null, ...(table.head[0] ?? []).slice(2)], ...table.head]
  const heads = unpackRows(structuredClone(packRows(spanned)))
  expect(await writeWorkbook([{ ...table, head: heads, rows: received }], noon, '汇总表')).toEqual(
    await writeWorkbook([{ ...table, head: spanned }], noon, '汇总表'),
  )
})
