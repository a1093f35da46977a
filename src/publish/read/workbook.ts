/**
 * An .xlsx (ECMA-376 part 1, 18): each visible sheet is a table. Read with JSZip and an XML parser, because the packages
 * for it either leave merged cells out or have seen no release for years.
 */
import { type Element, isTag } from 'domhandler'
import { DomUtils, parseDocument } from 'htmlparser2'
import type JSZip from 'jszip'
import { formatNumber, formatOf } from '../../core/text/number-format'
import { columnOfLetters, unescapeCellText } from '../../core/text/spreadsheet'
import type { Aside, Cell, Grid, SourceDocument, SourceTable } from '../document'
import { cleanLines, squareGrid } from '../table/grid'

/** State shared by the parts of a workbook. */
interface Shared {
  texts: string[]
  /** The number format of each cell style. */
  formats: string[]
}

/** The sheets in their order. @throws when a part that the workbook names is missing. */
export async function readWorkbook(zip: JSZip): Promise<SourceDocument> {
  const workbook = await readPart(zip, 'xl/workbook.xml')
  const links = await readPart(zip, 'xl/_rels/workbook.xml.rels')
  const targets = new Map(
    elements(links, 'Relationship').map(({ attribs }) => [
      attribs.Id,
      attribs.Target?.replace(/^\/?(xl\/)?/, 'xl/'),
    ]),
  )
  const shared: Shared = {
    texts: elements(await readOptional(zip, 'xl/sharedStrings.xml'), 'si').map(textOf),
    formats: formatsIn(await readOptional(zip, 'xl/styles.xml')),
  }
  const tables: SourceTable[] = []
  const asides: Aside[] = []
  for (const sheet of elements(workbook, 'sheet')) {
    const path = targets.get(sheet.attribs['r:id'])
    if (!path) throw new Error(`Cannot read workbook: sheet ${sheet.attribs.name} has no part`)
    const part = await readPart(zip, path)
    const { grid, covered } = gridOf(part, shared)
    if (sheet.attribs.state?.includes('idden')) {
      const lines = grid.map(lineOf).filter(Boolean)
      if (lines.length > 0)
        asides.push({ kind: 'hidden-sheet', text: [sheet.attribs.name, ...lines].join('；') })
      continue
    }
    tables.push({ sheet: sheet.attribs.name ?? '', above: [], follows: false, grid })
    asides.push(...hiddenRows(part, grid), ...hiddenColumns(part, grid), ...covered, ...formulas(part))
  }
  return {
    lines: tables.flatMap(({ grid }) => grid.map(row => row.map(cell => cell.text).join(' '))),
    tables,
    below: [],
    asides: [...asides, ...(await floating(zip))],
  }
}

/** Remarks of reviewers and texts in boxes, which lie in parts of their own. */
async function floating(zip: JSZip): Promise<Aside[]> {
  const found: Aside[] = []
  for (const path of Object.keys(zip.files)) {
    const isComment = /^xl\/(comments|threadedComments\/)[^/]*\.xml$/.test(path)
    if (!isComment && !/^xl\/drawings\/drawing\d+\.xml$/.test(path)) continue
    const part = await readPart(zip, path)
    const texts = isComment
      ? [...elements(part, 'comment'), ...elements(part, 'threadedComment')].map(element =>
          elements(element.children.filter(isTag), 'text').map(textOf).join(''),
        )
      : elements(part, 'txBody').map(textOf)
    const kind = isComment ? 'comment' : 'box'
    found.push(
      ...texts
        .map(cleanLines)
        .filter(Boolean)
        .map((text): Aside => ({ kind, text })),
    )
  }
  return found
}

function lineOf(row: readonly Cell[]): string {
  return [...new Set(row)]
    .map(({ text }) => text)
    .filter(Boolean)
    .join(' ')
}

function isHidden({ attribs }: Element): boolean {
  return attribs.hidden === '1' || attribs.hidden === 'true'
}

function hiddenRows(sheet: Element[], grid: Grid): Aside[] {
  return elements(sheet, 'row')
    .filter(isHidden)
    .map(({ attribs }) => lineOf(grid[Number(attribs.r) - 1] ?? []))
    .filter(text => text !== '')
    .map((text): Aside => ({ kind: 'hidden', text }))
}

