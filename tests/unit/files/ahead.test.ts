import { workAhead } from '../../../src/core/files/ahead'
import { expect, test } from '../runner'

async function collect<T>(results: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const result of results) all.push(result)
  return all
}

test('workAhead() gives results in the order of the items, whichever is done first', async () => {
  const finish: (() => void)[] = []
  const work = (n: number) => new Promise<string>(resolve => finish.push(() => resolve(`${n}`)))
  const all = collect(workAhead([1, 2, 3], work))
  while (finish.length > 0) {
    finish.pop()?.()
    await Promise.resolve()
  }
  expect(await all).toEqual([
    [1, '1'],
    [2, '2'],
    [3, '3'],
  ])
  expect(await collect(workAhead([], work))).toEqual([])
})

test('workAhead() has at most four under way', async () => {
  let underWay = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++underWay)
    await new Promise(resolve => setImmediate(resolve))
    underWay--
  }
  await collect(workAhead(Array.from({ length: 20 }), work))
  expect(most).toBe(4)
})

test('workAhead() throws what the work of an item throws after all results before it', async () => {
  const work = (n: number) => (n < 3 ? Promise.resolve(n) : Promise.reject(new Error(`item ${n}`)))
  const seen: number[] = []
  const run = async () => {
    for await (const [n] of workAhead([1, 2, 3, 4], work)) seen.push(n)
  }
  await expect(run()).rejects.toThrow('item 3')
  expect(seen).toEqual([1, 2])
})
