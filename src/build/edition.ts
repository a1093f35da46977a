/** An edition as its pages need it, from its files: pure, so that a browser can do it too. */
import { buildCatalogue, type Catalogue } from '../core/edition/catalogue'
import type { CatalogueSource } from '../core/edition/content'
import type { ExpectedUnit } from '../core/edition/expected-unit'
import { formatDeadline } from '../core/text/format'
import type { EditionFiles, SiteFile } from './content-shape'

export interface EditionFolder {
  /** The folder's name, which is the edition's address. */
  id: string
  files: EditionFiles
  /** The notice's text. */
  body: string
}

export interface Edition {
  /** The folder's name, which is its address: `2022`, `2023-food`. */
  id: string
  content: EditionFiles
  catalogue: Catalogue
  /** ISO 8601 with its zone, and as people read it; both empty where the notice names none. */
  deadline: string
  deadlineText: string
  /** The units expected to hand in; empty where the edition names none. */
  expected: ExpectedUnit[]
  /** The notice's text, as written and as HTML. */
  body: string
  noticeHtml: string
}

/** What all pages of one build share. `editions` are the newest first. */
export interface PageContext {
  site: SiteFile
  editions: readonly Edition[]
  /** The moment that 已截止 is written for; the page's script keeps it right. */
  now: number
}

/** @throws when the edition is not sound; `findContentProblems` names the reasons. */
export function buildEdition(folder: EditionFolder, noticeHtml: string): Edition {
  const { units = [], notice } = folder.files
  const { deadline = '' } = notice
  return {
    id: folder.id,
    content: folder.files,
    deadline,
    deadlineText: deadline && formatDeadline(deadline),
    catalogue: buildCatalogue(catalogueSource(folder)),
    expected: units.map(({ name, departments = [], aliases = [] }) => ({ name, departments, aliases })),
    body: folder.body,
    noticeHtml,
  }
}

/** The files that an edition's catalogue is built from. */
export function catalogueSource(folder: EditionFolder): CatalogueSource {
  const { id, files, body } = folder
  const { indicators, materials, report, units } = files
  const label = labelOf(folder)
  return { ...indicators, materials, report, units, edition: id, label, noticeText: body }
}

/** What people call an edition: 2023年度, 2023年度食品安全工作评议考核. */
export function labelOf({ id, files }: EditionFolder): string {
  const { year = id.slice(0, 4), assessment = '' } = files.notice
  return `${year}年度${assessment}`
}

/** Newest first; of one year the plain one first. */
export function newestFirst({ id: one }: { id: string }, { id: other }: { id: string }): number {
  return Number(other.slice(0, 4)) - Number(one.slice(0, 4)) || (one < other ? -1 : 1)
}
