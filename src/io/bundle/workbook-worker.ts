/** Writes a workbook in a thread of its own, because the library takes a second for 100,000 cells. */
import { type Order, takeOrders } from './take-orders'

const take = takeOrders(answer =>
  self.postMessage(answer, { transfer: 'bytes' in answer ? [answer.bytes.buffer] : [] }),
)
self.addEventListener('message', ({ data }: MessageEvent<Order>) => take(data))
