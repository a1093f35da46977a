/**
 * 汇总: what all units handed in, as one matrix of units and indicators. In come the catalogue, the hand-ins and what the
 * office noted of them, out goes a row for each unit with a cell for each section of the table. Invariant: `settle` says which
 * of a unit's hand-ins count, of the same contents twice the more complete does; the others stay beside it; every item of what
 * counts is in exactly one cell.
 */

import { type Answer, answerOf } from '../checklist/checklist'
import { isAnswered, type Section, sectionsOf } from '../checklist/progress'
import type { Catalogue, Department } from '../edition/catalogue'
import { makeAnew, type Reuse } from '../files/reuse'
import { buildScoreSheet, type ScoreSheet } from '../report/score'
import { visibleName } from '../text/name-key'
import { groupByUnit } from './group-by-unit'
import { type HandIn, isInScope } from './hand-in'
import { findChoice, type IntakeNotes, knownChecklists, noNotes } from './notes'
import { isSameReport } from './resubmission'
import { isPart, type Question, settleHandIns } from './settle'
import { uniteHandIns } from './unite'

/**
 * `partial` also where a file that is named is not there, or one is there without a tick. `ticked-without-file`: all is
 * ticked, something of it has no file. `not-asked`: the row is another department's, or asks for nothing.
 */
export type CellState =
  | 'complete'
  | 'partial'
  | 'ticked-without-file'
  | 'not-applicable'
  | 'missing'
  | 'not-asked'

/** One unit's state in one section. */
export interface Cell {
  state: CellState
  /** Counted items that are `complete`, `ticked-without-file` or `not-applicable`, of how many. */
  done: number
  total: number
  /** Uses of files, those whose bytes are not there included. */
  files: number
  /** Uses of files whose bytes are not there. */
  absent: number
  /** Of the uses that are there. */
  bytes: number
  /** 自评分 as typed. */
  score: string
}

/** A column of the matrix: the common materials, an indicator, or (`gone`) what the edition no longer asks for. */
export interface Column {
  section: Section
  /** Null for the common materials and what is gone. */
  department: Department | null
}

/** One unit. */
export interface UnitRow {
  /** Its name, with what tells it from others where that is not enough. */
  unit: string
  /** The hand-in that counts, or the parts of several sections as one. */
  handIn: HandIn
  /** The hand-ins that count, one of each checklist. */
  parts: readonly [HandIn, ...HandIn[]]
  /** The unit's hand-ins that do not count, newest first. */
  earlier: HandIn[]
  /** The same contents as one of these again, which is no hand-in more: on its own, in a roll-up, packed twice. */
  copies: HandIn[]
  /** The question about them that only the office can answer. */
  question: Question | null
  /** Whether the office said which of them count. */
  isChosen: boolean
  /** Those that count and are of another checklist than the unit was known by: another computer, or somebody else. */
  strangers: readonly HandIn[]
  /** What it has to fill in, in the notice's order. */
  sections: readonly Section[]
  /** By section id; a section without one is `not-asked` and has no 自评分. */
  cells: ReadonlyMap<string, Cell>
  /** Sums over all cells; `state` is that of all counted items together. */
  total: Cell
  /** 自评分 as numbers; null where it gave none. */
  scores: ScoreSheet | null
}

export interface Matrix {
  /** Those that at least one unit has a cell in, by department in the catalogue's order, common materials first. */
  columns: Column[]
  /** By name. */
  rows: UnitRow[]
}

/** The office's notes and the time. */
export interface OfficeFacts {
  notes: IntakeNotes
  now: Date
}

/** Nothing was noted, and no date is in the future. */
const noFacts: OfficeFacts = { notes: noNotes, now: new Date(8.64e15) }

/** The matrix of hand-ins of the catalogue's edition; `reuse` keeps the rows of units that handed in once. */
export function collate(
  catalogue: Catalogue,
  handIns: readonly HandIn[],
  facts: OfficeFacts = noFacts,
  reuse: Reuse<HandIn, UnitRow> = makeAnew,
): Matrix {
  const build = (group: [HandIn, ...HandIn[]]) => {
    const make = () => buildRow(catalogue, group, facts)
    // Which of several counts may depend on the clock.
    return group.length > 1 ? make() : reuse(group[0], [catalogue, facts.notes], make)
  }
  const rows = nameApart(catalogue, groupByUnit(handIns).map(build))
  const found = new Map<string, Section>()
  for (const { sections, cells } of rows)
    for (const section of sections) if (cells.has(section.id)) found.set(section.id, section)
  return { columns: columnsOf(catalogue, found), rows }
}

/** Rows with another name each: what is only of one department says so, and of two of one name the offices stand by. */
function nameApart(catalogue: Catalogue, rows: readonly UnitRow[]): UnitRow[] {
  const times = new Map<string, number>()
  const names = rows.map(({ handIn }) => {
    const department = catalogue.departments.find(({ id }) => id === handIn.scope)
    const name = visibleName(handIn.checklist.unit.name)
    const said = department ? `${name}（只有${department.name}的指标）` : name
    times.set(said, (times.get(said) ?? 0) + 1)
    return said
  })
  return rows.map((row, i) => {
    const name = names[i] as string
    const isShared = row.handIn.office !== '' && (times.get(name) ?? 0) > 1
    const unit = isShared ? `${name}（${row.handIn.office}）` : name
    return unit === row.unit ? row : { ...row, unit }
  })
}

