/**
 * Playwright's runner without what tests of functions don't need; each part was measured in `npm run test:unit`. Its `test` sets
 * up what a browser needs for each test: 7 ms for one that takes 1 ms. Its `expect` makes 400 functions for each value, and for
 * each comparison a step of the report with a stack trace: a tenth of the run.
 */
import { isDeepStrictEqual } from 'node:util'
import { _baseTest, type Expect, expect as fullExpect } from 'playwright/test'

export const test = _baseTest

type Matcher = (expected: unknown) => unknown

/** What finds most values equal, and only such as the matcher of its name finds equal. */
const quick: Record<string, ((actual: unknown, expected: unknown) => boolean) | undefined> = {
  toBe: Object.is,
  toEqual: isDeepStrictEqual,
}

/** Playwright's `expect`, which is asked only about values that are not equal at first sight, and says what differs. */
export const expect: Expect = new Proxy(fullExpect, {
  apply: (_target, _this, [actual, message]: Parameters<Expect>) =>
    new Proxy({} as ReturnType<Expect>, {
      get(_target, name: string) {
        const full = () => Reflect.get(fullExpect(actual, message), name)
        const isEqual = quick[name]
        if (!isEqual) return full()
        const matcher: Matcher = expected => isEqual(actual, expected) || failAtTest(full(), expected)
        return matcher
      },
    }),
})

/** Lets the matcher judge; an error of it begins at the line of the test, not here. */
function failAtTest(matcher: Matcher, expected: unknown): void {
  try {
    matcher(expected)
  } catch (error) {
    if (error instanceof Error && error.stack)
      error.stack = error.stack.replace(/^ +at .*runner\.ts:.*\n/gm, '')
    throw error
  }
}
