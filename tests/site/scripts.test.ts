/** The script that pages draw themselves with, by name and by weight: on a slow line it is what a person waits for. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { builtFolder } from '../browsers'
import { expect, test } from './fixtures'

test('a page’s script is one file that bears the page’s name, beside the little that every page carries', () => {
  expect(namesOf('2022/index.html')).toEqual(['old-browser.js', 'site.#.js'])
  expect(namesOf('2022/checklist.html')).toEqual(['checklist.#.js', 'old-browser.js', 'site.#.js'])
  expect(namesOf('2022/intake.html')).toEqual(['intake.#.js', 'old-browser.js', 'site.#.js'])
})

test('the checklist draws itself with at most 56 KB of script, the office’s page with 64 KB, the notice with 2 KB, all gzip', () => {
  expect(weigh('2022/checklist.html')).toBeLessThanOrEqual(56 * 1024)
  expect(weigh('2022/intake.html')).toBeLessThanOrEqual(64 * 1024)
  expect(weigh('2022/index.html')).toBeLessThanOrEqual(2 * 1024)
})

test('the publisher’s page is one file of at most 1 MB gzip, and a single-file edition one of 400 KB', () => {
  const size = (path: string) => gzipSync(readFileSync(join(builtFolder, path))).length
  for (const path of ['publish.html', 'offline/publish.html']) {
    expect(size(path)).toBeLessThanOrEqual(1024 * 1024)
    expect(scriptsOf(path)).toEqual([])
  }
  expect(size('offline/2022-checklist.html')).toBeLessThanOrEqual(400 * 1024)
})

test('JSZip stands once: in a part of its own, and once in each single-file edition', () => {
  const copies = (path: string) => readFileSync(join(builtFolder, path), 'utf8').split(zipMark).length - 1
  const scripts = readdirSync(join(builtFolder, 'assets')).filter(name => name.endsWith('.js'))
  expect(scripts.filter(name => copies(`assets/${name}`) > 0).map(withoutHash)).toEqual([
    'shared-jszip.part.#.js',
  ])
  for (const kind of ['checklist', 'intake']) expect(copies(`offline/2022-${kind}.html`)).toBe(1)
})

/** JSZip says it in a message, once. */
const zipMark = 'stuk.github.io/jszip'

/** Paths of the scripts that a built page names, from the site's root. */
function scriptsOf(page: string): string[] {
  const html = readFileSync(join(builtFolder, page), 'utf8')
  return [...html.matchAll(/<script defer src="([^"]+)">/g)].map(([, src = '']) => join(dirname(page), src))
}

/** Sorted, without the folder; the digits that change with the content are `#`. */
function namesOf(page: string): string[] {
  return scriptsOf(page)
    .map(path => withoutHash(path.replace(/^assets\//, '')))
    .sort()
}

function withoutHash(name: string): string {
  return name.replace(/\.[0-9a-f]{8}\./, '.#.')
}

/** In bytes, each compressed by itself as a server does. */
function weigh(page: string): number {
  return scriptsOf(page).reduce(
    (sum, path) => sum + gzipSync(readFileSync(join(builtFolder, path))).length,
    0,
  )
}
