/** How the last bundle was packed: kept for the paper that goes with it, and to see what changed since. */

export interface Made {
  /** ISO 8601, UTC. */
  at: string
  /** 校验码 as people read it. */
  fingerprint: string
  /** Most bytes of a volume, as was chosen. */
  limit: number
  /** The number of the volume of each file, in the bundle's order. */
  split: number[]
  /** As in `core/bundle/marks`. */
  marks: Record<string, string>
}

/** The note in `value`, or null where it is none: a split that is not whole would put files into the wrong volume on paper. */
export function parseMade(value: unknown): Made | null {
  if (typeof value !== 'object' || value === null) return null
  const { at, fingerprint, limit, split, marks } = value as Record<string, unknown>
  const isMade =
    typeof at === 'string' &&
    typeof fingerprint === 'string' &&
    typeof limit === 'number' &&
    Array.isArray(split) &&
    split.every(volume => Number.isInteger(volume) && volume > 0) &&
    typeof marks === 'object' &&
    marks !== null &&
    Object.values(marks).every(mark => typeof mark === 'string')
  return isMade ? (value as Made) : null
}

/** The number of files in each volume. */
export function countFiles({ split }: Made): number[] {
  const counts = Array.from({ length: Math.max(1, ...new Set(split)) }, () => 0)
  for (const volume of split) counts[volume - 1] = (counts[volume - 1] ?? 0) + 1
  return counts
}
