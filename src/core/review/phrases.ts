/** Phrases for a note: what was written before, of the same item first, and what the item's own text asks for. */
import type { Item } from '../edition/catalogue'
import type { Review } from './review'

/** Each phrase once, the likeliest first; `usual` are those that fit anything. */
export function phrasesFor(item: Item, reviews: Iterable<Review>, usual: readonly string[]): string[] {
  const here = new Map<string, number>()
  const elsewhere = new Map<string, number>()
  for (const { words } of reviews)
    for (const [id, [word]] of Object.entries(words)) {
      if (!word || word.verdict === 'accepted') continue
      const counts = id === item.id ? here : elsewhere
      for (const phrase of phrasesIn(word.note)) counts.set(phrase, (counts.get(phrase) ?? 0) + 1)
    }
  const used = byCount(elsewhere).filter(([, count]) => count > 1)
  const all = [...byCount(here), ...used].map(([phrase]) => phrase)
  return [...new Set([...all, ...usual, ...asksOf(item)])].filter(phrase => phrase.length <= longest)
}

/** The note with the phrase at its end, or without it where it has it. */
export function togglePhrase(note: string, phrase: string): string {
  const phrases = phrasesIn(note)
  if (phrases.includes(phrase)) return phrases.filter(other => other !== phrase).join(between)
  const before = note.trim().replace(/[；;。]$/, '')
  return before === '' ? phrase : `${before}${between}${phrase}`
}

export function phrasesIn(note: string): string[] {
  return note
    .split(/[；;。\n]/)
    .map(phrase => phrase.trim())
    .filter(Boolean)
}

const between = '；'

/** Longer ones are letters of their own. */
const longest = 40

/** An item that names several things may lack one of them. */
function asksOf({ text }: Item): string[] {
  const parts = text.split(/[,，、；;]/).map(part => part.trim())
  return parts.length > 1 ? parts.filter(part => part.length > 2).map(part => `缺“${part}”的材料`) : []
}

function byCount(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort(([, a], [, b]) => b - a)
}
