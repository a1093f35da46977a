/**
 * The worker's side of `digest-pool`: in comes `{id, blob, algorithms, hashOnly}` or `{id, cancel}`, out go the number of
 * bytes read so far, and at the end the digest or the name of the platform's error. What it can't read itself the page reads
 * for it: WebKit's workers can't read Blobs on file:// (seen in WebKitGTK 2.50), its pages can. Then `{id, start, end}` goes out
 * and `{id, start, bytes}` or `{id, start, errorName}` comes in.
 */
import { headLength } from '../../core/files/active-content'
import type { Digest, DigestEngine, ForeignAlgorithm } from '../../core/files/digest'
import type { DigestJob } from './digest-job'
import { inflatedChunks } from './inflated'
import { release } from './release'

type Message = { id: number } & (
  | { blob: Blob; algorithms?: readonly ForeignAlgorithm[]; hashOnly?: boolean; inflatesTo?: number }
  | { cancel: true }
  | { start: number; bytes: ArrayBuffer }
  | { start: number; errorName: string }
)

interface Asked {
  resolve: (bytes: ArrayBuffer) => void
  reject: (error: unknown) => void
}

export function serveDigests(compute: (job: DigestJob) => Promise<Digest>): void {
  const cancelled = new Set<number>()
  const asked = new Map<string, Asked>()
  self.onmessage = async ({ data }: MessageEvent<Message>) => {
    const { id } = data
    if ('cancel' in data) {
      cancelled.add(id)
      return
    }
    if ('start' in data) {
      const key = `${id} ${data.start}`
      if ('bytes' in data) asked.get(key)?.resolve(data.bytes)
      else asked.get(key)?.reject(new DOMException('The page cannot read the file', data.errorName))
      asked.delete(key)
      return
    }
    const { blob, algorithms = [], hashOnly = false, inflatesTo } = data
    let head: Uint8Array | undefined
    let engine: DigestEngine | undefined
    const askPage = (start: number, end: number) =>
      new Promise<ArrayBuffer>((resolve, reject) => {
        asked.set(`${id} ${start}`, { resolve, reject })
        self.postMessage({ id, start, end })
      })
    const read = async (start: number, end: number) => {
      const bytes = await blob
        .slice(start, end)
        .arrayBuffer()
        .catch(() => askPage(start, end))
      if (start === 0 && inflatesTo === undefined) head = new Uint8Array(bytes.slice(0, headLength))
      return bytes
    }
    const onBytes = (bytes: number) => self.postMessage({ id, bytes })
    const onEngine = (used: DigestEngine) => {
      engine = used
    }
    const refuseWhenCancelled = () => {
      if (cancelled.has(id)) throw new DOMException('Digest cancelled', 'AbortError')
    }
    try {
      const digest = await compute({
        blob,
        algorithms,
        hashOnly,
        inflatesTo,
        onHead: bytes => {
          head = bytes
        },
        read,
        onBytes,
        onEngine,
        refuseWhenCancelled,
      })
      self.postMessage({ id, digest: head ? { ...digest, head } : digest, engine })
    } catch (error) {
      self.postMessage({ id, errorName: error instanceof Error ? error.name : 'UnknownError' })
    }
  }
}

const chunkSize = 4 * 1024 * 1024

/** The bytes to hash, in chunks that are freed once they were used. */
export function chunksOf(job: DigestJob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  return job.inflatesTo === undefined ? blobChunks(job) : inflatedChunks(job, job.inflatesTo)
}

/** The Blob's bytes in chunks of `chunkSize`; the next one is read while the last is used, so that two are held at the most. */
async function* blobChunks({
  blob,
  read,
  onBytes,
  refuseWhenCancelled,
}: DigestJob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const readFrom = (start: number) => read(start, Math.min(blob.size, start + chunkSize))
  let coming = readFrom(0)
  for (let start = 0; start < blob.size; start += chunkSize) {
    refuseWhenCancelled()
    const bytes = new Uint8Array(await coming)
    const end = start + bytes.length
    if (end < blob.size) {
      coming = readFrom(end)
      // Whoever stops before it is used does not hear that it could not be read.
      coming.catch(() => undefined)
    }
    yield bytes
    release(bytes)
    onBytes(end)
  }
}
