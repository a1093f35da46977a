/** A browser that refuses to store: for a while, or at all. IndexedDB is otherwise the real one. */
import type { Page } from 'playwright/test'

declare global {
  interface Window {
    /** Records that contain it are refused; the empty text refuses everything. */
    refusedText?: string | undefined
  }
}

/** From the next page on, the disk can be filled; what has no room is refused as Chrome does. */
export async function fillableDisk(page: Page) {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function (value, key) {
      const text = value instanceof Blob ? '' : JSON.stringify(value)
      if (window.refusedText !== undefined && text.includes(window.refusedText))
        throw new DOMException('There is no room', 'QuotaExceededError')
      return put.call(this, value, key)
    }
  })
  const refuse = (text: string | undefined) =>
    page.evaluate(text => {
      window.refusedText = text
    }, text)
  return { fill: () => refuse(''), free: () => refuse(undefined), refuse }
}

/** From the next page on, site data are blocked, as a browser's settings can do. */
export async function blockStorage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      const error = new DOMException('Internal error', 'UnknownError')
      const request = { error } as unknown as IDBOpenDBRequest
      setTimeout(() => request.onerror?.(new Event('error')))
      return request
    }
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('Access is denied for this document', 'SecurityError')
      },
    })
  })
}
