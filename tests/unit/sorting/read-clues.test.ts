/** The first lines of real Word and Excel files, and of what only looks like one. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Document, Packer, Paragraph, TextRun } from 'docx'
import JSZip from 'jszip'
import writeExcelFile from 'write-excel-file/node'
import { readClues } from '../../../src/io/sorting/read-clues'
import { convertWithOffice, withTools } from '../../tools'
import { expect, test } from '../runner'

const title = '关于开展过度包装“专项”检查的通知'

async function word(paragraphs: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
  const children = paragraphs.map(
    text => new Paragraph({ children: Array.from(text, one => new TextRun({ text: one, bold: true })) }),
  )
  return Uint8Array.from(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

const rows = ['强制检定汇总表', '序号 单位', '甲 & 乙']

/** A table with these rows; the number in the last of them says nothing. */
async function excel(): Promise<Uint8Array<ArrayBuffer>> {
  const cells = [
    [{ value: '强制检定汇总表' }],
    [{ value: '序号' }, { value: '单位' }],
    [{ value: 1 }, { value: '甲 & 乙' }],
  ]
  return Uint8Array.from(await writeExcelFile(cells).toBuffer())
}

/** A Blob that counts what is read of it. */
class CountedBlob extends Blob {
  read = 0
  override slice(start = 0, end = this.size): Blob {
    this.read += Math.max(0, Math.min(end, this.size) - start)
    return super.slice(start, end)
  }
  override arrayBuffer(): Promise<ArrayBuffer> {
    this.read += this.size
    return super.arrayBuffer()
  }
}

test('a Word file says its first lines, put together from their runs', async () => {
  const bytes = await word(['', '青禾县市场监督管理局文件', title, '各股室：A < B & C'])
  expect(await readClues(new Blob([bytes]), '扫描.docx')).toEqual({
    firstLines: ['青禾县市场监督管理局文件', title, '各股室：A < B & C'],
  })
})

test('an Excel file says its first rows', async () => {
  expect(await readClues(new Blob([await excel()]), '新建 Microsoft Excel 工作表.xlsx')).toEqual({
    firstLines: rows,
  })
})

test('of a large file some kilobytes are read, and its long text only at the beginning', async () => {
  const zip = await JSZip.loadAsync(await word([title]))
  const path = 'word/document.xml'
  const long = Array.from({ length: 12_000 }, (_, i) => `<w:p><w:r><w:t>${i}</w:t></w:r></w:p>`).join('')
  zip.file(path, (await zip.file(path)?.async('string'))?.replace('<w:sectPr', `${long}<w:sectPr`) ?? '')
  const noise = new Uint8Array(8_000_000).map((_, i) => (i * 2654435761) >>> 13)
  zip.file('word/media/image1.jpg', noise, { compression: 'STORE' })
  const file = new CountedBlob([
    Uint8Array.from(await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })),
  ])
  const { firstLines } = await readClues(file, '大文件.docx')
  expect(firstLines?.[0]).toBe(title)
  expect(firstLines).toHaveLength(8)
  expect(file.read).toBeLessThan(1_000_000)
})

test('a file that is cut, damaged, empty or something else says nothing', async () => {
  const bytes = await word([title])
  const flipped = bytes.slice()
  for (let at = 200; at < flipped.length - 200; at += 7) flipped[at] = 0xaa
  const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(2000)])
  const others = [
    bytes.slice(0, bytes.length / 2),
    flipped,
    ole,
    new Uint8Array(),
    new TextEncoder().encode('PK'),
  ]
  for (const other of others) expect(await readClues(new Blob([other]), '通知.docx')).toEqual({})
  const gone = {
    name: 'gone',
    size: 10,
    slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')) }),
  }
  expect(await readClues(gone as unknown as Blob, '通知.docx')).toEqual({})
  expect(await readClues(gone as unknown as Blob, '照片.jpg')).toEqual({})
  expect(await readClues(new Blob([bytes]), '通知.pdf')).toEqual({})
})

test('a part that unpacks to very much is not unpacked', async () => {
  const zip = new JSZip()
  zip.file('word/document.xml', `<w:p><w:t>${'很长'.repeat(2_000_000)}</w:t></w:p>`)
  const bomb = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
  expect(await readClues(new Blob([Uint8Array.from(bomb)]), '炸弹.docx')).toEqual({})
})

test('LibreOffice’s files say their first lines too', withTools, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clues-'))
  try {
    const source = join(folder, '通知.docx')
    writeFileSync(source, await word(['青禾县文件', title]))
    const odt = convertWithOffice(source, 'odt')
    const again = convertWithOffice(odt, 'docx')
    expect(await readClues(new Blob([readFileSync(again)]), '通知.docx')).toEqual({
      firstLines: ['青禾县文件', title],
    })
    const table = join(folder, '表.xlsx')
    writeFileSync(table, await excel())
    const sheet = convertWithOffice(convertWithOffice(table, 'ods'), 'xlsx')
    expect(await readClues(new Blob([readFileSync(sheet)]), '表.xlsx')).toEqual({ firstLines: rows })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
