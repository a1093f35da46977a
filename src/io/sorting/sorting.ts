/** Everything for sorting: what a file says of itself, and suggestions in slices between which the page answers. */

import type { Catalogue } from '../../core/edition/catalogue'
import { suggestItems } from '../../core/sorting/suggest'
import type { SortingContext, Suggestion, UnsortedFile } from '../../core/sorting/suggestion'
import { targetsOf } from '../../core/sorting/targets'
import { pause, runInSlices } from '../files/in-slices'

export { readClues } from './read-clues'

/** One suggestion a file, in their order; `own`: ids of the items asked of the unit. What they change is drawn in a task of its own. */
export async function suggest(
  files: readonly UnsortedFile[],
  catalogue: Catalogue,
  own: ReadonlySet<string>,
  context: SortingContext,
): Promise<Suggestion[]> {
  const suggestions = await runInSlices(suggestItems(files, targetsOf(catalogue, own), context))
  await pause()
  return suggestions
}
