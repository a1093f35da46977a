/**
 * The answers that a question of the importer has: each a name, what follows from it, and the changes that it makes. The
 * first is what the importer took; it changes nothing. `edit` says what a person changes who takes none of them.
 */
import type { EditionFolder } from '../../build/edition'
import { readRows } from '../../core/edition/read-rows'
import type { ColumnRole, IndicatorSource } from '../../core/edition/table-source'
import type { Question } from '../question'
import type { Change } from './change'
import { joinItems } from './items'

export interface Choice {
  /** What it is called in every question of this code: the same answer can be given to its like. */
  id: string
  changes: Change[]
  /** The role that a column gets by it. */
  role?: { column: string; role: ColumnRole }
  /** A number or name that its sentence needs. */
  value?: string
}

type Of<Code extends Question['code']> = Extract<Question, { code: Code }>

export function choicesOf(question: Question, folder: EditionFolder): Choice[] {
  const accept: Choice = { id: 'accept', changes: [] }
  const row = question.row ?? ''
  switch (question.code) {
    case 'column-guessed':
      return [accept, { id: 'no-role', changes: [], role: { column: question.name, role: 'none' } }]
    case 'column-unknown':
      return [
        accept,
        { id: 'evidence', changes: [], role: { column: question.name, role: 'evidence' } },
        { id: 'content', changes: [], role: { column: question.name, role: 'content' } },
      ]
    case 'department-several':
      return [
        accept,
        {
          id: 'one-department',
          value: question.read.join(''),
          changes: [{ kind: 'departments', row, lead: [question.read.join('')], supporting: [] }],
        },
      ]
    case 'department-filled':
      return [
        accept,
        ...(question.before === undefined || question.before === question.name
          ? []
          : [
              {
                id: 'as-before',
                value: question.before,
                changes: fillDepartment(folder, row, question.column, question.before),
              },
            ]),
        { id: 'everybody', changes: fillDepartment(folder, row, question.column, '') },
      ]
    case 'score-several':
    case 'score-differs':
    case 'score-odd':
    case 'score-missing':
    case 'score-without-limit':
    case 'score-kind':
      return [accept, ...scoreChoices(question, row, folder)]
    case 'list-split':
    case 'list-numbers':
    case 'list-number-unsure':
    case 'evidence-gathered':
      return [accept, ...oneItem(row, folder)]
    case 'list-remark':
      return [accept, ...withRemark(question, row, folder)]
    case 'row-reworded':
    case 'item-reworded':
      return [accept, { id: 'new-id', changes: [{ kind: 'id', id: row, to: '' }] }]
    case 'row-near':
      return [
        accept,
        { id: 'same-id', value: question.other, changes: [{ kind: 'id', id: row, to: question.other }] },
      ]
    case 'total-unknown':
      return [
        accept,
        { id: 'is-total', value: `${question.found}`, changes: [{ kind: 'total', points: question.found }] },
      ]
    case 'total-differs':
      return [
        accept,
        { id: 'is-total', value: `${question.found}`, changes: [{ kind: 'total', points: question.found }] },
        { id: 'no-total', changes: [{ kind: 'total', points: null }] },
      ]
    case 'notice-guessed':
      return [
        accept,
        ...(question.others ?? [])
          .filter(() => question.field !== 'deadline')
          .map(value => ({
            id: `other-${value}`,
            value,
            changes: [{ kind: 'field' as const, field: question.field, value }],
          })),
      ]
    default:
      return [accept]
  }
}

/** The open questions that the same answer suits: of one code, with a choice of the same name. */
export function likeOf(question: Question, choice: Choice, open: readonly Question[], folder: EditionFolder) {
  return open.filter(
    other =>
      other !== question &&
      other.code === question.code &&
      other.row !== undefined &&
      choicesOf(other, folder).some(({ id }) => id === choice.id),
  )
}

/** The row that an id names, or whose item it names. */
export function findRow(folder: EditionFolder, id: string): IndicatorSource | undefined {
  return folder.files.indicators.indicators.find(
    row => row.id === id || row.items?.some(item => item.id === id),
  )
}

function scoreChoices(
  question: Of<
    'score-several' | 'score-differs' | 'score-odd' | 'score-missing' | 'score-without-limit' | 'score-kind'
  >,
  row: string,
  folder: EditionFolder,
): Choice[] {
  const points = (value: number, id = `points-${value}`): Choice => ({
    id,
    value: `${value}`,
    changes: [{ kind: 'scoring', row, scoring: { kind: 'points', points: value } }],
  })
  const none: Choice = { id: 'no-points', changes: [{ kind: 'scoring', row, scoring: { kind: 'none' } }] }
  switch (question.code) {
    case 'score-several':
      return [...new Set(question.found.flatMap(numbersIn))].map(value => points(value))
    case 'score-differs':
      return numbersIn(question.column).map(value => points(value, 'by-column'))
    case 'score-odd':
      return [...new Set(numbersIn(question.text))]
        .filter(value => value !== question.points)
        .map(value => points(value))
        .concat(question.points === undefined ? [] : [none])
    case 'score-kind': {
      const { bonus, deduction } = findRow(folder, row) ?? {}
      const value = bonus ?? deduction
      const kind = question.kind === 'bonus' ? 'deduction' : 'bonus'
      return value === undefined
        ? []
        : [{ id: `is-${kind}`, changes: [{ kind: 'scoring', row, scoring: { kind, points: value } }] }]
    }
    case 'score-without-limit':
      return [none]
    case 'score-missing':
      return []
  }
}

function numbersIn(text: string): number[] {
  return (text.match(/\d+(\.\d+)?/g) ?? []).map(Number).filter(value => value > 0)
}

/** All that the cell asks for as one item, from its first word to its last. */
function oneItem(row: string, folder: EditionFolder): Choice[] {
  const items = findRow(folder, row)?.items ?? []
  const text = joinItems(folder, row, 0, items.length - 1)
  return items.length < 2 || text === undefined
    ? []
    : [{ id: 'one-item', changes: [{ kind: 'items', row, texts: [text] }] }]
}

function withRemark({ text }: Of<'list-remark'>, row: string, folder: EditionFolder): Choice[] {
  const read = readRows(folder.files.indicators).find(({ source }) => source.id === row)
  const bare = text.trim()
  if (!read?.evidence.includes(bare)) return []
  const texts = [...(read.source.items ?? []).map(item => item.text), bare]
  return [{ id: 'is-item', changes: [{ kind: 'items', row, texts }] }]
}

/** Another department, or none, in a cell that was empty: it is printed as filled in, with its note. */
function fillDepartment(folder: EditionFolder, row: string, column: string, name: string): Change[] {
  const source = findRow(folder, row)
  if (!source) return []
  const note = name === '' ? '' : `原表这一格是空的，补为“${name}”。`
  return [
    { kind: 'unmerge', row, column },
    { kind: 'departments', row, lead: name === '' ? [] : [name], supporting: [] },
    { kind: 'note', row, text: note },
  ]
}
