/** Services of every page of the site: working without a network, 大字, the clipboard. */
import { keepOffline, opensOffline } from '../io/site/offline'
import { readPreference, writePreference } from '../io/site/preference'

export { copyText } from '../io/site/clipboard'
export { opensOffline }

/** Keeps the site for later; `onUpdate` hears of a new build and how to change over to it. */
export function watchForUpdates(onUpdate: (takeOver: () => void) => void): void {
  // Where keeping fails nothing is lost: the page works as long as there is a network, and 本机保存情况 says which it is.
  keepOffline(onUpdate).catch(() => undefined)
}

const largeTextKey = 'yinzheng-large-text'

/** Whether this browser shows pages in large text. Comfort only; nobody misses it when it is gone. */
export function isLargeText(): boolean {
  return readPreference(largeTextKey) === 'on'
}

export function keepLargeText(isLarge: boolean): void {
  writePreference(largeTextKey, isLarge ? 'on' : 'off')
}
