/** Writes a workbook from orders: tables come first, then their rows some at a time; the last asks for the file. */
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

/** Takes the orders for one workbook; `answer` hears what became of it. */
export function takeOrders(answer: (answer: Answer) => void): (order: Order) => void {
  const tables: (Table & { rows: CellObject[][] })[] = []
  const unpack = createUnpacker()
  return order => {
    if (order.kind === 'table') tables.push({ ...order.table, head: unpack(order.head), rows: [] })
    else if (order.kind === 'rows')
      for (const row of unpack(order.rows) as CellObject[][]) tables[tables.length - 1]?.rows.push(row)
    else
      writeWorkbook(tables, order.date, order.title).then(
        bytes => answer({ bytes }),
        error => answer({ error: `${error}` }),
      )
  }
}
