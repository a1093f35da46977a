/**
 * Gives again what was made of the same things before. For work over a list that grows, where each arrival concerns little of
 * it: whoever repeats the work keeps one of these and hands it in, and only what is new is made.
 */
import type { Steps } from './steps'

/** What `make` gives, or gave for this key with the same facts; whatever else `make` reads must never change. */
export type Reuse<Key extends object, Made> = (key: Key, facts: readonly unknown[], make: () => Made) => Made

export function createReuse<Key extends object, Made>(): Reuse<Key, Made> {
  const known = new WeakMap<Key, Known<Made>>()
  return (key, facts, make) => {
    const before = known.get(key)
    if (isOf(before, facts)) return before.made
    const made = make()
    known.set(key, { facts, made })
    return made
  }
}

/** The same for what is made in steps. */
export function createReuseOfSteps<Key extends object, Made>(): Reuse<Key, Steps<Made>> {
  const known = new WeakMap<Key, Known<Made>>()
  return function* (key, facts, make) {
    const before = known.get(key)
    if (isOf(before, facts)) return before.made
    const made = yield* make()
    known.set(key, { facts, made })
    return made
  }
}

interface Known<Made> {
  facts: readonly unknown[]
  made: Made
}

function isOf<Made>(known: Known<Made> | undefined, facts: readonly unknown[]): known is Known<Made> {
  return known?.facts.length === facts.length && facts.every((fact, i) => fact === known.facts[i])
}

/** For whoever works once. */
export function makeAnew<Key extends object, Made>(
  _: Key,
  _facts: readonly unknown[],
  make: () => Made,
): Made {
  return make()
}
