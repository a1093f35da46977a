/** 分工 as a link and as a file: what goes out comes back, and what was cut short or altered on the way is refused. */

import { readCode, writeCode } from '../../../src/core/assignment/code'
import {
  itemsByRow,
  longestLink,
  readGiven,
  readGivenFile,
  writeGiven,
  writeGivenFile,
  writeLink,
} from '../../../src/core/assignment/link'
import { buildCatalogue } from '../../../src/core/edition/catalogue'
import { expect, test } from '../runner'
import { allDepartments, catalogue, checklistAfter, rowOf, smallSource, unit } from '../samples'
import { property, share } from '../strength'

const rows = itemsByRow(catalogue)
const items = [...(rows.get('10-5') ?? []), '7-1-1', '0-2']
const checklist = { ...checklistAfter(), unit: { ...unit, departments: allDepartments } }
const team = { name: '特种设备安全监察股', items }
const written = writeGiven(catalogue, checklist, team)

test('a link carries unit, team, items and whom to hand back to', () => {
  expect(readGiven(catalogue, written)).toEqual({
    edition: '2022',
    of: checklist.id,
    unit: checklist.unit,
    team: '特种设备安全监察股',
    // In the order of the table.
    items: ['0-2', '7-1-1', ...(rows.get('10-5') ?? [])],
  })
  expect(written).toMatch(/^[\w-]+[0-9a-f]{8}$/)
  expect(readGiven(catalogue, readGivenFile(writeGivenFile(written)) ?? '')).toEqual(
    readGiven(catalogue, written),
  )
})

test('all rows of all departments fit into a link; every item but one of each row does too', () => {
  const whole = { ...team, items: [...rows.values()].flat() }
  const parted = { ...team, items: [...rows.values()].flatMap(all => all.slice(0, -1)) }
  for (const one of [whole, parted]) {
    const text = writeGiven(catalogue, checklist, one)
    const link = writeLink('https://www.example.gov.cn/2022/checklist.html?departments=water#assign', text)
    expect(link).toBe(`https://www.example.gov.cn/2022/checklist.html?assign=${text}`)
    expect(link?.length).toBeLessThanOrEqual(longestLink)
    expect(readGiven(catalogue, text)).toMatchObject({ items: one.items })
  }
})

test('a table of 300 rows under the longest names: row by row it is a link, item by item only a file can carry it', () => {
  const source = smallSource()
  const ids = Array.from({ length: 300 }, (_, i) => `${Math.floor(i / 10) + 1}-${(i % 10) + 1}`)
  const large = buildCatalogue({
    ...source,
    declared: { rows: 300, items: 900, points: 0 },
    indicators: ids.map(id => ({
      ...rowOf(id, 'water', '1.甲。2.乙。3.丙。'),
      items: ['甲', '乙', '丙'].map((text, i) => ({ id: `${id}-${i + 1}`, text })),
    })),
  })
  const name = '青禾县住房和城乡建设局（青禾县人民防空办公室、青禾县城市管理执法局联合工作专班办公室）'
  const long = {
    ...checklist,
    edition: '2031',
    unit: {
      name,
      departments: ['water'],
      contact: '办公室综合科联络员'.repeat(2),
      phone: '0715-12345678转8001',
    },
  }
  const all = [...itemsByRow(large)].filter(([row]) => row !== '0')
  const some = { name: '特'.repeat(20), items: all.slice(0, 60).flatMap(([, ids]) => ids) }
  const parted = { name: '特'.repeat(20), items: all.flatMap(([, ids]) => ids.slice(0, 1)) }
  const address = 'http://www.example.gov.cn/zlqx/kaohe/2031/checklist.html'
  const short = writeLink(address, writeGiven(large, long, some)) ?? ''
  expect(readGiven(large, short.replace(/^.*=/, ''))).toMatchObject({ items: some.items, unit: long.unit })
  const text = writeGiven(large, long, parted)
  expect(writeLink(address, text)).toBe(null)
  expect(readGiven(large, readGivenFile(writeGivenFile(text)) ?? '')).toMatchObject({ items: parted.items })
})

test('a link cut short anywhere, or with any character altered, is not whole', property, () => {
  const step = Math.floor(written.length / share(written.length))
  for (let end = 0; end < written.length; end += step)
    expect(readGiven(catalogue, written.slice(0, end)), `${end}`).toEqual({ code: 'not-whole' })
  for (let at = 0; at < written.length; at += step) {
    const other = written[at] === 'a' ? 'b' : 'a'
    expect(readGiven(catalogue, written.slice(0, at) + other + written.slice(at + 1)), `${at}`).toEqual({
      code: 'not-whole',
    })
  }
  // A chat program that breaks the line breaks nothing.
  expect(readGiven(catalogue, `${written.slice(0, 60)}\n ${written.slice(60)}`)).toMatchObject({
    items: { length: items.length },
  })
})

test('of another year, or of a newer page, it says so', () => {
  const other = writeGiven(catalogue, { ...checklist, edition: '2023' }, team)
  expect(readGiven(catalogue, other)).toEqual({ code: 'other-edition', edition: '2023' })
  expect(readGivenFile('{"format":1}')).toBe(null)
  expect(readGivenFile('分工')).toBe(null)
})

test('bytes of any length come back', () => {
  for (let length = 0; length < 40; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 89 + length * 31) % 256)
    expect(readCode(writeCode(bytes))).toEqual(bytes)
    expect(writeCode(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
  }
  expect(readCode('a b')).toBe(null)
})
