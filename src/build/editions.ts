/** The editions of `content/` as the pages need them: the newest first, each with its catalogue. */
import { type CollectionEntry, getCollection, getEntry } from 'astro:content'
import { buildEdition, type Edition, newestFirst, type PageContext } from './edition'

/** All editions, newest first. */
export async function loadEditions(): Promise<Edition[]> {
  const entries = await getCollection('editions')
  return entries.map(readEntry).sort(newestFirst)
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

/** What every page of this build is made with. */
export async function loadContext(): Promise<PageContext> {
  return { site: await loadSite(), editions: await loadEditions(), now: Date.now() }
}

function readEntry({ id, data, body = '', rendered }: CollectionEntry<'editions'>): Edition {
  return buildEdition({ id, files: data, body }, rendered?.html ?? '')
}
