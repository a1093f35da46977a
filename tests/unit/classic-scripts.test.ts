/** What stops a part: a module that remembers something would be there twice, once in the page and once in the part. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { remembers } from '../../src/build/classic-scripts'
import { expect, test } from './runner'

const source = fileURLToPath(new URL('../../src/', import.meta.url))
const remembering = (folder: string) =>
  readdirSync(source + folder, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file))
    .filter(file => remembers(readFileSync(`${source}${folder}/${file}`, 'utf8')))
    .sort()

test('remembers() knows what in io holds state, and nothing else', () => {
  expect(remembering('io')).toEqual([
    'files/digest-pool.ts',
    'files/silence.ts',
    'publishing/keep.ts',
    // A worker of its own, never a part.
    'publishing/read-worker.ts',
    'storage/database.ts',
    'storage/other-tabs.ts',
    'storage/records.ts',
  ])
  expect(remembering('core')).toEqual([])
})

test('remembers() knows stores', () => {
  expect(remembering('stores')).toEqual(
    expect.arrayContaining(['checklist.ts', 'units.ts', 'intake/arrivals.ts']),
  )
})

test('remembers() sees a variable and a collection that begins empty, at the top of a module', () => {
  for (const line of [
    'let last = 0',
    'export const $a = atom<string>("")',
    'const known = new Map<string, number>()',
  ])
    expect(remembers(`import x from 'y'\n${line}\n`)).toBe(true)
  for (const line of ['const names = new Set(["a"])', 'function f() {\n  let a = 0\n}', 'const most = 3'])
    expect(remembers(line)).toBe(false)
})
