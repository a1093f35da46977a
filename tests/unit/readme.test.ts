/** `content/README.md` holds what it says: its pictures, its commands, and a word on every field of `content/`. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { editionShapes, siteShape } from '../../src/build/content-shape'
import { expect, test } from './runner'
import { contentFolder } from './samples'

const root = fileURLToPath(new URL('../../', import.meta.url))
const readme = readFileSync(new URL('README.md', contentFolder), 'utf8')

test('every picture is there, is shown, and is small', () => {
  const shown = [...readme.matchAll(/!\[([^\]]+)\]\(([^)]+)\)/g)].map(([, , path = '']) => path)
  const files = readdirSync(new URL('pictures/', contentFolder)).map(name => `pictures/${name}`)
  expect(shown.sort()).toEqual(files.sort())
  const sizes = files.map(path => statSync(new URL(path, contentFolder)).size)
  expect(Math.max(...sizes)).toBeLessThan(40_000)
})

test('every command is one that package.json knows, and what it names is there', () => {
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
    scripts: Record<string, string>
  }
  const commands = [...readme.matchAll(/npm run ([\w-]+)/g)].map(([, name = '']) => name)
  expect([...new Set(commands)].sort()).toEqual(['build', 'check-content', 'convert-content', 'new-edition'])
  expect(commands.filter(name => !scripts[name])).toEqual([])
  for (const path of ['package.json', 'content/site.yaml']) expect(existsSync(root + path)).toBe(true)
})

test('every field that a publisher may write is explained', () => {
  const fields = [siteShape, ...Object.values(editionShapes)].flatMap(shape => fieldsOf(shape))
  expect(fields.length).toBeGreaterThan(40)
  expect([...new Set(fields)].filter(field => !readme.includes(`\`${field}\``))).toEqual([])
})

/** The names of a shape's fields, those inside lists and objects included. */
function fieldsOf(shape: unknown): string[] {
  if (typeof shape !== 'object' || shape === null) return []
  const { def } = shape as { def?: { shape?: object; element?: unknown; innerType?: unknown; in?: unknown } }
  const own = Object.entries(def?.shape ?? {}).flatMap(([name, inner]) => [name, ...fieldsOf(inner)])
  return [...own, ...fieldsOf(def?.element), ...fieldsOf(def?.innerType), ...fieldsOf(def?.in)]
}
