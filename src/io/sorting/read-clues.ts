/** Reads what a file says of itself: the day of a photo, the first lines of a document. */
import type { Clues } from '../../core/sorting/suggestion'

/** Never throws: a file that can't be read, or not understood, says nothing. Reads some kilobytes, never the whole file. */
export async function readClues(_file: Blob, _name: string): Promise<Clues> {
  return {}
}
