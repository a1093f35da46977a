/** 逐项审阅: whether it is open, and where the person is in it, which is remembered on this computer. */
import { atom } from 'nanostores'
import type { Order, Place } from '../../core/review/walk'
import { isTexts } from '../../core/text/texts'
import { readPreference, writePreference } from '../../io/site/preference'
import { getCatalogue } from '../page'

/** Null while the matrix is on screen. */
export const $reviewPlace = atom<Place | null>(null)

/** The cell (or, without a section, the unit) that it was opened from; null where it was opened as a whole. */
export const $reviewCell = atom<Pick<Place, 'unit' | 'section'> | null>(null)

const keyOfPlace = () => `yinzheng-review-${getCatalogue().edition}`

/** Opens the reading view where the person was last, at a cell of the matrix, or (`section` is empty) at a unit. */
export function openReviewing(at?: Pick<Place, 'unit' | 'section'>): void {
  $reviewCell.set(at ?? null)
  const order = at?.section === '' ? 'by-unit' : 'by-section'
  goTo(at ? { order, item: '', ...at } : lastPlace())
}

export function goTo(place: Place): void {
  $reviewPlace.set(place)
  writePreference(keyOfPlace(), JSON.stringify([place.order, place.unit, place.section, place.item]))
}

export function closeReviewing(): void {
  $reviewPlace.set(null)
}

/** Anybody may have written what is stored; a place that is no more is looked for nearby. */
function lastPlace(): Place {
  const stored = parseJson(readPreference(keyOfPlace()) ?? '')
  const [order, unit = '', section = '', item = ''] = isTexts(stored) ? stored : []
  return { order: isOrder(order) ? order : 'by-section', unit, section, item }
}

function isOrder(order: string | undefined): order is Order {
  return order === 'by-unit' || order === 'by-section'
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
