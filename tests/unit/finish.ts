import type { Steps } from '../../src/core/files/steps'

/** The result of work in steps, without a pause: nobody waits meanwhile. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}
