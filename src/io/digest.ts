/**
 * SHA-256 and CRC-32 of a Blob, each byte read once, in a worker so that the page stays responsive on a slow machine.
 * Works without a secure context. The worker is loaded with the first Blob.
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

const jobs = new Map<number, Job>()
let starting: Promise<Worker> | null = null
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
    const id = ++lastId
    const abort = () => {
      jobs.delete(id)
      void starting?.then(worker => worker.postMessage({ id, cancel: true }))
      reject(new DOMException('Digest cancelled', 'AbortError'))
    }
    if (signal?.aborted) return abort()
    signal?.addEventListener('abort', abort)
    const finish = () => signal?.removeEventListener('abort', abort)
    jobs.set(id, {
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
    starting ??= startWorker()
    starting.then(worker => worker.postMessage({ id, blob }), reject)
  })
}

async function startWorker(): Promise<Worker> {
  const { startDigestWorker } = await import('./digest-thread')
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
    starting = null
    for (const job of jobs.values()) job.reject(new Error(`Cannot digest: worker failed: ${event.message}`))
    jobs.clear()
  }
  return started
}
