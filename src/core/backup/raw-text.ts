/** A stored value as text, whatever the database gave: it holds more than JSON does. */

/** The value as JSON; what JSON can't hold is written as the nearest that it can. */
export function writeRawText(value: unknown): string {
  return JSON.stringify(plain(value, []), null, 1) ?? 'null'
}

function plain(value: unknown, above: readonly unknown[]): unknown {
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return value
  if (above.includes(value)) return '…'
  const within = [...above, value]
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
  if (value instanceof RegExp) return String(value)
  if (value instanceof Map)
    return Array.from(value, ([key, inner]) => [plain(key, within), plain(inner, within)])
  if (value instanceof Set || Array.isArray(value)) return Array.from(value, inner => plain(inner, within))
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner, within)]))
}
