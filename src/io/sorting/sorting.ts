/** Everything for sorting: what a file says of itself, and suggestions in slices between which the page answers. */
import { suggestForChecklist } from '../../core/sorting/suggest-checklist'
import type { Suggestion } from '../../core/sorting/suggestion'
import { pause, runInSlices } from '../files/in-slices'

export { readClues } from './read-clues'

/** As `suggestForChecklist`. What they change is drawn in a task of its own. */
export async function suggest(
  ...given: Parameters<typeof suggestForChecklist>
): Promise<ReadonlyMap<string, Suggestion>> {
  const suggestions = await runInSlices(suggestForChecklist(...given))
  await pause()
  return suggestions
}
