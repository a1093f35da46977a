/**
 * Pages as text. `html` is a template whose values are escaped, so that no text of a notice can become markup; what another
 * `html` made, or `raw` trusts, goes in as it is. White space between tags is one space, as the build has it elsewhere.
 *
 * Decision: Pages are functions from an edition to text. The build and the publisher's page in a browser make the same
 * bytes of them; a component of Astro runs only in the build.
 */

/** Markup, as opposed to a text that has yet to be escaped. */
export interface Html {
  readonly markup: string
}

type Value = Html | string | number | false | null | undefined | readonly Value[]

/** `false`, null and undefined print nothing; in a tag a value is escaped for the inside of quotes. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  let markup = ''
  let isInTag = false
  for (const [i, part] of parts.entries()) {
    const first = i === 0
    const last = i === parts.length - 1
    markup += squeeze(part, isInTag, first, last)
    isInTag = tagStateAfter(part, isInTag)
    if (!last) markup += print(values[i], isInTag ? escapeAttribute : escapeText)
  }
  return { markup }
}

/** Markup that somebody else made sure of. */
export function raw(markup: string): Html {
  return { markup }
}

/** Attributes with a space before each: true prints the name alone, false and undefined print nothing. */
export function attributes(values: Record<string, string | number | boolean | undefined>): Html {
  const printed = Object.entries(values).map(([name, value]) => {
    if (value === undefined || value === false) return ''
    return value === true ? ` ${name}` : ` ${name}="${escapeAttribute(String(value))}"`
  })
  return { markup: printed.join('') }
}

function print(value: Value, inward: (text: string) => string): string {
  if (value === false || value === null || value === undefined) return ''
  if (typeof value === 'string' || typeof value === 'number') return inward(String(value))
  return 'markup' in value ? value.markup : value.map(one => print(one, inward)).join('')
}

function tagStateAfter(part: string, isInTag: boolean): boolean {
  const [open, close] = [part.lastIndexOf('<'), part.lastIndexOf('>')]
  return open === close ? isInTag : open > close
}

/** Texts of a template without the indentation that only its source needs. */
function squeeze(part: string, isInTag: boolean, isFirst: boolean, isLast: boolean): string {
  const [, tag = '', rest = part] = isInTag ? (/^([^>]*>)([\s\S]*)$/.exec(part) ?? ['', part, '']) : []
  const trimmed = trimEnds(rest, isFirst, isLast)
  return (
    squeezeTag(tag) +
    trimmed.replace(/<[^>]*(?:>|$)|[^<]+/g, piece => {
      if (piece.startsWith('<')) return squeezeTag(piece)
      if (piece.trim() === '') return ' '
      return piece.replace(/^\s+|\s+$/g, space => (space.includes('\n') ? '\n' : ' '))
    })
  )
}

function squeezeTag(tag: string): string {
  return tag.replace(/\s*\n\s*(?=>)/g, '').replace(/\s*\n\s*/g, ' ')
}

function trimEnds(text: string, isFirst: boolean, isLast: boolean): string {
  const begun = isFirst ? text.replace(/^\s*\n\s*/, '') : text
  return isLast ? begun.replace(/\s*\n\s*$/, '') : begun
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  "'": '&#39;',
  '"': '&quot;',
}

function escapeText(text: string): string {
  return text.replace(/[&<>'"]/g, character => entities[character] ?? '')
}

function escapeAttribute(text: string): string {
  return text.replace(/&/g, '&#38;').replace(/"/g, '&#34;')
}
