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
