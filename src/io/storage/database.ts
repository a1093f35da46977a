/**
 * The browser's database as a set of keyed records with one atomic operation. Every write is one `strict` transaction:
 * its promise resolves after the bytes are on disk (Chrome ≥ 121 would otherwise report earlier). A record that the browser
 * can't give back is one value less, never the end of the others. Every call is watched (`silence`).
 */
import { getMany, keys, type UseStore } from 'idb-keyval'
import { losesFiles } from '../../core/site/browser'
import { giveUpError, watchCall } from '../files/silence'
import { openDatabase, readEach, storeName } from './open-database'
import { keepFromLoss } from './read-back'
import { change, type Decide, patience, type Wanted, type Writes } from './transaction'

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
  read: list => watched(() => read(list)),
  change: (wanted, decide) =>
    watched(async heard => {
      const put = await write(wanted, decide, heard)
      if (losesFiles(navigator.userAgent)) await keepFromLoss(put, { read, change: write })
    }),
}

const read: Records['read'] = list => getMany([...list], useStore).catch(() => readEach(list, useStore))

/** In one transaction. @returns what was put */
async function write(
  wanted: Wanted,
  decide: Decide,
  heard = (_patience: number) => {},
): Promise<Writes['put']> {
  let put: Writes['put'] = []
  await useStore('readwrite', store =>
    change(store, wanted, decide, (patience, writes) => {
      put = writes
      heard(patience)
    }),
  )
  return put
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
