/**
 * Digests for bags of other tools, which may ask for SHA-512, SHA-1 and MD5 too: those by a worker of another kind, loaded
 * with the first bag that needs it.
 */
import { digestBlob } from './digest'
import { createPool, type DigestBlob } from './digest-pool'

const digestForeign = createPool(() => import('./foreign-digest-thread'))

export const digestAny: DigestBlob = (blob, options = {}) =>
  (options.algorithms?.length ? digestForeign : digestBlob)(blob, options)
