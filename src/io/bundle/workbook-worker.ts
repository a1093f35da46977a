/**
 * Writes a workbook in a thread of its own, because the library takes a second for 100,000 cells. Tables come first, then their
 * rows some at a time, in order; the last message asks for the file.
 */
import type { CellObject } from 'write-excel-file/universal'
import { createUnpacker, type PackedRows } from './packed-rows'
import type { Table } from './table'
import { writeWorkbook } from './workbook'

/** What the thread is told. */
export type Order =
  | { kind: 'table'; table: Omit<Table, 'head' | 'rows'>; head: PackedRows }
  | { kind: 'rows'; rows: PackedRows }
  | { kind: 'write'; date: Date; title: string }

/** What it answers to `write`. */
export type Answer = { bytes: Uint8Array<ArrayBuffer> } | { error: string }

const tables: (Table & { rows: CellObject[][] })[] = []
const unpack = createUnpacker()

self.addEventListener('message', ({ data }: MessageEvent<Order>) => {
  if (data.kind === 'table') tables.push({ ...data.table, head: unpack(data.head), rows: [] })
  else if (data.kind === 'rows')
    for (const row of unpack(data.rows) as CellObject[][]) tables[tables.length - 1]?.rows.push(row)
  else
    writeWorkbook(tables, data.date, data.title).then(
      bytes => self.postMessage({ bytes } satisfies Answer, { transfer: [bytes.buffer] }),
      error => self.postMessage({ error: `${error}` } satisfies Answer),
    )
})
