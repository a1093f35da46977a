/** Inflates files of a ZIP and stores them: the work of a thread of its own. */
import { inflatedChunks } from '../files/inflated'
import { saveBytes } from './bytes'

/** Files of a checklist that lie DEFLATEd in a ZIP; what is stored of `sound` stays. */
export interface InflateOrder {
  id: string
  files: { sha256: string; size: number; packed: Blob }[]
  sound: ReadonlySet<string>
}

/** The SHA-256 of what is stored now; where something failed, nothing of the order is. */
export type InflateAnswer = { stored: string[] } | { error: string }

/** Stores, in one transaction, what the checklist names of the files. */
export async function storeInflated({ id, files, sound }: InflateOrder): Promise<InflateAnswer> {
  try {
    const blobs = new Map<string, Blob>()
    for (const { sha256, size, packed } of files) blobs.set(sha256, await inflate(packed, size))
    return { stored: await saveBytes(id, { blobs, sound }) }
  } catch (error) {
    return { error: `${error}` }
  }
}

async function inflate(packed: Blob, size: number): Promise<Blob> {
  const job = {
    blob: packed,
    read: (start: number, end: number) => packed.slice(start, end).arrayBuffer(),
    onBytes: () => {},
    onHead: () => {},
    refuseWhenCancelled: () => {},
  }
  const chunks: Blob[] = []
  for await (const bytes of inflatedChunks(job, size)) chunks.push(new Blob([bytes]))
  return new Blob(chunks)
}
