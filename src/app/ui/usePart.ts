import { useEffect, useState } from 'preact/hooks'
import { type Refusal, refusalOf } from '../../core/files/refusal'

/** A part of the page once it is wanted: what it exports, null while it is on its way, or why it did not come. */
export function usePart<Part extends object>(
  load: () => Promise<Part>,
  isWanted: boolean,
): Part | Refusal | null {
  const [part, setPart] = useState<Part | Refusal | null>(null)
  useEffect(() => {
    // What did not come is asked for again the next time it is wanted.
    if (isWanted && (part === null || typeof part === 'string'))
      load().then(
        loaded => setPart(() => loaded),
        error => setPart(refusalOf(error)),
      )
  }, [isWanted])
  return part
}
