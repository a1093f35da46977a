/**
 * The head of a table of indicators: one line or several, heads over more than one column. In comes a grid, out go its
 * columns with their heads as printed, each with a name of its own.
 */
import { bareText } from '../../core/text/likeness'
import type { Cell, Grid } from '../document'
import { joinLines } from './grid'
import { roleOfWords } from './head-words'

export interface HeadColumn {
  name: string
  /** The head cells from the top, each once. */
  heading: string[]
}

export interface Header {
  first: number
  /** The head's last line: the table's rows begin below it. */
  last: number
  columns: HeadColumn[]
  /** The words of each of its lines, to recognise them where the table goes on to another page. */
  lines: string[]
}

/** A head that a person points at: the table among those of the document, and the line in it, both from 0. */
export interface HeadPlace {
  table: number
  line: number
}

/** Longer texts are no heads. */
const longestHead = 24
/** Titles, captions and lines to fill in may stand above it. */
const mostAbove = 12

/** The head; undefined where no line names what is assessed and something else besides. */
export function findHeader(grid: Grid): Header | undefined {
  const first = grid.slice(0, mostAbove).findIndex(isHead)
  return first < 0 ? undefined : headFrom(grid, first)
}

/** The head of a table that names its columns in words nobody knows: its first line of several short cells. */
export function guessHeader(grid: Grid): Header | undefined {
  const first = grid.slice(0, mostAbove).findIndex(line => {
    const texts = textsOf(line)
    return (
      texts.length >= 3 && texts.length >= line.length - 1 && texts.every(text => text.length < longestHead)
    )
  })
  return first < 0 || first === grid.length - 1 ? undefined : headFrom(grid, first)
}

/** The head that begins at this line. */
export function headFrom(grid: Grid, first: number): Header {
  let last = first
  while (last + 2 < grid.length && goesOn(grid, first, last)) last++
  const lines = grid.slice(first, last + 1)
  const columns = (grid[first] ?? []).map((_, place) => {
    const cells = [...new Set(lines.flatMap(line => line[place] ?? []))]
    return cells
      .map(cell => joinLines(cell.text).replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, ''))
      .filter(text => text !== '')
  })
  return { first, last, columns: nameColumns(columns), lines: lines.map(wordsOf) }
}

export function wordsOf(row: readonly Cell[]): string {
  return row.map(cell => bareText(cell.text)).join('|')
}

/** Whether a line names two kinds of columns or more, one of which says what is assessed. */
function isHead(line: readonly Cell[]): boolean {
  const texts = textsOf(line)
  if (texts.length < 2 || texts.some(text => text.length > longestHead * 2)) return false
  const words = texts.flatMap(text => {
    const word = text.length <= longestHead ? roleOfWords(text) : undefined
    return word && word.basis !== 'guess' ? [word.role] : []
  })
  const roles = new Set(words)
  const saysWhat = roles.has('level') || roles.has('content') || roles.has('criteria')
  const known = words.length
  return saysWhat && known >= 2 && known * 2 >= texts.length && (roles.size > 1 || known > 2)
}

/** Whether the line below belongs to the head: short words under a head over several columns, the rest merged or empty. */
function goesOn(grid: Grid, first: number, last: number): boolean {
  const [line, below] = [grid[last] ?? [], grid[last + 1] ?? []]
  const own = below.filter((cell, place) => cell.text !== '' && cell !== line[place])
  const words = [...new Set(own)].map(cell => joinLines(cell.text))
  if (
    words.length === 0 ||
    words.some(word => word.length > 14 || /^[\d.]+分?$/.test(word) || /[。；;]/.test(word))
  )
    return false
  if (wordsOf(below) === wordsOf(line)) return false
  const isKept = below.map((cell, place) => cell.text === '' || cell === line[place])
  const isUnderWide = below.every((cell, place) => {
    const isWide = isPartOfWide(line, place) || isPartOfWide(grid[first] ?? [], place)
    return isKept[place] || cell === line[place] || isWide
  })
  const isMostlyKept = isKept.filter(Boolean).length * 2 >= below.length
  return isUnderWide || (isMostlyKept && words.every(word => roleOfWords(word))) || isHead(below)
}

/** Whether the head cell of a place reaches over a neighbour, or stands beside an empty one as in a file without merges. */
function isPartOfWide(line: readonly Cell[], place: number): boolean {
  const cell = line[place]
  if (cell?.text === '') return place > 0
  return cell === line[place - 1] || cell === line[place + 1] || line[place + 1]?.text === ''
}

/** Its last head; where two columns share it, with the head above it, then counted. */
function nameColumns(headings: readonly string[][]): HeadColumn[] {
  const taken = new Set<string>()
  return headings.map((heading, place) => {
    const last = heading[heading.length - 1] ?? `第${place + 1}栏`
    const isShared = headings.filter(other => other[other.length - 1] === last).length > 1
    const base = isShared && heading.length > 1 ? heading.join(' ') : last
    const isOne =
      headings.filter(
        other => (other.length > 1 && isShared ? other.join(' ') : other[other.length - 1]) === base,
      ).length === 1
    let name = isOne ? base : `${base}（1）`
    for (let n = 2; taken.has(name); n++) name = `${base}（${n}）`
    taken.add(name)
    return { name, heading: heading.length === 0 ? [''] : heading }
  })
}

function textsOf(line: readonly Cell[]): string[] {
  return [...new Set(line)].map(cell => joinLines(cell.text)).filter(text => text !== '')
}
