/** Which county, which office, whom to call: that stands in `content/` and nowhere in the program. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { expect, test } from './runner'
import { contentFolder } from './samples'

const root = fileURLToPath(new URL('../../', import.meta.url))

interface Notice {
  title: string
  indexNumber: string
  publisher: string
  signatory: string
  contact: Record<string, string>
}

test('no name, number, address or colour of the county occurs in the program', () => {
  const site = parse(readFileSync(new URL('site.yaml', contentFolder), 'utf8')) as Record<string, string>
  const [, front = ''] = readFileSync(new URL('2022/notice.md', contentFolder), 'utf8').split(/^---\n/m)
  const { title, indexNumber, publisher, signatory, contact } = parse(front) as Notice
  const { mark: _mark, column: _column, ...own } = site
  const [county = ''] = /^.{2}(?=县)/.exec(site.organization ?? '') ?? []
  expect(county).toHaveLength(2)
  const strings = [
    ...Object.values(own),
    ...[title, indexNumber, publisher, signatory, ...Object.values(contact)],
    ...[county, '咸宁', '质强', '湖北'],
  ].filter(text => text !== '')
  expect(strings.length).toBeGreaterThan(12)
  const found = programFiles().flatMap(path => {
    const text = readFileSync(path, 'utf8')
    // An example in a message is no default: the colour's notation has to be shown.
    const shown = path.endsWith('content-shape.ts') ? strings.filter(text => text !== site.colour) : strings
    return shown
      .filter(string => text.includes(string))
      .map(string => `${path.slice(root.length)}: ${string}`)
  })
  expect(found).toEqual([])
})

/** Tests of what `content/2022` says, of bundles packed long ago, and of the county's absence elsewhere. */
const testsOfTheRealNotice = [
  'compat/clerk.test.ts',
  'compat/intake.test.ts',
  'compat/single-file.test.ts',
  'site/given-pages.test.ts',
  'site/other-county.test.ts',
  'site/pages.test.ts',
  'site/rollup.test.ts',
  'unit/backup/formats.test.ts',
  'unit/bundle/inventory.test.ts',
  'unit/county.test.ts',
  'unit/publish/new-edition.test.ts',
  'unit/zip/specimens.ts',
]

test('units in tests are of 青禾县, which does not exist; the real county is named where its notice is meant', () => {
  const folder = join(root, 'tests')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.(ts|py)$/.test(path))
    .map(path => path.replace(/\\/g, '/'))
  const naming = files.filter(path => /崇阳|咸宁|湖北|通城/.test(readFileSync(join(folder, path), 'utf8')))
  expect(naming.sort()).toEqual(testsOfTheRealNotice)
})

/** Everything the pages are made of besides `content/`. */
function programFiles(): string[] {
  const entries = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  expect(files.length).toBeGreaterThan(100)
  return [...files, join(root, 'astro.config.mjs')]
}
