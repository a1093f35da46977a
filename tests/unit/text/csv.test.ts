/** CSV as spreadsheets save it, and as people break it. */

import { parseCsv } from '../../../src/core/text/csv'
import { expect, test } from '../runner'

test('parseCsv() reads quotes, line breaks in them, empty cells and any line end', () => {
  expect(parseCsv('a,"b, ""c""",\r\n,"d\ne"\n\nf')).toEqual([['a', 'b, "c"', ''], ['', 'd\ne'], [''], ['f']])
  expect(parseCsv('a;b\nc;d\n')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
  expect(parseCsv('')).toEqual([['']])
})

test('parseCsv() takes a quote that is none for a character: in a cell, behind one, never closed', () => {
  expect(parseCsv('5" 管,"a" b,c\n"没有关,d\ne,f')).toEqual([
    ['5" 管', '"a" b', 'c'],
    ['"没有关', 'd'],
    ['e', 'f'],
  ])
})

test('parseCsv() splits at the separator it is given, whatever others the text holds', () => {
  expect(parseCsv('a,b;"c;d"\te', ';')).toEqual([['a,b', '"c', 'd"\te']])
  expect(parseCsv('a,b\t"c\td"\te', '\t')).toEqual([['a,b', 'c\td', 'e']])
})
