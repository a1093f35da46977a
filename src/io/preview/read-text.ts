/** Reads the start of a text in whatever encoding it was written. */
import { decodeText } from '../../core/text/decode'

/** The first `most` bytes as a text, up to the end of a line; null where the bytes are none. @throws the platform's error */
export async function readText(blob: Blob, most: number): Promise<{ text: string; isCut: boolean } | null> {
  const isCut = blob.size > most
  const bytes = new Uint8Array(await blob.slice(0, most).arrayBuffer())
  // Cut at the end of a line, which is never the second half of a character; a file of one line is cut anywhere.
  const end = isCut ? bytes.lastIndexOf(10) + 1 || bytes.length : bytes.length
  const text = decodeText(bytes.subarray(0, end))
  return text === null ? null : { text, isCut }
}
