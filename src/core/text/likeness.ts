/**
 * Compares two texts of the table as printed: out goes a number from 0 to 1.
 * Invariant: spaces, punctuation, the width of characters and the year do not count, for changing them changes no meaning.
 */

/** The text without spaces and punctuation, its full-width characters made half-width, its years replaced by 年. */
export function bareText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/20\d\d/g, '年')
    .replace(/[^\p{L}\p{N}%]/gu, '')
}

/** True where two texts differ at most in spaces, punctuation, the width of characters and the year. */
export function saysSame(one: string, other: string): boolean {
  return bareText(one) === bareText(other)
}

/** An indicator's 具体内容 without the score in its closing brackets. */
export function withoutScore(content: string): string {
  return content.replace(
    /[(（〔【［[][^()（）〔〕【】［］[\]]*[\d０-９]\s*分[^()（）〔〕【】［］[\]]*[)）〕】］\]][。.;；]?\s*$/,
    '',
  )
}

/** The likeness of two texts: 1 where they say the same, 0 where they share no pair of neighbouring characters. */
export function likeness(one: string, other: string): number {
  const [a, b] = [bareText(one), bareText(other)]
  return a === b ? 1 : comparePairs(a, b)
}

/** Sørensen–Dice coefficient over pairs of neighbouring characters, from 0 to 1; the texts are compared as given. */
export function comparePairs(a: string, b: string): number {
  const pairs = new Map<string, number>()
  for (const pair of pairsOf(a)) pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  let shared = 0
  for (const pair of pairsOf(b)) {
    const left = pairs.get(pair) ?? 0
    if (left > 0) shared++
    pairs.set(pair, left - 1)
  }
  return (2 * shared) / Math.max(1, a.length + b.length - 2)
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2))
}
