/** An office's notes on an edition's hand-ins, kept in this browser: `intake:<edition>`. */
import { type IntakeNotes, parseNotes } from '../../core/intake/notes'
import { recordsInUse } from '../storage/records'

const keyOf = (edition: string) => `intake:${edition}`

/** The notes of an edition. @throws NotesUnreadableError where a newer page wrote them, the platform's error */
export async function loadNotes(edition: string): Promise<IntakeNotes> {
  const [value] = await recordsInUse().read([keyOf(edition)])
  return readNotes(value)
}

/**
 * Changes what is stored now, whatever another tab wrote meanwhile. @returns the notes as stored.
 * @throws NotesUnreadableError, the platform's error; nothing is changed then.
 */
export async function changeNotes(
  edition: string,
  change: (notes: IntakeNotes) => IntakeNotes,
): Promise<IntakeNotes> {
  const key = keyOf(edition)
  let changed: IntakeNotes | null = null
  await recordsInUse().change([key], read => {
    changed = change(readNotes(read.get(key)))
    return { put: [[key, changed]], remove: [] }
  })
  return changed as unknown as IntakeNotes
}

/** The stored record is not in a format that this page knows; it stays as it is. */
export class NotesUnreadableError extends Error {
  override name = 'NotesUnreadableError'
}

function readNotes(value: unknown): IntakeNotes {
  const notes = parseNotes(value)
  if (!notes) throw new NotesUnreadableError('Cannot read notes: they have another format')
  return notes
}
