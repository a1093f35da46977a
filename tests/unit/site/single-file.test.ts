/** How a page of the site is made one file. */
import { inlineAll } from '../../../src/core/site/single-file'
import { expect, test } from '../runner'

test('a file runs its parts after the page’s script, first the one that others need, then the small ones before the large', () => {
  const files: Record<string, string> = {
    'assets/page.js': '/*page*/"large.part.00000000.js shared-zip.part.00000000.js small.part.00000000.js"',
    'assets/large.part.00000000.js': `/*large*/${' '.repeat(30)}`,
    'assets/shared-zip.part.00000000.js': `/*shared*/${' '.repeat(20)}`,
    'assets/small.part.00000000.js': '/*small*/',
  }
  const page = '<head></head><body><script defer src="/assets/page.js"></script></body>'
  for (const first of ['checklist', null]) {
    const { html } = inlineAll(page, first, path => files[path] ?? '')
    const order = [...html.matchAll(/\/\*(\w+)\*\//g)].map(([, name]) => name)
    expect(order).toEqual(['page', 'shared', 'small', 'large'])
  }
})
