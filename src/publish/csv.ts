/** A table as comma- or tab-separated text (RFC 4180, quotes over several lines), or a plain text without one. */
import { parse } from 'csv-parse/sync'
import { cleanLines, squareGrid } from './grid'
import type { SourceDocument } from './source'

/** The text's lines, and the table it makes when its cells are told apart by the mark its first lines use most. */
export function readCsv(text: string): SourceDocument {
  const marks = [',', '\t', ';']
  const beginning = text.slice(0, 2000)
  const counts = marks.map(mark => beginning.split(mark).length)
  const delimiter = marks[counts.indexOf(Math.max(...counts))] ?? ','
  const rows: string[][] = parse(text, {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  })
  const grid = squareGrid(rows.map(row => row.map(cell => ({ text: cleanLines(cell) }))))
  return { lines: cleanLines(text).split('\n'), tables: [{ title: '', grid }] }
}
