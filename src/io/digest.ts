/**
 * SHA-256 and CRC-32 of a Blob, each byte read once, in a worker so that the page stays responsive on a slow machine.
 * Works without a secure context. The worker starts with the first Blob.
 */
export interface Digest {
  /** Lower-case hex. */
  sha256: string
  /** Unsigned 32 bit, as ZIP stores it. */
  crc32: number
}

type Reply = { id: number } & (Digest | { bytes: number } | { errorName: string })

interface Job {
  resolve: (digest: Digest) => void
  reject: (error: Error) => void
  onProgress: (bytes: number) => void
}

interface Thread {
  worker: Promise<Worker>
  jobs: Map<number, Job>
}

// Reading a Blob keeps its worker's thread half busy: two hash 400 MB in 0.6 s where one takes 0.9 s (2 cores). Each has a
// file to read while it hashes another, see `core/ahead`.
const mostThreads = 2

const threads = new Set<Thread>()
let lastId = 0

/**
 * The digest of a Blob's bytes; `onProgress` hears how many have been read.
 * @throws a DOMException named as the platform's refusal: NotFoundError (the file is gone), NotReadableError (it changed
 * since it was picked, or may not be read), AbortError (the signal).
 */
export function digestBlob(
  blob: Blob,
  { signal, onProgress = () => {} }: { signal?: AbortSignal; onProgress?: (bytes: number) => void } = {},
): Promise<Digest> {
  return new Promise((resolve, reject) => {
    const aborted = () => reject(new DOMException('Digest cancelled', 'AbortError'))
    if (signal?.aborted) return aborted()
    const id = ++lastId
    const thread = idlestThread()
    const abort = () => {
      thread.jobs.delete(id)
      void thread.worker.then(worker => worker.postMessage({ id, cancel: true }))
      aborted()
    }
    signal?.addEventListener('abort', abort)
    const finish = () => signal?.removeEventListener('abort', abort)
    thread.jobs.set(id, {
      resolve: digest => {
        finish()
        resolve(digest)
      },
      reject: error => {
        finish()
        reject(error)
      },
      onProgress,
    })
    thread.worker.then(worker => worker.postMessage({ id, blob }), reject)
  })
}

/** Fetches what digests while there is a network; where that fails, the first Blob tries again. */
export function prepareDigest(): void {
  loadThread().catch(() => undefined)
}

function loadThread() {
  return import('./digest-thread')
}

/** A thread without work, a new one while there may be more, or the one with the least to do. */
function idlestThread(): Thread {
  const [idlest] = [...threads].sort((a, b) => a.jobs.size - b.jobs.size)
  return idlest && (idlest.jobs.size === 0 || threads.size >= mostThreads) ? idlest : startThread()
}

function startThread(): Thread {
  const jobs = new Map<number, Job>()
  const thread = { worker: startWorker(jobs, () => threads.delete(thread)), jobs }
  threads.add(thread)
  return thread
}

/** `onEnd` hears when the worker could not be started or has failed: the next Blob gets another. */
async function startWorker(jobs: Map<number, Job>, onEnd: () => void): Promise<Worker> {
  const { startDigestWorker } = await loadThread().catch(error => {
    onEnd()
    throw error
  })
  const started = startDigestWorker()
  started.onmessage = ({ data }: MessageEvent<Reply>) => {
    const job = jobs.get(data.id)
    if (!job) return
    if ('bytes' in data) return job.onProgress(data.bytes)
    jobs.delete(data.id)
    if ('sha256' in data) job.resolve({ sha256: data.sha256, crc32: data.crc32 })
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
