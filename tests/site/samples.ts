/** Documents that units hand in, and hostile ones: what runs, what fetches, what is endless. Made here, byte by byte where it matters. */
import JSZip from 'jszip'
import { png } from './papers'

/** Nothing may ever be asked for at this address. */
export const trap = 'http://trap.test/'

const script = `<script>fetch('${trap}')</script>`

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const wordNames = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${relations}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`

interface WordParts {
  /** Paragraphs and tables, as XML. */
  body: string
  /** Further relationships of the document. */
  relationships?: string
  files?: Record<string, string | Buffer>
}

/** A .docx of A4 with the parts that every program writes. */
export function wordFile({ body, relationships = '', files = {} }: WordParts): Promise<Buffer> {
  return zip({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="html" ContentType="text/html"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${packageRelations}">${relationships}</Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${wordNames}><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588" w:header="851" w:footer="992"/></w:sectPr></w:body></w:document>`,
    ...files,
  })
}

export function paragraph(text: string, properties = '', run = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

function drawing(id: string): string {
  return `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="${id}" r:link="${id}"/></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="914400" cy="914400"/></a:xfrm></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
}

/** A report with a title, a table and a stamp. */
export function soundWord(): Promise<Buffer> {
  const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
  const borders =
    '<w:tblBorders><w:top w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders>'
  return wordFile({
    body: [
      paragraph(
        '关于贯彻质量强县行动计划情况的报告',
        '<w:jc w:val="center"/>',
        '<w:sz w:val="44"/><w:rFonts w:eastAsia="方正小标宋简体"/>',
      ),
      paragraph(
        '今年以来，我局细化任务分工，每季度调度一次，全年召开专题会议四次。',
        '<w:ind w:firstLine="640"/>',
        '<w:sz w:val="32"/><w:rFonts w:eastAsia="仿宋_GB2312"/>',
      ),
      `<w:tbl><w:tblPr>${borders}</w:tblPr><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid><w:tr>${cell('重点任务')}${cell('进展')}</w:tr><w:tr>${cell('培育县级质量标杆')}${cell('已完成，5家')}</w:tr></w:tbl>`,
      drawing('rId9'),
    ].join(''),
    relationships: `<Relationship Id="rId9" Type="${relations}/image" Target="media/image1.png"/>`,
    files: { 'word/media/image1.png': png(60, [190, 30, 30]) },
  })
}

/** Scripts, pages within the page, links that run, pictures and templates from elsewhere, styles that fetch. */
export function hostileWord(): Promise<Buffer> {
  const link = (id: string, target: string, type = 'hyperlink') =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}" TargetMode="External"/>`
  return wordFile({
    body: [
      paragraph('&lt;img src=x onerror="fetch(&apos;http://trap.test/&apos;)"&gt;正文还在'),
      `<w:p><w:hyperlink r:id="rId1"><w:r><w:t>点这里</w:t></w:r></w:hyperlink></w:p>`,
      '<w:altChunk r:id="rId2"/>',
      drawing('rId3'),
      drawing('rId5'),
      paragraph(
        '字体',
        '',
        `<w:rFonts w:ascii="x}*{background:url(${trap}style)}" w:hAnsi="x;background:url(${trap}font)"/>`,
      ),
      '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="background:url(http://trap.test/vml);width:10pt;height:10pt"><v:imagedata r:id="rId3"/></v:shape></w:pict></w:r></w:p>',
    ].join(''),
    relationships: [
      link('rId1', `javascript:fetch('${trap}link')`),
      `<Relationship Id="rId2" Type="${relations}/aFChunk" Target="chunk.html"/>`,
      link('rId3', `${trap}remote.png`, 'image'),
      link('rId4', `${trap}template.dotm`, 'attachedTemplate'),
      `<Relationship Id="rId5" Type="${relations}/image" Target="media/image2.svg"/>`,
    ].join(''),
    files: {
      'word/chunk.html': `<html>${script}</html>`,
      'word/media/image2.svg': `<svg xmlns="http://www.w3.org/2000/svg" onload="fetch('${trap}')">${script}</svg>`,
    },
  })
}

interface SheetParts {
  sheets: Record<string, string>
  strings?: string[]
  formats?: string
}

/** An .xlsx; each sheet's XML stands between its `<worksheet>` tags. */
export function workbookFile({ sheets, strings = [], formats = '' }: SheetParts): Promise<Buffer> {
  const names = Object.keys(sheets)
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const entries = names.map((_, i) => [
    `xl/worksheets/sheet${i + 1}.xml`,
    `<worksheet xmlns="${main}">${sheets[names[i] as string]}</worksheet>`,
  ])
  return zip({
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageRelations}">${names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings.map(text => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs>${formats}</cellXfs></styleSheet>`,
    ...Object.fromEntries(entries),
  })
}

