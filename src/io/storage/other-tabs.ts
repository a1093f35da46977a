/** Tells other tabs of this site that a checklist changed, where the browser has a channel (file:// in Firefox has none). */

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
