/**
 * What the office has before its eyes of an item, and what became of a word when the unit hands in again. Only what changed is
 * open again: a word about other bytes keeps its note and says what was added, removed, changed; any other stands.
 */
import { answerOf } from '../checklist/checklist'
import type { HandIn } from '../intake/hand-in'
import { type AnswerDifference, findAnswerDifferences, type NamedFile } from '../intake/resubmission'
import type { Seen, Verdict, Word } from './review'

/** 未看, the three verdicts, 已补 (answered after a return), 有变动 (accepted, and then changed). */
export type Standing = 'unseen' | Verdict | 'repaired' | 'changed'

/** `came-file`: its bytes were not there when the word was said. `repair`: the unit says that it put it right. */
export type SeenDifference =
  | AnswerDifference
  | { code: 'came-file'; item: string; file: NamedFile }
  | { code: 'repair'; item: string }

/** The unit's answer to an item as it lies there; the order of the files does not matter. */
export function seeItem({ checklist, present }: Pick<HandIn, 'checklist' | 'present'>, item: string): Seen {
  const { ready, notApplicable, reason, remark, files } = answerOf(checklist, item)
  const named = files.map(({ sha256, name }) => ({ sha256, name }))
  named.sort((a, b) => (a.sha256 < b.sha256 ? -1 : a.sha256 > b.sha256 ? 1 : 0))
  const absent = named.map(({ sha256 }) => sha256).filter(sha256 => !present.has(sha256))
  return { ready, notApplicable, reason, remark, files: named, absent, repair: repairOf(checklist, item) }
}

/** The unit's mark for what it put right, with its line to the office; empty where it says nothing. */
function repairOf({ returned }: HandIn['checklist'], item: string): string {
  const { repaired = '', response = '' } = returned?.notes[item] ?? {}
  return repaired === '' ? '' : `${repaired} ${response}`.trim()
}

/** How an item of a hand-in stands. Of one that nothing was said of, the files (there may be 65,000) are not even sorted. */
export function standingIn(
  handIn: Pick<HandIn, 'checklist' | 'present'>,
  item: string,
  words: readonly Word[] | undefined,
): Standing {
  return words?.[0]?.verdict ? standingOf(item, words, seeItem(handIn, item)) : 'unseen'
}

/** What is not as it was when the word was said. Bytes that are not there any more are no change by the unit. */
export function changesSince(item: string, { seen }: Word, now: Seen): SeenDifference[] {
  const came = now.files.filter(({ sha256 }) => seen.absent.includes(sha256) && !now.absent.includes(sha256))
  return [
    ...findAnswerDifferences(item, seen, now),
    ...came.map(file => ({ code: 'came-file' as const, item, file })),
    ...(now.repair !== '' && now.repair !== seen.repair ? [{ code: 'repair' as const, item }] : []),
  ]
}

/** How an item stands: by the last word on it, and by what lies there now. */
export function standingOf(item: string, words: readonly Word[] | undefined, now: Seen): Standing {
  const [word] = words ?? []
  if (!word || word.verdict === null) return 'unseen'
  const changes = changesSince(item, word, now)
  if (word.verdict === 'accepted') return changes.some(reopensAccepted) ? 'changed' : 'accepted'
  return changes.some(({ code }) => code !== 'renamed-file') ? 'repaired' : word.verdict
}

/** Whether the office has to look at it. */
export function isOpen(standing: Standing): boolean {
  return standing === 'unseen' || standing === 'repaired' || standing === 'changed'
}

/** What was good stays good with another name or remark. */
function reopensAccepted({ code, ...change }: SeenDifference): boolean {
  if (code === 'renamed-file' || code === 'repair') return false
  return !('field' in change) || change.field === 'reason'
}