/** A table of tasks with a merged title, a date, a percentage, a formula with its result and one without. */
export function soundWorkbook(): Promise<Buffer> {
  return workbookFile({
    strings: ['重点任务分解表', '任务', '完成时限', '进度', '培育质量标杆'],
    formats: '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/>',
    sheets: {
      任务分解:
        '<cols><col min="1" max="1" width="30"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>2</v></c><c r="C2" t="s"><v>3</v></c></row><row r="3"><c r="A3" t="s"><v>4</v></c><c r="B3" s="1"><v>44896</v></c><c r="C3" s="2"><v>0.8</v></c><c r="D3"><f>SUM(1,2)</f><v>3</v></c><c r="E3"><f>HYPERLINK("http://trap.test/x")</f></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>',
      季度调度: '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>一季度</t></is></c></row></sheetData>',
    },
  })
}

/** Cells far out, merges over everything again and again, a row that never ends. */
export function endlessWorkbook(): Promise<Buffer> {
  const wide = Array.from({ length: 65_535 }, (_, i) => `<c t="n"><v>${i}</v></c>`).join('')
  const merges = Array.from({ length: 5000 }, () => '<mergeCell ref="A1:XFD1048576"/>').join('')
  return workbookFile({
    sheets: {
      很宽: `<sheetData><row r="1">${wide}</row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData><mergeCells>${merges}</mergeCells>`,
    },
  })
}

/** 1 GB of zeros in some kilobytes, as a part of a Word file. */
export async function bombWord(): Promise<Buffer> {
  const archive = await JSZip.loadAsync(await soundWord())
  archive.file('word/document.xml', Buffer.alloc(160 * 1024 * 1024, '<w:p/>'))
  return archive.generateAsync({
    type: 'nodebuffer',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
  })
}

/** A PNG whose header says 60,000 × 60,000. */
export function hugePicture(): Buffer {
  const picture = png(2, [0, 0, 0])
  picture.writeUInt32BE(60_000, 16)
  picture.writeUInt32BE(60_000, 20)
  return picture
}

/** 产品,数量 in GB18030, as Excel and Notepad of Windows 7 save it. */
export const gbkCsv = Buffer.from('b2fac6b72ccafdc1bf0d0ab5e7ccdd2c31320d0a', 'hex')

async function zip(files: Record<string, string | Buffer>): Promise<Buffer> {
  const archive = new JSZip()
  for (const [path, content] of Object.entries(files)) archive.file(path, content)
  return archive.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}

/** A sheet of A4 with two words on it. */
export function scanPdf(): Buffer {
  const drawn = 'BT /F1 24 Tf 72 720 Td (Quality 2022) Tj ET'
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${drawn.length}>>stream\n${drawn}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const place = text.length
    text += `${i + 1} 0 obj${object}endobj\n`
    return `${`${place}`.padStart(10, '0')} 00000 n \n`
  })
  const head = `xref\n0 6\n0000000000 65535 f \n${places.join('')}`
  return Buffer.from(
    `${text}${head}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  )
}

/** A tenth of a second of silence: 8 bits, 8,000 a second. */
export function silentWave(): Buffer {
  const samples = Buffer.alloc(800, 128)
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(8000, 24)
  head.writeUInt32LE(8000, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}
