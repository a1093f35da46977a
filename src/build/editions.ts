/** The editions of `content/` as the pages need them: the newest first, each with its catalogue. */
import { type CollectionEntry, getCollection, getEntry } from 'astro:content'
import { buildCatalogue, type Catalogue } from '../core/edition/catalogue'
import type { ExpectedUnit } from '../core/edition/expected-unit'
import { formatDeadline } from '../core/text/format'
import { catalogueSource } from './content-files'

type EditionContent = CollectionEntry<'editions'>['data']

export interface Edition {
  /** The folder's name, which is its address: `2022`, `2023-food`. */
  id: string
  content: EditionContent
  catalogue: Catalogue
  /** ISO 8601 with its zone, and as people read it; both empty where the notice names none. */
  deadline: string
  deadlineText: string
  /** The units expected to hand in; empty where the edition names none. */
  expected: ExpectedUnit[]
  /** The notice's text as HTML. */
  noticeHtml: string
}

/** All editions, newest first. */
export async function loadEditions(): Promise<Edition[]> {
  const entries = await getCollection('editions')
  return entries.map(buildEdition).sort(newestFirst)
}

/** One path for each edition, for pages under `[edition]/`. */
export async function editionPaths() {
  return (await loadEditions()).map(edition => ({ params: { edition: edition.id }, props: { edition } }))
}

/** @throws when `content/site.yaml` is missing. */
export async function loadSite(): Promise<CollectionEntry<'site'>['data']> {
  const entry = await getEntry('site', 'site')
  if (!entry) throw new Error('Cannot load site: content/site.yaml is missing')
  return entry.data
}

/** Of one year the plain one first. */
function newestFirst({ id: one }: Edition, { id: other }: Edition): number {
  return Number(other.slice(0, 4)) - Number(one.slice(0, 4)) || (one < other ? -1 : 1)
}

function buildEdition(entry: CollectionEntry<'editions'>): Edition {
  const { units = [], notice } = entry.data
  const { deadline = '' } = notice
  return {
    id: entry.id,
    content: entry.data,
    deadline,
    deadlineText: deadline && formatDeadline(deadline),
    catalogue: buildCatalogue(catalogueSource({ id: entry.id, files: entry.data, body: entry.body ?? '' })),
    expected: units.map(({ name, departments = [], aliases = [] }) => ({ name, departments, aliases })),
    noticeHtml: entry.rendered?.html ?? '',
  }
}
