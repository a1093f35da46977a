/** Tables as people save them: one list of rows with spans, as .docx, .xlsx, .html and .csv, made by other people's libraries. */
import { readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import writeExcelFile from 'write-excel-file/node'
import type { CatalogueSource } from '../../../src/core/edition/content'
import { buildTable } from '../../../src/core/edition/printed-table'
import { convertWithOffice } from '../../tools'

export interface PlainCell {
  /** Lines stand for paragraphs. */
  text: string
  rowSpan?: number
  columnSpan?: number
}
export type PlainTable = PlainCell[][]

export const head: PlainCell[] = [
  '序号',
  '考核指标',
  '具体内容',
  '评价\n部门',
  '是否需要\n印证材料',
  '印证材料清单',
].map(text => ({ text }))

/** Annex 1 as it is printed: cells merged, names and departments over two lines, the name of 10 twice for the page break. */
export function printedTable(source: CatalogueSource): PlainTable {
  const rows = buildTable(source).map(({ id, cells }) =>
    cells.map(({ column: { role }, text, rowSpan }) => {
      const broken = role === 'level' || role === 'department' ? twoLines(text) : text
      const printed = id === '10-1' && role === 'level' ? `${broken}\n${broken}` : broken
      return { text: printed, ...(rowSpan > 1 ? { rowSpan } : {}) }
    }),
  )
  return [head, ...rows]
}

function twoLines(text: string): string {
  return text.length > 7 || /质量(发展|提升|基础|监管)/.test(text)
    ? `${text.slice(0, 4)}\n${text.slice(4)}`
    : text
}

/** A .docx with the given lines above each of its tables. */
export async function toWord(tables: PlainTable[], lines: string[] = []): Promise<Buffer> {
  const children = [
    ...lines.map(line => new Paragraph(line)),
    ...tables.flatMap(table => [
      new Table({
        rows: table.map(
          (cells, index) =>
            new TableRow({
              tableHeader: index === 0,
              children: cells.map(
                ({ text, ...spans }) =>
                  new TableCell({ ...spans, children: text.split('\n').map(line => new Paragraph(line)) }),
              ),
            }),
        ),
      }),
      new Paragraph(''),
    ]),
  ]
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

export async function toWorkbook(table: PlainTable, title: string): Promise<Buffer> {
  const width = Math.max(...table.map(row => row.length))
  const cells = fill([[{ text: title, columnSpan: width }], ...table]).map(row =>
    row.map(cell => (cell === null ? null : { value: cell.text, type: String, ...spansOf(cell) })),
  )
  return writeExcelFile(cells, { sheet: '附件1' }).toBuffer()
}

export function toPage(table: PlainTable, title: string): string {
  const rows = table.map(cells => {
    const tds = cells.map(
      ({ text, rowSpan = 1, columnSpan = 1 }) =>
        `<td rowspan="${rowSpan}" colspan="${columnSpan}">${text
          .split('\n')
          .map(line => `<p>${line}</p>`)
          .join('\n')}</td>`,
    )
    return `<tr>${tds.join('')}</tr>`
  })
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>页</title></head><body><table><tr><td><h2>${title}</h2>
<table class="MsoNormalTable"><tbody>${rows.join('\n')}</tbody></table></td></tr></table></body></html>`
}

/** A merged cell's text stands in its first place only, as spreadsheets save it. */
export function toCsv(table: PlainTable): string {
  return fill(table)
    .map(row => row.map(cell => `"${(cell?.text ?? '').replace(/"/g, '""')}"`).join(','))
    .join('\r\n')
}

/** The file as LibreOffice saves it anew. */
export function throughOffice(folder: string, name: string, bytes: Buffer): Buffer {
  writeFileSync(join(folder, name), bytes)
  return readFileSync(convertWithOffice(join(folder, name), extname(name).slice(1), join(folder, 'out')))
}

/** The rows with a null in each place that a cell from above or from the left covers. */
function fill(table: PlainTable): (PlainCell | null)[][] {
  const filled: (PlainCell | null | undefined)[][] = table.map(() => [])
  table.forEach((cells, top) => {
    let left = 0
    for (const cell of cells) {
      while (filled[top]?.[left] !== undefined) left++
      const { rowSpan = 1, columnSpan = 1 } = cell
      for (let row = top; row < top + rowSpan; row++) {
        for (let column = left; column < left + columnSpan; column++) {
          const line = filled[row]
          if (line) line[column] = row === top && column === left ? cell : null
        }
      }
      left += columnSpan
    }
  })
  return filled.map(row => Array.from(row, cell => cell ?? null))
}

function spansOf({ rowSpan = 1, columnSpan = 1 }: PlainCell) {
  return { ...(rowSpan > 1 ? { rowSpan } : {}), ...(columnSpan > 1 ? { columnSpan } : {}) }
}
