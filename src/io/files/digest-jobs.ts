/**
 * The worker's side of `digest-pool`: in comes `{id, blob, algorithms, hashOnly}` or `{id, cancel}`, out go the number of
 * bytes read so far, and at the end the digest or the name of the platform's error.
 *
 * Decision: Hashed bytes are sent to nobody. A buffer given to a closed port is freed at once, where the collector lagged
 * hundreds of megabytes behind; `ArrayBuffer.transfer(0)` made it worse.
 */
import type { Digest, DigestEngine, ForeignAlgorithm } from '../../core/files/digest'

export interface DigestJob {
  blob: Blob
  algorithms: readonly ForeignAlgorithm[]
  hashOnly: boolean
  /** Reports the number of bytes read so far. */
  onBytes: (bytes: number) => void
  /** Says what computes the SHA-256. */
  onEngine: (engine: DigestEngine) => void
  /** @throws AbortError once the job is cancelled */
  refuseWhenCancelled: () => void
}

type Message = { id: number } & (
  | { blob: Blob; algorithms?: readonly ForeignAlgorithm[]; hashOnly?: boolean }
  | { cancel: true }
)

export function serveDigests(compute: (job: DigestJob) => Promise<Digest>): void {
  const cancelled = new Set<number>()
  self.onmessage = async ({ data }: MessageEvent<Message>) => {
    const { id } = data
    if ('cancel' in data) {
      cancelled.add(id)
      return
    }
    const { blob, algorithms = [], hashOnly = false } = data
    let engine: DigestEngine | undefined
    const onBytes = (bytes: number) => self.postMessage({ id, bytes })
    const onEngine = (used: DigestEngine) => {
      engine = used
    }
    const refuseWhenCancelled = () => {
      if (cancelled.has(id)) throw new DOMException('Digest cancelled', 'AbortError')
    }
    try {
      const digest = await compute({ blob, algorithms, hashOnly, onBytes, onEngine, refuseWhenCancelled })
      self.postMessage({ id, digest, engine })
    } catch (error) {
      self.postMessage({ id, errorName: error instanceof Error ? error.name : 'UnknownError' })
    }
  }
}

const chunkSize = 4 * 1024 * 1024

/** The Blob's bytes in chunks of `chunkSize`; the next one is read while the last is used, so that two are held at the most. */
export async function* chunksOf({
  blob,
  onBytes,
  refuseWhenCancelled,
}: DigestJob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const read = (start: number) => blob.slice(start, start + chunkSize).arrayBuffer()
  let coming = read(0)
  for (let start = 0; start < blob.size; start += chunkSize) {
    refuseWhenCancelled()
    const bytes = new Uint8Array(await coming)
    const end = start + bytes.length
    if (end < blob.size) {
      coming = read(end)
      // Whoever stops before it is used does not hear that it could not be read.
      coming.catch(() => undefined)
    }
    yield bytes
    release(bytes)
    onBytes(end)
  }
}

const { port1: toNobody, port2: nobody } = new MessageChannel()
nobody.close()

/** Frees the bytes at once by transferring them to a closed port: left to the collector, 1.5 GB of files held 340 MB. */
export function release({ buffer }: Uint8Array<ArrayBuffer>): void {
  toNobody.postMessage(0, [buffer])
}
