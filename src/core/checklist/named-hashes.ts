/**
 * The files that a stored value names, whoever wrote it: every SHA-256 in any text of it, in fields this page knows and in
 * others. A page must not free bytes that a field of a newer page, or a record it can't read, still names.
 */

/** Lower-case hex, each once. */
export function hashesNamedIn(value: unknown): Set<string> {
  const found = new Set<string>()
  const seen = new Set<unknown>()
  const walk = (part: unknown): void => {
    if (typeof part === 'string') {
      if (part.length < 64) return
      // Each place of a longer run of digits may be where one begins.
      for (const [, hash = ''] of part.matchAll(/(?=([0-9a-f]{64}))/gi)) found.add(hash.toLowerCase())
    } else if (typeof part === 'object' && part !== null && !seen.has(part)) {
      seen.add(part)
      const pairs = part instanceof Map || part instanceof Set ? part.entries() : Object.entries(part)
      for (const [key, inner] of pairs) {
        walk(key)
        walk(inner)
      }
    }
  }
  walk(value)
  return found
}
