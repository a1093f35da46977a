/** The page's side of the service worker, which browsers allow over https and not from a disk. */

const own = document.currentScript as HTMLScriptElement | null
const recheckAfter = 3_600_000

/**
 * Registers the service worker, which keeps the site, and calls `onUpdate` each time a new build is ready. Does nothing
 * where there is no service worker, in a single-file edition and in development.
 */
export async function keepOffline(onUpdate: (takeOver: () => void) => void): Promise<void> {
  if (!own?.src || !isSecureContext || !('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  const registration = await serviceWorker.register(new URL('../sw.js', own.src))
  const takeOver = () => {
    const { waiting } = registration
    // Another tab may have taken the new build over already.
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
    // It fails without a network; the next check is an hour later.
    registration.update().catch(() => undefined)
  })
}

/** True where this page opens without its server: from a disk, or kept by the service worker. */
export function opensOffline(): boolean {
  return location.protocol === 'file:' || Boolean(navigator.serviceWorker?.controller)
}
