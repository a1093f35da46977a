/**
 * What an office noted while it looked through an edition's hand-ins: which of a unit's count, and 校验码 as typed from the
 * paper. It is kept on the office's computer, where on file:// any page may write, so every field is checked when it is read.
 */
import { nameKey } from '../text/name-key'
import type { HandIn } from './hand-in'
import { isSameReport } from './resubmission'
import type { Choice } from './settle'
import { matchesPaper } from './soundness'

const notesFormat = 1

/** A 校验码 as typed for one hand-in. */
export interface PaperCode {
  handIn: string
  /** The unit's name, as `nameKey` writes it, and the checklist's id. */
  unit: string
  checklist: string
  typed: string
  /** Whether it was the code of the files. */
  matches: boolean
}

export interface IntakeNotes {
  format: typeof notesFormat
  choices: Choice[]
  codes: PaperCode[]
}

export const noNotes: IntakeNotes = { format: notesFormat, choices: [], codes: [] }

/** The notes in `value`; null where it holds none that this page can read. Nothing stored is `noNotes`. */
export function parseNotes(value: unknown): IntakeNotes | null {
  if (value === undefined) return noNotes
  if (!isRecord(value) || value.format !== notesFormat) return null
  const { choices, codes } = value
  if (!Array.isArray(choices) || !Array.isArray(codes)) return null
  return choices.every(isChoice) && codes.every(isCode) ? { format: notesFormat, choices, codes } : null
}

/** The office's word on hand-ins of a unit; null where it decided nothing of any of them. */
export function findChoice({ choices }: IntakeNotes, handIns: readonly HandIn[]): Choice | null {
  const ids = new Set(handIns.map(({ id }) => id))
  return choices.find(({ among }) => among.some(id => ids.has(id))) ?? null
}

/** `notes` with this decision in place of those about the same hand-ins. */
export function withChoice(notes: IntakeNotes, choice: Choice): IntakeNotes {
  return { ...notes, choices: [...withoutChoice(notes, choice.among).choices, choice] }
}

/** `notes` without what was decided of these hand-ins. */
export function withoutChoice(notes: IntakeNotes, ids: readonly string[]): IntakeNotes {
  return { ...notes, choices: notes.choices.filter(({ among }) => !among.some(id => ids.includes(id))) }
}

/** A decision for `counting` and copies of these, among all hand-ins of its unit. */
export function chooseCounting(counting: readonly [HandIn, ...HandIn[]], among: readonly HandIn[]): Choice {
  const isCopy = (one: HandIn) =>
    !counting.includes(one) && counting.some(({ checklist }) => isSameReport(checklist, one.checklist))
  return {
    unit: unitKey(counting[0]),
    counting: [...counting, ...among.filter(isCopy)].map(({ id }) => id),
    checklists: counting.map(({ checklist }) => checklist.id),
    among: among.map(({ id }) => id),
  }
}

/** The 校验码 typed for a hand-in; empty where none was. */
export function findCode({ codes }: IntakeNotes, { id }: HandIn): string {
  return codes.find(({ handIn }) => handIn === id)?.typed ?? ''
}

/** `notes` with what was typed for a hand-in; an empty box is no note. */
export function withCode(notes: IntakeNotes, handIn: HandIn, typed: string): IntakeNotes {
  const matches = matchesPaper(handIn, typed) === true
  const others = notes.codes.filter(code => code.handIn !== handIn.id)
  const code = { handIn: handIn.id, unit: unitKey(handIn), checklist: handIn.checklist.id, typed, matches }
  return { ...notes, codes: typed.trim() === '' ? others : [...others, code] }
}

/** Ids of the checklists that this unit is known by: what the office decided for, or compared with its paper. */
export function knownChecklists({ choices, codes }: IntakeNotes, handIn: HandIn): Set<string> {
  const unit = unitKey(handIn)
  return new Set([
    ...choices.filter(choice => choice.unit === unit).flatMap(({ checklists }) => checklists),
    ...codes.filter(code => code.unit === unit && code.matches).map(({ checklist }) => checklist),
  ])
}

function unitKey({ checklist }: HandIn): string {
  return nameKey(checklist.unit.name)
}

function isChoice(value: unknown): value is Choice {
  return (
    isRecord(value) &&
    typeof value.unit === 'string' &&
    [value.counting, value.checklists, value.among].every(
      list => Array.isArray(list) && list.every(entry => typeof entry === 'string'),
    )
  )
}

function isCode(value: unknown): value is PaperCode {
  return (
    isRecord(value) &&
    typeof value.matches === 'boolean' &&
    [value.handIn, value.unit, value.checklist, value.typed].every(field => typeof field === 'string')
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
