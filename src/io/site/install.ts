/** The page as an installed one, which browsers allow over https. */
import { askToPersist } from './persist'

const own = document.currentScript as HTMLScriptElement | null

/** Whether this page can be installed: not over http, from a disk or as a single file. */
export function isInstallable(): boolean {
  return Boolean(own?.src) && isSecureContext && location.protocol !== 'file:'
}

/**
 * Names the manifest where it can be used: over http and from a disk browsers complain of it. Chromium grants an installed page
 * what it else decides by its own lights, so it is asked again then.
 */
export function offerInstalling(): void {
  if (!isInstallable() || !own) return
  const link = document.createElement('link')
  link.rel = 'manifest'
  link.href = new URL('../site.webmanifest', own.src).href
  document.head.append(link)
  addEventListener('appinstalled', askToPersist)
  if (matchMedia('(display-mode: minimal-ui), (display-mode: standalone)').matches) askToPersist()
}
