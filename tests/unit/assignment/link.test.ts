/** 分工 as a link and as a file: what goes out comes back, and what was cut short or altered on the way is refused. */

import { readCode, writeCode } from '../../../src/core/assignment/code'
import {
  itemsByRow,
  longestLink,
  readGiven,
  readGivenFile,
  writeGiven,
  writeGivenFile,
} from '../../../src/core/assignment/link'
import { expect, test } from '../runner'
import { allDepartments, catalogue, checklistAfter, unit } from '../samples'

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
    expect(`https://www.example.gov.cn/2022/checklist.html?assign=${text}`.length).toBeLessThanOrEqual(
      longestLink,
    )
    expect(readGiven(catalogue, text)).toMatchObject({ items: one.items })
  }
})

test('a link cut short anywhere, or with any character altered, is not whole', () => {
  for (let end = 0; end < written.length; end++)
    expect(readGiven(catalogue, written.slice(0, end)), `${end}`).toEqual({ code: 'not-whole' })
  for (let at = 0; at < written.length; at++) {
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
