/**
 * Reads a review from where anybody may have written: the browser's database (on file:// all pages share one), a file of another
 * office computer, a roll-up. Out comes a review whose every field was checked, or why not.
 */
import { digestText, FieldError, flag, instant, itemId, list, object, text } from '../checklist/fields'
import type { RecordProblem } from '../checklist/record'
import {
  type Closing,
  type OfficeScore,
  type Review,
  reviewFormat,
  type Seen,
  type Verdict,
  type Word,
} from './review'

export type ReviewResult = { ok: true; review: Review } | { ok: false; problem: RecordProblem }

const verdicts: readonly unknown[] = ['accepted', 'returned', 'doubtful'] satisfies Verdict[]

/** The review in `value`; fields that it does not know are left out. */
export function parseReview(value: unknown): ReviewResult {
  try {
    const record = object(value, 'review')
    const { format, closing } = record
    if (typeof format === 'number' && format > reviewFormat)
      return { ok: false, problem: { code: 'newer-format', format } }
    if (format !== reviewFormat) throw new FieldError('format')
    const review = {
      format: reviewFormat,
      edition: text(record.edition, 'edition'),
      checklist: text(record.checklist, 'checklist'),
      unit: text(record.unit, 'unit'),
      words: byId(record.words, 'words', (value, id) => list(value, id).map(word => parseWord(word, id))),
      scores: byId(record.scores, 'scores', parseScore),
      closing: closing === null || closing === undefined ? null : parseClosing(closing),
    } as const
    return { ok: true, review }
  } catch (error) {
    if (error instanceof FieldError) return { ok: false, problem: { code: 'broken', field: error.message } }
    throw error
  }
}

function byId<Value>(
  value: unknown,
  field: string,
  parse: (value: unknown, id: string) => Value,
): Record<string, Value> {
  const entries = Object.entries(object(value, field))
  return Object.fromEntries(entries.map(([id, entry]) => [itemId(id, field), parse(entry, id)]))
}

function parseWord(value: unknown, id: string): Word {
  const word = object(value, id)
  const { verdict } = word
  if (verdict !== null && !verdicts.includes(verdict)) throw new FieldError(`${id}.verdict`)
  return {
    verdict: verdict as Verdict | null,
    note: text(word.note, `${id}.note`),
    seen: parseSeen(word.seen, id),
    ...parseSaid(word, id),
  }
}

function parseSeen(value: unknown, id: string): Seen {
  const seen = object(value, `${id}.seen`)
  const field = (name: string) => `${id}.seen.${name}`
  return {
    ready: flag(seen.ready, field('ready')),
    notApplicable: flag(seen.notApplicable, field('notApplicable')),
    reason: text(seen.reason, field('reason')),
    remark: text(seen.remark, field('remark')),
    files: list(seen.files, field('files')).map(entry => {
      const file = object(entry, field('files'))
      return { sha256: digestText(file.sha256, field('files')), name: text(file.name, field('files')) }
    }),
    absent: list(seen.absent, field('absent')).map(sha256 => digestText(sha256, field('absent'))),
    repair: text(seen.repair ?? '', field('repair')),
  }
}

function parseScore(value: unknown, id: string): OfficeScore {
  const score = object(value, id)
  return {
    text: text(score.text, `${id}.text`),
    reason: text(score.reason, `${id}.reason`),
    ...parseSaid(score, id),
  }
}

function parseClosing(value: unknown): Closing {
  const closing = object(value, 'closing')
  const until = text(closing.until, 'closing.until')
  if (!/^(\d{4}-\d{2}-\d{2})?$/.test(until)) throw new FieldError('closing.until')
  return { text: text(closing.text, 'closing.text'), until, ...parseSaid(closing, 'closing') }
}

function parseSaid(said: Record<string, unknown>, field: string): { at: string; by: string } {
  return { at: instant(said.at, `${field}.at`), by: text(said.by, `${field}.by`) }
}
