/** What stands in a file and is easily overlooked: each is asked about. */

import { Document, FootnoteReferenceRun, Packer, Paragraph, TextRun } from 'docx'
import JSZip from 'jszip'
import { readSource } from '../../../src/publish/read/source'
import { expect, test } from '../runner'
import { smallTable, smallTitle } from './small-table'
import { toPage, toWord, toWorkbook } from './table-files'

test('footnotes leave the text; struck and hidden words stay in it, and all are named', async () => {
  const line = [
    new TextRun('开展医养结合'),
    new FootnoteReferenceRun(1),
    new TextRun({ text: '旧要求', strike: true }),
    new TextRun({ text: '内部掌握', vanish: true }),
  ]
  const document = new Document({
    footnotes: { 1: { children: [new Paragraph('医养结合指医疗和养老。')] } },
    sections: [{ children: [new Paragraph({ children: line })] }],
  })
  const { lines, asides } = await readSource(new Uint8Array(await Packer.toBuffer(document)))
  expect(lines.filter(Boolean)).toEqual(['开展医养结合旧要求内部掌握'])
  expect(asides).toEqual([
    { kind: 'footnote', text: '医养结合指医疗和养老。' },
    { kind: 'struck', text: '旧要求' },
    { kind: 'hidden', text: '内部掌握' },
  ])
})

test('struck words of a saved page are named too', async () => {
  const page = toPage(smallTable(), smallTitle).replace('整改通知书', '整改<del>旧</del>通知书')
  const { asides } = await readSource(Buffer.from(page))
  expect(asides).toEqual([{ kind: 'struck', text: '旧' }])
})

test('a plain document has none', async () => {
  expect((await readSource(await toWord([smallTable()], [smallTitle]))).asides).toEqual([])
})

test('a hidden row of a workbook is named', async () => {
  const zip = await JSZip.loadAsync(await toWorkbook(smallTable(), smallTitle))
  const path = 'xl/worksheets/sheet1.xml'
  const sheet = (await zip.file(path)?.async('string')) ?? ''
  // Row 1 is the title, row 2 the header.
  zip.file(path, sheet.replace('<row r="4"', '<row r="4" hidden="1"'))
  const { asides } = await readSource(await zip.generateAsync({ type: 'uint8array' }))
  expect(asides).toEqual([{ kind: 'hidden', text: expect.stringContaining('督促不合格企业整改。(40分)') }])
})
