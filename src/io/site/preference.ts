/** Small wishes of this tab or browser that nobody misses when they are gone: localStorage, where it is allowed. */

/** The stored wish, or null; where storage is blocked even asking throws, and there is no wish. */
export function readPreference(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** @returns whether the browser kept it. */
export function writePreference(key: string, value: string): boolean {
  try {
    localStorage.setItem(key, value)
    return true
  } catch {
    return false
  }
}
