/** Everything for sorting: what a file says of itself, and suggestions in slices between which the page answers. */

import { suggestItems } from '../../core/sorting/suggest'
import type { SortingContext, SortingTarget, Suggestion, UnsortedFile } from '../../core/sorting/suggestion'
import { pause, runInSlices } from '../files/in-slices'

export { readClues } from './read-clues'

/** One suggestion a file, in their order; what they change is drawn in a task of its own. */
export async function suggest(
  files: readonly UnsortedFile[],
  targets: readonly SortingTarget[],
  context: SortingContext,
): Promise<Suggestion[]> {
  const suggestions = await runInSlices(suggestItems(files, targets, context))
  await pause()
  return suggestions
}
