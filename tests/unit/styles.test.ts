import { readdirSync, readFileSync } from 'node:fs'
import { buildTheme } from '../../src/core/site/colour'
import { expect, test } from './runner'

test('every token a style sheet uses is defined: the county’s colours, or in base.css', () => {
  const folder = new URL('../../src/styles/', import.meta.url)
  const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.css'))
    .map(name => [name, readFileSync(new URL(name, folder), 'utf8')] as const)
  const defined = new Set([
    ...sheets.flatMap(([, css]) => [...css.matchAll(/^\s*(--[\w-]+):/gm)].map(([, token]) => token)),
    ...Object.keys(buildTheme('#0b4ea2')).map(shade => (shade === 'main' ? '--main' : `--main-${shade}`)),
  ])
  const unknown = sheets.flatMap(([name, css]) =>
    [...css.matchAll(/var\((--[\w-]+)/g)].flatMap(([, token]) =>
      defined.has(token) ? [] : [`${name}: ${token}`],
    ),
  )
  expect(unknown).toEqual([])
})
