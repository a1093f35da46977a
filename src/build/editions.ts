/** The editions of `content/` as the pages need them: the newest first, each with its catalogue. */
import { type CollectionEntry, getCollection, getEntry } from 'astro:content'
import { buildCatalogue, type Catalogue } from '../core/edition/catalogue'
import type { ExpectedUnit } from '../core/edition/expected-unit'

type EditionContent = CollectionEntry<'editions'>['data']

export interface Edition {
  /** The folder's name, a year. */
  id: string
  content: EditionContent
  catalogue: Catalogue
  /** The units expected to hand in; empty where the edition names none. */
  expected: ExpectedUnit[]
  /** The notice's text as HTML. */
  noticeHtml: string
}

/** All editions, newest first. */
export async function loadEditions(): Promise<Edition[]> {
  const entries = await getCollection('editions')
  return entries.sort((a, b) => Number(b.id) - Number(a.id)).map(buildEdition)
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

function buildEdition(entry: CollectionEntry<'editions'>): Edition {
  const { indicators, materials, report, units = [] } = entry.data
  return {
    id: entry.id,
    content: entry.data,
    catalogue: buildCatalogue({
      ...indicators,
      materials,
      report,
      edition: entry.id,
      noticeText: entry.body ?? '',
    }),
    expected: units.map(({ name, departments = [], aliases = [] }) => ({ name, departments, aliases })),
    noticeHtml: entry.rendered?.html ?? '',
  }
}
