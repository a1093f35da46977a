/** SHA-256 and CRC-32 of files that a person adds and of our own bundles, by workers (`digest-pool`). */
import { createPool } from './digest-pool'

const loadThread = () => import('./digest-thread')

export const digestBlob = createPool(loadThread)

/** Loads the worker's script while there is a network. Where that fails, the first Blob loads it. */
export function prepareDigest(): void {
  loadThread().catch(() => undefined)
}
