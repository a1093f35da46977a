/**
 * The tables of a document that hold indicators, each with the class that its rows belong to; and the title of the whole.
 * In come tables with the heads that were found, out go parts in their order; every line that is no name is handed back.
 */
import type { ColumnRole } from '../../core/edition/table-source'
import { likeness } from '../../core/text/likeness'
import type { Cell, Grid, SourceTable } from '../document'
import type { TableDoubt } from '../question'
import { type Captions, isCaption, isPageMark, readCaptions } from './captions'
import { joinLines } from './grid'
import type { Header } from './header'
import { assignRoles, type RoledColumn } from './roles'

/** A table with its head, and the grids that go on with it. */
export interface Part {
  table: SourceTable
  header: Header
  grid: Grid
  columns: RoledColumn[]
  sections: string[]
}

export interface Parts {
  parts: Part[]
  /** Empty where nothing like a title is. */
  title: string
  isTitleSure: boolean
  /** Lines outside the tables that name nothing. */
  others: string[]
}

/** The parts; what was joined or left out is added to `doubts`. */
export function collectParts(
  tables: readonly SourceTable[],
  heads: ReadonlyMap<SourceTable, Header>,
  given: ReadonlyMap<string, ColumnRole>,
  doubts: TableDoubt[],
): Parts {
  const parts: Part[] = []
  const captions: Captions[] = []
  const others: string[] = []
  /** Lines across a table of another kind, say a sheet that explains, above the first part. */
  const before: string[] = []
  let continued = 0
  let isLastPart = false
  for (const table of tables) {
    const { grid } = table
    const header = heads.get(table)
    const last = parts[parts.length - 1]
    if (header) {
      const inside = linesOf(grid.slice(0, header.first))
      const read = readCaptions([...table.above, ...inside], parts.length === 0)
      const columns = assignRoles(header.columns, grid.slice(header.last + 1), given)
      captions.push(read)
      parts.push({ table, header, grid, columns, sections: read.sections })
      isLastPart = true
      continue
    }
    others.push(...table.above)
    const goesOn =
      last && isLastPart && table.follows && widthOf(grid) === widthOf(last.grid) && !hasCaption(grid)
    if (last && goesOn) {
      last.grid = [...last.grid, ...grid]
      continued++
    } else {
      isLastPart = false
      const texts = linesOf(grid)
      if (!last) before.push(...texts)
      if (texts.length > 0) doubts.push({ code: 'table-left-out', text: texts.join('；') })
    }
  }
  const named = parts.length > 1 ? nameParts(parts, captions) : nameOne(parts[0], captions[0])
  const elsewhere = named.title === '' ? readCaptions(before, true) : undefined
  if (parts.length > 1)
    doubts.push({ code: isAlike(parts) ? 'tables-joined' : 'tables-differ', count: parts.length })
  if (continued > 0) doubts.push({ code: 'table-continued', count: continued })
  return {
    parts,
    title: named.title || (elsewhere?.title ?? ''),
    isTitleSure: named.title === '' ? (elsewhere?.isTitleSure ?? false) : named.isTitleSure,
    others: [...others, ...captions.flatMap(({ others }) => others)],
  }
}

type Named = Pick<Parts, 'title' | 'isTitleSure'>

/** A class above a table that stands alone is its title; else a sheet's name may be. */
function nameOne(part: Part | undefined, captions: Captions | undefined): Named {
  if (captions?.title !== undefined) return { title: captions.title, isTitleSure: captions.isTitleSure }
  const caption = part?.sections.shift()
  const sheet = part?.table.sheet ?? ''
  return { title: caption ?? (isOwnName(sheet) ? sheet : ''), isTitleSure: false }
}

/**
 * Of several tables each is a class: named by the line above it, or by its sheet. A title above the first that is like the
 * captions of the others is its caption too, and what they share is the title of all.
 */
function nameParts(parts: readonly Part[], captions: readonly Captions[]): Named {
  const [first, ...rest] = parts
  const [above] = captions
  const printed = above?.title
  for (const part of rest) part.sections = part.sections.filter(text => text !== printed)
  const lasts = () => parts.flatMap(({ sections }) => sections.slice(-1))
  let title = printed
  if (first && above && first.sections.length === 0 && lasts().length > 0) {
    if (printed !== undefined && lasts().some(text => isLikeTitle(text, printed))) {
      first.sections = [printed]
      title = undefined
    } else {
      const nearest = above.others[above.others.length - 1]
      if (nearest !== undefined && isCaption(nearest)) first.sections = above.others.splice(-1)
    }
  }
  const sheets = new Set(parts.map(({ table }) => table.sheet))
  if (sheets.size === parts.length)
    for (const part of parts)
      if (part.sections.length === 0 && isOwnName(part.table.sheet) && !title?.includes(part.table.sheet))
        part.sections = [part.table.sheet]
  if (title !== undefined) return { title, isTitleSure: above?.isTitleSure ?? false }
  return { title: lasts().length === parts.length ? sharedTitle(lasts()) : '', isTitleSure: false }
}

function isLikeTitle(text: string, title: string): boolean {
  return likeness(text, title) >= 0.6 || (title.length > 8 && text.slice(-6) === title.slice(-6))
}

/** The words that all names begin and end with: 某县2023年度乡镇考核细则, 某县2023年度部门考核细则 → 某县2023年度考核细则. */
function sharedTitle(texts: readonly string[]): string {
  const [one = '', ...others] = texts
  const shortest = Math.min(...texts.map(text => text.length))
  let begin = 0
  while (begin < shortest && others.every(text => text[begin] === one[begin])) begin++
  let end = 0
  while (begin + end < shortest && others.every(text => fromEnd(text, end) === fromEnd(one, end))) end++
  const shared = `${one.slice(0, begin)}${end > 0 ? one.slice(-end) : ''}`.replace(
    /[(（][)）]|^[^\p{L}\p{N}]+/gu,
    '',
  )
  return shared.length >= 4 && readCaptions([shared], true).isTitleSure ? shared : ''
}

function isOwnName(sheet: string): boolean {
  return sheet !== '' && !/^(sheet|工作表|表)\s*\d*$/i.test(sheet)
}

function isAlike(parts: readonly Part[]): boolean {
  return new Set(parts.map(({ columns }) => columns.map(({ name }) => name).join('|'))).size === 1
}

/** Whether its first line is one cell across: the title of a table of its own. */
function hasCaption([first = []]: Grid): boolean {
  return first.length > 1 && new Set(first).size === 1
}

/** The texts of each line, without empty ones and marks of the page. */
function linesOf(grid: Grid): string[] {
  return grid.map(textOfLine).filter(text => text !== '' && !isPageMark(text))
}

function textOfLine(line: readonly Cell[]): string {
  return [...new Set(line)]
    .map(cell => joinLines(cell.text))
    .filter(text => text !== '')
    .join(' ')
}

function widthOf(grid: Grid): number {
  return grid[0]?.length ?? 0
}

/** The character so many before the last one. */
function fromEnd(text: string, distance: number): string {
  return text.charAt(text.length - 1 - distance)
}
