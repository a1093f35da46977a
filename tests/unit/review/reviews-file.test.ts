/** Reviews come back out of records and files as they went in; whatever else stands there is refused with its reason. */

import type { Change } from '../../../src/core/checklist/change'
import { parseReview } from '../../../src/core/review/read'
import { readReviews, writeReviews } from '../../../src/core/review/reviews-file'
import { expect, test } from '../runner'
import { fileOf } from '../samples'
import { reviewAfter, seenAfter, word } from './said'

const add: Change = { kind: 'add-files', item: '7-1-1', files: [fileOf('方案.docx')] }
const review = reviewAfter([
  word('returned', '没有盖章', { seen: seenAfter('7-1-1', add) }),
  word('accepted', '', { item: '10-1-1' }),
  { kind: 'score', indicator: '7-1', text: '5', reason: '缺总结', by: 'here' },
  { kind: 'closing', text: '请补齐', until: '2022-12-28', by: 'here' },
])

test('a review comes back from its record and from a file', () => {
  expect(parseReview(structuredClone(review))).toEqual({ ok: true, review })
  expect(readReviews(writeReviews('2022', [review]), '2022')).toEqual({ ok: true, reviews: [review] })
})

test('the same reviews give the same file, whatever came first', () => {
  const other = { ...review, checklist: 'c0' }
  const words = Object.fromEntries(Object.entries(review.words).reverse())
  expect(writeReviews('2022', [other, { ...review, words }])).toBe(writeReviews('2022', [review, other]))
})

const [wordOf] = review.words['7-1-1'] ?? []
const spoilt: [name: string, value: unknown, problem: unknown][] = [
  ['no record', null, { code: 'broken', field: 'review' }],
  ['another format', { ...review, format: 2 }, { code: 'newer-format', format: 2 }],
  [
    'an unknown verdict',
    { ...review, words: { '7-1-1': [{ ...wordOf, verdict: 'passed' }] } },
    '7-1-1.verdict',
  ],
  ['a time that is none', { ...review, words: { '7-1-1': [{ ...wordOf, at: '昨天' }] } }, '7-1-1.at'],
  ['an item that is none', { ...review, words: JSON.parse('{"__proto__": []}') }, 'words'],
  [
    'a digest that is none',
    { ...review, words: { '7-1-1': [{ ...wordOf, seen: { ...wordOf?.seen, absent: ['0'] } }] } },
    '7-1-1.seen.absent',
  ],
  ['a day that is none', { ...review, closing: { ...review.closing, until: '28日' } }, 'closing.until'],
]

for (const [name, value, problem] of spoilt) {
  test(`a record with ${name} is refused`, () => {
    const expected = typeof problem === 'string' ? { code: 'broken', field: problem } : problem
    expect(parseReview(value)).toEqual({ ok: false, problem: expected })
  })
}

const whole = writeReviews('2022', [review])
const files: [name: string, content: string, problem: unknown][] = [
  ['that was cut', whole.slice(0, -20), { code: 'broken', field: 'file' }],
  ['of another kind', '{"format": 1}', { code: 'no-reviews' }],
  ['of another edition', writeReviews('2023', []), { code: 'other-edition', edition: '2023' }],
  ['of a newer page', whole.replace('"format": 1', '"format": 2'), { code: 'newer-format', format: 2 }],
  [
    'with one review of another edition',
    writeReviews('2022', [{ ...review, edition: '2021' }]),
    { code: 'broken', field: 'reviews.edition' },
  ],
]

for (const [name, content, problem] of files) {
  test(`a file ${name} is refused whole`, () => {
    expect(readReviews(content, '2022')).toEqual({ ok: false, problem })
  })
}
