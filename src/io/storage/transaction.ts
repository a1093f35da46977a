/**
 * One transaction: it reads, decides what to write by what it read, and writes that. Long work of it is cut into slices, between which the
 * page answers: the record of a checklist with ten thousand files takes long to read and to write.
 */
import { inSteps, type Steps } from '../../core/files/steps'
import { isFileBytes, lengthOf } from '../files/file-bytes'

// What an answer may take before it is said to be late; a write has this for every 2 MB more.
export const patience = 5_000
const bytesPerPatience = 10_000_000

/** Milliseconds of a transaction's own work in one task. */
const sliceTime = 8

/** The records that a transaction puts and deletes, decided from what it read. */
export interface Writes {
  put: [key: string, value: unknown][]
  remove: string[]
}

/** In the place of a stored value that the browser can't give back: its file on disk is gone or cut. */
export class UnreadableValue {
  constructor(readonly reason: string) {}
}

export type Wanted = readonly string[] | ((keys: string[]) => readonly string[])

/** Chooses the writes; long work in steps, between which the page answers. */
export type Decide = (read: Map<string, unknown>, keys: string[]) => Writes | Steps<Writes>

type Heard = (patience: number, put: Writes['put']) => void

/** As `Records.change`, in the transaction of `store`; `heard` is told how long the writing may take, in milliseconds, and what is put. */
export function change(store: IDBObjectStore, wanted: Wanted, decide: Decide, heard: Heard): Promise<void> {
  return new Promise<void>((resolve, reject) => {
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
    transaction.onabort = () => reject(thrown ?? abortReason(transaction.error))
    const read = (keys: string[], list: readonly string[]) => {
      const values = new Map<string, unknown>()
      const steps = write(store, decide, values, keys, heard)
      // What was read may have taken long: the first pause comes at once.
      let start = 0
      const go = attempt(() => {
        while (!steps.next().done) {
          if (performance.now() - start < sliceTime) continue
          // A transaction that asks for nothing before the task ends is over.
          store.getKey('').onsuccess = () => {
            start = performance.now()
            go()
          }
          return
        }
      })
      if (list.length === 0) return go()
      let left = list.length
      for (const key of list) {
        const request = store.get(key)
        const take = (value: unknown) => {
          values.set(key, value)
          left--
          if (left === 0) go()
        }
        request.onsuccess = () => take(request.result)
        request.onerror = event => {
          // Otherwise the transaction would be aborted.
          event.preventDefault()
          event.stopPropagation()
          take(unreadable(request.error))
        }
      }
    }
    if (typeof wanted !== 'function') return read([], wanted)
    const all = store.getAllKeys()
    all.onsuccess = attempt(() => read(all.result as string[], wanted(all.result as string[])))
  })
}

/** Writes what `decide` chooses. */
function* write(
  store: IDBObjectStore,
  decide: Decide,
  values: Map<string, unknown>,
  keys: string[],
  heard: Heard,
): Steps<void> {
  // A large record takes long to be given back.
  yield
  const { put, remove } = yield* inSteps(decide(values, keys))
  const bytes = put.reduce((sum, [, value]) => sum + (isFileBytes(value) ? lengthOf(value) : 0), 0)
  heard(patience * (1 + bytes / bytesPerPatience), put)
  for (const [key, value] of put) {
    yield
    store.put(value, key)
  }
  for (const key of remove) {
    yield
    store.delete(key)
  }
}

/** Nobody here aborts a transaction by itself, so an abort without a reason is the browser's: it could not keep what it was given. */
function abortReason(error: DOMException | null): DOMException {
  return error && error.name !== 'AbortError'
    ? error
    : new DOMException('The browser broke off the transaction', 'TransactionBrokenOffError')
}

export function unreadable(error: unknown): UnreadableValue {
  return new UnreadableValue(error instanceof Error ? error.name : 'UnknownError')
}
