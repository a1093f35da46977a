/** Numbers of a spreadsheet as they are printed. */

import { formatNumber, formatOf } from '../../../src/core/text/number-format'
import { expect, test } from '../runner'

for (const [value, format, printed] of [
  ['0.2', '0%', '20%'],
  ['0.125', '0.0%', '12.5%'],
  ['45280', 'yyyy/m/d', '2023年12月20日'],
  ['45280', 'yyyy"年"m"月"', '2023年12月'],
  ['45280.5', 'yyyy/m/d h:mm', '2023年12月20日 12:00'],
  ['5', '0"分"', '5分'],
  ['5', '"满分"0', '满分5'],
  ['0.30000000000000004', '', '0.3'],
  ['2.5', '0.0_ ', '2.5'],
  ['2.5', 'General', '2.5'],
  ['1200', '#,##0', '1200'],
  ['1-1', '0%', '1-1'],
  ['', '0%', ''],
] as const) {
  test(`${value || 'nothing'} as ${format || 'it is'} prints ${printed || 'nothing'}`, () => {
    expect(formatNumber(value, format)).toBe(printed)
  })
}

test('formats that every program has need no name of their own', () => {
  expect(formatNumber('0.2', formatOf(9, new Map()))).toBe('20%')
  expect(formatNumber('45280', formatOf(200, new Map([[200, 'yyyy-mm-dd']])))).toBe('2023年12月20日')
  expect(formatNumber('7', formatOf(999, new Map()))).toBe('7')
})
