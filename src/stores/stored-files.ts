/** Looking at stored files: a thumbnail, opening one, saving it, and whether the bytes are still those that were added. */
import { activeKindOfFile } from '../core/checklist/active-file'
import type { AttachedFile } from '../core/checklist/checklist'
import { workAhead } from '../core/files/ahead'
import { digestBlob } from '../io/files/digest'
import { downloadBlob } from '../io/files/download'
import { createThumbnail } from '../io/files/thumbnail'
import { loadBlobs } from '../io/storage/bytes'
import { $checklist } from './checklist'

const pictures = /\.(jpe?g|png|gif|webp|bmp)$/i

/** By its name, unless its bytes are something that runs: such a file is shown as what it is. */
export function isPicture(file: AttachedFile): boolean {
  return pictures.test(file.originalName) && !file.active
}

/** The picture at the size it is shown, or null where it can't be shown. */
export async function loadThumbnail(file: AttachedFile, side: number): Promise<ImageBitmap | null> {
  const blob = await loadBytes(file)
  if (!blob) return null
  return createThumbnail(blob, side).catch(() => null)
}

/** The stored bytes, or null where they are gone. */
async function loadBytes({ sha256 }: AttachedFile): Promise<Blob | null> {
  return (await loadBlobs([sha256])).get(sha256) ?? null
}

/** The stored bytes. @throws NotFoundError where they are gone */
export async function readBytes(file: AttachedFile): Promise<Blob> {
  const blob = await loadBytes(file)
  if (!blob) throw new DOMException(`Cannot read file: ${file.sha256} is not stored`, 'NotFoundError')
  return blob
}

/** Opens the file in a tab where that is safe, else downloads it. @returns false when its bytes are not stored. */
export async function openFile(file: AttachedFile): Promise<boolean> {
  // Who attached a page knows its text; what they open is the file itself, in the program of their choice.
  if (activeKindOfFile(file)) return downloadFile(file)
  const documents = await import('../io/documents').catch(() => null)
  if (!documents) return downloadFile(file)
  return withBytes(file, blob => documents.openBlob(blob, file.name, $checklist.get()?.unit.name ?? ''))
}

/** @returns false when its bytes are not stored. */
export async function downloadFile(file: AttachedFile): Promise<boolean> {
  return withBytes(file, blob => downloadBlob(blob, file.name))
}

async function withBytes(file: AttachedFile, use: (blob: Blob) => void | Promise<void>): Promise<boolean> {
  const blob = await loadBytes(file)
  if (blob) await use(blob)
  return blob !== null
}

/** SHA-256 of stored bytes that are gone, can't be read, or are not what was added. @throws AbortError */
export async function findUnsound(
  hashes: readonly string[],
  signal?: AbortSignal,
  onBytes: (bytes: number) => void = () => {},
): Promise<string[]> {
  const doubtful = await readAll(hashes, signal, onBytes)
  // On a busy computer Chromium 86 now and then refuses sound bytes: only what can't be read twice is called bad.
  return doubtful.length > 0 ? readAll(doubtful, signal, () => {}) : doubtful
}

/** Reads each file once. @returns the hashes of those whose bytes are gone, can't be read or are others */
async function readAll(
  hashes: readonly string[],
  signal: AbortSignal | undefined,
  onBytes: (bytes: number) => void,
): Promise<string[]> {
  const blobs = await loadBlobs(hashes)
  const sound = new Set<string>()
  const read = ([, blob]: [string, Blob]) =>
    digestBlob(blob, { hashOnly: true, ...(signal && { signal }) }).catch(error => {
      if (signal?.aborted) throw error
      return null
    })
  for await (const [[sha256, blob], digest] of workAhead(blobs, read)) {
    if (digest?.sha256 === sha256) sound.add(sha256)
    onBytes(blob.size)
  }
  return hashes.filter(sha256 => !sound.has(sha256))
}
