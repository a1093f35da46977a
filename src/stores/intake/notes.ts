/** The office's notes: which hand-ins count, 校验码 typed from the paper. Kept on this computer, by edition. */
import { atom, computed } from 'nanostores'
import { type Refusal, refusalOf } from '../../core/files/refusal'
import type { HandIn } from '../../core/intake/hand-in'
import {
  chooseCounting,
  type IntakeNotes,
  noNotes,
  withChoice,
  withCode,
  withoutChoice,
} from '../../core/intake/notes'
import { changeNotes, loadNotes, NotesUnreadableError } from '../../io/intake/stored-notes'
import { getCatalogue } from '../page'

export const $notes = atom<IntakeNotes>(noNotes)

/** Why the last note was not stored, or the stored ones not read. On this page the notes hold all the same. */
export const $notesProblem = atom<Refusal | 'newer-notes' | null>(null)

/** Only the notes that decide which hand-ins count, so that typing a 校验码 does not collate all units at each key. */
export const $decidingNotes = computed($notes, notes => {
  const deciding = { ...notes, codes: notes.codes.filter(({ matches }) => matches) }
  if (JSON.stringify(deciding) !== JSON.stringify(lastDeciding)) lastDeciding = deciding
  return lastDeciding
})
let lastDeciding: IntakeNotes = noNotes

/** Reads the stored notes. */
export async function openNotes(): Promise<void> {
  await follow(() => loadNotes(getCatalogue().edition))
}

/** Notes the office's choice which of a unit's hand-ins count. */
export function chooseHandIns(
  counting: readonly [HandIn, ...HandIn[]],
  among: readonly HandIn[],
): Promise<void> {
  return note(notes => withChoice(notes, chooseCounting(counting, among)))
}

/** Removes the office's choice among these: the page decides or asks anew. */
export function forgetChoice(among: readonly HandIn[]): Promise<void> {
  return note(notes =>
    withoutChoice(
      notes,
      among.map(({ id }) => id),
    ),
  )
}

/** Notes the 校验码 that was typed from the paper. */
export function notePaperCode(handIn: HandIn, typed: string): Promise<void> {
  return note(notes => withCode(notes, handIn, typed))
}

type Change = (notes: IntakeNotes) => IntakeNotes

/** Changes made here and not stored yet, in their order. */
let pending: Change[] = []

async function note(change: Change): Promise<void> {
  pending.push(change)
  $notes.set(change($notes.get()))
  // Changes refused before are tried again with it: each sets a value, so twice is the same as once.
  const changes = [...pending]
  await follow(async () => {
    const stored = await changeNotes(getCatalogue().edition, notes => applyAll(changes, notes))
    pending = pending.filter(one => !changes.includes(one))
    return stored
  })
}

/** Shows the stored notes with the pending changes applied. */
async function follow(storing: () => Promise<IntakeNotes>): Promise<void> {
  try {
    const stored = await storing()
    $notes.set(applyAll(pending, stored))
    $notesProblem.set(null)
  } catch (error) {
    $notesProblem.set(error instanceof NotesUnreadableError ? 'newer-notes' : refusalOf(error))
  }
}

function applyAll(changes: readonly Change[], notes: IntakeNotes): IntakeNotes {
  return changes.reduce((changed, one) => one(changed), notes)
}
