/** The result of importing one unit's bundle. */
import { type AttachedFile, type Checklist, usesOf } from '../checklist/checklist'

export interface RestoreOutcome {
  /** Of the checklist it went into. */
  id: string
  unit: string
  /** The team whose part it is; empty where it is a unit's own. */
  team: string
  /** Uses of files that are new here, or whose bytes are. */
  files: number
  /** Names of files whose bytes were not among what was brought and are not stored either. */
  missing: string[]
  missingVolumes: number[]
  volumes: number
}

interface Brought {
  checklist: Checklist
  /** Files whose bytes were not among what was brought. */
  missing: readonly AttachedFile[]
  missingVolumes: number[]
  volumes: number
}

/** `id`: of the checklist it went into. `before`: that one as it was, null where it is new; and the hashes stored before and after. */
export function outcomeOf(
  id: string,
  { checklist, missing, missingVolumes, volumes }: Brought,
  before: Checklist | null,
  storedBefore: ReadonlySet<string>,
  stored: ReadonlySet<string>,
): RestoreOutcome {
  const known = before ? usesOf(before) : new Map<string, string[]>()
  let files = 0
  for (const [sha256, items] of usesOf(checklist)) {
    const isNew = !storedBefore.has(sha256) && stored.has(sha256)
    files += isNew ? items.length : items.filter(item => !known.get(sha256)?.includes(item)).length
  }
  const absent = missing.filter(({ sha256 }) => !stored.has(sha256)).map(({ name }) => name)
  // Brought one by one, the last volume completes what earlier ones began.
  return {
    id,
    team: checklist.part?.team ?? '',
    unit: checklist.unit.name,
    files,
    missing: absent,
    missingVolumes: absent.length > 0 ? missingVolumes : [],
    volumes,
  }
}