function buildRow(
  catalogue: Catalogue,
  group: readonly [HandIn, ...HandIn[]],
  { notes, now }: OfficeFacts,
): UnitRow {
  const isCopy = (one: HandIn, i: number) =>
    group.slice(0, i).some(better => isSameReport(better.checklist, one.checklist))
  const reports = group.filter((one, i) => !isCopy(one, i)) as [HandIn, ...HandIn[]]
  const choice = findChoice(notes, group)
  const { counting: parts, others, question, isChosen } = settleHandIns(reports, choice, now)
  const handIn = uniteHandIns(parts)
  // Of a unit all is asked that its departments are asked, also where only a team's part came.
  const asked = sectionsOf(catalogue, { ...handIn.checklist, part: undefined })
  const sections = asked.filter(section => isInScope(handIn, section))
  const cells = new Map<string, Cell>()
  for (const section of sections) {
    const cell = cellOf(section, handIn)
    // A row that asks for nothing may still have its 自评分.
    if (cell.state !== 'not-asked' || cell.score !== '') cells.set(section.id, cell)
  }
  const all = { id: '', indicator: null, note: '', items: sections.flatMap(section => section.items) }
  return {
    unit: handIn.checklist.unit.name,
    handIn,
    parts,
    earlier: others,
    copies: group.filter(isCopy),
    question,
    isChosen,
    strangers: findStrangers(parts, reports, notes),
    sections,
    cells,
    total: cellOf(all, handIn),
    scores: buildScoreSheet(catalogue, handIn.checklist),
  }
}

/** Known by what the office compared with paper or decided for, else by what came before the others. */
function findStrangers(
  parts: readonly HandIn[],
  all: readonly [HandIn, ...HandIn[]],
  notes: IntakeNotes,
): HandIn[] {
  const own = all.filter(one => !isPart(one))
  const reports = own.length > 0 ? own : all
  const known = knownChecklists(notes, all[0])
  if (known.size > 0) return parts.filter(({ checklist }) => !known.has(checklist.id))
  const first = Math.min(...reports.map(({ arrived }) => arrived))
  const early = new Set(
    reports.filter(({ arrived }) => arrived === first).map(({ checklist }) => checklist.id),
  )
  return early.size > 1 ? [...parts] : parts.filter(({ checklist }) => !early.has(checklist.id))
}

/** A hand-in's state in a section. */
export function cellOf({ id, items }: Section, handIn: HandIn): Cell {
  const { checklist, present } = handIn
  const cell: Cell = {
    state: 'not-asked',
    done: 0,
    total: 0,
    files: 0,
    absent: 0,
    bytes: 0,
    score: checklist.report.scores[id] ?? '',
  }
  const states: CellState[] = []
  for (const item of items) {
    const answer = answerOf(checklist, item.id)
    const state = itemStateOf(answer, present)
    if (item.counted || isAnswered(answer)) states.push(state)
    if (item.counted) cell.total += 1
    if (item.counted && state !== 'missing' && state !== 'partial') cell.done += 1
    for (const file of answer.files) {
      cell.files += 1
      if (present.has(file.sha256)) cell.bytes += file.size
      else cell.absent += 1
    }
  }
  return { ...cell, state: stateOf(states) }
}

/** A unit's answer to one item, as the state of a cell. */
export function itemStateOf(answer: Answer, present: ReadonlySet<string>): CellState {
  if (answer.notApplicable) return answer.reason.trim() === '' ? 'partial' : 'not-applicable'
  if (answer.files.some(file => !present.has(file.sha256))) return 'partial'
  if (answer.ready) return answer.files.length > 0 ? 'complete' : 'ticked-without-file'
  return answer.files.length > 0 ? 'partial' : 'missing'
}

function stateOf(states: readonly CellState[]): CellState {
  const all = (...among: CellState[]) => states.every(state => among.includes(state))
  if (states.length === 0) return 'not-asked'
  if (all('not-applicable')) return 'not-applicable'
  if (all('complete', 'not-applicable')) return 'complete'
  if (all('complete', 'not-applicable', 'ticked-without-file')) return 'ticked-without-file'
  return all('missing') ? 'missing' : 'partial'
}

function columnsOf(catalogue: Catalogue, found: ReadonlyMap<string, Section>): Column[] {
  const columns: Column[] = []
  const take = (id: string, department: Department | null) => {
    const section = found.get(id)
    if (section) columns.push({ section, department })
  }
  const leading = catalogue.indicators.map(({ id, departments: [first] }) => ({ id, first: first?.id }))
  take('0', null)
  for (const { id, first } of leading) if (first === undefined) take(id, null)
  for (const department of catalogue.departments) {
    for (const { id, first } of leading) if (first === department.id) take(id, department)
  }
  take('gone', null)
  return columns
}
