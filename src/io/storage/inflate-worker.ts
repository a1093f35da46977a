/** Takes one order of `inflating` and answers what became of it. */
import { type InflateOrder, storeInflated } from './store-inflated'

self.onmessage = async ({ data }: MessageEvent<InflateOrder>) => self.postMessage(await storeInflated(data))
