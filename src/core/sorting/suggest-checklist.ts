/** What is suggested for the files of a checklist that wait for an item. */
import type { AttachedFile, Checklist } from '../checklist/checklist'
import type { Catalogue } from '../edition/catalogue'
import type { Steps } from '../files/steps'
import { suggestItems } from './suggest'
import type { Clues, PlacedFile, Suggestion } from './suggestion'
import { targetsOf } from './targets'

type CluesOf = ReadonlyMap<string, Clues>

/** By SHA-256; `own`: ids of the items asked of the unit; `others`: checklists of other editions on this computer, the last changed first; `clues` by SHA-256. */
export function* suggestForChecklist(
  checklist: Checklist,
  catalogue: Catalogue,
  own: ReadonlySet<string>,
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
  const files = checklist.unsorted.map(file => {
    return { ...clues.get(file.sha256), id: file.sha256, path: pathOf(file) }
  })
  yield
  const suggestions = yield* suggestItems(files, targetsOf(catalogue, own), context)
  yield
  return new Map(suggestions.map(one => [one.file, one]))
}

function* placedFiles({ answers }: Checklist, clues: CluesOf): Steps<PlacedFile[]> {
  const placed: PlacedFile[] = []
  for (const [item, { files }] of Object.entries(answers)) {
    for (const file of files)
      placed.push({ item, path: pathOf(file), takenOn: clues.get(file.sha256)?.takenOn })
    yield
  }
  return placed
}

function pathOf({ path, originalName }: AttachedFile): string {
  return path ?? originalName
}
