/**
 * Writes tables as an XLSX file that people sort, filter, add up and print: heads that stay in view, widths, borders, A4
 * landscape. A text is never read as a number or formula. The same tables and date give the same bytes.
 *
 * Loaded on demand (`import()`), so it must not import anything with state. write-excel-file deflates parts from 160 KB on
 * in `blob:` workers: the page's Content-Security-Policy has to allow them.
 */
import writeExcelFile, { type CellObject, type Feature } from 'write-excel-file/universal'
import { escapeXml } from '../../core/text/xml-text'
import { setArchiveDates } from '../../core/zip/dates'
import { letterOf, type Table } from './table'

/** Writes tables as `writeWorkbook` does, wherever; `onGiven` hears that another thread was given all rows. */
export type WriteWorkbook = (
  tables: readonly Table[],
  date: Date,
  title?: string,
  onGiven?: () => void,
) => ReturnType<typeof writeWorkbook>

/**
 * The file, sheets in the given order. `date` is written as it reads in UTC; `title`, if any, stands with it above every page
 * on paper.
 */
export async function writeWorkbook(
  tables: readonly Table[],
  date: Date,
  title = '',
): Promise<Uint8Array<ArrayBuffer>> {
  const styled = styleOnce(tables)
  const sheets = tables.map(({ name, widths, head, frozenColumns }, i) => ({
    sheet: name,
    data: [...head.map(cells => fitHead(cells, widths)), ...(styled.rows[i] ?? [])],
    columns: widths.map(width => ({ width })),
    orientation: 'landscape' as const,
    stickyRowsCount: head.length,
    stickyColumnsCount: frozenColumns,
  }))
  const ends = tables.map(({ head }, i) => head.length + (styled.rows[i]?.length ?? 0))
  const features = [styled.feature, printing(tables, ends, pageTexts(title, date)), using(tables, ends)]
  const blob: Blob = await writeExcelFile(sheets, { fontFamily: '宋体', fontSize: 11, features }).toBlob()
  const archive = new Uint8Array(await blob.arrayBuffer())
  setArchiveDates(archive, date)
  return archive
}

/**
 * Gives a style only to the first body cell of each look; the others refer to the one that the library made for it. The
 * library takes six `JSON.stringify` a cell to find a style again: more than half of the time for 40,000 cells. Each row gets
 * its height.
 */
function styleOnce(tables: readonly Table[]): { rows: CellObject[][][]; feature: Feature<Blob> } {
  const seen = new Set<string>()
  /** By sheet, row and column. */
  const looks: string[][][] = []
  const rows = tables.map((table, sheet) => {
    const ofSheet: string[][] = []
    looks[sheet] = ofSheet
    return Array.from(table.rows, (cells, row) => {
      const ofRow: string[] = []
      ofSheet[row + table.head.length] = ofRow
      return fitRow(cells, table.widths).map(({ value, type, height, ...style }, column): CellObject => {
        const look = JSON.stringify(style)
        ofRow[column] = look
        if (seen.has(look)) return { value, type, height } as CellObject
        seen.add(look)
        return { ...style, value, type, height } as CellObject
      })
    })
  })
  const styles = new Map<string, string | number>()
  return {
    rows,
    feature: {
      files: {
        transform: {
          'xl/worksheets/sheet{id}.xml': {
            transformElementAttributes: (tag, attributes, column = 0, _, { sheetIndex }) => {
              if (tag !== 'c') return attributes
              const row = Number(/\d+$/.exec(`${attributes.r}`)?.[0]) - 1
              const look = looks[sheetIndex]?.[row]?.[column]
              if (look === undefined) return attributes
              const known = styles.get(look)
              if (known !== undefined) return { ...attributes, s: known }
              styles.set(look, attributes.s ?? 0)
              return attributes
            },
          },
        },
      },
    },
  }
}

