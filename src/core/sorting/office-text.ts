/**
 * The first lines of Word and Excel files (ECMA-376), out of the beginning of their parts, which may be cut anywhere. A
 * whole XML parser would refuse what is cut, and a line more or less does not matter to a suggestion.
 */
import { unescapeCellText } from '../text/spreadsheet'
import { decodeEntities } from '../text/xml-tags'

/** How much of a part is worth reading: a page of Word's XML. */
export const partStart = 128 * 1024
const mostLines = 8
const longestLine = 120

/** The first paragraphs of `word/document.xml`, without empty ones. */
export function wordLines(xml: string): string[] {
  return linesOf(xml.split(/<\/(?:\w+:)?p>/).map(textOf))
}

/** The first rows of a sheet, its cells apart by spaces; `strings` is the start of `xl/sharedStrings.xml`, or empty. */
export function sheetLines(sheet: string, strings: string): string[] {
  const shared = strings
    .split(/<\/(?:\w+:)?si>/)
    .map(string => unescapeCellText(textOf(withoutReading(string))))
  const rows = sheet.split(/<\/(?:\w+:)?row>/).map(row =>
    [...row.matchAll(/<(?:\w+:)?c\s([^>]*)>([\s\S]*?)<\/(?:\w+:)?c>/g)]
      .map(([, attributes = '', inner = '']) => {
        const value = /<(?:\w+:)?v>([^<]*)</.exec(inner)?.[1] ?? ''
        if (/\bt="s"/.test(attributes)) return shared[Number(value)] ?? ''
        return /\bt="(?:inlineStr|str)"/.test(attributes) ? textOf(inner) || decodeEntities(value) : ''
      })
      .filter(text => text !== '')
      .join(' '),
  )
  return linesOf(rows)
}

/** The name of the sheet that lies first in an archive's list: `sheet2.xml` before `sheet10.xml`. */
export function firstSheet(paths: readonly string[]): string | undefined {
  const numberOf = (path: string) => Number(/(\d+)\.xml$/.exec(path)?.[1] ?? 0)
  return paths
    .filter(path => /^xl\/worksheets\/[^/]+\.xml$/.test(path))
    .sort((a, b) => numberOf(a) - numberOf(b))[0]
}

function linesOf(texts: readonly string[]): string[] {
  return texts
    .map(text => text.replace(/\s+/g, ' ').trim().slice(0, longestLine))
    .filter(text => text !== '')
    .slice(0, mostLines)
}

/** All text runs one behind the other. */
function textOf(xml: string): string {
  return [...xml.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)</g)]
    .map(([, text = '']) => decodeEntities(text))
    .join('')
}

/** How a string is read aloud stands in it once more (18.4.6). */
function withoutReading(string: string): string {
  return string.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, '')
}
