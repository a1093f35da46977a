/** The page's workers, on this thread, for the stores in Node. */
import { createHash } from 'node:crypto'
import { registerHooks } from 'node:module'
import { crc32 } from 'node:zlib'
import { type Answer, takeOrders } from '../../../src/io/bundle/take-orders'
import { type ReadOrder, readFiles } from '../../../src/io/publishing/read-files'
import { type InflateAnswer, type InflateOrder, storeInflated } from '../../../src/io/storage/store-inflated'

export const worker = {
  /** The one that digests takes what it is sent and never answers. */
  isSilent: false,
  /** The one that reads a publisher's files answers when this is done. */
  untilRead: Promise.resolve() as Promise<void>,
}

/** The worker that inflates and stores, on this thread. */
export const inflater = {
  does: 'store' as 'store' | 'refuse' | 'nothing',
  /** How many files it was given. */
  files: 0,
}

interface Job {
  id: number
  blob?: Blob
  algorithms?: readonly string[]
  inflatesTo?: number
}

class DigestWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null
  async postMessage({ id, blob, algorithms = [], inflatesTo }: Job): Promise<void> {
    if (!blob || worker.isSilent) return
    try {
      if (inflatesTo !== undefined) throw new DOMException('The page inflates it', 'InflateError')
      const bytes = new Uint8Array(await blob.arrayBuffer())
      const hash = (name: string) => createHash(name).update(bytes).digest('hex')
      const foreign = Object.fromEntries(algorithms.map(name => [name, hash(name)]))
      const digest = { sha256: hash('sha256'), crc32: crc32(bytes), foreign }
      this.onmessage?.({ data: { id, digest } })
    } catch (error) {
      this.onmessage?.({ data: { id, errorName: (error as Error).name } })
    }
  }
  terminate(): void {}
}

class WorkbookWorker {
  onmessage: ((event: { data: Answer }) => void) | null = null
  postMessage = takeOrders(answer => this.onmessage?.({ data: answer }))
  terminate(): void {}
}

class InflateWorker {
  onmessage: ((event: { data: InflateAnswer }) => void) | null = null
  async postMessage(order: InflateOrder): Promise<void> {
    inflater.files += order.files.length
    if (inflater.does === 'nothing') return
    const answer = inflater.does === 'store' ? await storeInflated(order) : { error: 'InflateError' }
    this.onmessage?.({ data: answer })
  }
  terminate(): void {}
}

class ReadWorker {
  documents: Parameters<typeof readFiles>[1] = new Map()
  onmessage: ((event: { data: unknown }) => void) | null = null
  async postMessage(order: ReadOrder): Promise<void> {
    const answer = await readFiles(structuredClone(order), this.documents)
    await worker.untilRead
    this.onmessage?.({ data: structuredClone(answer) })
  }
  terminate(): void {}
}
Object.assign(globalThis, { DigestWorker, InflateWorker, ReadWorker, WorkbookWorker })

registerHooks({
  resolve: (specifier, context, next) =>
    specifier.endsWith('?worker&inline')
      ? {
          url: `data:text/javascript,export default globalThis.${classOf(specifier)}`,
          shortCircuit: true,
        }
      : next(specifier, context),
})

function classOf(specifier: string): string {
  if (specifier.includes('workbook')) return 'WorkbookWorker'
  if (specifier.includes('read-worker')) return 'ReadWorker'
  return specifier.includes('inflate') ? 'InflateWorker' : 'DigestWorker'
}
