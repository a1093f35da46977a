import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { formatScoring } from '../../../src/core/edition/scoring'
import { formatBeijing, formatDay, formatDeadline, formatSize } from '../../../src/core/text/format'
import { expect, test } from '../runner'

for (const [bytes, text] of [
  [0, '0 B'],
  [1, '1 B'],
  [1023, '1023 B'],
  [1024, '1 KB'],
  [1535, '1 KB'],
  [1536, '2 KB'],
  [88_064, '86 KB'],
  [1_048_063, '1023 KB'],
  [1_048_064, '1.0 MB'],
  [1_048_576, '1.0 MB'],
  [1_887_437, '1.8 MB'],
  [500 * 2 ** 20, '500.0 MB'],
  [2 ** 30 - 1, '1.0 GB'],
  [2 ** 30, '1.0 GB'],
  [3.25 * 2 ** 30, '3.3 GB'],
] as const) {
  test(`formatSize() of ${bytes} is ${text}`, () => {
    expect(formatSize(bytes)).toBe(text)
  })
}

test('formatDay() drops the zeros, unless it is asked to keep them', () => {
  expect(formatDay('2022-12-13')).toBe('2022年12月13日')
  expect(formatDay('2023-01-09')).toBe('2023年1月9日')
  expect(formatDay('2023-01-09', true)).toBe('2023年01月09日')
})

test('formatDeadline() reads in the zone it was written in', () => {
  expect(formatDeadline('2022-12-25T16:00:00+08:00')).toBe('2022年12月25日 16时')
  expect(formatDeadline('2022-01-05T09:05:00+08:00')).toBe('2022年1月5日 9时05分')
  expect(formatDeadline('2022-12-31T23:30:00Z')).toBe('2022年12月31日 23时30分')
})

test('formatScoring() says points, deduction and veto', () => {
  expect(formatScoring({ kind: 'points', points: 4 })).toBe('4 分')
  expect(formatScoring({ kind: 'deduction', points: 2 })).toBe('最高扣 2 分')
  expect(formatScoring({ kind: 'veto' })).toBe('一票否决')
})

test('formatBeijing() has the year and Beijing’s clock, wherever the computer is', () => {
  expect(formatBeijing('2022-12-31T16:05:59.000Z')).toBe('2023-01-01 00:05')
})

test('no page says the UTC day of an instant: before eight in the morning Beijing has the next one', () => {
  const source = fileURLToPath(new URL('../../../src', import.meta.url))
  const names = '(at|added|removed|created|changed|repaired|given)'
  const cut = new RegExp(`formatDay\\(([\\w.]+\\.)?${names}\\)|\\b${names}\\.slice\\(0, 10\\)`, 'g')
  const found = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.tsx?$/.test(path) && !path.endsWith('format.ts'))
    .flatMap(path => readFileSync(join(source, path), 'utf8').match(cut) ?? [])
  expect(found).toEqual([])
})
