/**
 * What the person has just decided, followed by files beside it. A decision moves another file to the same item or nowhere:
 * never to a third one, and never against what is sure.
 */
import type { Steps } from '../files/steps'
import { baseName } from '../text/filename'
import type { Judgement } from './judge'
import { dayOfName, folderOf, isOfOneThing, isPicture, stemOf } from './path'
import type { PlacedFile, SortingTarget, Suggestion, SuggestionReason, UnsortedFile } from './suggestion'
import { pairsOf } from './words'

/** Files between two pauses: some milliseconds. */
const filesAStep = 100

type Follow = (file: UnsortedFile, judgement: Judgement) => Suggestion

export function* followNeighbours(
  decided: readonly PlacedFile[],
  targets: readonly SortingTarget[],
): Steps<Follow> {
  const own = new Set(targets.filter(target => target.isOwn).map(({ item }) => item))
  const [byStem, byDay, byFolder] = [groups(), groups(), groups()]
  for (const [i, file] of decided.entries()) {
    if (i % filesAStep === 0) yield
    if (!own.has(file.item)) continue
    const folder = folderOf(file.path)
    byStem.add(`${folder}/${stemOf(file.path)}`, file)
    if (isOfOneThing(folder)) byFolder.add(folder, file)
    const day = dayOf(file)
    if (day !== '') byDay.add(`${folder}/${day}`, file)
  }
  return (file, { suggestion, isDisputed }) => {
    const folder = folderOf(file.path)
    const stem = stemOf(file.path)
    // Cameras and scanners call all files alike.
    const { telling } = pairsOf(stem)
    const alike = telling.length === 0 ? null : byStem.agreed(`${folder}/${stem}`)
    if (alike) {
      const isTelling = !isDisputed && telling.length > 1
      const reason: SuggestionReason = { code: 'decided', text: baseName(alike.path) }
      return take(suggestion, alike.item, reason, isTelling)
    }
    const day = dayOf(file)
    const sameDay = day === '' || !isPicture(file.path) ? null : byDay.agreed(`${folder}/${day}`)
    if (sameDay) return take(suggestion, sameDay.item, { code: 'same-day', day }, false)
    const beside = folder === '' ? null : byFolder.agreed(folder)
    return beside
      ? take(suggestion, beside.item, { code: 'decided', text: baseName(beside.path) }, false)
      : suggestion
  }
}

/** The suggestion after a neighbour went to `item`. */
function take(own: Suggestion, item: string, reason: SuggestionReason, isSure: boolean): Suggestion {
  if (own.item === item) return own.isSure || !isSure ? own : { ...own, isSure, reason }
  // What is sure stays where it is, but for files of one name it is a contradiction.
  if (own.isSure) return isSure ? { ...own, isSure: false } : own
  if (own.item !== null && !isSure && own.reason.code !== 'row-only') return own
  const others = [own.item, ...own.others]
    .filter((id): id is string => id !== null && id !== item)
    .slice(0, 5)
  return { file: own.file, item, isSure: isSure && own.item === null, others, reason }
}

function dayOf({ path, takenOn }: { path: string; takenOn?: string | undefined }): string {
  return takenOn ?? (isPicture(path) ? dayOfName(path) : '')
}

/** Files by a key; `agreed` is the first by name where all of a key lie in one item, and is asked after all were added. */
function groups() {
  const lists = new Map<string, PlacedFile[]>()
  const known = new Map<string, PlacedFile | null>()
  const find = (key: string) => {
    const list = lists.get(key) ?? []
    const [first] = [...list].sort((a, b) => (a.path < b.path ? -1 : 1))
    return first && list.every(({ item }) => item === first.item) ? first : null
  }
  return {
    add(key: string, file: PlacedFile) {
      const list = lists.get(key)
      if (list) list.push(file)
      else lists.set(key, [file])
    },
    agreed(key: string): PlacedFile | null {
      const found = known.get(key)
      if (found !== undefined) return found
      const agreed = find(key)
      known.set(key, agreed)
      return agreed
    },
  }
}
