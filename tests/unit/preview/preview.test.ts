/** What is shown of a file: by its name, its size and its first bytes, never more than its bounds. */

import { coverCells, lettersOfColumn } from '../../../src/core/preview/cover-cells'
import { previewByName, previewOf } from '../../../src/core/preview/kind'
import { pictureSize } from '../../../src/core/preview/picture-size'
import {
  mostColumns,
  mostRows,
  readFormats,
  readGrid,
  readSheets,
  readStrings,
} from '../../../src/core/preview/workbook'
import { readText } from '../../../src/io/preview/read-text'
import { openWorkbook } from '../../../src/io/preview/read-workbook'
import { png } from '../../site/papers'
import { endlessWorkbook, hugePicture, soundWorkbook } from '../../site/samples'
import { expect, test } from '../runner'

const bytes = (text: string) => new TextEncoder().encode(text)
const megabyte = 1024 * 1024
const sheetsOf = async (file: Buffer) => {
  const sheets = await openWorkbook(new Blob([new Uint8Array(file)]))
  return Array.isArray(sheets) ? sheets : []
}

test('a kind is known by its name, and a large file is not even opened', () => {
  expect(previewByName('照片.JPG', 1)).toBe('picture')
  expect(previewByName('讲话.mp4', 900 * megabyte)).toBe('film')
  expect(previewByName('扫描.pdf', 200 * megabyte)).toBe('too-large')
  expect(previewByName('工具.exe', 1)).toBe('program')
  expect(previewByName('方案.wps', 1)).toBe('other-kind')
  expect(previewByName('方案.docx', 0)).toBe('empty')
})

test('bytes that belie the name decide: a page is a text, an old or locked file is no Word file', () => {
  const zip = bytes('PK\u0003\u0004')
  const ole = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  expect(previewOf('照片.png', 9, bytes('<svg onload="x()">'))).toEqual({ kind: 'text', type: '' })
  expect(previewOf('报告.docx', 9, zip)).toEqual({ kind: 'word', type: '' })
  expect(previewOf('报告.docx', 9, ole)).toBe('old-or-locked')
  expect(previewOf('报告.doc', 9, ole)).toBe('old-or-locked')
  expect(previewOf('报告.docx', 9, bytes('没有压缩'))).toBe('damaged')
  expect(previewOf('材料.rar', 9, bytes('Rar!\u001a\u0007'))).toBe('other-archive')
  expect(previewOf('图.ofd', 9, zip)).toBe('other-kind')
})

test('the size of a picture is read from its header, whatever that claims', () => {
  expect(pictureSize(png(40, [0, 0, 0]))).toEqual({ width: 40, height: 40 })
  expect(pictureSize(hugePicture())).toEqual({ width: 60_000, height: 60_000 })
  const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc2, 0, 9, 8, 0x0c, 0, 0x10, 0, 3])
  expect(pictureSize(jpeg)).toEqual({ width: 4096, height: 3072 })
  expect(pictureSize(bytes('GIF89a\u0002\u0001\u0003\u0000'))).toEqual({ width: 258, height: 3 })
  expect(pictureSize(new Uint8Array([0xff, 0xd8, 0xff]))).toBeNull()
})

test('a workbook gives sheets of texts as they are printed; nothing is computed', async () => {
  const [tasks, quarters] = await sheetsOf(await soundWorkbook())
  expect([tasks?.name, quarters?.name]).toEqual(['任务分解', '季度调度'])
  expect(await tasks?.read()).toEqual({
    rows: [
      ['重点任务分解表'],
      ['任务', '完成时限', '进度'],
      ['培育质量标杆', '2022年12月1日', '80%', '3', '=HYPERLINK("http://trap.test/x")'],
    ],
    merges: [{ row: 0, column: 0, rows: 1, columns: 3 }],
    widths: [30],
    isCut: false,
  })
  expect((await quarters?.read())?.rows).toEqual([['一季度']])
  expect(await openWorkbook(new Blob([new Uint8Array(0)]))).toBeNull()
})

test('65,535 columns, a cell in the last corner and merges over all of it are cut, and said to be', async () => {
  const [sheet] = await sheetsOf(await endlessWorkbook())
  const grid = await sheet?.read()
  expect(grid?.isCut).toBe(true)
  expect(grid?.rows.map(({ length }) => length)).toEqual([mostColumns])
  const cover = coverCells({ merges: grid?.merges ?? [] })
  expect(cover(0, 0)).toEqual({ row: 0, column: 0, rows: mostRows, columns: mostColumns })
  expect(cover(0, 1)).toBeNull()
})

test('parts that are cut, malformed or hostile are read as far as they go', () => {
  const cut = '<sheetData><row><c t="inlineStr"><is><t>甲&amp;乙</t></is></c><c t="inlineStr"><is><t>丙'
  expect(readGrid(cut, [], [])).toMatchObject({ rows: [['甲&乙']], isCut: true })
  expect(readGrid('<sheetData/>', [], [])).toMatchObject({ rows: [], isCut: false })
  expect(readGrid('<c '.repeat(100_000), [], []).rows).toEqual([])
  const numbers = '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row></sheetData>'
  expect(readGrid(numbers, [], [], { rows: 9, columns: 9, tags: 7 })).toMatchObject({
    rows: [['1']],
    isCut: true,
  })
  expect(readGrid('<row r="-5"><c r="A1"><v>1</v></c></row>', [], []).rows).toEqual([['1']])
  expect(readStrings('<si><t>甲</t><rPh><t>jia</t></rPh></si><si/>')).toEqual(['甲', ''])
  expect(
    readFormats('<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="14"/></cellXfs>'),
  ).toEqual(['yyyy/m/d'])
  expect(
    readSheets(
      '<sheet name="甲" x:id="r1" state="veryHidden"/><sheet name="乙"/>',
      '<Relationship Id="r1" Target="/xl/a.xml"/>',
    ),
  ).toEqual([{ name: '甲', path: 'xl/a.xml', isHidden: true }])
})

test('a long text is cut at the end of a line, in its own encoding', async () => {
  const gbk = new Uint8Array([0xbc, 0xd7, 0x0a, 0xd2, 0xd2, 0x0a])
  expect(await readText(new Blob([gbk]), 100)).toEqual({ text: '甲\n乙\n', isCut: false })
  expect(await readText(new Blob([gbk]), 4)).toEqual({ text: '甲\n', isCut: true })
  expect(await readText(new Blob([new Uint8Array([0, 1])]), 4)).toBeNull()
})

test('columns go by letters', () => {
  expect([0, 25, 26, 701, 702].map(lettersOfColumn)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
})
