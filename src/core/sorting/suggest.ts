/**
 * Suggests an item for each file that has none. Precision before reach: a suggestion that is sure may be taken unseen, so
 * whatever contradicts itself is not sure. Numbers are believed as far as those beside them agree with their own words.
 */
import type { Steps } from '../files/steps'
import { followEarlier } from './earlier'
import type { Trust } from './find-row'
import { judge } from './judge'
import { followNeighbours } from './neighbours'
import type { SortingContext, SortingTarget, Suggestion, UnsortedFile } from './suggestion'
import { buildVocabulary, type Vocabulary } from './vocabulary'
import { hear, type Testimony, type WeighText, weigher } from './witnesses'

/** Files between two pauses: a millisecond or two. */
const filesAStep = 5

/** One suggestion a file, in the order of the files, which does not matter to what is suggested. */
export function* suggestItems(
  files: readonly UnsortedFile[],
  targets: readonly SortingTarget[],
  context: SortingContext,
): Steps<Suggestion[]> {
  const vocabulary = yield* buildVocabulary(targets)
  const weighText = weigher(vocabulary)
  const heard: Testimony[] = []
  for (const [i, file] of files.entries()) {
    heard.push(hear(file, vocabulary, weighText, context.unit))
    if (i % filesAStep === 0) yield
  }
  const trust = trustOf(heard, vocabulary, weighText)
  yield
  const earlier = yield* followEarlier(context, targets)
  const neighbours = yield* followNeighbours(context.decided, targets)
  const suggestions: Suggestion[] = []
  for (const [i, file] of files.entries()) {
    const own = judge(file, heard[i] as Testimony, vocabulary, trust, context)
    suggestions.push(neighbours(file, earlier(file, own)))
    if (i % filesAStep === 0) yield
  }
  return suggestions
}

/** Numbers of three parts are believed until more of them contradict their words than agree; of two parts after two agreed. */
function trustOf(heard: readonly Testimony[], vocabulary: Vocabulary, weighText: WeighText): Trust {
  const agreed = new Map<number, number>()
  const contradicted = new Map<number, number>()
  const seen = new Set<string>()
  for (const { numbers } of heard) {
    for (const { part, targets, length } of numbers) {
      if (seen.has(part.text)) continue
      seen.add(part.text)
      const { best, weight } = weighText(part.words)
      if (!best || best.weight < 1.4) continue
      const most = Math.max(...targets.map(target => weight.rows.get(vocabulary.rowOf(target)) ?? 0))
      const count = most >= best.weight * 0.8 ? agreed : most < best.weight / 3 ? contradicted : null
      count?.set(length, (count.get(length) ?? 0) + 1)
    }
  }
  return length => {
    const [yes, no] = [agreed.get(length) ?? 0, contradicted.get(length) ?? 0]
    return length >= 3 ? no <= yes : length === 2 && yes >= 2 && no * 4 <= yes
  }
}
