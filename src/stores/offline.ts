/** Opening the pages without a network: kept in the background, and a new build taken when the person wants it. */
import { keepOffline, opensOffline } from '../io/site/offline'

export { opensOffline }

/** Keeps the site for later; `onUpdate` hears of a new build and how to change over to it. */
export function watchForUpdates(onUpdate: (takeOver: () => void) => void): void {
  // Not kept is not lost: the page works as long as there is a network, and 本机保存情况 says which it is.
  keepOffline(onUpdate).catch(() => undefined)
}
