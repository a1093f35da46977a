/**
 * Tables as an XLSX file that people sort, filter, add up and print: a head that stays, widths, borders, A4 across. Every
 * text stays a text whatever stands in it. The same tables and date give the same bytes.
 *
 * Loaded on demand (`import()`), so it must not import anything with state. write-excel-file deflates parts from 160 KB on
 * in `blob:` workers: the page's Content-Security-Policy has to allow them.
 */
import writeExcelFile, { type CellObject, type Feature } from 'write-excel-file/universal'
import { cleanForXml, escapeXml } from '../../core/text/xml-text'
import { setArchiveDates } from '../../core/zip/dates'

export interface Column<Line> {
  title: string
  /** In digits of the sheet's font. */
  width: number
  /** `number` counts the lines from 1. */
  cell: (line: Line, number: number) => CellObject
}

/** One sheet. */
export interface Table {
  name: string
  /** In digits of the sheet's font. */
  widths: number[]
  /** Rows that stay above the others, and stand on every page. */
  head: (CellObject | null)[][]
  rows: CellObject[][]
  /** Columns that stay on the left. */
  frozenColumns: number
  /** Sheets of paper side by side. */
  pagesWide: number
}

const border = { borderStyle: 'thin', borderColor: '#8A94A3' } as const
const body = { ...border, alignVertical: 'top', wrap: true } as const
const header = { ...body, fontWeight: 'bold', backgroundColor: '#E6EEF8', alignVertical: 'center' } as const

/** A table of one head row and a row for each line. */
export function buildTable<Line>(
  name: string,
  columns: readonly Column<Line>[],
  lines: readonly Line[],
): Table {
  return {
    name,
    widths: columns.map(({ width }) => width),
    head: [columns.map(({ title }) => head(title))],
    rows: lines.map((line, i) => columns.map(({ cell }) => cell(line, i + 1))),
    frozenColumns: 0,
    pagesWide: 1,
  }
}

/**
 * The file, sheets in the given order. `date` is written as it reads in UTC; `title`, if any, stands with it above every page
 * on paper.
 */
export async function writeWorkbook(
  tables: readonly Table[],
  date: Date,
  title = '',
): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = tables.map(({ name, widths, head, rows, frozenColumns }) => ({
    sheet: name,
    data: [...head.map(cells => fitHead(cells, widths)), ...rows.map(cells => fitRow(cells, widths))],
    columns: widths.map(width => ({ width })),
    orientation: 'landscape' as const,
    stickyRowsCount: head.length,
    stickyColumnsCount: frozenColumns,
  }))
  const look = { fontFamily: '宋体', fontSize: 11, features: [printing(tables, pageTexts(title, date))] }
  const blob: Blob = await writeExcelFile(sheets, look).toBlob()
  const archive = new Uint8Array(await blob.arrayBuffer())
  setArchiveDates(archive, date)
  return archive
}

function fitRow(cells: CellObject[], widths: readonly number[]): CellObject[] {
  const height = Math.max(...cells.map(({ value }, c) => heightOf(`${value}`, widths[c] ?? 0)))
  return cells.map(cell => ({ ...cell, height }))
}

/** A head of one line is as high as the reader makes it. */
function fitHead(cells: (CellObject | null)[], widths: readonly number[]): (CellObject | null)[] {
  if (!cells.some(cell => `${cell?.value}`.includes('\n'))) return cells
  return fitRow(
    cells.map(cell => cell ?? {}),
    widths,
  )
}

/** A cell of the head; over several columns it needs as many cells less one of `null` behind it. */
export function head(title: string, columnSpan = 1): CellObject {
  const cell = { ...header, type: String, value: title }
  return columnSpan > 1 ? { ...cell, columnSpan, align: 'center' } : cell
}

export function count(value: number): CellObject {
  return { ...body, align: 'center', type: Number, value }
}

