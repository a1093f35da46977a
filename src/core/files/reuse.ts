/**
 * Gives again what was made of the same things before. For work over a list that grows, where each arrival concerns little of
 * it: whoever repeats the work keeps one of these and hands it in, and only what is new is made.
 */

/** What `make` gives, or gave for this key with the same facts; whatever else `make` reads must never change. */
export type Reuse<Key extends object, Made> = (key: Key, facts: readonly unknown[], make: () => Made) => Made

export function createReuse<Key extends object, Made>(): Reuse<Key, Made> {
  const known = new WeakMap<Key, { facts: readonly unknown[]; made: Made }>()
  return (key, facts, make) => {
    const before = known.get(key)
    if (before?.facts.length === facts.length && facts.every((fact, i) => fact === before.facts[i]))
      return before.made
    const made = make()
    known.set(key, { facts, made })
    return made
  }
}

/** For whoever works once. */
export function makeAnew<Key extends object, Made>(
  _: Key,
  _facts: readonly unknown[],
  make: () => Made,
): Made {
  return make()
}
