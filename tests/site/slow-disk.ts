/**
 * A disk that gives its bytes when told: files wait to be read, so that what a person does meanwhile comes at a known
 * moment. Files reach the page's worker as always; only the messages that hand them over are held back.
 */
import type { Page } from 'playwright/test'

export interface SlowDisk {
  /** Lets the next `files` be read; all from now on when not told how many. */
  give(files?: number): Promise<void>
  /** How many wait. */
  waiting(): Promise<number>
}

declare global {
  interface Window {
    slowDisk: { allowed: number; waiting: (() => void)[] }
  }
}

/**
 * From the next page on, files wait, and with `parts` what is cut out of them; the page itself may digest text of its own,
 * as when it packs.
 */
export async function slowDisk(page: Page, { parts = false } = {}): Promise<SlowDisk> {
  await page.addInitScript(holdsParts => {
    const disk: Window['slowDisk'] = { allowed: 0, waiting: [] }
    window.slowDisk = disk
    const post = Worker.prototype.postMessage
    Worker.prototype.postMessage = function (this: Worker, message: { blob?: unknown }) {
      const send = () => post.call(this, message)
      if (!(message.blob instanceof (holdsParts ? Blob : File))) return send()
      if (disk.allowed === 0) return void disk.waiting.push(send)
      disk.allowed--
      send()
    } as typeof post
  }, parts)
  return {
    give: files =>
      page.evaluate(files => {
        const disk = window.slowDisk
        disk.allowed += files
        while (disk.allowed > 0 && disk.waiting.length > 0) {
          disk.allowed--
          disk.waiting.shift()?.()
        }
      }, files ?? 1_000_000),
    waiting: () => page.evaluate(() => window.slowDisk.waiting.length),
  }
}
