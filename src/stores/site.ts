/** Services of every page of the site: working without a network, installing, 大字, the clipboard. */
import { isInstallable, offerInstalling } from '../io/site/install'
import { keepOffline, opensOffline } from '../io/site/offline'
import { readPreference, writePreference } from '../io/site/preference'

export { copyText } from '../io/site/clipboard'
export { isInstallable, offerInstalling, opensOffline }

/** Keeps the site for later; `onUpdate` hears of a new build and how to change over to it. */
export function watchForUpdates(onUpdate: (takeOver: () => void) => void): void {
  // A failure loses nothing: the page still works with a network, and 本机保存情况 says which it is.
  keepOffline(onUpdate).catch(() => undefined)
}

const largeTextKey = 'yinzheng-large-text'

/** Whether this browser shows pages in large text. It lies in localStorage, which may be lost: it is only a convenience. */
export function isLargeText(): boolean {
  return readPreference(largeTextKey) === 'on'
}

export function keepLargeText(isLarge: boolean): void {
  writePreference(largeTextKey, isLarge ? 'on' : 'off')
}
