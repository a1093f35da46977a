/**
 * Folders as people bring them, with a key: what belongs where. Each line of `folders/*.txt` is
 * `answer | path | first lines, apart by " / " | day of the photo`; an answer is an item, several that are right (`a/b`),
 * any item of a row (`8-2-*`), or `-` for what belongs nowhere.
 */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { buildCatalogue, type Catalogue, indicatorsOf } from '../../../src/core/edition/catalogue'
import type { CatalogueSource } from '../../../src/core/edition/content'
import { runToEnd } from '../../../src/core/files/steps'
import { suggestItems } from '../../../src/core/sorting/suggest'
import type {
  SortingContext,
  SortingTarget,
  Suggestion,
  UnsortedFile,
} from '../../../src/core/sorting/suggestion'
import { targetsOf } from '../../../src/core/sorting/targets'

export interface KeyedFile extends UnsortedFile {
  answer: string
}

export function readFolder(name: string): KeyedFile[] {
  const lines = readFileSync(new URL(`./folders/${name}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines
    .filter(line => !line.startsWith('#'))
    .map(line => {
      const [answer = '', path = '', firstLines = '', takenOn = ''] = line.split('|').map(part => part.trim())
      return {
        id: path,
        path,
        answer,
        ...(firstLines && { firstLines: firstLines.split(' / ') }),
        ...(takenOn && { takenOn }),
      }
    })
}

/** The edition in `folder` of the fixtures, or of `content/`. */
export function readCatalogue(folder: string): Catalogue {
  const url = new URL(`../../../${folder}/`, import.meta.url)
  const read = (name: string) => readFileSync(new URL(name, url), 'utf8')
  const [, , noticeText = ''] = read('notice.md').split(/^---\n/m)
  const source = {
    ...(parse(read('indicators.yaml')) as object),
    materials: parse(read('materials.yaml')),
    report: parse(read('report.yaml')),
    edition: folder.slice(folder.lastIndexOf('/') + 1),
    noticeText,
  } as CatalogueSource
  return buildCatalogue(source)
}

/** The targets of a unit of these departments; of all where none is given. */
export function targetsFor(
  catalogue: Catalogue,
  departments = catalogue.departments.map(({ id }) => id),
): SortingTarget[] {
  const rows = indicatorsOf(catalogue, departments)
  const own = [...catalogue.materials.items, ...rows.flatMap(row => row.items)].map(({ id }) => id)
  return targetsOf(catalogue, new Set(own))
}

export const noContext: SortingContext = { year: '', unit: '', earlier: [], decided: [] }

/** Runs to the end without a pause. */
export function suggestAll(
  files: readonly UnsortedFile[],
  targets: readonly SortingTarget[],
  context: Partial<SortingContext> = {},
): Suggestion[] {
  return runToEnd(suggestItems(files, targets, { ...noContext, ...context }))
}

export interface Outcome {
  sureRight: KeyedFile[]
  sureWrong: [KeyedFile, Suggestion][]
  right: KeyedFile[]
  wrong: [KeyedFile, Suggestion][]
  open: [KeyedFile, Suggestion][]
  /** Belongs nowhere, and nothing was suggested. */
  leftRightly: KeyedFile[]
}

export function compare(files: readonly KeyedFile[], suggestions: readonly Suggestion[]): Outcome {
  const outcome: Outcome = { sureRight: [], sureWrong: [], right: [], wrong: [], open: [], leftRightly: [] }
  for (const [i, file] of files.entries()) {
    const suggestion = suggestions[i] as Suggestion
    if (suggestion.item === null) {
      if (file.answer === '-') outcome.leftRightly.push(file)
      else outcome.open.push([file, suggestion])
    } else if (isRight(file, suggestion.item))
      (suggestion.isSure ? outcome.sureRight : outcome.right).push(file)
    else (suggestion.isSure ? outcome.sureWrong : outcome.wrong).push([file, suggestion])
  }
  return outcome
}

function isRight({ answer }: KeyedFile, item: string): boolean {
  return answer.split('/').some(one => (one.endsWith('*') ? item.startsWith(one.slice(0, -1)) : one === item))
}
