import { runToEnd } from '../../../src/core/files/steps'
import { decodeNames, isSafePath, tidyPath } from '../../../src/core/zip/names'
import { expect, test } from '../runner'

const name = (hex: string, isUtf8 = false, isUnix = false) => {
  return { bytes: new Uint8Array(Buffer.from(hex, 'hex')), isUtf8, extra: new Uint8Array(), isUnix }
}
const hexOf = (text: string) => Buffer.from(text).toString('hex')
const pathsOf = (...names: ReturnType<typeof name>[]) => runToEnd(decodeNames(names)).map(({ path }) => path)
/** 目录 and 自评报告 in GBK; the bytes of the first are UTF-8 for two Latin letters too. */
const [gbk, report] = ['c4bfc2bc', 'd7d4c6c0b1a8b8e6'] as const

test('decodeNames() reads what may be either as its neighbours in path and archive are', () => {
  expect(pathsOf(name(gbk))).toEqual(['Ŀ¼'])
  expect(pathsOf(name(gbk), name(report))).toEqual(['目录', '自评报告'])
  expect(pathsOf(name(`${report}2f${gbk}`), name(hexOf('报告一/报告二/报告三')))).toEqual([
    '自评报告/目录',
    '报告一/报告二/报告三',
  ])
  expect(pathsOf(name(hexOf('é.txt')), name(hexOf('报告')), name('815c'))).toEqual(['é.txt', '报告', '乗'])
})

test('decodeNames() lets one bad name speak for no other, and reads what is left of it', () => {
  const cut = hexOf('很长的名字').slice(0, -2)
  expect(pathsOf(name(hexOf('目录.html')), name(cut), name(`${hexOf('资料')}2fff`))).toEqual([
    '目录.html',
    '很长的名\ufffd',
    '资料/\ufffd',
  ])
})

test('decodeNames() believes the UTF-8 flag of an archive only while every flagged name is UTF-8', () => {
  expect(pathsOf(name(gbk, true))).toEqual(['Ŀ¼'])
  expect(pathsOf(name(gbk, true), name(report, true))).toEqual(['目录', '自评报告'])
  expect(
    runToEnd(decodeNames([name('ff', true), name(hexOf('a')), name(hexOf('报告')), name(report)])),
  ).toEqual([
    { path: '\ufffd', isCertain: false },
    { path: 'a', isCertain: true },
    { path: '报告', isCertain: true },
    { path: '自评报告', isCertain: false },
  ])
})

test('decodeNames() takes a backslash of Linux for a character where there are slashes, any other for a slash', () => {
  expect(pathsOf(name(hexOf('a/b\\c'), false, true), name(hexOf('a\\b'), false, true))).toEqual([
    'a/b\\c',
    'a/b',
  ])
  expect(pathsOf(name(hexOf('a/b\\c')))).toEqual(['a/b/c'])
})

test('tidyPath() leaves out what harms nobody, and leaves the rest to isSafePath()', () => {
  const tidied = [
    './a',
    'a//b',
    '/a/./b',
    './',
    'a/./',
    'a/.',
    '/',
    '.hidden',
    'a/..b',
    '//server/a',
    'a/../b',
  ]
  expect(tidied.map(tidyPath)).toEqual([
    'a',
    'a/b',
    'a/b',
    '',
    'a/',
    'a/',
    '',
    '.hidden',
    'a/..b',
    '//server/a',
    'a/../b',
  ])
})

test('isSafePath() takes what unpacks below a folder everywhere', () => {
  for (const path of [
    'a',
    '目录.html',
    'data/..a/b..',
    'data/a b',
    'x'.repeat(1024),
    '.hidden',
    'da:ta',
    'a/Icon\r',
    'a/b\\c',
  ])
    expect(isSafePath(path), path).toBe(true)
  for (const path of [
    '',
    'x'.repeat(1025),
    'a/',
    'a/../b',
    '..',
    'c:',
    'Z:/a',
    'a\u0085',
    'Icon\r/a',
    'a\r',
    '\\a',
    'a/b\\..\\c',
    '//server/a',
  ])
    expect(isSafePath(path), path).toBe(false)
})
