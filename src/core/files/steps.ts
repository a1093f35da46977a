/**
 * Long work over lists that anybody may have written, cut into steps, so that whoever runs it can let a page answer between
 * them. The work itself knows no clock: it yields after every so many lines.
 */

/** Work that pauses with `yield` and ends with its result. */
export type Steps<Result> = Generator<void, Result>

/** Items between two pauses: some milliseconds of work on a slow computer. */
export const stepSize = 2000

/** For whoever has no page to let answer. */
export function runToEnd<Result>(steps: Steps<Result>): Result {
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** What may be work in steps or its result, as work in steps. */
export function* inSteps<Result extends object>(work: Result | Steps<Result>): Steps<Result> {
  return 'next' in work ? yield* work : work
}
