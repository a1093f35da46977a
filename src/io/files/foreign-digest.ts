/**
 * Digests for checking bags that an office receives. Bags of other tools may also ask for SHA-512, SHA-1 and MD5: these are
 * computed by a worker of another kind, loaded with the first bag that needs it.
 */
import { digestBlob } from './digest'
import { createPool, type HashBlob } from './digest-pool'

const digestForeign = createPool(() => import('./foreign-digest-thread'))

export const hashBlob: HashBlob = (blob, options = {}) =>
  (options.algorithms?.length ? digestForeign : digestBlob)(blob, { ...options, hashOnly: true })
