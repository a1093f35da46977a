/** `check-content --json`: one shape, whether the edition is sound or broken, and the exit status of the check itself. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from '../../../src/publish/command'
import type { Understanding } from '../../../src/publish/understanding'
import { copyContent, edit } from '../edition/content-copy'
import { expect, test } from '../runner'

async function describe(base: string, edition = '2022') {
  const lines: string[] = []
  const print = (line: string) => lines.push(line)
  const code = await runCommand(['check-content', '--json', edition], { base, print })
  const plain = await runCommand(['check-content'], { base, print: () => {} })
  return { code, plain, understood: JSON.parse(lines.join('\n')) as Understanding }
}

const top = ['edition', 'title', 'declared', 'departments', 'rows', 'findings']
const ofRow = 'id number levels content criteria method scoring departments items deadline other'

/** The lists of keys that occur among these. */
const shapesOf = (objects: readonly object[]) => [...new Set(objects.map(one => Object.keys(one).join(' ')))]

test('a sound edition has exactly the promised shape and no findings', async () => {
  const { code, understood } = await describe(copyContent())
  expect(code).toBe(0)
  expect(Object.keys(understood)).toEqual(top)
  expect(understood.findings).toEqual([])
  expect(understood.rows).toHaveLength(35)
  const { rows } = understood
  expect(shapesOf(rows)).toEqual([ofRow])
  expect(shapesOf(rows.map(row => row.scoring))).toEqual(['kind points'])
  expect(shapesOf(rows.flatMap(row => row.departments))).toEqual(['id name part'])
  expect(shapesOf(rows.flatMap(row => row.items))).toEqual(['id text'])
})

const table = '2022/indicators.yaml'
/** What is broken, and how many of the 35 rows are still understood. */
const faults: [name: string, breakIt: (base: string) => void, rows: number][] = [
  ['a total that does not add up', base => edit(join(base, table), 'points: 100', 'points: 99'), 35],
  [
    'an unknown field in a row',
    base => edit(join(base, table), "- id: '1-1'\n", "- id: '1-1'\n    farbe: rot\n"),
    35,
  ],
  ['a score that is a word', base => edit(join(base, table), /\n {4}points: \d+/, '\n    points: viele'), 35],
  ['a row without its id', base => edit(join(base, table), "- id: '1-1'\n    cells:", '- cells:'), 34],
  ['no notice', base => rmSync(join(base, '2022/notice.md')), 35],
  ['no table', base => rmSync(join(base, table)), 0],
  ['a table that is no YAML', base => edit(join(base, table), 'title:', 'title: [\n:'), 35],
]

for (const [name, breakIt, rows] of faults) {
  test(`${name}: the shape stays, findings say it, the exit status is 1`, async () => {
    const base = copyContent()
    breakIt(base)
    const { code, plain, understood } = await describe(base)
    expect([code, plain]).toEqual([1, 1])
    expect(Object.keys(understood)).toEqual(top)
    expect(understood.findings.length).toBeGreaterThan(0)
    expect(understood.rows).toHaveLength(rows)
    expect(shapesOf(understood.rows)).toEqual(rows > 0 ? [ofRow] : [])
  })
}

test('another edition that is broken is no finding of this one, yet the exit status is that of the check', async () => {
  const base = copyContent()
  edit(join(base, 'site.yaml'), 'colour:', 'color:')
  const { code, plain, understood } = await describe(base)
  expect(understood.findings).toEqual([])
  expect([code, plain]).toEqual([1, 1])
})
