import { fold, safeName, safeNames, splitExtension } from '../../../src/core/text/filename'
import { expect, test } from '../runner'

for (const [name, safe] of [
  ['质量总结.docx', '质量总结.docx'],
  ['2022 年度计划（终稿）.v2.pdf', '2022 年度计划（终稿）.v2.pdf'],
  ['.gitignore', '.gitignore'],
  ['a<b>c:d"e/f\\g|h?i*j.txt', 'a＜b＞c：d＂e／f＼g｜h？i＊j.txt'],
  ['../../etc/passwd', '..／..／etc／passwd'],
  ['方案.', '方案'],
  ['方案. . .', '方案'],
  [' 方案 .pdf ', '方案.pdf'],
  ['方案...pdf', '方案.pdf'],
  ['甲\u3000\u00a0 乙.pdf', '甲 乙.pdf'],
  ['甲\t\n\u0000乙\u007f\u0085.pdf', '甲乙.pdf'],
  ['\ufeff方案.pdf', '方案.pdf'],
  ['发票\u202efdp.exe', '发票fdp.exe'],
  ['\u200e甲\u200f\u202a\u202b\u202c\u202d\u2066\u2067\u2068\u2069乙.pdf', '甲乙.pdf'],
  ['Cafe\u0301.pdf', 'Caf\u00e9.pdf'],
  ['\u212b.pdf', '\u00c5.pdf'],
  ['甲\ud83d乙\ude00.pdf', '甲\ufffd乙\ufffd.pdf'],
  ['宣传😀.jpg', '宣传😀.jpg'],
  ['', '未命名'],
  [' . ', '未命名'],
  ['...', '未命名'],
  ['\u202e\n', '未命名'],
] as const) {
  test(`safeName() of ${JSON.stringify(name)} is ${safe}`, () => {
    expect(safeName(name)).toBe(safe)
  })
}

test('safeName() never leaves a name that Windows keeps for a device', () => {
  const devices = ['CON', 'PRN', 'AUX', 'NUL', 'COM', 'LPT'].flatMap(device =>
    device.length === 3 && /COM|LPT/.test(device)
      ? [...'0123456789¹²³'].map(digit => device + digit)
      : [device],
  )
  expect(devices).toHaveLength(30)
  const names = devices
    .flatMap(device => [device, device.toLowerCase()])
    .flatMap(name => [name, `${name}.txt`, `${name}.tar.gz`])
  expect(names.map(name => safeName(name))).toEqual(names.map(name => `_${name}`))
})

test('safeName() leaves names that only begin like a device', () => {
  for (const name of ['console.txt', 'com10.pdf', 'COM.pdf', 'aux方案.pdf', 'null', '甲con.txt']) {
    expect(safeName(name)).toBe(name)
  }
})

test('safeName() finds a device’s name behind spaces that are dropped', () => {
  expect(safeName('CON .txt')).toBe('_CON.txt')
  expect(safeName(' nul')).toBe('_nul')
})

test('safeName() finds a device’s name that cutting left over', () => {
  expect(safeName('console.txt', 7)).not.toMatch(/^con\b/)
})

test('safeName() composes letters and accents that an invisible mark kept apart', () => {
  expect(safeName('Cafe\u202e\u0301.pdf')).toBe('Caf\u00e9.pdf')
})

test('safeName() drops every mark that turns the direction of text', () => {
  const marks = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))
  for (const mark of marks.filter(mark => /\p{Bidi_Control}/u.test(mark))) {
    expect(safeName(`甲${mark}乙`), `U+${mark.charCodeAt(0).toString(16)}`).toBe('甲乙')
  }
})

test('safeName() cuts a long name before its extension', () => {
  expect(safeName(`${'质'.repeat(200)}.docx`)).toBe(`${'质'.repeat(37)}.docx`)
  expect(safeName(`${'a'.repeat(200)}.docx`)).toBe(`${'a'.repeat(75)}.docx`)
  expect(safeName('质'.repeat(200))).toBe('质'.repeat(40))
  expect(safeName(`${'质'.repeat(37)} ${'量'.repeat(9)}.docx`)).toBe(`${'质'.repeat(37)}.docx`)
})

test('safeName() cuts by bytes where characters are wide in UTF-8', () => {
  const name = safeName(`${'\u{20000}'.repeat(200)}.pdf`)
  expect(name).toBe(`${'\u{20000}'.repeat(38)}.pdf`)
  expect(Buffer.byteLength(safeName('\u0e01'.repeat(200)))).toBe(180)
})

test('safeName() never splits a character', () => {
  expect(safeName('😀'.repeat(9), 5)).toBe('😀😀')
})

test('safeName() keeps within the length it is given', () => {
  expect(safeName('成立质量强市工作领导机构.pdf', 10)).toBe('成立质量强市.pdf')
  expect(safeName('短.pdf', 10)).toBe('短.pdf')
})

test('splitExtension() splits before the last dot where an extension follows', () => {
  expect(splitExtension('总结.final.PDF')).toEqual(['总结.final', '.PDF'])
  expect(splitExtension('总结.7z')).toEqual(['总结', '.7z'])
  expect(splitExtension('.gitignore')).toEqual(['.gitignore', ''])
  expect(splitExtension('关于加强质量工作的通知.终稿')).toEqual(['关于加强质量工作的通知.终稿', ''])
  expect(splitExtension('总结.verylongtail')).toEqual(['总结.verylongtail', ''])
  expect(splitExtension('总结')).toEqual(['总结', ''])
})

test('safeNames() numbers names that clash, before the extension', () => {
  expect(safeNames(['总结.pdf', '总结.pdf', '总结.pdf', '总结.doc'])).toEqual([
    '总结.pdf',
    '总结（2）.pdf',
    '总结（3）.pdf',
    '总结.doc',
  ])
})

test('safeNames() numbers 60,000 equal names without trying each against all', () => {
  const names = safeNames(Array.from({ length: 60_000 }, () => '总结.pdf'))
  expect(new Set(names).size).toBe(60_000)
  expect(names.at(-1)).toBe('总结（60000）.pdf')
})

test('safeNames() takes names for equal that differ in case or composition only', () => {
  expect(safeNames(['Plan.PDF', 'plan.pdf', 'PLAN.Pdf'])).toEqual([
    'Plan.PDF',
    'plan（2）.pdf',
    'PLAN（3）.Pdf',
  ])
  expect(safeNames(['caf\u00e9.pdf', 'cafe\u0301.pdf'])).toEqual(['caf\u00e9.pdf', 'caf\u00e9（2）.pdf'])
  expect(fold('Cafe\u0301.PDF')).toBe(fold('CAF\u00c9.pdf'))
})

test('safeNames() takes names for equal that became equal', () => {
  expect(safeNames(['a:b.txt', 'a：b.txt', 'a：b.txt.'])).toEqual([
    'a：b.txt',
    'a：b（2）.txt',
    'a：b（3）.txt',
  ])
})

test('safeNames() steps over a number somebody already gave', () => {
  expect(safeNames(['a（2）.pdf', 'a.pdf', 'a.pdf'])).toEqual(['a（2）.pdf', 'a.pdf', 'a（3）.pdf'])
})

test('safeNames() tells 300 equal names apart, each within its limits', () => {
  const names = safeNames(Array.from({ length: 300 }, () => `${'质'.repeat(60)}.pdf`))
  expect(new Set(names).size).toBe(300)
  expect(names[0]).toBe(`${'质'.repeat(38)}.pdf`)
  expect(names[299]).toBe(`${'质'.repeat(34)}（300）.pdf`)
})
