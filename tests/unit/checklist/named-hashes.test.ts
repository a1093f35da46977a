/** The SHA-256 that any stored value names, wherever in it they stand. */
import { hashesNamedIn } from '../../../src/core/checklist/named-hashes'
import { runToEnd } from '../../../src/core/files/steps'
import { expect, test } from '../runner'

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(digit => digit.repeat(64)) as [string, string, string, string]

test('every SHA-256 is found: in keys, lists, maps and sets, within texts, in capitals, in a value that holds itself', () => {
  const value: Record<string, unknown> = {
    files: [{ sha256: a }],
    [`blob:${b}`]: null,
    map: new Map([[{ inner: new Set([`见 ${c.toUpperCase()}。`]) }, d]]),
    short: a.slice(1),
  }
  value.itself = value
  expect([...runToEnd(hashesNamedIn(value))].sort()).toEqual([a, b, c, d])
})

test('each place of a longer run of digits may be where one begins', () => {
  const run = `0${a}1`
  expect([...runToEnd(hashesNamedIn([run]))]).toEqual([run.slice(0, 64), a, run.slice(2)])
})

test('a long record is looked through with pauses', () => {
  const files = Array.from({ length: 2_000 }, (_, i) => ({ sha256: i.toString(16).padStart(64, '0'), i }))
  const steps = hashesNamedIn({ unsorted: files })
  let pauses = 0
  let step = steps.next()
  for (; !step.done; step = steps.next()) pauses++
  expect(step.value.size).toBe(2_000)
  expect(pauses).toBeGreaterThan(1)
})
