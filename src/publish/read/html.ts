/**
 * A web page, or a Word document that mammoth made one. Out go its lines and its tables with their merged cells.
 * A table that holds other tables only arranges the page and is read through, unless it has the head of a table of
 * indicators: then those in its cells are text of these cells.
 */
import { type ChildNode, type Element, isTag, isText } from 'domhandler'
import { DomUtils, parseDocument } from 'htmlparser2'
import type { SourceDocument, SourceTable } from '../document'
import { buildGrid, cleanLines, type SpannedCell } from '../table/grid'
import { findHeader } from '../table/header'

const blocks = /^(p|div|h\d|li|tr|td|th|table|ul|ol|section|article|body|dt|dd|blockquote|center)$/
const unseen = /^(script|style|head|title|noscript|template|select)$/

/** `spaces` says whether white space of the source is printed as it is, as in a Word document. */
export function readHtml(source: string, spaces: 'joined' | 'kept' = 'joined'): SourceDocument {
  const textOf = (nodes: ChildNode[]) => printedText(nodes, spaces === 'kept')
  const tables: SourceTable[] = []
  let text = ''
  let lastEnd = 0
  const linesIn = (part: string) =>
    cleanLines(part)
      .split('\n')
      .filter(line => line !== '')
  const walk = (nodes: ChildNode[]) => {
    for (const node of nodes) {
      if (isTag(node) && node.name === 'table' && (!holdsTable(node) || isOwnTable(node, textOf))) {
        const captions = node.children.filter(isTag).filter(({ name }) => name === 'caption')
        const above = [...linesIn(text.slice(lastEnd)), ...linesIn(textOf(captions))]
        const follows = tables.length > 0 && above.length === 0
        tables.push({ sheet: '', above, follows, grid: buildGrid(rowsOf(node, textOf)) })
        text += `\n${textOf([node])}\n`
        lastEnd = text.length
      } else if (isTag(node) && DomUtils.existsOne(({ name }) => name === 'table', node.children)) {
        walk(node.children)
      } else {
        text += textOf([node])
      }
    }
  }
  const { children } = parseDocument(source)
  walk(children)
  const struck = DomUtils.filter(node => isTag(node) && /^(s|strike|del)$/.test(node.name), children)
    .map(node => cleanLines(textOf([node])))
    .filter(Boolean)
  const hidden = DomUtils.filter(node => isTag(node) && isHidden(node), children)
    .map(node => cleanLines(textOf([node])).replace(/\n/g, ' '))
    .filter(Boolean)
  return {
    lines: cleanLines(text).split('\n'),
    tables,
    below: linesIn(text.slice(lastEnd)),
    asides: [
      ...struck.map(text => ({ kind: 'struck' as const, text })),
      ...hidden.map(text => ({ kind: 'hidden' as const, text })),
    ],
  }
}

function isHidden({ attribs }: Element): boolean {
  return 'hidden' in attribs || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribs.style ?? '')
}

/** Whether its own rows have a head, and those of no table in it. */
function isOwnTable(table: Element, textOf: (nodes: ChildNode[]) => string): boolean {
  const inner = DomUtils.getElementsByTagName('table', table.children)
  return (
    findHeader(buildGrid(rowsOf(table, textOf))) !== undefined &&
    inner.every(table => !findHeader(buildGrid(rowsOf(table, textOf))))
  )
}

function rowsOf(table: Element, textOf: (nodes: ChildNode[]) => string): SpannedCell[][] {
  const own = (row: Element) => {
    let at = row.parent
    while (at && isTag(at) && at.name !== 'table') at = at.parent
    return at === table
  }
  return DomUtils.getElementsByTagName('tr', table)
    .filter(own)
    .map(row =>
      row.children.filter(isTag).flatMap(cell => {
        if (cell.name !== 'td' && cell.name !== 'th') return []
        return [
          {
            text: textOf(cell.children),
            rowSpan: spanOf(cell, 'rowspan'),
            columnSpan: spanOf(cell, 'colspan'),
          },
        ]
      }),
    )
}

/** At least 1; HTML's `rowspan="0"` reaches to the end of the table. */
function spanOf(cell: Element, name: 'rowspan' | 'colspan'): number {
  const span = Number.parseInt(cell.attribs[name] ?? '1', 10)
  if (span === 0 && name === 'rowspan') return Number.POSITIVE_INFINITY
  return span > 0 ? span : 1
}

function holdsTable(table: Element): boolean {
  return DomUtils.existsOne(({ name }) => name === 'table', table.children)
}

/** The text a reader sees: a line for each block, white space of the source as one space, numbers of automatic lists. */
function printedText(nodes: ChildNode[], keepSpaces: boolean): string {
  return nodes
    .map(node => {
      if (isText(node)) return keepSpaces ? node.data : node.data.replace(/\s+/g, ' ')
      if (!isTag(node) || unseen.test(node.name)) return ''
      if (node.name === 'br') return '\n'
      const text = printedText(node.children, keepSpaces)
      if (!blocks.test(node.name)) return text
      return `\n${numberOf(node)}${node.name === 'li' ? text.trimStart() : text}\n`
    })
    .join('')
}

/** `3.` for the third entry of a numbered list. */
function numberOf(node: Element): string {
  const list = node.parent
  if (node.name !== 'li' || !list || !isTag(list) || list.name !== 'ol') return ''
  const before = DomUtils.getSiblings(node).filter(isTag).indexOf(node)
  return `${Number(list.attribs.start ?? 1) + before}.`
}
