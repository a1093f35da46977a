/**
 * 目录.xlsx: the inventory as a table that the office can sort, filter and add up. One row for each use of a file, and one
 * for each item that has none, so that what is missing is seen. The same input and date give the same bytes.
 *
 * Loaded on demand (`import()`), so it must not import anything with state. write-excel-file deflates parts from 160 KB on
 * in `blob:` workers: the page's Content-Security-Policy has to allow them.
 */
import writeExcelFile, { type CellObject, type Feature } from 'write-excel-file/universal'
import type { BundleEntry, BundlePlan, Volume } from '../core/bundle'
import type { Item } from '../core/catalogue'
import { type Answer, answerOf, type Checklist } from '../core/checklist'
import { isAnswered, type Section } from '../core/progress'
import { cleanForXml } from '../core/xml-text'
import { setArchiveDates } from './archive-dates'

/** A row of the table: a use of a file, or an item without one. */
interface Line {
  section: Section
  item: Item
  entry: BundleEntry | null
  remark: string
}

interface Column {
  title: string
  /** In digits of the sheet's font. */
  width: number
  cell: (line: Line, number: number) => CellObject
}

const border = { borderStyle: 'thin', borderColor: '#8A94A3' } as const
const body = { ...border, alignVertical: 'top', wrap: true } as const
const header = { ...body, fontWeight: 'bold', backgroundColor: '#E6EEF8', alignVertical: 'center' } as const

const columns: Column[] = [
  {
    title: '序号',
    width: 7,
    cell: (_, number) => ({ ...body, align: 'center', type: Number, value: number }),
  },
  { title: '指标编号', width: 10, cell: ({ section }) => text(section.id === 'gone' ? '' : section.id) },
  { title: '考核指标', width: 14, cell: ({ section }) => text(nameOf(section)) },
  { title: '材料项', width: 32, cell: ({ item }) => text(`${item.id} ${item.text}`) },
  { title: '文件名', width: 34, cell: ({ entry }) => text(entry?.path.replace(/.*\//, '') ?? '') },
  // A number, so that it sorts and adds up. In bytes, as in Windows' properties of a file and in bag-info.txt: a number
  // format can divide by 1,000 only, and its MB would not be those that 目录.html and Windows count.
  { title: '大小', width: 19, cell: ({ entry }) => (entry ? bytes(entry.size) : text('')) },
  // Three lines of 22 digits.
  { title: 'SHA-256', width: 24, cell: ({ entry }) => text(entry?.sha256 ?? '') },
  { title: '备注', width: 24, cell: ({ remark }) => text(remark) },
]

/** The table of all entries, whichever volume they lie in. `date` is written as it reads in UTC. */
export async function writeSpreadsheet(
  checklist: Checklist,
  plan: BundlePlan,
  volumes: readonly Volume[],
  date: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const shown =
    volumes.length > 1
      ? [...columns.slice(0, -1), volumeColumn(plan, volumes), ...columns.slice(-1)]
      : columns
  const rows = linesOf(checklist, plan).map((line, i) => {
    const cells = shown.map(({ cell }) => cell(line, i + 1))
    const height = Math.max(...cells.map(({ value }, c) => heightOf(`${value}`, shown[c]?.width ?? 0)))
    return cells.map(cell => ({ ...cell, height }))
  })
  const blob: Blob = await writeExcelFile(
    [shown.map(({ title }) => ({ ...header, type: String, value: title })), ...rows],
    {
      sheet: '目录',
      columns: shown.map(({ width }) => ({ width })),
      orientation: 'landscape',
      stickyRowsCount: 1,
    },
    { fontFamily: '宋体', fontSize: 11, features: [printing] },
  ).toBlob()
  const archive = new Uint8Array(await blob.arrayBuffer())
  setArchiveDates(archive, date)
  return archive
}

/** Which volume a file lies in. @throws when it lies in none: our own mistake. */
function volumeColumn(plan: BundlePlan, volumes: readonly Volume[]): Column {
  const index = new Map(volumes.flatMap(volume => volume.entries.map(({ path }) => [path, volume.index])))
  const lost = plan.entries.filter(({ path }) => !index.has(path)).length
  if (lost > 0) throw new Error(`Cannot write spreadsheet: ${lost} files lie in no volume`)
  return { title: '卷', width: 8, cell: ({ entry }) => text(entry ? `第${index.get(entry.path)}卷` : '') }
}

/** Items in the plan's order, those nobody asks for only where something was said. */
function linesOf(checklist: Checklist, plan: BundlePlan): Line[] {
  const byItem = new Map<string, BundleEntry[]>()
  for (const entry of plan.entries) {
    const entries = byItem.get(entry.item.id)
    if (entries) entries.push(entry)
    else byItem.set(entry.item.id, [entry])
  }
  return plan.sections.flatMap(section =>
    section.items.flatMap((item): Line[] => {
      const answer = answerOf(checklist, item.id)
      const entries = byItem.get(item.id) ?? []
      const said = [stateOf(item, answer, entries.length > 0), answer.remark]
      if (entries.length === 0) {
        return item.counted || isAnswered(answer) ? [{ section, item, entry: null, remark: join(said) }] : []
      }
      return entries.map((entry, i) => {
        const { originalName } = entry.file
        const original = entry.path.endsWith(`/${originalName}`) ? '' : `原文件名：${originalName}`
        return { section, item, entry, remark: join(i === 0 ? [...said, original] : [original]) }
      })
    }),
  )
}

/** What 备注 says of an item's state; nothing where it is as one expects. */
function stateOf(item: Item, answer: Answer, hasFiles: boolean): string {
  if (answer.notApplicable) return answer.reason.trim() ? `不适用：${answer.reason}` : '不适用（未写理由）'
  if (hasFiles) return answer.ready || !item.counted ? '' : '有附件，未勾选'
  if (answer.ready) return '已备齐（未附文件）'
  return item.counted ? '未提供' : ''
}

function join(lines: readonly string[]): string {
  return lines.filter(Boolean).join('\n')
}

function nameOf(section: Section): string {
  if (section.indicator) return section.indicator.name
  return section.id === '0' ? '共性资料' : '考核要点中已取消的材料项'
}

function bytes(size: number): CellObject {
  return { ...body, type: Number, value: size, format: '#,##0" 字节"' }
}

/** Excel refuses a file with a longer cell. */
const longestText = 32_767
const cutMark = '……（过长，全文见 checklist.json）'

/** A cell that is text and stays text: `=1+1` is no formula and 7-1 no date, even when somebody edits the cell. */
function text(value: string): CellObject {
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

/** On paper: as wide as a page, as many pages as it takes, each with the header row. */
const printing: Feature<Blob> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transformElementAttributes: (tag, attributes) => {
          if (tag === 'pageMargins') return { ...attributes, left: 0.4, right: 0.4 }
          return tag === 'pageSetup' ? { ...attributes, fitToHeight: 0 } : attributes
        },
        transform: xml =>
          xml.replace(/<worksheet[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'),
      },
      'xl/workbook.xml': {
        transform: xml =>
          xml.replace(
            '<definedNames/>',
            '<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">目录!$1:$1</definedName></definedNames>',
          ),
      },
    },
  },
}
