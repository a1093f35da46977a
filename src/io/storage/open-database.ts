/** Opens the browser's database, and reads records that may not be given back. No state here: parts of the page use it too. */
import { get, type UseStore } from 'idb-keyval'
import { unreadable } from './transaction'

const databaseName = 'yinzheng'
export const storeName = 'records'

/** Without a version it opens what there is. */
export function openDatabase(version: number | undefined): Promise<IDBDatabase> {
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

/** Reads one by one: in a transaction of many, one that fails takes the others with it. */
export function readEach(list: readonly string[], use: UseStore): Promise<unknown[]> {
  return Promise.all(list.map(key => get(key, use).catch(unreadable)))
}
