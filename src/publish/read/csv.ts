/** A table as comma- or tab-separated text (RFC 4180, quotes over several lines), or a plain text without one. */
import { parseCsv } from '../../core/text/csv'
import type { Grid, SourceDocument } from '../document'
import { cleanLines, squareGrid } from '../table/grid'
import { findHeader } from '../table/header'

/** The text's lines, and the table it makes when its cells are told apart by the mark that shows a header, else the commonest. */
export function readCsv(text: string): SourceDocument {
  const grid = gridOf(text)
  const lines = cleanLines(text).split('\n')
  const isTable = (grid[0]?.length ?? 0) > 1
  return {
    lines,
    tables: isTable ? [{ sheet: '', above: [], follows: false, grid }] : [],
    below: isTable ? [] : lines,
    asides: [],
  }
}

function gridOf(text: string): Grid {
  const beginning = text.slice(0, 2000)
  const count = (mark: string) => beginning.split(mark).length
  const grids = [',', '\t', ';'].sort((a, b) => count(b) - count(a)).map(mark => parseBy(mark, text))
  return grids.find(findHeader) ?? grids[0] ?? []
}

function parseBy(delimiter: string, text: string): Grid {
  const rows = parseCsv(text, delimiter).filter(row => row.length > 1 || row[0] !== '')
  return squareGrid(rows.map(row => row.map(cell => ({ text: cleanLines(cell) }))))
}
