/** What is kept of work that is repeated: given again only where nothing it was made of changed. */

import { createReuse, createReuseOfSteps } from '../../../src/core/files/reuse'
import { runToEnd } from '../../../src/core/files/steps'
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

test('what is made in steps is kept once all of them are done', () => {
  const reuse = createReuseOfSteps<object, object>()
  const [key, fact] = [{}, {}]
  let runs = 0
  const make = function* () {
    runs += 1
    yield
    return {}
  }
  reuse(key, [fact], make).next()
  const made = runToEnd(reuse(key, [fact], make))
  expect(runToEnd(reuse(key, [fact], make))).toBe(made)
  expect(runToEnd(reuse(key, [{}], make))).not.toBe(made)
  expect(runs).toBe(3)
})
