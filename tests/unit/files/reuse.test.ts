/** What is kept of work that is repeated: given again only where nothing it was made of changed. */

import { createReuse } from '../../../src/core/files/reuse'
import { expect, test } from '../runner'

test('the same key and facts give the same object; another fact, fewer or none make it anew', () => {
  const reuse = createReuse<object, object>()
  const [key, other, fact] = [{}, {}, {}]
  const make = () => ({})
  const made = reuse(key, [fact, 1], make)
  expect(reuse(key, [fact, 1], make)).toBe(made)
  expect(reuse(other, [fact, 1], make)).not.toBe(made)
  const facts: unknown[][] = [[fact, 2], [{}, 2], [fact], []]
  const again = facts.map(some => reuse(key, some, make))
  expect(new Set([made, ...again]).size).toBe(5)
})
