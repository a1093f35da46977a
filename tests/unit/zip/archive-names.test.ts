import { expect, test } from 'playwright/test'
import { decodeNames, isSafePath } from '../../../src/core/zip/names'

test('decodeNames() takes one undecodable name as word that the others are GBK too', () => {
  const name = (hex: string, isUtf8 = false) => {
    return { bytes: new Uint8Array(Buffer.from(hex, 'hex')), isUtf8, extra: new Uint8Array() }
  }
  const [gbk, report] = [name('c4bfc2bc'), name('d7d4c6c0b1a8b8e6')]
  expect(decodeNames([gbk])).toEqual(['Ŀ¼'])
  expect(decodeNames([gbk, report])).toEqual(['目录', '自评报告'])
  expect(decodeNames([name('815c')])).toEqual(['乗'])
  expect(decodeNames([name('ff', true), name('ff')])).toEqual(['\ufffd', '\ufffd'])
})

test('isSafePath() takes what unpacks below a folder everywhere', () => {
  for (const path of ['a', '目录.html', 'data/..a/b..', 'data/a b', 'x'.repeat(1024), '.hidden', 'da:ta'])
    expect(isSafePath(path), path).toBe(true)
  for (const path of ['', 'x'.repeat(1025), 'a/', 'a/../b', '..', 'c:', 'Z:/a', 'a\u0085'])
    expect(isSafePath(path), path).toBe(false)
})
