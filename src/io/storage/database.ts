/**
 * The browser's database as a set of keyed records with one atomic operation. Every write is one `strict` transaction:
 * its promise resolves after the bytes are on disk (Chrome ≥ 121 would otherwise report earlier).
 */
import { get, getMany, keys, type UseStore } from 'idb-keyval'

const databaseName = 'yinzheng'
const storeName = 'records'

/** What a change puts and deletes, decided from what the transaction read. */
export interface Writes {
  put: [key: string, value: unknown][]
  remove: string[]
}

export type Wanted = readonly string[] | ((keys: string[]) => readonly string[])

export interface Records {
  keys(): Promise<string[]>
  get(key: string): Promise<unknown>
  getMany(keys: string[]): Promise<unknown[]>
  /**
   * Reads `wanted`, lets `decide` choose the writes, and writes them, all in one transaction. Where `wanted` depends on
   * which keys there are, it is a function of them and `decide` gets them too. Whatever `decide` throws undoes it all.
   * Resolves after the transaction completed.
   */
  change(wanted: Wanted, decide: (read: Map<string, unknown>, keys: string[]) => Writes): Promise<void>
}

/**
 * Everything in the database, whatever version it has: for taking out what a newer page wrote. It is opened as it is, so
 * nothing in it changes.
 */
export async function readWholeDatabase(): Promise<[key: string, value: unknown][]> {
  const request = indexedDB.open(databaseName)
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  try {
    const records: [string, unknown][] = []
    for (const name of Array.from(db.objectStoreNames)) {
      const use: UseStore = async (mode, callback) => callback(db.transaction(name, mode).objectStore(name))
      for (const key of await keys(use)) records.push([String(key), await get(key, use)])
    }
    return records
  } finally {
    db.close()
  }
}

let opening: Promise<IDBDatabase> | null = null

/** The records of this browser's database. */
export const database: Records = {
  keys: () => keys<string>(useStore),
  get: key => get(key, useStore),
  getMany: list => getMany(list, useStore),
  change: (wanted, decide) =>
    useStore(
      'readwrite',
      store =>
        new Promise<void>((resolve, reject) => {
          let thrown: unknown = null
          const { transaction } = store
          const attempt = (step: () => void) => () => {
            try {
              step()
            } catch (error) {
              thrown = error
              transaction.abort()
            }
          }
          transaction.oncomplete = () => resolve()
          transaction.onabort = () =>
            reject(thrown ?? transaction.error ?? new DOMException('Transaction aborted', 'AbortError'))
          const read = (keys: string[], list: readonly string[]) => {
            const requests = list.map(key => [key, store.get(key)] as const)
            const write = attempt(() => {
              const { put, remove } = decide(
                new Map(requests.map(([key, request]) => [key, request.result])),
                keys,
              )
              for (const [key, value] of put) store.put(value, key)
              for (const key of remove) store.delete(key)
            })
            // Requests of one transaction answer in order: the last one's answer means all are there.
            const last = requests[requests.length - 1]
            if (last) last[1].onsuccess = write
            else write()
          }
          if (typeof wanted !== 'function') return read([], wanted)
          const all = store.getAllKeys()
          all.onsuccess = attempt(() => read(all.result as string[], wanted(all.result as string[])))
        }),
    ),
}

const useStore: UseStore = async (mode, callback) => {
  const db = await open()
  return callback(db.transaction(storeName, mode, { durability: 'strict' }).objectStore(storeName))
}

function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(storeName)
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      const db = request.result
      // A newer page in another tab must be able to upgrade; a closed database is opened anew at the next call.
      db.onversionchange = () => {
        db.close()
        opening = null
      }
      db.onclose = () => {
        opening = null
      }
      resolve(db)
    }
  }).catch(error => {
    opening = null
    throw error
  })
  return opening
}
