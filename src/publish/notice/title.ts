/** The notice's title among the lines above its text; a saved page has other lines there that look like one. */

interface Title {
  text: string
  /** It says 关于 and nothing else does. */
  isSure: boolean
  /** Other lines that would do. */
  others: string[]
  /** The index of its last line. */
  end: number
}

const titleEnd = /(通知|函|公告|通报)$/

/** The last title before the salutation, or the first where there is `'none'`. Where you are on the site is no title. */
export function findTitle(lines: readonly string[], salutation: 'below' | 'none'): Title | undefined {
  const found = lines.flatMap((line, end) => (isTitleEnd(line) ? [{ text: titleUpTo(lines, end), end }] : []))
  const full = found.filter(({ text }) => text.includes('关于'))
  const fitting = full.length > 0 ? full : found
  const chosen = salutation === 'below' ? fitting[fitting.length - 1] : fitting[0]
  if (!chosen) return undefined
  const others = [...new Set(fitting.map(({ text }) => text))].filter(text => text !== chosen.text)
  return { ...chosen, isSure: full.length > 0 && (others.length === 0 || salutation === 'none'), others }
}

function isTitleEnd(line: string): boolean {
  return !/[>＞»]/.test(line) && titleEnd.test(line.replace(/\s/g, ''))
}

/** A long title stands on up to four lines, the first of which says 关于; 通　知 may be the last. */
function titleUpTo(lines: readonly string[], end: number): string {
  for (let start = end; start >= Math.max(end - 3, 0); start--) {
    const line = lines[start] ?? ''
    if (start < end && (isTitleEnd(line) || /[>＞»]/.test(line))) break
    if (line.includes('关于'))
      return lines
        .slice(start, end + 1)
        .map(joinSpread)
        .join('')
  }
  return joinSpread(lines[end] ?? '')
}

/** `的通　知` → `的通知`: spaces that only spread a word. */
function joinSpread(line: string): string {
  return line.replace(/(通)\s+(知|报)$|(公)\s+(告)$/, '$1$2$3$4')
}
