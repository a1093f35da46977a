/** Chromium 86 loses what it says it stored: it is read back, and stored again from what is still at hand. */
import { losesFiles } from '../../../src/core/site/browser'
import { keepFromLoss } from '../../../src/io/storage/read-back'
import { UnreadableValue } from '../../../src/io/storage/transaction'
import { expect, test } from '../runner'

const bytes = new Blob(['x'.repeat(20_000)])
const record = { id: '甲' }
const lost = new UnreadableValue('DataError')

/** A storage in which `losses` more puts of each key are lost. */
function storage(stored: Map<string, unknown>, losses = 0) {
  const putAgain: string[] = []
  return {
    putAgain,
    read: async (keys: readonly string[]) => keys.map(key => stored.get(key)),
    change: async (
      keys: readonly string[],
      decide: (read: Map<string, unknown>) => { put: [string, unknown][] },
    ) => {
      for (const [key, value] of decide(new Map(keys.map(key => [key, stored.get(key)]))).put) {
        putAgain.push(key)
        stored.set(key, putAgain.filter(other => other === key).length <= losses ? lost : value)
      }
    },
  }
}

test('a file that was lost is stored again, what is there is not; records are left alone', async () => {
  const stored = new Map<string, unknown>([
    ['checklist:甲', lost],
    ['blob:1', lost],
    ['blob:2', bytes],
  ])
  const old = storage(stored)
  await keepFromLoss(
    [
      ['checklist:甲', record],
      ['blob:1', bytes],
      ['blob:2', bytes],
    ],
    old,
  )
  expect(old.putAgain).toEqual(['blob:1'])
  expect([...stored.values()]).toEqual([lost, bytes, bytes])
})

test('what another tab deleted meanwhile does not come back', async () => {
  const stored = new Map<string, unknown>([['blob:1', lost]])
  const old = storage(stored)
  const { change } = old
  const meanwhile = (...[keys, decide]: Parameters<typeof change>) => {
    stored.delete('blob:1')
    return change(keys, decide)
  }
  await keepFromLoss([['blob:1', bytes]], { ...old, change: meanwhile })
  expect(old.putAgain).toEqual([])
  expect([...stored]).toEqual([])
})

test('it tries again as long as it is lost again, but not for ever', async () => {
  const some = storage(new Map([['blob:1', lost]]), 3)
  await keepFromLoss([['blob:1', bytes]], some)
  expect(some.putAgain).toHaveLength(4)
  const never = storage(new Map([['blob:1', lost]]), Number.POSITIVE_INFINITY)
  await expect(keepFromLoss([['blob:1', bytes]], never)).rejects.toThrow('lost what it had stored')
})

test('Chromium before 109 is read back, no other browser', () => {
  const agent = (version: string) =>
    `Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 (KHTML, like Gecko) ${version}`
  expect(losesFiles(agent('Chrome/86.0.4240.198 Safari/537.36 QIHU 360SE'))).toBe(true)
  expect(losesFiles(agent('Chrome/109.0.0.0 Safari/537.36'))).toBe(false)
  expect(losesFiles(agent('Version/16.4 Safari/605.1.15'))).toBe(false)
  expect(losesFiles('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe(false)
})
