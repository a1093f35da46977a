/** Starts the digest worker from a blob: URL, since no browser starts one from a file on file://. Loaded as a part. */
import DigestWorker from './digest-worker?worker&inline'

export function startDigestWorker(): Worker {
  return new DigestWorker()
}
