/** Finds items by number and words, as a person types them. */
import type { Item } from '../edition/catalogue'
import type { Section } from './progress'
import { titleSection } from './section-name'

export interface FoundItem {
  section: Section
  item: Item
}

/** The words of a query: all of them must be found. */
export function wordsOf(query: string): string[] {
  return query.split(/\s+/).filter(word => word !== '')
}

/**
 * Whether a query means this item itself: its number begins with what was typed, or, where that is no number, its number and text
 * have all words. 0-5 is no part of 10-5-3.
 */
export function isMeant(item: Item, query: string): boolean {
  const words = wordsOf(query)
  const rank = rankOf(item, words)
  return words.length === 1 && /^\d+(-\d+)*-?$/.test(words[0] as string) ? rank === 0 : rank !== null
}

/** 0: its number begins with the only word. 1: its number and text have all words. Null: its row may have them. */
function rankOf({ id, text }: Item, words: readonly string[]): 0 | 1 | null {
  if (words.length === 1 && id.startsWith(words[0] as string)) return 0
  return words.every(word => `${id} ${text}`.includes(word)) ? 1 : null
}

/**
 * The items whose number, text, or row has all words of the query, in the notice's order: first those whose number begins with
 * it, then those whose own text has them; all items for an empty one.
 */
export function findItems(sections: readonly Section[], query: string): FoundItem[] {
  const words = wordsOf(query)
  const has = (text: string) => words.every(word => text.includes(word))
  const ranks: FoundItem[][] = [[], [], []]
  for (const section of sections) {
    const row = `${titleSection(section)} ${section.indicator?.content ?? ''}`
    for (const item of section.items) {
      const rank = rankOf(item, words) ?? (has(`${item.id} ${item.text} ${row}`) ? 2 : null)
      if (rank !== null) ranks[rank]?.push({ section, item })
    }
  }
  return ranks.flat()
}
