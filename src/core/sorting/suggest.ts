/**
 * Suggests an item for each file that has none. Precision before reach: a suggestion that is sure may be taken unseen, so
 * whatever contradicts itself is not sure.
 */
import type { Steps } from '../files/steps'
import type { SortingContext, SortingTarget, Suggestion, UnsortedFile } from './suggestion'

/** One suggestion a file, in the order of the files, which does not matter to what is suggested. */
export function* suggestItems(
  files: readonly UnsortedFile[],
  targets: readonly SortingTarget[],
  _context: SortingContext,
): Steps<Suggestion[]> {
  const own = targets.filter(target => target.isOwn)
  const suggestions: Suggestion[] = []
  for (const file of files) {
    const named = own.find(({ item }) => new RegExp(`(^|[^0-9-])${item}(?![0-9-])`).test(file.path))
    suggestions.push(
      named
        ? {
            file: file.id,
            item: named.item,
            isSure: true,
            others: [],
            reason: { code: 'name', text: named.item },
          }
        : { file: file.id, item: null, isSure: false, others: [], reason: { code: 'no-words' } },
    )
    yield
  }
  return suggestions
}
