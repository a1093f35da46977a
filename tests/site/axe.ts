/** axe-core on a page: what would keep somebody from using it. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Locator, Page } from 'playwright/test'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  id: string
  nodes: { target: unknown[]; failureSummary?: string }[]
}

interface Axe {
  run(shown: Element, options: { resultTypes: string[] }): Promise<{ violations: Violation[] }>
}

/**
 * Everything axe objects to, best practices included, as lines a person can act on: in `part`, or on the whole page, or, where a
 * dialog is open, in the dialog, for what lies behind it can't be reached until it is closed.
 */
export async function findBarriers(page: Page, part?: Locator): Promise<string[]> {
  // The policy forbids a script element of ours; what DevTools evaluates it lets pass.
  await page.evaluate(`window.axe ?? ${source}`)
  const shown =
    part ?? page.locator((await page.locator('dialog[open]').count()) > 0 ? 'dialog[open]' : ':root')
  const violations = await shown.evaluate(async shown => {
    const { axe } = window as unknown as { axe: Axe }
    return (await axe.run(shown, { resultTypes: ['violations'] })).violations
  })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}

/** By how many pixels the page, or the dialog that is open, is wider than its window: a dialog scrolls by itself. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.max(
      ...Array.from(
        document.querySelectorAll('html, dialog[open]'),
        shown => shown.scrollWidth - shown.clientWidth,
      ),
    ),
  )
}
