/** Places of a file where a text is easily lost: after import it is in the content, or in a question that quotes it. */
import JSZip from 'jszip'
import { sayQuestion } from '../../../src/publish/wording'
import { expect, test } from '../runner'
import { draw, importFirst } from './drawn-table'
import { toPage, toWord, toWorkbook } from './table-files'

const title = '示例县2023年度示例工作考核指标表'
const table = draw('序号|考核指标|具体内容|分值|责任单位\n1|组织|HERE|40|甲局\n2|宣传|开展宣传。|60|乙局')
const mark = '此处文字'
const run = `<w:r><w:t>${mark}</w:t></w:r>`
const box = (name: string) => `<w:r><${name}><w:txbxContent><w:p>${run}</w:p></w:txbxContent></${name}></w:r>`

/** What stands in the cell instead of its run, in a .docx. */
const inWord: Record<string, string> = {
  'a second paragraph': `<w:r><w:t>建立机制。</w:t></w:r></w:p><w:p>${run}`,
  'a nested table': `<w:r><w:t>如下：</w:t></w:r></w:p><w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p>${run}</w:p></w:tc></w:tr></w:tbl><w:p>`,
  'a content control': `<w:sdt><w:sdtContent>${run}</w:sdtContent></w:sdt>`,
  'an inserted change': `<w:ins w:id="1" w:author="a">${run}</w:ins>`,
  'a link': `<w:hyperlink w:anchor="a">${run}</w:hyperlink>`,
  'a box of today': box('wps:txbx'),
  'a box of Word 2003': box('v:textbox'),
  'a box in two versions': `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box('wps:txbx')}</mc:Choice><mc:Fallback>${box('v:textbox')}</mc:Fallback></mc:AlternateContent></w:r>`,
}

for (const [name, xml] of Object.entries(inWord)) {
  test(`the text of ${name} in a Word cell is not lost`, async () => {
    const zip = await JSZip.loadAsync(await toWord([table], [title]))
    const path = 'word/document.xml'
    const source = (await zip.file(path)?.async('string')) ?? ''
    zip.file(path, source.replace(/<w:r><w:t[^>]*>HERE<\/w:t><\/w:r>/, xml))
    await expectKept(zip)
  })
}

const beside: Record<string, [path: string, xml: string]> = {
  'the top of each page': ['word/header1.xml', `<w:hdr><w:p>${run}</w:p></w:hdr>`],
  'the foot of each page': ['word/footer2.xml', `<w:ftr><w:p>${run}</w:p></w:ftr>`],
  'a remark of a reviewer': [
    'word/comments.xml',
    `<w:comments><w:comment><w:p>${run}</w:p></w:comment></w:comments>`,
  ],
}

for (const [name, [path, xml]] of Object.entries(beside)) {
  test(`the text of ${name} of a Word document is quoted`, async () => {
    const zip = await JSZip.loadAsync(await toWord([table], [title]))
    zip.file(path, xml)
    await expectKept(zip)
  })
}

test('the number of a page is no text', async () => {
  const zip = await JSZip.loadAsync(await toWord([table], [title]))
  zip.file('word/footer1.xml', '<w:ftr><w:p><w:r><w:t>— 1 —</w:t></w:r></w:p></w:ftr>')
  const { questions } = await importFirst(await zip.generateAsync({ type: 'uint8array' }))
  expect(questions.filter(({ code }) => code === 'aside')).toEqual([])
})

const sheet = 'xl/worksheets/sheet1.xml'
const cell = (inside: string, attributes = '') => `<c r="C3"${attributes}>${inside}</c>`

/** What stands in C3 of a workbook, below the title and the head. */
const inWorkbook: Record<string, string> = {
  'runs of several kinds': cell(
    `<is><r><t>此处</t></r><r><rPr><b/></rPr><t>文字</t></r><rPh sb="0" eb="1"><t>ci</t></rPh></is>`,
    ' t="inlineStr"',
  ),
  "a formula's result": cell(`<f>A1&amp;B1</f><v>${mark}</v>`, ' t="str"'),
  'a formula without a result': cell(`<f>"${mark}"&amp;B1</f>`),
}

