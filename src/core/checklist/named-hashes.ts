/**
 * The files that a stored value names, whoever wrote it: every SHA-256 in any text of it, in fields this page knows and in
 * others. A page must not free bytes that a field of a newer page, or a record it can't read, still names.
 */
import { type Steps, stepSize } from '../files/steps'

/** Lower-case hex, each once. */
export function* hashesNamedIn(value: unknown): Steps<Set<string>> {
  const found = new Set<string>()
  // A loop over a set comes to what is added to it meanwhile, and to each value once.
  const parts = new Set([value])
  let looked = 0
  for (const part of parts) {
    if (++looked % stepSize === 0) yield
    if (typeof part === 'string') {
      // Each place of a longer run of digits may be where one begins.
      for (const [run] of part.matchAll(/[0-9a-f]{64,}/gi))
        for (let i = 64; i <= run.length; i++) found.add(run.slice(i - 64, i).toLowerCase())
    } else if (typeof part === 'object' && part !== null) {
      const pairs = part instanceof Map || part instanceof Set ? part.entries() : Object.entries(part)
      for (const pair of pairs) for (const inner of pair) parts.add(inner)
    }
  }
  return found
}
