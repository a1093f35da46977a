/** Two people review on two computers: what counts when their records are put together, and what they are told. */

import { findDisagreements, mergeReviews } from '../../../src/core/review/merge'
import type { ReviewChange } from '../../../src/core/review/review'
import { expect, test } from '../runner'
import { morning, noon } from '../samples'
import { reviewAfter, word } from './said'

const score = (text: string, by: string): ReviewChange => ({
  kind: 'score',
  indicator: '7-1',
  text,
  reason: '',
  by,
})
const closing = (text: string, by: string): ReviewChange => ({ kind: 'closing', text, until: '', by })
const evening = new Date('2022-12-20T10:00:00.000Z')

const mine = reviewAfter(
  [word('accepted'), word('returned', '没有盖章', { item: '7-1-2' }), score('5', 'here')],
  morning,
)
const theirs = reviewAfter(
  [
    word('returned', '缺总结', { by: 'there' }),
    word('accepted', '', { item: '8-1-1', by: 'there' }),
    score('6', 'there'),
    closing('补齐', 'there'),
  ],
  noon,
)

test('the newest word on an item counts, the other stays behind it, and nothing of either side is lost', () => {
  const both = mergeReviews(mine, theirs)
  expect(Object.keys(both.words)).toEqual(['7-1-1', '7-1-2', '8-1-1'])
  expect(both.words['7-1-1']?.map(({ verdict, by }) => [verdict, by])).toEqual([
    ['returned', 'there'],
    ['accepted', 'here'],
  ])
  expect(both.scores['7-1']?.text).toBe('6')
  expect(both.closing?.text).toBe('补齐')
})

test('merging the same again changes nothing, and neither the order nor the grouping decides anything', () => {
  const third = reviewAfter([word('doubtful', '看不清', { by: 'third' }), score('4', 'third')], evening)
  const all = mergeReviews(mergeReviews(mine, theirs), third)
  expect(mergeReviews(all, theirs)).toEqual(all)
  expect(mergeReviews(theirs, mine)).toEqual(mergeReviews(mine, theirs))
  expect(mergeReviews(mine, mergeReviews(theirs, third))).toEqual(all)
})

test('of two words of one instant every computer takes the same', () => {
  const here = reviewAfter([word('accepted')])
  const there = reviewAfter([word('returned', '', { by: 'there' })])
  expect(mergeReviews(here, there)).toEqual(mergeReviews(there, here))
})

test('what both said differently is told with what counts first, and what agrees is not', () => {
  expect(findDisagreements(mine, theirs).map(({ kind }) => kind)).toEqual(['word', 'score'])
  const [first] = findDisagreements(mine, theirs)
  expect(first?.kind === 'word' && first.words.map(({ note }) => note)).toEqual(['缺总结', ''])
  expect(findDisagreements(mine, reviewAfter([word('accepted', '', { by: 'there' })], noon))).toEqual([])
  const closings = findDisagreements(reviewAfter([closing('齐了', 'here')]), theirs)
  expect(closings).toMatchObject([{ kind: 'closing', closings: [{ text: '补齐' }, { text: '齐了' }] }])
})

test('who decided otherwise knowing of the other word is not asked again', () => {
  const both = mergeReviews(mine, theirs)
  const decided = reviewAfter([word('accepted', '总结在另一份里')], evening)
  const overruled = mergeReviews(both, decided)
  expect(findDisagreements(theirs, overruled).filter(({ kind }) => kind === 'word')).toEqual([])
})
