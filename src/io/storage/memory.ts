/** Records that live as long as the page: the last resort where the browser refuses to store anything. */
import { inSteps, runToEnd } from '../../core/files/steps'
import type { Records } from './database'

export function memoryRecords(): Records {
  const records = new Map<string, unknown>()
  return {
    keys: async () => [...records.keys()],
    read: async keys => keys.map(key => records.get(key)),
    change: async (wanted, decide) => {
      const present = typeof wanted === 'function' ? [...records.keys()] : []
      const list = typeof wanted === 'function' ? wanted(present) : wanted
      const read = new Map(list.map(key => [key, records.get(key)]))
      // Without a pause: nothing may come between reading and writing.
      const { put, remove } = runToEnd(inSteps(decide(read, present)))
      for (const [key, value] of put) records.set(key, value)
      for (const key of remove) records.delete(key)
    },
  }
}
