import { columnOfLetters, unescapeCellText } from '../../../src/core/text/spreadsheet'
import { expect, test } from '../runner'

test('columnOfLetters() counts on from Z to AA, and to the last column of a sheet', () => {
  expect(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA', 'XFD'].map(columnOfLetters)).toEqual([
    0, 25, 26, 51, 52, 701, 702, 16_383,
  ])
})

test('unescapeCellText() reads each escape once, in either case, and leaves what only looks like one', () => {
  expect(unescapeCellText('一_x000D_二_x000a_三')).toBe('一\r二\n三')
  expect(unescapeCellText('_x005F_x0041_')).toBe('_x0041_')
  expect(unescapeCellText('a_x41_b_x00GG_')).toBe('a_x41_b_x00GG_')
})
