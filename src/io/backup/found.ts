/** One checklist among what was brought, with the bytes that came for it. */
import { type AttachedFile, type Checklist, usedFiles } from '../../core/checklist/checklist'
import type { Volumes } from './volumes'

/** A file's bytes, which were found and hashed: opened again when they are stored, for a browser can't hold all unpacked. */
export interface FoundBytes {
  size: number
  /** @throws ArchiveEntryError; the platform's error when it can't be read any more */
  open(): Promise<Blob>
  /** The DEFLATEd bytes, a slice of the ZIP; absent where there are none. Throws like `open`. */
  openPacked?: () => Promise<Blob>
}

/** One checklist found, with the bytes that were found for it. */
export interface FoundChecklist {
  checklist: Checklist
  /** By SHA-256. */
  blobs: Map<string, FoundBytes>
  /** Files it names whose bytes were in none of the archives. */
  missing: AttachedFile[]
  /** Volumes that were not among the archives, of how many. */
  missingVolumes: number[]
  volumes: number
  /** By SHA-256 of a missing file: the volume it lies in, as far as the bundle's own list says. */
  volumeOf: Record<string, number>
}

/** What of its bytes is among all that were found. */
export function buildFound(
  checklist: Checklist,
  blobs: ReadonlyMap<string, FoundBytes>,
  volumes: Volumes = { have: new Set([1]), count: 1, listed: new Map() },
): FoundChecklist {
  const files = usedFiles(checklist).map(({ file }) => file)
  const own = new Map<string, FoundBytes>()
  for (const { sha256 } of files) {
    const bytes = blobs.get(sha256)
    if (bytes) own.set(sha256, bytes)
  }
  const all = Array.from({ length: volumes.count }, (_, i) => i + 1)
  const missing = files.filter(({ sha256 }) => !own.has(sha256))
  const volumeOf = missing.flatMap(({ sha256 }) => {
    const volume = volumes.listed.get(sha256.slice(0, 16))
    return volume ? [[sha256, volume] as const] : []
  })
  return {
    checklist,
    blobs: own,
    missing,
    volumeOf: Object.fromEntries(volumeOf),
    missingVolumes: all.filter(index => !volumes.have.has(index)),
    volumes: volumes.count,
  }
}
