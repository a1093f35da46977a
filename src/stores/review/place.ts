/** 逐项审阅: whether it is open, and where the person is in it, which is remembered on this computer. */
import { atom } from 'nanostores'
import type { Order, Place } from '../../core/review/walk'
import { isTexts } from '../../core/text/texts'
import { readPreference, writePreference } from '../../io/site/preference'
import { getCatalogue } from '../page'

/** Null while the matrix is on screen. */
export const $reviewPlace = atom<Place | null>(null)

const keyOfPlace = () => `yinzheng-review-${getCatalogue().edition}`

/** Opens the reading view where the person was last, or at a cell of the matrix. */
export function openReviewing(at?: Pick<Place, 'unit' | 'section'>): void {
  const last = lastPlace()
  goTo(at ? { order: 'by-section', item: '', ...at } : last)
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
