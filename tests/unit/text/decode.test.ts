import { decodeText } from '../../../src/core/text/decode'
import { expect, test } from '../runner'

const gbk = Uint8Array.from([0xcb, 0xae, 0xc0, 0xfb, 0xbe, 0xd6])

test('decodeText() reads UTF-8, UTF-16 by its mark, and GBK, which Notepad of Windows 7 saves', () => {
  expect(decodeText(new TextEncoder().encode('水利局'))).toBe('水利局')
  expect(decodeText(Buffer.from('\ufeff水利局', 'utf16le'))).toBe('水利局')
  expect(decodeText(Buffer.from('\ufeff水利局', 'utf16le').swap16())).toBe('水利局')
  expect(decodeText(gbk)).toBe('水利局')
  expect(decodeText(new Uint8Array())).toBe('')
})

test('decodeText() believes a page that names its charset, and goes on where that is wrong', () => {
  const page = (charset: string) => Buffer.concat([Buffer.from(`<meta charset="${charset}">`), gbk])
  for (const charset of ['gb2312', 'no-such-charset', 'utf-8'])
    expect(decodeText(page(charset))).toBe(`<meta charset="${charset}">水利局`)
})

test('decodeText() takes no picture for a text', () => {
  expect(decodeText(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).toBeNull()
  expect(decodeText(Uint8Array.from([0xff, 0xd8, 0xff]))).toBeNull()
})
