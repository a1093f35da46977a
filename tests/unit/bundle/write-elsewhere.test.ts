/** A workbook that another thread writes: it gets all of it, and ends with it, whether it was written, stopped or failed. */

import { buildTable, count } from '../../../src/io/bundle/table'
import type { Answer, Order } from '../../../src/io/bundle/take-orders'
import { writeBy } from '../../../src/io/bundle/write-elsewhere'
import { expect, test } from '../runner'
import { noon } from '../samples'

/** Stands for the thread: keeps what it is told, and answers `write` with `answer`. */
function createThread(answer: Answer | null) {
  const orders: Order[] = []
  const thread = {
    orders,
    isEnded: false,
    onmessage: (_: { data: Answer }) => {},
    postMessage(order: Order) {
      orders.push(structuredClone(order))
      if (order.kind === 'write' && answer) thread.onmessage({ data: answer })
    },
    terminate() {
      thread.isEnded = true
    },
  }
  return thread
}

const tables = ['一', '二'].map(name =>
  buildTable<number>(name, [{ title: '序号', width: 7, cell: line => count(line) }], [1, 2, 3]),
)

function write(thread: ReturnType<typeof createThread>, signal = new AbortController().signal) {
  return writeBy(thread as unknown as Worker, signal, () => {})(tables, noon, '汇总表')
}

test('it is told every table with its rows, then to write, and what it answers is the file', async () => {
  const bytes = new Uint8Array([1, 2, 3])
  const thread = createThread({ bytes })
  expect(await write(thread)).toEqual(bytes)
  expect(thread.orders.map(({ kind }) => kind)).toEqual(['table', 'rows', 'table', 'rows', 'write'])
  const rows = thread.orders.flatMap(order => (order.kind === 'rows' ? order.rows.rows : []))
  expect(rows.map(([cell]) => cell?.[1])).toEqual([1, 2, 3, 1, 2, 3])
  expect(thread.isEnded).toBe(true)
})

test('stopped while it writes, or failing, it throws and the thread ends', async () => {
  const controller = new AbortController()
  const stopped = createThread(null)
  const writing = write(stopped, controller.signal)
  controller.abort()
  await expect(writing).rejects.toThrow('Writing cancelled')
  const failing = createThread({ error: 'RangeError: too long' })
  await expect(write(failing)).rejects.toThrow('Cannot write workbook: RangeError: too long')
  expect([stopped.isEnded, failing.isEnded]).toEqual([true, true])
})
