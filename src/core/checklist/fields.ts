/** Reads the fields of a record that anybody may have written: each is of its type, or a FieldError names it. */

/** Its message is the field's name. */
export class FieldError extends Error {}

export function object(value: unknown, field: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new FieldError(field)
  return value as Record<string, unknown>
}

/** A copy without what a stored list may carry beside its entries: with a `constructor` of its own even `map` throws. */
export function list(value: unknown, field: string): unknown[] {
  if (!Array.isArray(value)) throw new FieldError(field)
  return Array.from(value)
}

export function digestText(value: unknown, field: string): string {
  const sha256 = text(value, field)
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new FieldError(field)
  return sha256
}

export function text(value: unknown, field: string): string {
  if (typeof value !== 'string') throw new FieldError(field)
  return value
}

/** Also keeps `__proto__` and its kind from ever becoming a key. */
export function itemId(value: unknown, field: string): string {
  const id = text(value, field)
  if (!/^\d{1,2}(-\d{1,2}){1,2}$/.test(id)) throw new FieldError(field)
  return id
}

export function flag(value: unknown, field: string): boolean {
  if (typeof value !== 'boolean') throw new FieldError(field)
  return value
}

export function whole(value: unknown, field: string, most: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > most)
    throw new FieldError(field)
  return value
}

export function instant(value: unknown, field: string): string {
  const string = text(value, field)
  // Up to the year 9892: the last days there are can't be told in Beijing time, which broke the whole matrix.
  if (!(Math.abs(Date.parse(string)) < 2.5e14)) throw new FieldError(field)
  return string
}
