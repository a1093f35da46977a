/** What a digest worker is to hash, how it reads it, and whom it tells of it. */
import type { DigestEngine, ForeignAlgorithm } from '../../core/files/digest'

export interface DigestJob {
  blob: Blob
  algorithms: readonly ForeignAlgorithm[]
  hashOnly: boolean
  /** The Blob is DEFLATEd and inflates to so many bytes: these are hashed. */
  inflatesTo: number | undefined
  /** The Blob's bytes from `start` to before `end`. @throws the platform's error when they can't be read */
  read: (start: number, end: number) => Promise<ArrayBuffer>
  /** Reports the number of bytes read so far. */
  onBytes: (bytes: number) => void
  /** Hears the first bytes of what is inflated. */
  onHead: (head: Uint8Array) => void
  /** Says what computes the SHA-256. */
  onEngine: (engine: DigestEngine) => void
  /** @throws AbortError once the job is cancelled */
  refuseWhenCancelled: () => void
}
