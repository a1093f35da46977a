/** Everything for sorting: what a file says of itself, and suggestions in slices between which the page answers. */

import { suggestItems } from '../../core/sorting/suggest'
import type { SortingContext, SortingTarget, Suggestion, UnsortedFile } from '../../core/sorting/suggestion'
import { runInSlices } from '../files/in-slices'

export { readClues } from './read-clues'

/** One suggestion a file, in their order. */
export function suggest(
  files: readonly UnsortedFile[],
  targets: readonly SortingTarget[],
  context: SortingContext,
): Promise<Suggestion[]> {
  return runInSlices(suggestItems(files, targets, context))
}
