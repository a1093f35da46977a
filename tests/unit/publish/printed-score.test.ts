/** What a row's printed text scores, in the brackets and words that offices use. */

import { withoutScore } from '../../../src/core/text/likeness'
import { parseScore } from '../../../src/publish/table/score'
import { expect, test } from '../runner'

const scores: [printed: string, points: number][] = [
  ['开展抽查。(5分)', 5],
  ['开展抽查。（５ 分）', 5],
  ['开展抽查。〔5分〕', 5],
  ['开展抽查。【5分】', 5],
  ['开展抽查。［5分］', 5],
  ['开展抽查。（每项1分，共3分）', 3],
  ['开展抽查。（5分，未开展的扣2分）', 5],
]

for (const [printed, points] of scores) {
  test(`${printed} is a score of ${points}, and no part of the text`, () => {
    expect(parseScore(printed)).toEqual({ scoring: { kind: 'points', points }, doubts: [] })
    expect(withoutScore(printed)).toBe('开展抽查。')
  })
}

test('a deduction stays one', () => {
  expect(parseScore('发生事故。(每项扣1 分,最高扣 2 分)').scoring).toEqual({ kind: 'deduction', points: 2 })
})
