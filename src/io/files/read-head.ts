/** The first bytes of a file, which tell what it is. */
import { headLength } from '../../core/files/active-content'

/** @throws the platform's error where the file can't be read */
export async function readHead(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.slice(0, headLength).arrayBuffer())
}
