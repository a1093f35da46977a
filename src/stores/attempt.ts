/** Doing something that the browser may refuse, so that its outcome is always told. */

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
