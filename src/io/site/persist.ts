/**
 * Asks the browser not to clear this site's data when the disk runs full. Nobody waits for the answer: Firefox asks the
 * person, who may never answer.
 */
export function askToPersist(): void {
  navigator.storage?.persist?.().catch(() => undefined)
}
