/**
 * What each column means, found for all of them at once: exact names come before words inside a name, these before what
 * the cells hold. In come the heads and the lines below, out goes a role for each column and how sure it is.
 */
import type { ColumnRole } from '../../core/edition/table-source'
import type { Grid } from '../document'
import { isOffice } from './department-cell'
import { joinLines } from './grid'
import { roleOfWords } from './head-words'
import type { HeadColumn } from './header'
import { findEntries } from './list-marker'

export interface RoledColumn extends HeadColumn {
  role: ColumnRole
  /**
   * `given` by the publisher, `exact` name, `like` a name, `guess`ed by what the cells hold or by the other columns,
   * `unknown` where neither says anything.
   */
  basis: 'given' | 'exact' | 'like' | 'guess' | 'unknown'
  /** The text of the first filled cell. */
  example: string
}

/** Measures of a column's cells, shares from 0 to 1 but for `length`; merged cells count once. */
interface Held {
  filled: number
  numbers: number
  /** Numbers alone. */
  plain: number
  offices: number
  lists: number
  /** Average length of a text. */
  length: number
  /** Cells of its own for each line of the table. */
  own: number
  example: string
}

/** Texts of amounts: 5, 5分, 1-3, 每项2分, 最多扣3分, 10%, 否决. */
const amount =
  /^[+-]?[\d.]+\s*(分|%)?$|^\d+\D{0,3}分|^[每最满共计加扣减]\D{0,8}\d[\d.]*\s*分?|^[\d.]+\s*[-~×*/(]|^[≤<]|^[\d.]+%|^[一二三四五六七八九十]+分$|^[+-]\d|否决|扣完/

/** Roles that only one column may have; a further one is kept without a role. */
const single: readonly ColumnRole[] = ['points', 'deadline', 'required']
const mostLevels = 4
/** On average; longer texts are sentences. */
const longestName = 12

/** Roles for all columns; `given` are those that the publisher said, by name or head. */
export function assignRoles(
  heads: readonly HeadColumn[],
  body: Grid,
  given: ReadonlyMap<string, ColumnRole>,
): RoledColumn[] {
  const held = heads.map((_, place) => holdOf(body, place))
  const columns = heads.map((head, place) => firstRole(head, held[place] as Held, given))
  partShared(columns, held)
  takeOnce(columns, held)
  splitLead(columns)
  findContent(columns, held)
  for (const [place, column] of columns.entries()) {
    const isExtra =
      column.role === 'level' &&
      columns.slice(0, place).filter(({ role }) => role === 'level').length >= mostLevels
    if (isExtra && column.basis !== 'given') column.role = 'none'
  }
  return columns
}

function firstRole(head: HeadColumn, held: Held, given: ReadonlyMap<string, ColumnRole>): RoledColumn {
  const { example } = held
  const wish = given.get(head.name) ?? given.get(head.heading[head.heading.length - 1] ?? '')
  if (wish) return { ...head, role: wish, basis: 'given', example }
  // The last head says most; 满分 under 分值, 牵头 under 责任单位.
  const words = [...head.heading].reverse().flatMap(text => roleOfWords(text) ?? [])
  const word = words.find(({ basis }) => basis === 'exact') ?? words[0]
  if (word && fits(word.role, held, word.basis === 'exact'))
    return { ...head, role: word.role, basis: word.basis, example }
  const role = roleOfCells(held)
  return { ...head, role, basis: role === 'none' && !word ? 'unknown' : 'guess', example }
}

/** Whether cells can hold what the words say; an empty column to be filled in has no part in this. */
function fits(role: ColumnRole, held: Held, isExact: boolean): boolean {
  if (held.filled === 0) return role !== 'points' && role !== 'level' && role !== 'content'
  if (role === 'points') return held.numbers >= 0.3
  if (isExact) return true
  if (role === 'department' || role === 'supporting') return held.offices >= 0.3 || held.length < 16
  return role !== 'content' || held.numbers < 0.8
}

function roleOfCells({ filled, numbers, offices, lists, length, own }: Held): ColumnRole {
  if (filled === 0) return 'none'
  if (offices >= 0.6) return 'department'
  if (lists >= 0.6) return 'evidence'
  if (numbers < 0.2 && length >= 10 && own > 0.6) return 'content'
  return 'none'
}

/** Columns below one head can't all be what it says: names of people beside offices, points behind what is assessed. */
function partShared(columns: RoledColumn[], held: readonly Held[]): void {
  const has = (role: ColumnRole) => columns.some(column => column.role === role)
  for (const [place, column] of columns.entries()) {
    const heading = String(column.heading)
    const isShared = columns.some((other, at) => at !== place && String(other.heading) === heading)
    if (!isShared || column.basis === 'given') continue
    const { offices, numbers, filled } = held[place] as Held
    const isOffice = column.role === 'department' || column.role === 'supporting'
    const isFirst = columns.findIndex(other => String(other.heading) === heading) === place
    if (filled === 0) continue
    if (isOffice && offices < 0.3 && !isFirst) Object.assign(column, { role: 'none', basis: 'guess' })
    else if (!isOffice && column.role !== 'points' && numbers >= 0.8 && !has('points'))
      Object.assign(column, { role: 'points', basis: 'guess' })
    else if (!isOffice && offices >= 0.6 && !has('department'))
      Object.assign(column, { role: 'department', basis: 'guess' })
  }
}

/** Of several columns of one role that only one may have, the one with the most cells of its own keeps it. */
function takeOnce(columns: RoledColumn[], held: readonly Held[]): void {
  for (const role of single) {
    const places = columns.flatMap((column, place) => (column.role === role ? [place] : []))
    const own = (place: number) => (columns[place]?.basis === 'given' ? 2 : 0) + (held[place]?.own ?? 0)
    const plain = (place: number) => held[place]?.plain ?? 0
    const [best] = [...places].sort((a, b) => own(b) - own(a) || plain(b) - plain(a))
    for (const place of places) {
      const column = columns[place]
      if (column && place !== best) Object.assign(column, { role: 'none', basis: 'guess' })
    }
  }
}

/** Beside 牵头单位 a column 责任单位 holds those who help. */
function splitLead(columns: RoledColumn[]): void {
  const all = columns.filter(({ role, basis }) => role === 'department' && basis !== 'given')
  const lead = all.filter(({ heading }) => /牵头|主办|主要责任/.test(heading.join('')))
  if (lead.length === 0) return
  for (const column of all) {
    if (lead.includes(column)) continue
    column.role = /评价|考核|评分|考评/.test(column.heading.join('')) ? 'none' : 'supporting'
    column.basis = 'guess'
  }
}

/** The column whose cells tell the rows apart is the content; what stands merged to its left is a level. */
function findContent(columns: RoledColumn[], held: readonly Held[]): void {
  const own = (place: number) => held[place]?.own ?? 0
  const isGiven = columns.some(({ role, basis }) => role === 'content' && basis === 'given')
  const texts = () =>
    columns.flatMap(({ role, basis }, place) =>
      (role === 'content' || role === 'level') && basis !== 'given' && (held[place]?.filled ?? 0) > 0
        ? [place]
        : [],
    )
  const contents = () => texts().filter(place => columns[place]?.role === 'content')
  const set = (place: number, role: ColumnRole) => {
    const column = columns[place]
    if (!column || column.role === role) return
    column.role = role
    if (column.basis === 'like') column.basis = 'guess'
  }
  if (isGiven) return
  // Without a content the innermost level is what is assessed, else the criteria, else the longest text.
  if (contents().length === 0) {
    const last = texts().pop() ?? longestText(columns, held)
    if (last !== undefined) set(last, 'content')
  }
  // A level to the right of the content, or beside it with more cells of its own, tells the rows apart.
  const finest = Math.max(...texts().map(own))
  const [first] = contents()
  if (first !== undefined && own(first) < finest) {
    const better = texts().filter(place => place > first && own(place) > own(first) + 0.001)
    const leaf = better.pop()
    if (leaf !== undefined) {
      set(leaf, 'content')
      for (const place of contents()) if (place < leaf && own(place) < own(leaf)) set(place, 'level')
    }
  }
  // Of several columns of content those that are coarser and stand left are levels.
  const last = contents().pop()
  for (const place of contents()) {
    if (last === undefined || place >= last) continue
    // Below one head the first of two says which thing it is, in a word.
    const isName =
      String(columns[place]?.heading) === String(columns[last]?.heading) &&
      (held[place]?.length ?? 0) <= longestName &&
      (held[place]?.length ?? 0) < (held[last]?.length ?? 0)
    if (own(place) < own(last) - 0.001 || isName) set(place, 'level')
  }
}

function longestText(columns: readonly RoledColumn[], held: readonly Held[]): number | undefined {
  const open = columns.flatMap(({ role, basis }, place) =>
    basis !== 'given' &&
    ['none', 'criteria', 'evidence', 'remark'].includes(role) &&
    (held[place]?.length ?? 0) >= 6
      ? [place]
      : [],
  )
  const criteria = open.find(place => columns[place]?.role === 'criteria')
  return criteria ?? open.sort((a, b) => (held[b]?.length ?? 0) - (held[a]?.length ?? 0))[0]
}

function holdOf(body: Grid, place: number): Held {
  const cells = body.flatMap((line, i) => {
    const cell = line[place]
    const isAcross = new Set(line).size < 2 && line.length > 1
    return cell && !isAcross && cell !== body[i - 1]?.[place] ? [cell] : []
  })
  const texts = cells.map(({ text }) => text).filter(text => text.trim() !== '')
  const lines = body.filter(line => new Set(line).size > 1).length || 1
  const share = (fits: (text: string) => boolean) => texts.filter(fits).length / (texts.length || 1)
  return {
    filled: texts.length / (cells.length || 1),
    numbers: share(text => text.length <= 24 && amount.test(joinLines(text).normalize('NFKC'))),
    plain: share(text => /^\d+(\.\d+)?\s*分?$/.test(text.normalize('NFKC').trim())),
    offices: share(text => text.length < 60 && text.split(/[\s、,，;；]+/).every(isOffice)),
    lists: share(text => findEntries(text) !== undefined),
    length: texts.reduce((sum, text) => sum + text.length, 0) / (texts.length || 1),
    own: texts.length / lines,
    example: joinLines(texts[0] ?? '').slice(0, 40),
  }
}
