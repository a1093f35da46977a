/**
 * Tells other tabs of this site that a checklist changed, where the browser has a channel (file:// in Firefox has none).
 *
 * Decision: One strict transaction per change. Each change is read, applied and written inside one, so that two tabs
 * can't undo each other and 已保存 means on disk; this channel only tells them to read again.
 */

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('yinzheng')

export function announceChange(id: string): void {
  channel?.postMessage(id)
}

/** Calls back with the id of a checklist another tab changed, created or deleted. */
export function onChangeElsewhere(callback: (id: string) => void): void {
  channel?.addEventListener('message', event => {
    if (typeof event.data === 'string') callback(event.data)
  })
}
