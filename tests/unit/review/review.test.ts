/** The ways a review may change, and what became of a word when the unit hands in again. */

import type { Change } from '../../../src/core/checklist/change'
import { applyReviewChange, saysAnything } from '../../../src/core/review/review'
import { changesSince, isOpen, seeItem, standingOf } from '../../../src/core/review/seen'
import { handInOf } from '../intake/hand-ins'
import { expect, test } from '../runner'
import { checklistAfter, fileOf, morning, noon } from '../samples'
import { nothing, reviewAfter, seenAfter, word } from './said'

const item = '7-1-1'
const plan = fileOf('方案.docx')
const photo = fileOf('照片.jpg')
const add = (...files: (typeof plan)[]): Change => ({ kind: 'add-files', item, files })
const ready: Change = { kind: 'set-ready', item, ready: true }
const first = [ready, add(plan)]
const seen = seenAfter(item, ...first)

test('typing goes on in one word; about other bytes, or from another computer, it is a new one before it', () => {
  const typed = reviewAfter([word('returned', '缺'), word('returned', '缺总结')])
  expect(typed.words[item]).toEqual([
    { verdict: 'returned', note: '缺总结', seen: nothing, by: 'here', at: '2022-12-20T04:01:00.000Z' },
  ])
  const again = applyReviewChange(typed, word('accepted', '', { seen }), noon)
  const there = applyReviewChange(again, word('doubtful', '', { seen, by: 'there' }), noon)
  expect(there.words[item]?.map(({ verdict, by }) => [verdict, by])).toEqual([
    ['doubtful', 'there'],
    ['accepted', 'here'],
    ['returned', 'here'],
  ])
  // However wrong the clock is, what was said last is the newest.
  const times = there.words[item]?.map(({ at }) => at) ?? []
  expect([...times].sort().reverse()).toEqual(times)
})

test('a word that was taken back leaves none behind, and a review without any says nothing', () => {
  const back = reviewAfter([word('accepted'), word(null)])
  expect(saysAnything(back)).toBe(false)
  const anew = applyReviewChange(back, word('accepted', '', { seen }), noon)
  expect(anew.words[item]).toHaveLength(1)
  expect(saysAnything(anew)).toBe(true)
  expect(saysAnything(reviewAfter([word(null, '再看一眼')]))).toBe(true)
})

test('score and closing word are replaced, never earlier than what they replace', () => {
  const by = 'here'
  const score = { kind: 'score', indicator: '7-1', by } as const
  const said = reviewAfter([
    { ...score, text: '5', reason: '缺总结' },
    { kind: 'closing', by, text: '请尽快补齐。', until: '2022-12-28' },
  ])
  const changed = applyReviewChange(said, { ...score, text: '6', reason: '' }, morning)
  expect(changed.scores).toEqual({ '7-1': { text: '6', reason: '', by, at: '2022-12-20T04:00:00.001Z' } })
  expect(changed.closing).toEqual({
    text: '请尽快补齐。',
    until: '2022-12-28',
    by,
    at: '2022-12-20T04:01:00.000Z',
  })
})

/** What the unit did after the word, how an accepted item then stands, how a returned one does, and what differs. */
const cases: [name: string, changes: Change[], accepted: string, returned: string, codes: string[]][] = [
  ['nothing', [], 'accepted', 'returned', []],
  ['added a file', [add(photo)], 'changed', 'repaired', ['added-file']],
  [
    'took one off',
    [{ kind: 'remove-file', item, sha256: plan.sha256 }],
    'changed',
    'repaired',
    ['removed-file'],
  ],
  [
    'renamed it',
    [{ kind: 'rename-file', item, sha256: plan.sha256, name: '方案（盖章）.docx' }],
    'accepted',
    'returned',
    ['renamed-file'],
  ],
  [
    'wrote a remark',
    [{ kind: 'set-remark', item, remark: '原件存档' }],
    'accepted',
    'repaired',
    ['changed-text'],
  ],
  [
    'took the tick back',
    [{ kind: 'set-ready', item, ready: false }],
    'changed',
    'repaired',
    ['changed-state'],
  ],
]

for (const [name, changes, accepted, returned, codes] of cases) {
  test(`after a word the unit ${name}`, () => {
    const now = seenAfter(item, ...first, ...changes)
    const standing = (verdict: 'accepted' | 'returned' | 'doubtful') =>
      standingOf(item, reviewAfter([word(verdict, '', { seen })]).words[item], now)
    expect(standing('accepted')).toBe(accepted)
    expect(standing('returned')).toBe(returned)
    expect(standing('doubtful')).toBe(returned === 'returned' ? 'doubtful' : returned)
    const [said] = reviewAfter([word('returned', '', { seen })]).words[item] ?? []
    expect(said && changesSince(item, said, now).map(({ code }) => code)).toEqual(codes)
  })
}

test('bytes that were not there are open once they came; bytes that are gone are no change by the unit', () => {
  const checklist = checklistAfter(...first)
  const [whole, lacking] = [seeItem(handInOf(checklist), item), seeItem(handInOf(checklist, [plan]), item)]
  expect(lacking.absent).toEqual([plan.sha256])
  const without = reviewAfter([word('returned', '文件打不开', { seen: lacking })]).words[item]
  expect(standingOf(item, without, lacking)).toBe('returned')
  expect(standingOf(item, without, whole)).toBe('repaired')
  expect(standingOf(item, reviewAfter([word('accepted', '', { seen: whole })]).words[item], lacking)).toBe(
    'accepted',
  )
})

test('what the unit says it put right is open once, also where it added nothing', () => {
  const repaired = { ...seen, repair: '2022-12-21 补好' }
  const returned = reviewAfter([word('returned', '', { seen })]).words[item]
  expect(standingOf(item, returned, repaired)).toBe('repaired')
  const again = reviewAfter([word('returned', '', { seen: repaired })]).words[item]
  expect(standingOf(item, again, repaired)).toBe('returned')
})

test('the order of files is no change, and what is open are the items not yet judged as they are', () => {
  const [one, other] = [seenAfter(item, add(plan, photo)), seenAfter(item, add(photo, plan))]
  expect(one).toEqual(other)
  expect(standingOf(item, undefined, one)).toBe('unseen')
  expect((['unseen', 'repaired', 'changed'] as const).every(isOpen)).toBe(true)
  expect((['accepted', 'returned', 'doubtful'] as const).some(isOpen)).toBe(false)
})
