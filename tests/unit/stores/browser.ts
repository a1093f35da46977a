/**
 * A browser for the stores, in Node: IndexedDB from fake-indexeddb, workers without threads, a clock that can be put forward,
 * and faults on demand. Each test file imports it before any store; another tab is the same database beside the stores.
 */
import 'fake-indexeddb/auto'
import { isFileBytes, toBlob } from '../../../src/io/files/file-bytes'
import { inflater, worker } from './workers'

export { inflater, worker }

// What a person would wait for comes when a test puts the clock forward; what takes less than a second runs by itself.
const setRealTimeout = globalThis.setTimeout
const realNow = Date.now
const waiting = new Map<object, { due: number; call: () => void }>()
let ahead = 0
Date.now = () => realNow() + ahead
globalThis.setTimeout = ((call: () => void, delay = 0) => {
  if (delay < 1_000) return setRealTimeout(call, delay)
  const timer = {}
  waiting.set(timer, { due: Date.now() + delay, call })
  return timer
}) as unknown as typeof setTimeout
const clearRealTimeout = globalThis.clearTimeout
globalThis.clearTimeout = ((timer: object) => {
  if (!waiting.delete(timer)) clearRealTimeout(timer as never)
}) as typeof clearTimeout

/** Puts the clock forward and runs what was due by then. */
export function pass(seconds: number): void {
  ahead += seconds * 1_000
  for (const [timer, { due, call }] of [...waiting]) {
    if (due > Date.now()) continue
    waiting.delete(timer)
    call()
  }
}

/** Lets everything that needs no clock come to its end: some turns of the loop, since IndexedDB answers by tasks. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await new Promise(resolve => setRealTimeout(resolve))
}

type Fault = 'none' | 'refuse' | 'silent'

/** What becomes of the transactions that are begun from now on, in order; of those behind the last, `after`. */
export const database = {
  faults: [] as Fault[],
  after: 'none' as Fault,
  /** How many were begun. */
  begun: 0,
  /** Stored values that contain the text are refused for want of room. */
  refusedText: null as string | null,
  /** Keys whose values the browser does not give back. */
  unreadable: new Set<string>(),
}

const begin = IDBDatabase.prototype.transaction
IDBDatabase.prototype.transaction = function (...parts: Parameters<IDBDatabase['transaction']>) {
  database.begun++
  const fault = database.faults.shift() ?? database.after
  if (fault === 'refuse') throw new DOMException('Internal error', 'UnknownError')
  const transaction = begin.apply(this, parts)
  // Its requests are never made, so it never ends: a transaction of nothing would complete.
  return fault === 'silent' ? silent(transaction) : transaction
}

function silent(transaction: IDBTransaction): IDBTransaction {
  const store = {
    get: () => ({}),
    getKey: () => ({}),
    getAllKeys: () => ({}),
    put: () => ({}),
    delete: () => ({}),
    transaction: {},
  }
  return {
    ...store,
    objectStore: () => store,
    addEventListener: () => {},
    abort: () => transaction.abort(),
  } as unknown as IDBTransaction
}

const put = IDBObjectStore.prototype.put
IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
  const refused = database.refusedText
  if (refused !== null && !(value instanceof Blob) && JSON.stringify(value).includes(refused))
    throw new DOMException('There is no room', 'QuotaExceededError')
  // A browser that stores a file reads it, and breaks off when it can't.
  if (value instanceof Blob && 'isVanished' in value) {
    this.transaction.abort()
    return {} as IDBRequest<IDBValidKey>
  }
  return put.call(this, value instanceof ChangedFile ? value.after : value, key)
}

const get = IDBObjectStore.prototype.get
IDBObjectStore.prototype.get = function (key: IDBValidKey | IDBKeyRange) {
  if (!database.unreadable.has(String(key))) return get.call(this, key)
  // The request for a key that no record can have fails in its own task, as the browser's does.
  const request = get.call(this, key)
  const dispatch = request.dispatchEvent
  const error = new DOMException('Failed to read', 'DataError')
  Object.defineProperty(request, 'error', { get: () => error, set: () => {} })
  request.dispatchEvent = event => {
    if (event.type !== 'success') return dispatch.call(request, event)
    let isPrevented = false
    request.onerror?.call(request, {
      preventDefault: () => {
        isPrevented = true
      },
      stopPropagation: () => {},
    } as Event)
    if (!isPrevented) this.transaction.abort()
    return true
  }
  return request
}

/** A file that is changed after it was hashed: Firefox stores what stands there by then. */
export class ChangedFile extends File {
  constructor(
    name: string,
    before: string,
    readonly after: Blob,
  ) {
    super([before], name)
  }
}

/** A file that was picked and is gone. */
export function vanishedFile(name: string): File {
  const gone = () => Promise.reject(new DOMException('A requested file could not be found', 'NotFoundError'))
  return Object.assign(new File(['x'], name), {
    isVanished: true,
    arrayBuffer: gone,
    slice: () => ({ arrayBuffer: gone }),
  })
}

/** The text of a file's stored bytes, as a Blob or in the record. */
export function textOf(stored: unknown): Promise<string> {
  if (!isFileBytes(stored)) throw new Error(`Not a file's bytes: ${stored}`)
  return toBlob(stored).text()
}

/** Everything that is stored, as another page would read it. */
export async function readRecords(): Promise<Map<string, unknown>> {
  const store = (await connect()).transaction('records').objectStore('records')
  const [keys, values] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())])
  return new Map(keys.map((key, i) => [String(key), values[i]]))
}

/** Stores records as another page would; undefined deletes. */
export async function writeRecords(records: Record<string, unknown>): Promise<void> {
  const store = (await connect()).transaction('records', 'readwrite').objectStore('records')
  for (const [key, value] of Object.entries(records))
    await answer(
      (value === undefined ? store.delete(key) : put.call(store, value, key)) as IDBRequest<unknown>,
    )
}

let connection: IDBDatabase | null = null

/** The database without faults. */
async function connect(): Promise<{ transaction: IDBDatabase['transaction'] }> {
  const opening = indexedDB.open('yinzheng', 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore('records')
  connection ??= await answer(opening)
  const db = connection
  return { transaction: (...parts: Parameters<IDBDatabase['transaction']>) => begin.apply(db, parts) }
}

function answer<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** What another tab announces of a checklist. */
export function announce(id: string): void {
  const channel = new BroadcastChannel('yinzheng')
  channel.postMessage(id)
  channel.close()
}

/** An empty browser without faults. */
export async function clean(): Promise<void> {
  database.faults = []
  database.after = 'none'
  database.begun = 0
  database.refusedText = null
  database.unreadable.clear()
  worker.isSilent = false
  inflater.does = 'store'
  inflater.files = 0
  const store = (await connect()).transaction('records', 'readwrite').objectStore('records')
  await answer(store.clear())
}
