import { activeKindOf } from '../../../src/core/files/active-content'
import type { ActiveKind } from '../../../src/core/files/active-kind'
import { expect, test } from '../runner'

const bytes = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))

const byName: Record<ActiveKind, string[]> = {
  'web-page': [
    '目录.html',
    '说明.HTM',
    '页.xhtml',
    '页.shtml',
    '存档.mht',
    '存档.mhtml',
    '图.svg',
    '样式.xsl',
  ],
  program: [
    ...[
      '通知.exe',
      '屏保.SCR',
      '老.com',
      '通知.pdf.lnk',
      'a.js',
      'a.jse',
      'a.vbs',
      '装.bat',
      '装.cmd',
      '装.ps1',
    ],
    ...[
      '装.msi',
      '页.hta',
      'a.jar',
      '网址.url',
      '通知\u202efdp.exe',
      '通知.exe. .',
      '通知.ｅｘｅ',
      '通知.e\u200bxe',
    ],
  ],
  macro: ['表.xlsm', '文.docm', '片.pptm', '模板.dotm', '加载.xlam'],
}

for (const [kind, names] of Object.entries(byName)) {
  test(`a ${kind} is known by its name, however it is spelt`, () => {
    expect(names.map(name => [name, activeKindOf(name)])).toEqual(names.map(name => [name, kind]))
  })
}

test('what only shows something is none, whatever stands in its name', () => {
  const names = [
    'html.pdf',
    '通知.docx',
    '照片.jpg',
    '无后缀',
    'exe',
    '.htaccess',
    '关于exe.的说明.txt',
    '发票.xml',
    '表.xlsx',
  ]
  expect(names.map(name => activeKindOf(name))).toEqual(names.map(() => null))
})

test('a page is known by its bytes under any name and in any encoding', () => {
  const pages: [name: string, head: Uint8Array][] = [
    ['照片.jpg', bytes('<!DOCTYPE html><title>x</title>')],
    ['总结.txt', bytes('\ufeff \n<html><body onload=alert(1)>')],
    ['无后缀', bytes('说明文字<script src="a.js"></script>')],
    ['发票.xml', bytes('<?xml version="1.0"?><x:script xmlns:x="http://www.w3.org/1999/xhtml">1</x:script>')],
    ['表.xml', bytes('<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?><a/>')],
    ['图.png', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['台账.xls', bytes('<html><table></table><script>1</script>')],
    ['邮件.pdf', bytes('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x')],
    ['通知.txt', utf16('<html><script>1</script>')],
  ]
  expect(pages.map(([name, head]) => [name, activeKindOf(name, head)])).toEqual(
    pages.map(([name]) => [name, 'web-page']),
  )
})

test('a program or a macro is known by its bytes', () => {
  expect(activeKindOf('照片.jpg', bytes('MZ\0\0PE'))).toBe('program')
  expect(activeKindOf('照片.jpg', bytes('\x7fELF\0'))).toBe('program')
  expect(activeKindOf('通知', new Uint8Array([0x4c, 0, 0, 0, 1, 0x14, 2, 0, 0]))).toBe('program')
  expect(activeKindOf('总结.docx', bytes('PK\x03\x04 word/vbaProject.bin'))).toBe('macro')
})

test('ordinary files are none by their bytes', () => {
  const ordinary: [name: string, head: Uint8Array][] = [
    [
      '发票.xml',
      bytes(
        '<?xml version="1.0" encoding="UTF-8"?><Invoice xmlns="http://example.test/a"><No>1</No></Invoice>',
      ),
    ],
    [
      '台账.xls',
      bytes(
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><table><tr><td>1</td></tr></table></html>',
      ),
    ],
    ['总结.txt', bytes('一、质量 < 标准；二、3 > 2。Subject: 无')],
    ['总结.txt', bytes('MZ 是一个缩写')],
    ['通知.pdf', bytes('%PDF-1.7\n<x:xmpmeta xmlns="http://www.w3.org/1999/xhtml"><script>')],
    ['总结.docx', bytes('PK\x03\x04 word/document.xml')],
    ['空.txt', bytes('')],
  ]
  expect(ordinary.map(([name, head]) => [name, activeKindOf(name, head)])).toEqual(
    ordinary.map(([name]) => [name, null]),
  )
})
