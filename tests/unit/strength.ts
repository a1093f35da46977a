/**
 * How often a property is tried. A test tagged with `property` runs in two projects: with a few of its cases in `unit`,
 * the loop for the hand, and with all of them in `tools`, which `npm test` runs as well. One tagged with `large` takes seconds
 * whatever it tries, or is like another that runs in `unit`; it runs in `tools` only.
 */
import { test } from './runner'

/** For the second argument of `test()`, both. */
export const property = { tag: '@property' }
export const large = { tag: '@large' }

/** Whether all cases are tried: only then can a test ask that they reach every kind of case. */
export function isFullRun(): boolean {
  return test.info().project.name === 'tools'
}

/** How many of `cases` to try now, at least one. */
export function share(cases: number): number {
  return isFullRun() ? cases : Math.ceil(cases / 30)
}
