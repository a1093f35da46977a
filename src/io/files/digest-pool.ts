/**
 * Digests of Blobs by workers, each byte read once, so that the page stays responsive on a slow machine. Works without a
 * secure context. A worker is loaded and started with the first Blob.
 *
 * Decision: Two digest threads, four files under way. Reading keeps a thread half busy; with one thread, adding reached
 * 55 % of bare hashing.
 */
import type { Digest, DigestEngine, ForeignAlgorithm } from '../../core/files/digest'
import { giveUpError, watchCall } from './silence'

interface DigestOptions {
  signal?: AbortSignal
  /** Is called with the number of bytes read so far. */
  onProgress?: (bytes: number) => void
  /** Hears what computed the SHA-256; the bench prints it. */
  onEngine?: (engine: DigestEngine) => void
  algorithms?: readonly ForeignAlgorithm[]
  /** Leaves out the CRC-32, which costs as much as a SHA-256. */
  hashOnly?: boolean
  /** The Blob is DEFLATEd and inflates to so many bytes: these are hashed. @throws InflateError where the thread can't */
  inflatesTo?: number
  /** The Blob was unpacked into the browser's memory, where a thread keeps it until the thread ends. */
  isUnpacked?: boolean
}

/**
 * Takes the digest of a Blob's bytes.
 * @throws a DOMException named as the platform's refusal: NotFoundError (the file is gone), NotReadableError (it changed
 * since it was picked, or may not be read), AbortError (the signal).
 */
export type DigestBlob = (blob: Blob, options?: DigestOptions) => Promise<Digest>

/** Takes the digest without the CRC-32, to compare it with a known one. Throws like `DigestBlob`. */
export type HashBlob = (
  blob: Blob,
  options?: Pick<DigestOptions, 'signal' | 'algorithms' | 'isUnpacked' | 'inflatesTo'>,
) => Promise<Omit<Digest, 'crc32'>>

type Reply = { id: number } & (
  | { digest: Digest; engine: DigestEngine }
  | { bytes: number }
  | { start: number; end: number }
  | { errorName: string }
)

interface Job {
  blob: Blob
  resolve: (digest: Digest, engine: DigestEngine) => void
  reject: (error: Error) => void
  onProgress: (bytes: number) => void
}

interface Thread {
  worker: Promise<Worker>
  jobs: Map<number, Job>
  /** Bytes of unpacked Blobs it was given, and of those that it inflates. */
  unpacked: number
}

type LoadThread = () => Promise<{ startDigestWorker: () => Worker }>

// Reading a Blob keeps its worker's thread half busy: two hash 400 MB in 0.6 s where one takes 0.9 s (2 cores). Each has a
// file to read while it hashes another, see `core/files/ahead`.
const mostThreads = 2

/**
 * A Blob sent to a worker stays until that worker collects its garbage, which it hardly makes. After some 490 MB of unpacked
 * ones Chromium 156 had no room for more, so a thread that got this many ends with its last job. What it inflates itself leaves
 * garbage too: verifying held a third more.
 */
const mostUnpacked = 64 * 1024 * 1024

// What a file may take before its thread is said not to answer: a slow share gives half a megabyte a second.
const patience = 15_000
const bytesPerMillisecond = 500

let lastId = 0

/** Digests by workers of one kind; `load` brings what starts one. */
export function createPool(load: LoadThread): DigestBlob {
  const threads = new Set<Thread>()
  return (
    blob,
    {
      signal,
      onProgress = () => {},
      onEngine = () => {},
      algorithms,
      hashOnly,
      inflatesTo,
      isUnpacked = false,
    } = {},
  ) =>
    new Promise((resolve, reject) => {
      const aborted = () => reject(new DOMException('Digest cancelled', 'AbortError'))
      if (signal?.aborted) return aborted()
      const id = ++lastId
      const thread = idlestThread(threads, load)
      if (isUnpacked || inflatesTo !== undefined) thread.unpacked += blob.size
      if (thread.unpacked > mostUnpacked) threads.delete(thread)
      const abort = () => {
        watch.end()
        thread.jobs.delete(id)
        void thread.worker.then(worker => worker.postMessage({ id, cancel: true }))
        endWhenFull(thread)
        aborted()
      }
      signal?.addEventListener('abort', abort)
      const watch = watchCall('reading', patience + blob.size / bytesPerMillisecond, () =>
        endThread(threads, thread),
      )
      const finish = () => {
        watch.end()
        signal?.removeEventListener('abort', abort)
        endWhenFull(thread)
      }
      thread.jobs.set(id, {
        blob,
        resolve: (digest, engine) => {
          finish()
          onEngine(engine)
          resolve(digest)
        },
        reject: error => {
          finish()
          reject(error)
        },
        onProgress: bytes => {
          watch.heard(patience + (blob.size - bytes) / bytesPerMillisecond)
          onProgress(bytes)
        },
      })
      thread.worker.then(
        worker => worker.postMessage({ id, blob, algorithms, hashOnly, inflatesTo }),
        error => {
          finish()
          reject(error)
        },
      )
    })
}

/** Ends a thread that gets no more work because of what it keeps, once it has none. */
function endWhenFull({ worker, jobs, unpacked }: Thread): void {
  if (unpacked <= mostUnpacked || jobs.size > 0) return
  // One that could not be started has told each of its jobs so.
  void worker.then(started => started.terminate()).catch(() => undefined)
}

/** A thread without work, a new one while there may be more, or the one with the least to do. */
function idlestThread(threads: Set<Thread>, load: LoadThread): Thread {
  const [idlest] = [...threads].sort((a, b) => a.jobs.size - b.jobs.size)
  if (idlest && (idlest.jobs.size === 0 || threads.size >= mostThreads)) return idlest
  const jobs = new Map<number, Job>()
  const thread = { worker: startWorker(load, jobs, () => threads.delete(thread)), jobs, unpacked: 0 }
  threads.add(thread)
  return thread
}

/** Ends a thread that does not answer; the next Blob gets another. */
function endThread(threads: Set<Thread>, thread: Thread): void {
  threads.delete(thread)
  void thread.worker.then(worker => worker.terminate())
  for (const job of thread.jobs.values()) job.reject(giveUpError())
  thread.jobs.clear()
}

/** `onEnd` hears when the worker could not be started or has failed: the next Blob gets another. */
async function startWorker(load: LoadThread, jobs: Map<number, Job>, onEnd: () => void): Promise<Worker> {
  const { startDigestWorker } = await load().catch(error => {
    onEnd()
    throw error
  })
  const started = startDigestWorker()
  started.onmessage = ({ data }: MessageEvent<Reply>) => {
    const job = jobs.get(data.id)
    if (!job) return
    if ('bytes' in data) return job.onProgress(data.bytes)
    if ('end' in data) return void readFor(started, job.blob, data)
    jobs.delete(data.id)
    if ('digest' in data) job.resolve(data.digest, data.engine)
    else job.reject(new DOMException('Cannot read the file', data.errorName))
  }
  started.onerror = event => {
    started.terminate()
    onEnd()
    for (const job of jobs.values()) job.reject(new Error(`Cannot digest: worker failed: ${event.message}`))
    jobs.clear()
  }
  return started
}

/** Reads what the worker could not read itself, see `digest-jobs`. */
async function readFor(
  worker: Worker,
  blob: Blob,
  { id, start, end }: { id: number; start: number; end: number },
): Promise<void> {
  try {
    const bytes = await blob.slice(start, end).arrayBuffer()
    worker.postMessage({ id, start, bytes }, [bytes])
  } catch (error) {
    worker.postMessage({ id, start, errorName: (error as Error).name })
  }
}
