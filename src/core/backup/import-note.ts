/**
 * What is being brought into a checklist from files, kept until all of it is stored: after a kill, a crash or a full disk the
 * page can say which import it was and what is missing.
 */
import { isTexts } from '../text/texts'

export interface ImportNote {
  /** The files a person picked. */
  names: string[]
  /** ISO 8601, UTC. */
  at: string
  /** SHA-256 of every file it brings. */
  files: string[]
}

/** A note from storage, or null where it is none. */
export function parseImportNote(value: unknown): ImportNote | null {
  if (typeof value !== 'object' || value === null) return null
  const { names, at, files } = value as Record<string, unknown>
  if (!isTexts(names) || !isTexts(files) || typeof at !== 'string') return null
  return { names, at, files }
}
