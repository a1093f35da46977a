/** A person's small preferences in this browser's localStorage, where it is allowed. Losing one does no harm. */

/** The stored preference; null where there is none, and where storage is blocked so that reading it throws. */
export function readPreference(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Stores a preference. @returns false where the browser refused */
export function writePreference(key: string, value: string): boolean {
  try {
    localStorage.setItem(key, value)
    return true
  } catch {
    return false
  }
}
