/** Keeps the pages for opening without a network, and changes to a new build when the person wants it. */
import { keepOffline, opensOffline } from '../io/site/offline'

export { opensOffline }

/** Keeps the site in the background; calls `onUpdate` when a new build is there, with the function that changes to it. */
export function watchForUpdates(onUpdate: (takeOver: () => void) => void): void {
  // Where it can't be kept the page still works with a network; 本机保存情况 says which of the two holds.
  keepOffline(onUpdate).catch(() => undefined)
}
