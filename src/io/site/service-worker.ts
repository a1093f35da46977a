/**
 * Lets every page open without a network after one visit, where the browser allows it (https). In comes the list of the
 * build's files with their digests (`build/offline` writes it in front of this script); a build is kept whole or not at
 * all, beside the one before, so that a page of the old build still finds its parts.
 *
 * Decision: A service worker of our own. Every file is fetched with its `integrity`, so a portal that is being copied to
 * never leaves a mixture of two builds.
 * Decision: A 404 is not answered from an older build. A notice that was taken down is gone where there is a network; its
 * units' work stays in their browsers. A site whose last notice is gone still builds: only its new service worker makes
 * browsers forget the old one.
 */

import { editionOf } from '../../core/site/edition-of'

/** Path below the site's folder, and its `integrity`. */
type KeptFile = [path: string, integrity: string]

declare const site: {
  version: string
  /** The files that all pages need, and the pages that belong to no edition. */
  shared: KeptFile[]
  /** The other files by edition, the newest edition first. */
  editions: [edition: string, files: KeptFile[]][]
}

interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Fetching extends Waiting {
  request: Request
  respondWith(response: Promise<Response>): void
}
interface Worker extends EventTarget {
  registration: { scope: string }
  clients: {
    claim(): Promise<void>
    matchAll(options: { includeUncontrolled: boolean }): Promise<{ url: string }[]>
  }
  skipWaiting(): Promise<void>
}

const worker = self as unknown as Worker
const { scope } = worker.registration
// The portal's other programs keep their caches under the same origin.
const prefix = `yinzheng ${scope} `
const current = prefix + site.version

worker.addEventListener('install', event => (event as Waiting).waitUntil(install()))
worker.addEventListener('activate', event => (event as Waiting).waitUntil(activate()))
worker.addEventListener('message', event => {
  if ((event as MessageEvent).data === 'take-over') void worker.skipWaiting()
})
worker.addEventListener('fetch', event => {
  const { request } = event as Fetching
  if (request.method === 'GET' && request.url.startsWith(scope))
    (event as Fetching).respondWith(answer(request, event as Fetching))
})

/** Keeps the shared files, the newest edition, and the editions whose pages are open. */
async function install(): Promise<void> {
  const clients = await worker.clients.matchAll({ includeUncontrolled: true })
  const open = clients.map(({ url }) => editionOf(pathOf(url)))
  const wanted = site.editions.filter(([edition], i) => i === 0 || open.includes(edition))
  await keep([...site.shared, ...wanted.flatMap(([, files]) => files)])
}

async function activate(): Promise<void> {
  await Promise.all((await olderCaches()).slice(0, -1).map(cache => caches.delete(cache)))
  await worker.clients.claim()
}

/** The file that this build has kept; else the server's answer; else, where that fails, the file of an older build. */
async function answer(request: Request, event: Fetching): Promise<Response> {
  const path = pathOf(request.url)
  const kept = await find(current, path)
  if (kept) return kept
  const edition = site.editions.find(([edition]) => edition === editionOf(path))
  // The edition is not kept yet: this answer comes from the server, and its files are kept for the next time.
  if (edition) event.waitUntil(keep(edition[1]).catch(() => undefined))
  const fetched = await fetch(request).catch((error: unknown) => error)
  if (fetched instanceof Response && fetched.ok) return fetched
  // A notice that was taken down is not shown from an older build.
  const isGone = fetched instanceof Response && (fetched.status === 404 || fetched.status === 410)
  if (isGone && request.mode === 'navigate') return fetched
  // A page of an older build may still be open and load its scripts.
  for (const cache of (await olderCaches()).reverse()) {
    const found = await find(cache, path)
    if (found) return found
  }
  if (fetched instanceof Response) return fetched
  // 404.html is redirected to, since its relative links would be wrong at another address.
  if (request.mode === 'navigate' && path !== '404.html') return Response.redirect(`${scope}404.html`)
  throw fetched
}

async function find(cache: string, path: string): Promise<Response | undefined> {
  return (await caches.open(cache)).match(scope + path)
}

/** Fetches files past the HTTP cache and keeps them. @throws when one is missing or of another build, as while a portal is copied to */
async function keep(files: readonly KeptFile[]): Promise<void> {
  const cache = await caches.open(current)
  const responses = await Promise.all(
    files.map(async ([path, integrity]) => {
      const response = await fetch(scope + path, { cache: 'reload', integrity })
      if (!response.ok) throw new Error(`Cannot keep ${path}: status ${response.status}`)
      // A browser refuses a redirected answer for a page.
      return [path, response.redirected ? new Response(response.body, response) : response] as const
    }),
  )
  await Promise.all(responses.map(([path, response]) => cache.put(scope + path, response)))
}

/** The names of the caches of older builds, oldest first. */
async function olderCaches(): Promise<string[]> {
  return (await caches.keys()).filter(cache => cache.startsWith(prefix) && cache !== current)
}

/** The path below the site's folder, without query and anchor; of a folder that of its index page. */
function pathOf(url: string): string {
  return url
    .slice(scope.length)
    .replace(/[?#].*$/, '')
    .replace(/(^|\/)$/, '$1index.html')
}
