/** Writes a workbook in a thread of its own, because the library takes a second for 100,000 cells. */
import { type Order, takeOrders } from './take-orders'

/**
 * The threads that the library starts (see `workbook`) end with this one, not when they have answered. The page ends this one
 * right after, and where both ends meet, Chromium 86 crashes with the page (7 of 100 roll-ups of 401 files, 0 of 61 with this line) and
 * 109 stands still. Safari before 15.5 has no threads in threads.
 */
if ('Worker' in self) Worker.prototype.terminate = () => {}

const take = takeOrders(answer =>
  self.postMessage(answer, { transfer: 'bytes' in answer ? [answer.bytes.buffer] : [] }),
)
self.addEventListener('message', ({ data }: MessageEvent<Order>) => take(data))