function hiddenColumns(sheet: Element[], grid: Grid): Aside[] {
  return (
    elements(sheet, 'col')
      .filter(isHidden)
      .flatMap(({ attribs }) => {
        const places = grid[0]?.map((_, place) => place) ?? []
        return places.filter(place => place + 1 >= Number(attribs.min) && place + 1 <= Number(attribs.max))
      })
      // A cell that reaches over its neighbours, as a title does, is seen.
      .map(place =>
        lineOf(
          grid.flatMap(row => {
            const cell = row[place]
            return cell && cell !== row[place - 1] && cell !== row[place + 1] ? [cell] : []
          }),
        ),
      )
      .filter(text => text !== '')
      .map((text): Aside => ({ kind: 'hidden', text }))
  )
}

/** Cells that hold a formula and no result, so that nothing can be read. */
function formulas(sheet: Element[]): Aside[] {
  return elements(sheet, 'c').flatMap((cell): Aside[] => {
    const children = cell.children.filter(isTag)
    const [formula] = elements(children, 'f').map(textOf)
    return formula && elements(children, 'v').length === 0 ? [{ kind: 'formula', text: formula }] : []
  })
}

/** The cells by place; a merged cell's first is all of it, and what lies below it is `covered`. */
function gridOf(sheet: Element[], shared: Shared): { grid: Grid; covered: Aside[] } {
  const grid: (Cell | undefined)[][] = []
  const covered: Aside[] = []
  for (const cell of elements(sheet, 'c')) {
    const { row, column } = placeOf(cell.attribs.r ?? '')
    while (grid.length <= row) grid.push([])
    const line = grid[row]
    if (line) line[column] = { text: cleanLines(textIn(cell, shared)) }
  }
  for (const { attribs } of elements(sheet, 'mergeCell')) {
    const [from = '', to = from] = (attribs.ref ?? '').split(':')
    const [first, last] = [placeOf(from), placeOf(to)]
    const cell = grid[first.row]?.[first.column]
    for (const row of cell ? grid.slice(first.row, last.row + 1) : []) {
      for (let column = first.column; column <= last.column; column++) {
        const below = row[column]
        if (below && below !== cell && below.text !== '' && below.text !== cell?.text)
          covered.push({ kind: 'covered', text: below.text })
        row[column] = cell
      }
    }
  }
  return { grid: squareGrid(grid), covered }
}

function textIn(cell: Element, { texts, formats }: Shared): string {
  const value = elements(cell.children.filter(isTag), 'v').map(textOf).join('')
  if (cell.attribs.t === 's') return texts[Number(value)] ?? ''
  if (cell.attribs.t === 'inlineStr') return elements(cell.children.filter(isTag), 'is').map(textOf).join('')
  const isNumber = cell.attribs.t === undefined || cell.attribs.t === 'n'
  return isNumber ? formatNumber(value, formats[Number(cell.attribs.s ?? 0)] ?? '') : value
}

function formatsIn(styles: Element[]): string[] {
  const own = new Map(
    elements(styles, 'numFmt').map(({ attribs }) => [Number(attribs.numFmtId), attribs.formatCode ?? '']),
  )
  const [styled] = elements(styles, 'cellXfs')
  return elements(styled?.children.filter(isTag) ?? [], 'xf').map(({ attribs }) =>
    formatOf(Number(attribs.numFmtId ?? 0), own),
  )
}

/** The text of all runs; pinyin above the characters (`rPh`) is not part of it. */
function textOf(element: Element): string {
  const texts = element.children.map(child => {
    if (!isTag(child)) return 'data' in child ? child.data : ''
    return child.name === 'rPh' ? '' : textOf(child)
  })
  return unescapeCellText(texts.join(''))
}

/** `B3` → row 2, column 1. */
function placeOf(reference: string): { row: number; column: number } {
  const [, letters = 'A', digits = '1'] = /^\$?([A-Z]+)\$?(\d+)$/.exec(reference) ?? []
  return { row: Number(digits) - 1, column: columnOfLetters(letters) }
}

/** A part that a workbook need not have. */
async function readOptional(zip: JSZip, path: string): Promise<Element[]> {
  return zip.file(path) ? readPart(zip, path) : []
}

async function readPart(zip: JSZip, path: string): Promise<Element[]> {
  const file = zip.file(path)
  if (!file) throw new Error(`Cannot read workbook: ${path} is missing`)
  return parseDocument(await file.async('string'), { xmlMode: true }).children.filter(isTag)
}

/** Elements of a name, whatever prefix the program that saved the file gave them. */
function elements(nodes: Element[], name: string): Element[] {
  return DomUtils.filter(node => isTag(node) && node.name.replace(/^.*:/, '') === name, nodes).filter(isTag)
}
