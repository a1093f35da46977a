import type { Finding } from '../../../src/core/bag/finding'
import { shareProblems } from '../../../src/core/bag/share-problems'
import { expect, test } from '../runner'

const bagsAt = (...folders: string[]) => folders.map(folder => ({ folder, findings: [] as Finding[] }))
const encrypted = (path: string) => ({ code: 'encrypted' as const, path })
const nested: Finding = { code: 'nested-zip', path: '乙.zip' }
const rar: Finding = { code: 'closed-container', path: '丙.rar', found: 'rar' }

/** What speaks against each bag, and what is left. */
function share(problems: Finding[], ...folders: string[]): [ofBags: Finding[][], left: Finding[]] {
  const shared = shareProblems(problems, bagsAt(...folders))
  return [shared.bags.map(({ findings }) => findings), shared.problems]
}

test('shareProblems(): a file that can’t be read speaks against the bag it lies in, not against the first', () => {
  const problem = encrypted('乙/data/a.pdf')
  expect(share([problem], '甲/', '乙/')).toEqual([[[], [problem]], []])
  const inside: Finding = { code: 'nested-problem', path: '乙.zip', problem: encrypted('乙/data/a.pdf') }
  expect(share([inside], '甲/', '乙.zip/乙/')).toEqual([[[], [inside]], []])
  const ofAll: Finding = { code: 'nested-problem', path: '乙.zip', problem: { code: 'more-archives' } }
  expect(share([ofAll], '甲/', '乙.zip/乙/')).toEqual([[[], [ofAll]], []])
  expect(share([ofAll], '甲/')).toEqual([[[]], [ofAll]])
})

test('shareProblems(): what lies beside the bags speaks against none, an unsafe path against the only one', () => {
  expect(share([rar], '甲/')).toEqual([[[]], [rar]])
  const unsafe: Finding = { code: 'unsafe-path', path: '../外.txt' }
  expect(share([unsafe], '甲/')).toEqual([[[unsafe]], []])
  expect(share([unsafe], '甲/', '乙/')).toEqual([[[], []], [unsafe]])
})

test('shareProblems(): oddities are said once, with the first bag; all is left where there is none', () => {
  expect(share([nested], '甲/', '丁/')).toEqual([[[nested], []], []])
  expect(share([nested, rar])).toEqual([[], [nested, rar]])
})

test('shareProblems(): a file that lies there and can’t be read is not called missing too', () => {
  const problem = encrypted('乙/data/a.pdf')
  const missing = ['data/a.pdf', 'data/b.pdf'].map((path): Finding => ({ code: 'missing', path }))
  const { bags } = shareProblems([problem], [{ folder: '乙/', findings: missing }])
  expect(bags[0]?.findings).toEqual([problem, missing[1]])
})
