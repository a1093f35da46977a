/** Ends a run with one line a script can read: `12 passed, 0 failed`, with `, 3 skipped` where there are any. */
import type { Reporter, Suite } from 'playwright/types/testReporter'

export default class TotalsReporter implements Reporter {
  private suite: Suite | undefined
  /** Errors outside of any test: a file that doesn't load, a setup that throws. */
  private errors = 0

  onBegin(_: unknown, suite: Suite): void {
    this.suite = suite
  }

  onError(): void {
    this.errors++
  }

  onEnd(): void {
    const outcomes = (this.suite?.allTests() ?? []).map(test => test.outcome())
    const count = (...wanted: string[]) => outcomes.filter(outcome => wanted.includes(outcome)).length
    const skipped = count('skipped')
    const totals = [`${count('expected')} passed`, `${count('unexpected', 'flaky') + this.errors} failed`]
    if (skipped > 0) totals.push(`${skipped} skipped`)
    console.log(totals.join(', '))
  }

  printsToStdio(): boolean {
    return false
  }
}
