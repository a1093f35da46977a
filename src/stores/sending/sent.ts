/** 已报送: said by the person, kept in the checklist with what was handed in. */
import { $made } from '../bundle/made'
import { $checklist, changeChecklist } from '../checklist'

/** Notes that what was packed last (without a bundle: what is there now, `now`) was sent on a day like `2022-12-20`. */
export function noteSent(day: string, now: Record<string, string>): void {
  const checklist = $checklist.get()
  if (!checklist || !/^\d{4}-\d\d-\d\d$/.test(day)) return
  const made = $made.get()
  const { fingerprint, marks } = made ?? { fingerprint: '', marks: now }
  changeChecklist({ kind: 'set-sent', sent: { day, fingerprint, marks } })
}

/** Another day for the same hand-in. */
export function correctSentDay(day: string): void {
  const sent = $checklist.get()?.sent
  if (sent && /^\d{4}-\d\d-\d\d$/.test(day)) changeChecklist({ kind: 'set-sent', sent: { ...sent, day } })
}

export function takeBackSent(): void {
  changeChecklist({ kind: 'set-sent', sent: null })
}