function fitRow(cells: CellObject[], widths: readonly number[]): CellObject[] {
  const heights = cells.map(({ value, wrap }, c) => (wrap ? heightOf(`${value}`, widths[c] ?? 0) : oneLine))
  const height = Math.max(...heights)
  return cells.map(cell => ({ ...cell, height }))
}

/** Gives a row of the head its height, unless it has one line: then the program that opens the file sets it. */
function fitHead(cells: (CellObject | null)[], widths: readonly number[]): (CellObject | null)[] {
  if (!cells.some(cell => `${cell?.value}`.includes('\n'))) return cells
  return fitRow(
    cells.map(cell => cell ?? {}),
    widths,
  )
}

/** The height in points of a text in a column. Needed because LibreOffice does not fit rows to wrapped text on opening. */
function heightOf(text: string, width: number): number {
  // Two digits of the width go to the margins, or are lost where a word moves to the next line.
  const linesIn = (part: string) => Math.ceil(part.replace(/[^\0-\u02ff]/g, '  ').length / (width - 2)) || 1
  const lines = text.split('\n').reduce((sum, part) => sum + linesIn(part), 0)
  // Excel's own limit of a row's height is 409.
  return Math.min(409, 15 * lines + 3)
}

/** What `heightOf` gives for one line. */
const oneLine = 18

/** Header and footer of every page: name of the sheet, title and day; page number and count of pages. */
function pageTexts(title: string, date: Date): string {
  if (title === '') return ''
  // `&` starts a code. Excel refuses a longer header than 255 characters.
  const words = title.slice(0, 100).replace(/&/g, '&&')
  const day = date.toISOString().slice(0, 10)
  const part = (tag: string, codes: string) => `<${tag}>${escapeXml(codes, '□')}</${tag}>`
  return `<headerFooter>${part('oddHeader', `&L&A&C${words}&R${day}`)}${part('oddFooter', '&C第 &P 页，共 &N 页')}</headerFooter>`
}

/**
 * Settings for print, `ends` being each table's last row: `pagesWide` pages across, as many down as needed; each repeats the
 * head and the frozen columns.
 */
function printing(tables: readonly Table[], ends: readonly number[], texts: string): Feature<Blob> {
  const names = tables.map((table, i) => {
    const columns = table.frozenColumns > 0 ? `${table.name}!$A:$${letterOf(table.frozenColumns)},` : ''
    const area = table.printedColumns
      ? `<definedName name="_xlnm.Print_Area" localSheetId="${i}">${table.name}!$A$1:$${letterOf(table.printedColumns)}$${ends[i]}</definedName>`
      : ''
    return `${area}<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${columns}${table.name}!$1:$${table.head.length}</definedName>`
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

/** What a table does on screen: buttons that filter, names that open files. ECMA-376 part 1, 18.3.1.2 and 18.3.1.47. */
function using(tables: readonly Table[], ends: readonly number[]): Feature<Blob> {
  const hyperlink = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) => {
            const { widths, head, filters, totalRows = 0, links = [] } = tables[sheetIndex] as Table
            const end = (ends[sheetIndex] ?? 0) - totalRows
            const filter = filters
              ? `<autoFilter ref="A${head.length}:${letterOf(widths.length)}${end}"/>`
              : ''
            const linked = links.map(({ cell }, i) => `<hyperlink ref="${cell}" r:id="link${i + 1}"/>`)
            return xml
              .replace('</sheetData>', found => found + filter)
              .replace('<pageMargins', found =>
                linked.length > 0 ? `<hyperlinks>${linked.join('')}</hyperlinks>${found}` : found,
              )
          },
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': {
          transform: (xml, _, { sheetIndex }) => {
            const { links = [] } = tables[sheetIndex] as Table
            const targets = links.map(
              ({ address }, i) =>
                `<Relationship Id="link${i + 1}" Type="${hyperlink}" Target="${escapeXml(address, '')}" TargetMode="External"/>`,
            )
            return xml.replace('</Relationships>', found => targets.join('') + found)
          },
        },
      },
    },
  }
}
