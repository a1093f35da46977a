/**
 * The browser's database as a set of keyed records with one atomic operation. Every write is one `strict` transaction:
 * its promise resolves after the bytes are on disk (Chrome ≥ 121 would otherwise report earlier). A record that the browser
 * can't give back is one value less, never the end of the others. Every call is watched (`silence`).
 */
import { get, getMany, keys, type UseStore } from 'idb-keyval'
import { giveUpError, watchCall } from '../files/silence'
import { change, type Decide, patience, UnreadableValue, unreadable, type Wanted } from './transaction'

const databaseName = 'yinzheng'
const storeName = 'records'

export interface Records {
  keys(): Promise<string[]>
  /** The values in order; undefined where there is none, an UnreadableValue where it can't be read. */
  read(keys: readonly string[]): Promise<unknown[]>
  /**
   * Reads `wanted`, lets `decide` choose the writes, and writes them, all in one transaction. Where `wanted` depends on
   * which keys there are, it is a function of them and `decide` gets them too. Whatever `decide` throws undoes it all.
   * Resolves after the transaction completed.
   */
  change(wanted: Wanted, decide: Decide): Promise<void>
}

/** The records of this browser's database. */
export const database: Records = {
  keys: () => watched(() => keys<string>(useStore)),
  read: list => watched(() => getMany([...list], useStore).catch(() => readEach(list, useStore))),
  change: (wanted, decide) =>
    watched(heard => useStore('readwrite', store => change(store, wanted, decide, heard))),
}

/** Reads one by one: in a transaction of many, one that fails takes the others with it. */
function readEach(list: readonly string[], use: UseStore): Promise<unknown[]> {
  return Promise.all(list.map(key => get(key, use).catch(unreadable)))
}

/**
 * Everything in the database that can be read, whatever version it has: for taking out what this page can't use. It is opened
 * as it is, so nothing in it changes.
 */
export async function readWholeDatabase(): Promise<[key: string, value: unknown][]> {
  const db = await watched(() => openDatabase(undefined))
  try {
    const records: [string, unknown][] = []
    for (const name of Array.from(db.objectStoreNames)) {
      const use: UseStore = async (mode, callback) => callback(db.transaction(name, mode).objectStore(name))
      const list = await watched(() => keys<string>(use))
      const values = await watched(() => readEach(list, use))
      for (const [i, key] of list.entries())
        if (!(values[i] instanceof UnreadableValue)) records.push([String(key), values[i]])
    }
    return records
  } finally {
    db.close()
  }
}

let opening: Promise<IDBDatabase> | null = null
const running = new Set<IDBTransaction>()

/** Runs a call that is said to be late when it does not answer, and can be given up then. */
function watched<Value>(call: (heard: (patience: number) => void) => Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const watch = watchCall('storage', patience, () => {
      forgetConnection()
      watch.end()
      reject(giveUpError())
    })
    call(watch.heard).finally(watch.end).then(resolve, reject)
  })
}

/** Closes the connection: transactions under way are undone, and the next call opens the database again. */
function forgetConnection(): void {
  for (const transaction of running) {
    try {
      transaction.abort()
    } catch {
      // It has ended, or is about to.
    }
  }
  running.clear()
  opening?.then(db => db.close()).catch(() => undefined)
  opening = null
}

const useStore: UseStore = async (mode, callback) => {
  const transaction = await begin(mode).catch(error => {
    // The connection was closed by the browser, or by a newer page, since it was opened.
    if (error.name !== 'InvalidStateError') throw error
    opening = null
    return begin(mode)
  })
  running.add(transaction)
  const end = () => running.delete(transaction)
  transaction.addEventListener('complete', end)
  transaction.addEventListener('abort', end)
  return callback(transaction.objectStore(storeName))
}

async function begin(mode: IDBTransactionMode): Promise<IDBTransaction> {
  return (await open()).transaction(storeName, mode, { durability: 'strict' })
}

function open(): Promise<IDBDatabase> {
  opening ??= openDatabase(1)
    .then(db => {
      // A newer page in another tab must be able to upgrade; a closed database is opened anew at the next call.
      db.onversionchange = () => {
        db.close()
        opening = null
      }
      db.onclose = () => {
        opening = null
      }
      return db
    })
    .catch(error => {
      opening = null
      throw error
    })
  return opening
}

/** Without a version it opens what there is. */
function openDatabase(version: number | undefined): Promise<IDBDatabase> {
  return new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(databaseName, version)
    request.onupgradeneeded = () => {
      if (version !== undefined) request.result.createObjectStore(storeName)
      // There was none: an empty one would be in the way of the page's own.
      else request.transaction?.abort()
    }
    request.onerror = () => reject(request.error)
    request.onsuccess = () => resolve(request.result)
  })
}
