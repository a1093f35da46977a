/** axe-core on a page: what would keep somebody from using it. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright/test'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  id: string
  nodes: { target: unknown[]; failureSummary?: string }[]
}

/** Everything axe objects to, best practices included, as lines a person can act on. */
export async function findBarriers(page: Page): Promise<string[]> {
  // The policy forbids a script element of ours; what DevTools evaluates it lets pass.
  await page.evaluate(`window.axe ?? ${source}`)
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }
    return (await axe.run()).violations
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
