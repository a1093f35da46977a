/** All that is stored, whatever page stored it. */
import { keys, type UseStore } from 'idb-keyval'
import { openDatabase, readEach } from './open-database'
import { UnreadableValue } from './transaction'

/**
 * Everything in the database that can be read, whatever version it has: for taking out what this page can't use. It is opened
 * as it is, so nothing in it changes.
 */
export async function readWholeDatabase(): Promise<[key: string, value: unknown][]> {
  const db = await openDatabase(undefined)
  try {
    const records: [string, unknown][] = []
    for (const name of Array.from(db.objectStoreNames)) {
      const use: UseStore = async (mode, callback) => callback(db.transaction(name, mode).objectStore(name))
      const list = await keys<string>(use)
      const values = await readEach(list, use)
      for (const [i, key] of list.entries())
        if (!(values[i] instanceof UnreadableValue)) records.push([String(key), values[i]])
    }
    return records
  } finally {
    db.close()
  }
}
