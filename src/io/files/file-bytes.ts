/** A file's bytes: a reference to where they lie, or those of a small file themselves. */
export type FileBytes = Blob | ArrayBuffer

export function isFileBytes(value: unknown): value is FileBytes {
  return value instanceof Blob || value instanceof ArrayBuffer
}

export function lengthOf(bytes: FileBytes): number {
  return bytes instanceof Blob ? bytes.size : bytes.byteLength
}

export function toBlob(bytes: FileBytes): Blob {
  return bytes instanceof Blob ? bytes : new Blob([bytes])
}

/** Bytes. To cut a piece out of a stored Blob costs 0.2 ms, more than to read a small one whole. */
const readWhole = 16 * 1024

/** Whether all of them can be read to their ends: a file that was cut still says its old size. */
export async function isReadable(blobs: readonly Blob[]): Promise<boolean> {
  const touched = new Blob(blobs.map(blob => (blob.size > readWhole ? blob.slice(blob.size - 1) : blob)))
  try {
    return (await touched.arrayBuffer()).byteLength === touched.size
  } catch {
    return false
  }
}
