/** The house: which layer may read which, and what may not stand in it. `src/README.md` is the map. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'playwright/test'

const root = fileURLToPath(new URL('../../src/', import.meta.url))

/** Each room and the rooms it may read besides itself, types included. `wording` may read anybody's types. */
const mayRead: Record<string, string[]> = {
  core: [],
  io: ['core'],
  stores: ['io', 'core'],
  app: ['stores', 'core', 'wording'],
  components: ['build', 'core', 'styles'],
  pages: ['app', 'components', 'build', 'core', 'wording', 'styles'],
  build: ['core', 'wording'],
  publish: ['build', 'core', 'wording'],
  'content.config': ['build'],
  wording: [],
  styles: [],
}

const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && !entry.name.endsWith('.md'))
  .map(entry => join(entry.parentPath.replace(/\\/g, '/'), entry.name).slice(root.length))
const codeOf = (file: string) => readFileSync(root + file, 'utf8').replace(/^\s*(\/?\*|\/\/).*$/gm, '')
const statement =
  /^\s*(?:import|export)\b(?:[^'"=(]*?\bfrom)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm
const imports = files.flatMap(file =>
  [...codeOf(file).matchAll(statement)].map(match => {
    const from = match[1] ?? match[2] ?? ''
    const room = from.startsWith('.') ? roomOf(join(dirname(file), from)) : ''
    return { file, from, room, isType: /^\s*import type\b/.test(match[0]) }
  }),
)
const say = ({ file, from }: { file: string; from: string }) => `${file} reads ${from}`

test('every file has its room, and none is a shed', () => {
  expect(files.filter(file => !(roomOf(file) in mayRead))).toEqual([])
  expect(
    files.filter(file => /(^|\/)(utils?|lib|helpers?|common|types|index)(\/|\.tsx?$)/.test(file)),
  ).toEqual([])
})

test('imports go pages → app → stores → io → core, and never back', () => {
  expect(imports.length).toBeGreaterThan(100)
  const wrong = imports.filter(({ file, room }) => {
    const own = roomOf(file)
    return room !== '' && own !== 'wording' && room !== own && !mayRead[own]?.includes(room)
  })
  expect(wrong.map(say)).toEqual([])
})

test('wording reads types only', () => {
  const others = imports.filter(({ file, room }) => roomOf(file) === 'wording' && room !== 'wording')
  expect(others.filter(({ isType }) => !isType).map(say)).toEqual([])
})

test('core uses no package, clock, chance or DOM, and only what runs on the publisher’s computer uses Node', () => {
  expect(imports.filter(({ file, room }) => room === '' && roomOf(file) === 'core').map(say)).toEqual([])
  expect(
    imports
      .filter(({ file, from }) => from.startsWith('node:') && !['build', 'publish'].includes(roomOf(file)))
      .map(say),
  ).toEqual([])
  const impure = /\b(window|document|navigator|localStorage|indexedDB|Date\.now|new Date\(\)|Math\.random)/
  expect(files.filter(file => roomOf(file) === 'core' && impure.test(codeOf(file)))).toEqual([])
})

test('no file is longer than 250 lines or has a default export', () => {
  const lines = (file: string) =>
    readFileSync(root + file, 'utf8')
      .trimEnd()
      .split('\n').length
  expect(files.filter(file => lines(file) > 250)).toEqual([])
  expect(files.filter(file => /^\s*export (default\b|\{[^}]*\bas default\b)/m.test(codeOf(file)))).toEqual([])
})

/** `app/Bar.tsx` stands in `app`; a file that lies in no folder is its own room, `wording-bundle.ts` part of `wording`. */
function roomOf(path: string): string {
  return (path.split('/')[0] ?? '').replace(/\.ts$/, '').replace(/^wording-\w+$/, 'wording')
}
