/**
 * Has files of a ZIP that lie there DEFLATEd inflated and stored by a worker, which ends with them. Part of `bundling`: no state here.
 *
 * Decision: What an import inflates is never in the page. A Blob that the page once held stays in the browser's memory until the
 * page collects its garbage, and nothing tells the collector of its weight; what a worker held goes when it ends.
 */
import type { FoundBytes } from '../backup/found'
import type { watchCall } from '../files/silence'
import InflateWorker from './inflate-worker?worker&inline'
import type { InflateAnswer, InflateOrder } from './store-inflated'

interface Waiting {
  signal: AbortSignal
  watch: typeof watchCall
  /** The error of what was given up. */
  giveUpError: () => Error
}

/** Of smaller files the page holds some without harm. */
const smallest = 256 * 1024

// What a worker may take before it is said not to answer: it inflates, reads and writes.
const patience = 15_000
const bytesPerMillisecond = 500

/**
 * Stores what lies DEFLATEd of `files`, by SHA-256, in one transaction; what is stored of `sound` stays. @returns what is stored
 * now. All others the page stores itself, and hears why it can't: browsers before 2022 inflate nothing here.
 * @throws AbortError; `giveUpError` once the worker was given up
 */
export async function storePacked(
  id: string,
  files: readonly (readonly [sha256: string, file: FoundBytes])[],
  sound: ReadonlySet<string>,
  waiting: Waiting,
): Promise<ReadonlySet<string>> {
  const packed = await openPacked(files).catch(() => [])
  if (packed.length === 0) return new Set()
  const answer = await ask({ id, files: packed, sound }, waiting)
  return new Set('stored' in answer ? answer.stored : [])
}

/** @throws ArchiveEntryError; the platform's error when one can't be read any more */
async function openPacked(
  files: readonly (readonly [sha256: string, file: FoundBytes])[],
): Promise<InflateOrder['files']> {
  const packed: InflateOrder['files'] = []
  for (const [sha256, { size, openPacked }] of files)
    if (openPacked && size >= smallest) packed.push({ sha256, size, packed: await openPacked() })
  return packed
}

function ask(order: InflateOrder, { signal, watch, giveUpError }: Waiting): Promise<InflateAnswer> {
  const bytes = order.files.reduce((sum, { size }) => sum + size, 0)
  const worker = new InflateWorker()
  let watching: ReturnType<typeof watchCall> | undefined
  return new Promise<InflateAnswer>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<InflateAnswer>) => resolve(data)
    worker.onerror = ({ message }) => resolve({ error: message })
    signal.addEventListener('abort', () => reject(new DOMException('Import cancelled', 'AbortError')))
    watching = watch('storage', patience + bytes / bytesPerMillisecond, () => reject(giveUpError()))
    worker.postMessage(order)
  }).finally(() => {
    watching?.end()
    worker.terminate()
  })
}
