/** Starts the worker for foreign digests from a blob: URL, see `digest-thread`. Loaded as a part. */
import ForeignDigestWorker from './foreign-digest-worker?worker&inline'

export function startDigestWorker(): Worker {
  return new ForeignDigestWorker()
}
