/**
 * 审核: what the office says of one unit's checklist. Plain data, stored as it is on the office's computer, apart from the bundle;
 * this file holds every way it may change. Invariants: a word is about certain bytes and stays about them; a word that another one
 * replaces, about other bytes or by another computer, stays behind it; nothing here ever changes what the unit handed in.
 *
 * Decision: A word is about certain bytes. It names the files it was said of, so that a further hand-in opens again only what
 * changed, and nobody is asked twice for what was good.
 *
 * When this changes: a new optional field needs a default in `read.ts`. Anything that an older page would misread raises
 * `reviewFormat`; an older page leaves such a record alone.
 */
import { changedAt } from '../checklist/checklist'
import type { ComparedAnswer } from '../intake/resubmission'

export const reviewFormat = 1

/** The name of the file of all reviews in a roll-up, which carries it beside the units' checklists. */
export const reviewsName = '审核记录.json'

/** 认可, 退回补充, 存疑. */
export type Verdict = 'accepted' | 'returned' | 'doubtful'

/** What a word is about: the unit's answer as the office had it before its eyes. */
export interface Seen extends ComparedAnswer {
  /** SHA-256 of its files whose bytes were not there, sorted. */
  absent: readonly string[]
  /** The unit's own mark for what it put right after a return; empty where it says nothing. */
  repair: string
}

interface Said {
  /** ISO 8601, UTC, by the office's clock. */
  at: string
  /** The office computer it was said on: two people may share the work. */
  by: string
}

/** The office's word on one item. */
export interface Word extends Said {
  /** Null where it was taken back, or only a note was written. */
  verdict: Verdict | null
  note: string
  seen: Seen
}

/** 县初评分 of one row. */
export interface OfficeScore extends Said {
  /** As typed; `core/report/score` reads it by the row's rules, as it does a unit's. */
  text: string
  reason: string
}

/** The closing word for the unit as a whole. */
export interface Closing extends Said {
  text: string
  /** The day until which it is to be put right, `2022-12-28`; empty while none is set. */
  until: string
}

/** All that the office says of one checklist. */
export interface Review {
  format: typeof reviewFormat
  edition: string
  /** The id of the checklist. */
  checklist: string
  /** The unit's name, for people who read the record without its bundle. */
  unit: string
  /** By item id, newest first: the first one counts. */
  words: Record<string, readonly Word[]>
  /** By indicator id. */
  scores: Record<string, OfficeScore>
  closing: Closing | null
}

/** One thing the office does; `by` is its computer. */
export type ReviewChange =
  | ({ kind: 'word'; item: string; by: string } & Pick<Word, 'verdict' | 'note' | 'seen'>)
  | ({ kind: 'score'; indicator: string; by: string } & Pick<OfficeScore, 'text' | 'reason'>)
  | ({ kind: 'closing'; by: string } & Pick<Closing, 'text' | 'until'>)

/** A review in which nothing has been said. */
export function buildReview({
  id,
  edition,
  unit,
}: {
  id: string
  edition: string
  unit: { name: string }
}): Review {
  return {
    format: reviewFormat,
    edition,
    checklist: id,
    unit: unit.name,
    words: {},
    scores: {},
    closing: null,
  }
}

/** The review after a change at `now`; whatever the clock says, it is later than what it replaces. */
export function applyReviewChange(review: Review, change: ReviewChange, now: Date): Review {
  const { by } = change
  switch (change.kind) {
    case 'word': {
      const { item, verdict, note, seen } = change
      const before = review.words[item] ?? []
      const word = { verdict, note, seen, at: laterThan(before[0], now), by }
      return { ...review, words: { ...review.words, [item]: withWord(before, word) } }
    }
    case 'score': {
      const { indicator, text, reason } = change
      const score = { text, reason, at: laterThan(review.scores[indicator], now), by }
      return { ...review, scores: { ...review.scores, [indicator]: score } }
    }
    case 'closing': {
      const { text, until } = change
      return { ...review, closing: { text, until, at: laterThan(review.closing, now), by } }
    }
  }
}

/** Whether anything was said in it, as far as it counts. */
export function saysAnything({ words, scores, closing }: Review): boolean {
  return (
    Object.values(words).some(([word]) => word && (word.verdict !== null || word.note !== '')) ||
    Object.values(scores).some(({ text, reason }) => text !== '' || reason !== '') ||
    (closing !== null && (closing.text !== '' || closing.until !== ''))
  )
}

/** Typing goes on in the word that this computer has last said of the same bytes; any other word stays behind the new one. */
function withWord(words: readonly Word[], word: Word): readonly Word[] {
  const [last, ...others] = words
  const goesOn = last?.by === word.by && JSON.stringify(last.seen) === JSON.stringify(word.seen)
  const kept = goesOn ? others : words
  // What was taken back before anything came of it is no history.
  return [word, ...kept.filter(({ verdict, note }) => verdict !== null || note !== '')]
}

function laterThan(before: Said | null | undefined, now: Date): string {
  return before ? changedAt(before.at, now) : now.toISOString()
}
