/** Why nothing was packed: too much for one archive, the browser, or a mistake of ours. */
import { type Refusal, refusalOf } from '../core/files/refusal'

export type PackProblem =
  | { code: 'too-large' }
  | { code: 'refused'; refusal: Refusal }
  | { code: 'mistake'; message: string }

export function packProblemOf(error: unknown): PackProblem {
  // Its class lives in the part that packs; what crosses over is the name.
  if ((error as Error).name === 'ArchiveTooLargeError') return { code: 'too-large' }
  const refusal = refusalOf(error)
  // Ours, as "Cannot plan bundle: …": shown, and thrown on for the console.
  if (refusal === 'unknown' && error instanceof Error && !(error instanceof DOMException))
    return { code: 'mistake', message: error.message }
  return { code: 'refused', refusal }
}
