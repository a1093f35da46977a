/** What is suggested for the files of a checklist that wait for an item. */
import { type AttachedFile, type Checklist, usedFiles } from '../checklist/checklist'
import { sectionsOf } from '../checklist/progress'
import type { Catalogue } from '../edition/catalogue'
import type { Steps } from '../files/steps'
import { suggestItems } from './suggest'
import type { Clues, PlacedFile, Suggestion } from './suggestion'
import { targetsOf } from './targets'

type CluesOf = ReadonlyMap<string, Clues>

/** By SHA-256; `others`: checklists of other editions on this computer, the last changed first; `clues` by SHA-256. */
export function* suggestForChecklist(
  checklist: Checklist,
  catalogue: Catalogue,
  others: readonly Checklist[],
  clues: CluesOf,
): Steps<ReadonlyMap<string, Suggestion>> {
  const { name } = checklist.unit
  const earlier = others.find(({ unit, edition }) => unit.name === name && edition < checklist.edition)
  const context = {
    year: /^\d{4}/.exec(checklist.edition)?.[0] ?? '',
    unit: name,
    earlier: earlier ? yield* placedFiles(earlier, clues) : [],
    decided: yield* placedFiles(checklist, clues),
  }
  const own = sectionsOf(catalogue, checklist).flatMap(({ items }) => items.map(({ id }) => id))
  const files = checklist.unsorted.map(file => {
    return { ...clues.get(file.sha256), id: file.sha256, path: pathOf(file) }
  })
  yield
  const suggestions = yield* suggestItems(files, targetsOf(catalogue, new Set(own)), context)
  yield
  return new Map(suggestions.map(one => [one.file, one]))
}

function* placedFiles(checklist: Checklist, clues: CluesOf): Steps<PlacedFile[]> {
  const placed = usedFiles(checklist)
    .filter(({ item }) => item !== '')
    .map(({ item, file }) => ({ item, path: pathOf(file), takenOn: clues.get(file.sha256)?.takenOn }))
  yield
  return placed
}

function pathOf({ path, originalName }: AttachedFile): string {
  return path ?? originalName
}
