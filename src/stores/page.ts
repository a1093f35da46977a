/** The edition that the page is about. The page's script opens it once, before anything reads a store. */
import { atom } from 'nanostores'
import type { Catalogue } from '../core/edition/catalogue'

/** The page's catalogue, for stores that follow it; null until `openPage`. */
export const $catalogue = atom<Catalogue | null>(null)

/** Opens the page on this catalogue. */
export function openPage(catalogue: Catalogue): void {
  $catalogue.set(catalogue)
}

/** The page's catalogue. @throws before `openPage` */
export function getCatalogue(): Catalogue {
  const catalogue = $catalogue.get()
  if (!catalogue) throw new Error('Cannot read catalogue: the page is not open yet')
  return catalogue
}
