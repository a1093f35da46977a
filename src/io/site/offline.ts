/** The service worker from the page's side: where the browser has one (https, not from a disk). */

const own = document.currentScript as HTMLScriptElement | null
const recheckAfter = 3_600_000

/**
 * Has the site kept for later, and calls back each time a new build of it lies ready. Without a service worker, in a
 * single-file edition and in development nothing happens.
 */
export async function keepOffline(onUpdate: (takeOver: () => void) => void): Promise<void> {
  if (!own?.src || !isSecureContext || !('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  const registration = await serviceWorker.register(new URL('../sw.js', own.src))
  const takeOver = () => {
    const { waiting } = registration
    // Another tab may have changed over already.
    if (!waiting) return location.reload()
    serviceWorker.addEventListener('controllerchange', () => location.reload())
    waiting.postMessage('take-over')
  }
  const tell = () => {
    // Without a controller this is the first visit: nothing is new.
    if (registration.waiting && serviceWorker.controller) onUpdate(takeOver)
  }
  const watch = () => registration.installing?.addEventListener('statechange', tell)
  tell()
  watch()
  registration.addEventListener('updatefound', watch)
  let checked = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - checked < recheckAfter) return
    checked = Date.now()
    // Without a network there is no news.
    registration.update().catch(() => undefined)
  })
}

/** Whether this page would open with the server gone. */
export function opensOffline(): boolean {
  return location.protocol === 'file:' || Boolean(navigator.serviceWorker?.controller)
}