for (const [name, xml] of Object.entries(inWorkbook)) {
  test(`the text of ${name} in a cell of a workbook is not lost`, async () => {
    const zip = await changed(source => source.replace(/<c r="C3".*?<\/c>/, xml))
    await expectKept(zip)
  })
}

test('a value that a merged cell covers is quoted', async () => {
  const covered = `<c r="B4" t="inlineStr"><is><t>${mark}</t></is></c>`
  const zip = await changed(source =>
    source
      .replace(/<c r="B4".*?<\/c>/, covered)
      .replace('</mergeCells>', '<mergeCell ref="B3:B4"/></mergeCells>'),
  )
  await expectKept(zip)
})

test('a hidden column is read and named', async () => {
  const zip = await changed(source =>
    source.replace('<sheetData>', '<cols><col min="3" max="3" hidden="1"/></cols><sheetData>'),
  )
  const { questions } = await importFirst(await zip.generateAsync({ type: 'uint8array' }))
  const asides = questions.filter(({ code }) => code === 'aside')
  expect(asides).toEqual([{ code: 'aside', kind: 'hidden', text: '具体内容 HERE 开展宣传。' }])
})

test('a hidden sheet is left out and quoted', async () => {
  const zip = await changed(source => source.replace('HERE', '建立机制。'))
  const source = (await zip.file(sheet)?.async('string')) ?? ''
  zip.file('xl/worksheets/sheet9.xml', source.replace(/(<c r="A1"[^>]*?)( t="s")?>.*?<\/c>/, mark9))
  await addSheet(zip)
  await expectKept(zip)
  const { indicators } = await importFirst(await zip.generateAsync({ type: 'uint8array' }))
  expect(indicators.data.declared.rows).toBe(2)
})

for (const [name, path, xml] of [
  [
    'a remark of a reviewer',
    'xl/comments1.xml',
    `<comments><commentList><comment ref="A1"><text><t>${mark}</t></text></comment></commentList></comments>`,
  ],
  [
    'a box',
    'xl/drawings/drawing1.xml',
    `<xdr:wsDr><xdr:sp><xdr:txBody><a:p><a:r><a:t>${mark}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>`,
  ],
] as const) {
  test(`the text of ${name} of a workbook is quoted`, async () => {
    const zip = await changed(source => source)
    zip.file(path, xml)
    await expectKept(zip)
  })
}

test('the caption of a table and hidden words of a saved page are not lost', async () => {
  const page = toPage(table, title)
  for (const broken of [
    page.replace('<tbody>', `<caption>${mark}</caption><tbody>`),
    page.replace('HERE', `建立机制。<span style="display: none">${mark}</span>`),
  ]) {
    const { files, questions } = await importFirst(Buffer.from(broken))
    expect([files['indicators.yaml'], ...questions.map(sayQuestion)].join('\n')).toContain(mark)
  }
})

const mark9 = `<c r="A1" t="inlineStr"><is><t>${mark}</t></is></c>`

async function changed(change: (source: string) => string): Promise<JSZip> {
  const zip = await JSZip.loadAsync(await toWorkbook(table, title))
  const source = (await zip.file(sheet)?.async('string')) ?? ''
  const after = change(source)
  zip.file(sheet, after)
  return zip
}

/** The sheet that was put in as `sheet9.xml`, told to be hidden. */
async function addSheet(zip: JSZip): Promise<void> {
  for (const [path, before, added] of [
    ['xl/workbook.xml', '</sheets>', '<sheet name="旧稿" sheetId="9" state="hidden" r:id="r9"/></sheets>'],
    [
      'xl/_rels/workbook.xml.rels',
      '</Relationships>',
      '<Relationship Id="r9" Type="x" Target="worksheets/sheet9.xml"/></Relationships>',
    ],
  ] as const)
    zip.file(path, ((await zip.file(path)?.async('string')) ?? '').replace(before, added))
}

/** The text is in the indicators or in what is asked. */
async function expectKept(zip: JSZip): Promise<void> {
  const edition = await importFirst(await zip.generateAsync({ type: 'uint8array' }))
  const kept = [edition.files['indicators.yaml'], ...edition.questions.map(sayQuestion)].join('\n')
  expect(kept.replace(/\s/g, '')).toContain(mark)
}
