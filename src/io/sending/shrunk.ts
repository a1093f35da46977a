/** The answer of the worker that shrinks photos. */
import type { LeftAlone } from '../../core/sending/photos'

export type Shrunk = { kind: 'copy'; copy: Blob } | { kind: 'left'; reason: LeftAlone }
