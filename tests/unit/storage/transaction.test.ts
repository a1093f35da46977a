/** A change whose work is long: it pauses, and is one transaction all the same. */
import { database as records } from '../../../src/io/storage/database'
import { expect, test } from '../runner'
import { clean, database, readRecords } from '../stores/browser'

test.describe.configure({ mode: 'serial' })

const now = performance.now
test.beforeEach(async () => {
  await clean()
  // Each look at the clock finds that the slice is over.
  let clock = 0
  performance.now = () => (clock += 1_000)
})
test.afterEach(() => {
  performance.now = now
})

test('the page answers while it works; what another change begins meanwhile comes after it and finds what it wrote', async () => {
  const order: string[] = []
  const long = records.change(['units:甲'], function* () {
    yield
    order.push('the long one begins')
    setImmediate(() => order.push('the page answers'))
    yield
    order.push('the long one decides')
    return {
      put: [
        ['units:甲', 1],
        ['units:乙', 1],
      ],
      remove: [],
    }
  })
  const short = records.change(['units:甲'], read => {
    order.push(`the short one reads ${read.get('units:甲')}`)
    return { put: [['units:甲', 2]], remove: ['units:乙'] }
  })
  await Promise.all([long, short])
  expect(order).toEqual([
    'the long one begins',
    'the page answers',
    'the long one decides',
    'the short one reads 1',
  ])
  expect([...(await readRecords())]).toEqual([['units:甲', 2]])
})

test('what is thrown after a pause, and a value that is refused behind others, undo all of it', async () => {
  const thrown = records.change([], function* () {
    yield
    throw new Error('Cannot decide')
  })
  await expect(thrown).rejects.toThrow('Cannot decide')
  database.refusedText = '放不下'
  const refused = records.change([], () => ({
    put: [
      ['units:甲', '放得下'],
      ['units:乙', '放不下'],
    ],
    remove: [],
  }))
  await expect(refused).rejects.toThrow('There is no room')
  expect([...(await readRecords())]).toEqual([])
})
