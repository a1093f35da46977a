/** Writes tables in another thread: their rows are made here some at a time, so that the page answers meanwhile. */
import type { CellObject } from 'write-excel-file/universal'
import { createBreather } from '../files/in-slices'
import { createPacker } from './packed-rows'
import type { Table } from './table'
import type { Answer, Order } from './take-orders'
import type { WriteWorkbook } from './workbook'

/** Rows between two looks at the clock. */
const rowsAtOnce = 50

/**
 * Writes by `worker`, which ends with it; `onRows` hears how many rows it was given so far.
 * @throws AbortError; what went wrong in the worker
 */
export function writeBy(worker: Worker, signal: AbortSignal, onRows: (rows: number) => void): WriteWorkbook {
  return async (tables, date, title = '', onGiven = () => {}) => {
    try {
      const answer = new Promise<Answer>((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data)
        worker.onerror = ({ message }) => reject(new Error(`Cannot write workbook: ${message}`))
        signal.addEventListener('abort', () => reject(cancelled()))
      })
      // Whoever stops while rows are made hears it there.
      answer.catch(() => undefined)
      const tell = (order: Order) => worker.postMessage(order)
      await sendTables(tables, tell, signal, onRows)
      tell({ kind: 'write', date, title })
      onGiven()
      const written = await answer
      if ('error' in written) throw new Error(`Cannot write workbook: ${written.error}`)
      return written.bytes
    } finally {
      worker.terminate()
    }
  }
}

function cancelled(): DOMException {
  return new DOMException('Writing cancelled', 'AbortError')
}

async function sendTables(
  tables: readonly Table[],
  tell: (order: Order) => void,
  signal: AbortSignal,
  onRows: (rows: number) => void,
): Promise<void> {
  const pack = createPacker()
  let sent = 0
  const breathe = createBreather()
  for (const { head, rows, ...table } of tables) {
    tell({ kind: 'table', table, head: pack(head) })
    let batch: CellObject[][] = []
    const flush = () => {
      tell({ kind: 'rows', rows: pack(batch) })
      sent += batch.length
      batch = []
    }
    for (const row of rows) {
      batch.push(row)
      if (batch.length < rowsAtOnce) continue
      flush()
      const pausing = breathe()
      if (!pausing) continue
      onRows(sent)
      await pausing
      if (signal.aborted) throw cancelled()
    }
    flush()
  }
}
