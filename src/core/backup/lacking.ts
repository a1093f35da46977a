/** Which volumes of a bundle were not among what was brought in, and which file lies in which: kept until all came. */

export interface Lacking {
  /** Volumes that did not come, of how many. */
  missing: number[]
  count: number
  /** The volume of a file that did not come, by its SHA-256, as far as the bundle's own list says. */
  volumeOf: Record<string, number>
}

/** A note from storage, or null where it is none. */
export function parseLacking(value: unknown): Lacking | null {
  if (typeof value !== 'object' || value === null) return null
  const { missing, count, volumeOf } = value as Record<string, unknown>
  const isNote =
    Array.isArray(missing) &&
    missing.every(Number.isInteger) &&
    typeof count === 'number' &&
    typeof volumeOf === 'object' &&
    volumeOf !== null &&
    Object.values(volumeOf).every(Number.isInteger)
  return isNote ? (value as Lacking) : null
}

// A file of another volume in 目录.html: its name, the volume, further below its size and the first 16 digits of its SHA-256.
const elsewhere = /（第 (\d+) 个压缩包）(?:(?!<\/tr>).)*?<td class="hash">([0-9a-f]{16})</gs

/** The volumes of files that a volume's 目录.html lists and that lie in others, by the first 16 digits of their SHA-256. */
export function volumesIn(inventory: string): Map<string, number> {
  return new Map(
    Array.from(inventory.matchAll(elsewhere), ([, volume, hash]) => [hash ?? '', Number(volume)]),
  )
}