/**
 * A number, so that it sorts and adds up. In bytes, as in Windows' properties of a file and in bag-info.txt: a number format
 * can divide by 1,000 only, and its MB would not be those that 目录.html and Windows count.
 */
export function bytes(size: number): CellObject {
  return { ...body, type: Number, value: size, format: '#,##0" 字节"' }
}

/** Excel refuses a file with a longer cell. */
const longestText = 32_767
const cutMark = '……（过长，全文见 checklist.json）'

/** A cell that is text and stays text: `=1+1` is no formula and 7-1 no date, even when somebody edits the cell. */
export function text(value: string): CellObject {
  const whole = value.replace(/\r\n?/g, '\n')
  const cut = whole.length > longestText ? whole.slice(0, longestText - cutMark.length) + cutMark : whole
  // A cell's `_x0041_` is read as A (ECMA-376 part 1, 22.9.2.19).
  const clean = cleanForXml(cut, '').replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
  // The library looks texts up in a plain object, where `constructor` and its kind are never new.
  const safe = clean in {} ? escapeFirst(clean) : clean
  // Excel 2007 shows `####` for text formatted as such that is longer than 255 characters.
  return safe.length > 255
    ? { ...body, type: String, value: safe }
    : { ...body, type: String, value: safe, format: '@' }
}

function escapeFirst(word: string): string {
  return `_x00${word.charCodeAt(0).toString(16).toUpperCase()}_${word.slice(1)}`
}

/** Points a text takes in a column. LibreOffice does not fit rows to wrapped text when it opens a file. */
function heightOf(text: string, width: number): number {
  // Two digits of the width are margin, or lost where a word moves to the next line.
  const linesIn = (part: string) => Math.ceil(part.replace(/[^\0-\u02ff]/g, '  ').length / (width - 2)) || 1
  const lines = text.split('\n').reduce((sum, part) => sum + linesIn(part), 0)
  // Excel's own limit of a row's height is 409.
  return Math.min(409, 15 * lines + 3)
}

/** Header and footer of every page: what it is and of which day, which page of how many. */
function pageTexts(title: string, date: Date): string {
  if (title === '') return ''
  // `&` starts a code. Excel refuses a longer header than 255 characters.
  const words = title.slice(0, 100).replace(/&/g, '&&')
  const day = date.toISOString().slice(0, 10)
  const part = (tag: string, codes: string) => `<${tag}>${escapeXml(codes, '□')}</${tag}>`
  return `<headerFooter>${part('oddHeader', `&L&A&C${words}&R${day}`)}${part('oddFooter', '&C第 &P 页，共 &N 页')}</headerFooter>`
}

/** On paper: so many pages wide, as many as it takes long, each with the head and the columns that stay. */
function printing(tables: readonly Table[], texts: string): Feature<Blob> {
  const names = tables.map((table, i) => {
    const columns = table.frozenColumns > 0 ? `${table.name}!$A:$${letterOf(table.frozenColumns)},` : ''
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${columns}${table.name}!$1:$${table.head.length}</definedName>`
  })
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transformElementAttributes: (tag, attributes, _index, { sheet }) => {
            if (tag === 'pageMargins') return { ...attributes, left: 0.4, right: 0.4 }
            if (tag !== 'pageSetup') return attributes
            const pagesWide = tables.find(({ name }) => name === sheet)?.pagesWide ?? 1
            return { ...attributes, fitToHeight: 0, ...(pagesWide > 1 ? { fitToWidth: pagesWide } : {}) }
          },
          transform: xml =>
            xml
              .replace(/<worksheet[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace(/<pageSetup [^>]*>/, found => found + texts),
        },
        'xl/workbook.xml': {
          transform: xml =>
            xml.replace('<definedNames/>', () => `<definedNames>${names.join('')}</definedNames>`),
        },
      },
    },
  }
}

/** The letter of the `n`-th of the first 26 columns. */
function letterOf(n: number): string {
  return String.fromCharCode(64 + n)
}
