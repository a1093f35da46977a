/**
 * An .xlsx (ECMA-376 part 1, 18): each visible sheet is a table. Read with JSZip and an XML parser, because the packages
 * for it either leave merged cells out or have seen no release for years.
 */
import { type Element, isTag } from 'domhandler'
import { DomUtils, parseDocument } from 'htmlparser2'
import type JSZip from 'jszip'
import { columnOfLetters, unescapeCellText } from '../../core/text/spreadsheet'
import type { Aside, Cell, SourceDocument, SourceTable } from '../document'
import { cleanLines, squareGrid } from '../table/grid'

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
  const texts = zip.file('xl/sharedStrings.xml') ? await readPart(zip, 'xl/sharedStrings.xml') : []
  const shared = elements(texts, 'si').map(textOf)
  const tables: SourceTable[] = []
  const asides: Aside[] = []
  for (const sheet of elements(workbook, 'sheet')) {
    if (sheet.attribs.state?.includes('idden')) continue
    const path = targets.get(sheet.attribs['r:id'])
    if (!path) throw new Error(`Cannot read workbook: sheet ${sheet.attribs.name} has no part`)
    const part = await readPart(zip, path)
    tables.push({ sheet: sheet.attribs.name ?? '', above: [], follows: false, grid: gridOf(part, shared) })
    asides.push(...hiddenRows(part, shared))
  }
  return {
    lines: tables.flatMap(({ grid }) => grid.map(row => row.map(cell => cell.text).join(' '))),
    tables,
    below: [],
    asides,
  }
}

function hiddenRows(sheet: Element[], shared: string[]): Aside[] {
  return elements(sheet, 'row')
    .filter(({ attribs }) => attribs.hidden === '1' || attribs.hidden === 'true')
    .map(row => elements(row.children.filter(isTag), 'c').map(cell => cleanLines(textIn(cell, shared))))
    .map((texts): Aside => ({ kind: 'hidden', text: texts.filter(Boolean).join(' ') }))
    .filter(({ text }) => text !== '')
}

function gridOf(sheet: Element[], shared: string[]) {
  const grid: (Cell | undefined)[][] = []
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
      for (let column = first.column; column <= last.column; column++) row[column] = cell
    }
  }
  return squareGrid(grid)
}

function textIn(cell: Element, shared: string[]): string {
  const value = elements(cell.children.filter(isTag), 'v').map(textOf).join('')
  if (cell.attribs.t === 's') return shared[Number(value)] ?? ''
  if (cell.attribs.t === 'inlineStr') return textOf(cell)
  return value
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

async function readPart(zip: JSZip, path: string): Promise<Element[]> {
  const file = zip.file(path)
  if (!file) throw new Error(`Cannot read workbook: ${path} is missing`)
  return parseDocument(await file.async('string'), { xmlMode: true }).children.filter(isTag)
}

/** Elements of a name, whatever prefix the program that saved the file gave them. */
function elements(nodes: Element[], name: string): Element[] {
  return DomUtils.filter(node => isTag(node) && node.name.replace(/^.*:/, '') === name, nodes).filter(isTag)
}
