/** Finds the words that an item is suggested for. */
import type { Choice } from './choose-item'
import type { SuggestionReason } from './suggestion'
import type { NumberFound, Witness } from './witnesses'

export function reasonOf(
  { target, by }: Choice,
  row: number,
  witnesses: readonly Witness[],
  number: NumberFound | undefined,
): SuggestionReason {
  const isNumbered = number?.targets.includes(target) ?? false
  const strongest = [...witnesses].sort((a, b) => speaks(b) - speaks(a))[0]
  function speaks({ weight, share }: Witness): number {
    return ((weight.rows.get(row) ?? 0) + (weight.items.get(target) ?? 0)) * share
  }
  const text = number?.part.text ?? ''
  if (isNumbered && number && (by === 'number' || !strongest || speaks(strongest) < 2)) {
    if (by === 'row') return { code: 'row-only', text: number.part.isName ? number.text : text }
    return number.part.isName ? { code: 'name', text: number.text } : { code: 'folder', text }
  }
  if (!strongest) return { code: 'row-only', text }
  if (by === 'row') return { code: 'row-only', text: strongest.text }
  if (strongest.source === 'name')
    return { code: 'name', text: longestShared(strongest.text, [...target.texts, ...target.rowTexts]) }
  return { code: strongest.source, text: strongest.text }
}

/** The longest run of characters that a name shares with one of the texts; the name itself where it shares none of two. */
function longestShared(name: string, texts: readonly string[]): string {
  const characters = Array.from(name.normalize('NFKC'))
  const known = texts.map(text => text.normalize('NFKC'))
  let longest = ''
  for (let start = 0; start < characters.length; start++) {
    let run = ''
    for (const character of characters.slice(start)) {
      if (!/[\p{L}\p{N}]/u.test(character) || !known.some(text => text.includes(run + character))) break
      run += character
    }
    if (run.length > longest.length) longest = run
  }
  return longest.length < 2 ? name : longest
}
