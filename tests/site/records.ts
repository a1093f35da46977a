/** What the browser keeps, read and written from beside the page, as a page of another version would. */
import type { Page } from 'playwright/test'
import { sha256Of } from './papers'

/** Every stored record by its key; Blobs come as their size. */
export async function readRecords(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(
    () =>
      new Promise<Record<string, unknown>>((resolve, reject) => {
        // Without a version it opens what is there, a newer page's database too.
        const opening = indexedDB.open('yinzheng')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const records: Record<string, unknown> = {}
          const transaction = opening.result.transaction('records')
          const walking = transaction.objectStore('records').openCursor()
          walking.onsuccess = () => {
            const cursor = walking.result
            if (!cursor) return
            records[String(cursor.key)] =
              cursor.value instanceof Blob
                ? cursor.value.size
                : cursor.value instanceof ArrayBuffer
                  ? cursor.value.byteLength
                  : cursor.value
            cursor.continue()
          }
          transaction.onabort = () => reject(transaction.error)
          transaction.oncomplete = () => {
            opening.result.close()
            resolve(records)
          }
        }
      }),
  )
}

/** SHA-256 of every file whose bytes are kept, sorted. */
export async function storedHashes(page: Page): Promise<string[]> {
  const keys = Object.keys(await readRecords(page))
  return keys.flatMap(key => /^blob:(.*)$/.exec(key)?.[1] ?? []).sort()
}

/** The version of the page's database. */
export async function databaseVersion(page: Page): Promise<number | undefined> {
  const databases = await page.evaluate(() => indexedDB.databases())
  return databases.find(({ name }) => name === 'yinzheng')?.version
}

interface Beside {
  /** Contents of files; each is stored as a Blob under its SHA-256. */
  files?: readonly string[]
  /** Above 1 it is the database of a newer page. */
  version?: number
}

/** Stores records; a database of another version on a page of the site that does not open it itself. */
export async function writeRecords(
  page: Page,
  records: Record<string, unknown>,
  { files = [], version = 1 }: Beside = {},
): Promise<void> {
  const blobs = files.map(content => [`blob:${sha256Of(content)}`, content] as const)
  await page.evaluate(
    ({ records, blobs, version }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('yinzheng', version)
        opening.onupgradeneeded = () => opening.result.createObjectStore('records')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('records', 'readwrite')
          const store = transaction.objectStore('records')
          for (const [key, value] of Object.entries(records)) store.put(value, key)
          for (const [key, content] of blobs) store.put(new Blob([content]), key)
          transaction.onabort = () => reject(transaction.error)
          transaction.oncomplete = () => {
            opening.result.close()
            resolve()
          }
        }
      }),
    { records, blobs, version },
  )
}

/** Deletes one record. */
export async function deleteRecord(page: Page, key: string): Promise<void> {
  await page.evaluate(
    key =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('yinzheng')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('records', 'readwrite')
          transaction.objectStore('records').delete(key)
          transaction.onabort = () => reject(transaction.error)
          transaction.oncomplete = () => {
            opening.result.close()
            resolve()
          }
        }
      }),
    key,
  )
}

/** What the bytes under each SHA-256 hash to now, all of them read. Takes a secure context. */
export async function rehashBlobs(page: Page): Promise<Record<string, string>> {
  const keys = (await storedHashes(page)).map(sha256 => `blob:${sha256}`)
  return page.evaluate(async keys => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('yinzheng', 1)
      opening.onerror = () => reject(opening.error)
      opening.onsuccess = () => resolve(opening.result)
    })
    const store = db.transaction('records').objectStore('records')
    const values = await Promise.all(
      keys.map(
        key =>
          new Promise<Blob>((resolve, reject) => {
            const reading = store.get(key)
            reading.onerror = () => reject(reading.error)
            reading.onsuccess = () => resolve(reading.result)
          }),
      ),
    )
    db.close()
    const hashes: Record<string, string> = {}
    for (const [i, key] of keys.entries()) {
      const bytes = (await values[i]?.arrayBuffer()) ?? new ArrayBuffer(0)
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
      hashes[key.slice('blob:'.length)] = Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join(
        '',
      )
    }
    return hashes
  }, keys)
}
