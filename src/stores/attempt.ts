/** Steps that the browser may refuse, such as packing: each one's failure is told, and a mistake of ours also thrown on. */
import { type Refusal, refusalOf } from '../core/files/refusal'

/** Why nothing was packed or written: too much for one archive, the browser, or a mistake of ours. */
export type PackProblem =
  | { code: 'too-large' }
  | { code: 'refused'; refusal: Refusal }
  | { code: 'mistake'; message: string }

export function packProblemOf(error: unknown): PackProblem {
  // The class lives in the part that packs, so the error is known by its name.
  if ((error as Error).name === 'ArchiveTooLargeError') return { code: 'too-large' }
  const refusal = refusalOf(error)
  // Ours, as "Cannot plan bundle: …": shown, and thrown on for the console.
  if (refusal === 'unknown' && error instanceof Error && !(error instanceof DOMException))
    return { code: 'mistake', message: error.message }
  return { code: 'refused', refusal }
}

/**
 * Takes a step; where it fails, tells `fail` why in the terms of `judge`. A mistake of ours (code `mistake`) is told and
 * thrown on, for the console.
 */
export async function attempt<Problem extends { code: string }>(
  step: () => Promise<void>,
  judge: (error: unknown) => Problem,
  fail: (problem: Problem) => void,
): Promise<void> {
  try {
    await step()
  } catch (error) {
    const problem = judge(error)
    fail(problem)
    if (problem.code === 'mistake') throw error
  }
}

/**
 * Calls a read of storage at most once at a time: what was asked for meanwhile is one more call at the end, however often it was.
 * A call that the browser refuses is dropped, since the next one reads the same.
 */
export function oneAtATime(read: () => Promise<void>): () => void {
  let isRunning = false
  let isAsked = false
  const run = async () => {
    isAsked = true
    if (isRunning) return
    isRunning = true
    while (isAsked) {
      isAsked = false
      await read().catch(() => undefined)
    }
    isRunning = false
  }
  return () => void run()
}
