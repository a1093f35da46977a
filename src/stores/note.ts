/** What is noted of a checklist beside its record. */
import { atom, type WritableAtom } from 'nanostores'
import { $checklist } from './checklist'

/** A kind of note: the open checklist's is loaded when it is opened; null without one, or where it can't be read. */
export function openNote<Note>(load: (id: string) => Promise<Note | null>): {
  $note: WritableAtom<Note | null>
  /** Shows a new note, where its checklist is the open one. */
  show: (id: string, note: Note) => void
} {
  const $note = atom<Note | null>(null)
  let shownId = ''
  const show = (id: string, note: Note | null) => {
    if (id === shownId) $note.set(note)
  }
  $checklist.subscribe(checklist => {
    const id = checklist?.id ?? ''
    if (id === shownId) return
    shownId = id
    $note.set(null)
    if (!id) return
    load(id).then(
      // One that was made meanwhile is the newer.
      note => $note.get() === null && show(id, note),
      () => undefined,
    )
  })
  return { $note, show }
}
