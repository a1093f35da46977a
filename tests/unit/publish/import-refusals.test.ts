/** Files that are no table: a clear sentence each, nothing written. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document, ImageRun, Packer, Paragraph } from 'docx'
import JSZip from 'jszip'
import { runCommand } from '../../../src/publish/command'
import { copyContent, filesBelow } from '../edition/content-copy'
import { expect, test } from '../runner'
import { row, smallTable, smallTitle } from './small-table'
import { toPage, toWord } from './table-files'

const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const word = () => toWord([smallTable()], [smallTitle])
const pixel = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13)

/** A Word document that holds nothing but a picture. */
function toScan(data: Uint8Array): Promise<Buffer> {
  const picture = new ImageRun({ type: 'png', data, transformation: { width: 600, height: 800 } })
  return Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph({ children: [picture] })] }] }))
}

const cases: [
  name: string,
  write: () => Promise<Uint8Array | string> | Uint8Array | string,
  sentence: string,
][] = [
  ['an empty file', () => '', '“表.docx”是空的（0 字节）'],
  [
    'a Word document of 1997',
    () => Uint8Array.from([...compoundFile, ...new Array(600).fill(0)]),
    '“表.docx”是旧格式的文件',
  ],
  [
    'a document behind a password',
    () => Buffer.concat([Uint8Array.from(compoundFile), Buffer.from('EncryptedPackage', 'utf16le')]),
    '“表.docx”设了打开密码',
  ],
  ['a Word document cut short', async () => (await word()).subarray(0, 3000), '“表.docx”已损坏'],
  [
    'a Word document whose text is broken',
    () => breakPart('word/document.xml', '<w:document><w:body><w:tbl>'),
    '“表.docx”已损坏',
  ],
  ['a workbook that names a missing sheet', brokenWorkbook, '“表.docx”已损坏'],
  ['a ZIP of something else', () => zipOf({ '说明.txt': '你好' }), '认不出“表.docx”'],
  ['a PDF', () => '%PDF-1.7\n', '“表.docx”是 PDF'],
  ['a picture', () => pixel, '“表.docx”是图片或扫描件'],
  ['a TIFF from a scanner', () => Buffer.from('II*\0扫描', 'latin1'), '“表.docx”是图片或扫描件'],
  ['a scan in a workbook', scannedWorkbook, '“表.docx”是图片或扫描件'],
  ['a scan in a Word document', () => toScan(pixel), '“表.docx”是图片或扫描件'],
  [
    'a page saved as one file',
    () => 'From: <Saved by Blink>\nMIME-Version: 1.0\n',
    '“表.docx”是“单个文件网页”',
  ],
  ['a Word document without a table', () => toWord([], ['关于报送资料的通知']), '文件里没有表格'],
  ['a plain text', () => '关于报送资料的通知\n各单位:\n', '文件里没有表格'],
  [
    'a table of something else',
    () => toPage([row('姓名', '电话'), row('联络员甲', '0715')], ''),
    '文件里有 1 个表格，但没有一个像考核要点',
  ],
  ['a header without rows', () => toPage(smallTable().slice(0, 1), ''), '找到了表头，但下面一行内容也没有'],
]

for (const [name, write, sentence] of cases) {
  test(`${name} is refused in a sentence, and nothing is written`, async () => {
    const base = copyContent()
    const before = filesBelow(base)
    const path = test.info().outputPath('表.docx')
    writeFileSync(path, await write())
    const { code, printed } = await run(base, '2023', '--table', path)
    expect(printed).toMatch(new RegExp(`^没有写入：${sentence.replace(/[()]/g, '\\$&')}[^\n]+。$`))
    expect(code).toBe(1)
    expect(filesBelow(base)).toEqual(before)
  })
}

test('a missing file, a folder, a bad year and a missing option are said', async () => {
  const base = copyContent()
  const folder = test.info().outputPath('文件夹')
  mkdirSync(folder)
  const path = join(folder, '没有.docx')
  expect((await run(base, '2023', '--table', path)).printed).toBe(
    `没有写入：找不到文件 ${path}。请核对文件名和所在的文件夹。`,
  )
  expect((await run(base, '2023', '--table', folder)).printed).toContain('打不开文件')
  expect((await run(base, '23', '--table', path)).printed).toContain('年度要写成四位年份')
  expect((await run(base, '2023')).printed).toContain('请用 --table 写上')
  expect((await run(base, '2023', '--tabel', path)).printed).toMatch(/^用法：/)
})

test('a name without its ending, one in Chinese quotes and words too many are led back', async () => {
  const base = copyContent()
  const folder = test.info().outputPath('材料')
  mkdirSync(folder)
  writeFileSync(join(folder, '考核要点.docx'), await word())
  const sayOf = async (...args: string[]) => (await run(base, '2023', ...args)).printed
  expect(await sayOf('--table', join(folder, '考核要点'))).toContain(
    '是不是 考核要点.docx？要连扩展名一起写（电脑可能没有显示扩展名）。',
  )
  expect(await sayOf('--table', '“考核要点.docx”')).toContain('文件名两边的引号要用英文的。')
  for (const words of [['—notice', '通知.docx'], ['要点.docx']])
    expect(await sayOf('--table', join(folder, '考核要点.docx'), ...words)).toContain(
      `没有写入：命令里多出了“${words.join(' ')}”。文件名里有空格的，两边要加英文双引号`,
    )
})

test('which of the two files can’t be read is said', async () => {
  const base = copyContent()
  const table = test.info().outputPath('表.html')
  const notice = test.info().outputPath('通知.doc')
  writeFileSync(table, toPage(smallTable(), smallTitle))
  writeFileSync(notice, Uint8Array.from([...compoundFile, ...new Array(600).fill(0)]))
  const { printed } = await run(base, '2023', '--table', table, '--notice', notice)
  expect(printed).toMatch(/^没有写入：“通知.doc”是旧格式的文件/)
})

test('a notice without text is refused', async () => {
  const base = copyContent()
  const table = test.info().outputPath('表.html')
  const notice = test.info().outputPath('通知.docx')
  writeFileSync(table, toPage(smallTable(), smallTitle))
  writeFileSync(notice, await toWord([]))
  const { code, printed } = await run(base, '2023', '--table', table, '--notice', notice)
  expect([code, printed]).toEqual([1, '没有写入：通知文件里没有找到正文。请核对 --notice 后面的文件。'])
})

async function run(base: string, ...args: string[]) {
  const lines: string[] = []
  const code = await runCommand(['new-edition', ...args], { base, print: line => lines.push(line) })
  return { code, printed: lines.join('\n') }
}

async function breakPart(name: string, text: string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(await word())
  return zip.file(name, text).generateAsync({ type: 'uint8array' })
}

function brokenWorkbook(): Promise<Uint8Array> {
  return zipOf({
    'xl/workbook.xml': '<workbook><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships/>',
  })
}

/** A workbook whose one sheet has no cell and a picture on it. */
function scannedWorkbook(): Promise<Uint8Array> {
  return zipOf({
    'xl/workbook.xml': '<workbook><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': '<worksheet><sheetData/></worksheet>',
    'xl/media/image1.png': '',
  })
}

function zipOf(files: Record<string, string>): Promise<Uint8Array> {
  const zip = new JSZip()
  for (const [name, text] of Object.entries(files)) zip.file(name, text)
  return zip.generateAsync({ type: 'uint8array' })
}
