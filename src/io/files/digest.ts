/** SHA-256 and CRC-32 of what a person adds, and of bundles of ours: see `digest-pool`. */
import { createPool } from './digest-pool'

const loadThread = () => import('./digest-thread')

export const digestBlob = createPool(loadThread)

/** Fetches what digests while there is a network; where that fails, the first Blob tries again. */
export function prepareDigest(): void {
  loadThread().catch(() => undefined)
}
