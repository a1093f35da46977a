/**
 * Walks through XML without building a tree: tags one behind another, each with the text before it. In time of the text's length,
 * whatever it holds; what is cut or malformed ends the walk. Comments, declarations and CDATA's own marks are left out.
 */

export interface XmlTag {
  /** Without its prefix: `c` of `x:c`. */
  name: string
  kind: 'open' | 'close' | 'empty'
  /** As written, for `attributeOf`. */
  attributes: string
  /** The decoded text between the tag before and this one. */
  before: string
}

/** The longest tag that is read; one that is longer is nobody's. */
const longestTag = 64 * 1024

export function* readTags(xml: string): Generator<XmlTag> {
  let at = 0
  let before = ''
  for (;;) {
    const start = xml.indexOf('<', at)
    if (start < 0) return
    before += decodeEntities(xml.slice(at, start))
    const skipped = skip(xml, start)
    if (skipped) {
      before += skipped.text
      at = skipped.end
      continue
    }
    const end = xml.indexOf('>', start)
    if (end < 0 || end - start > longestTag) return
    const isClose = xml[start + 1] === '/'
    const isEmpty = xml[end - 1] === '/'
    const inner = xml.slice(start + (isClose ? 2 : 1), isEmpty ? end - 1 : end)
    const space = inner.search(/\s/)
    const name = space < 0 ? inner : inner.slice(0, space)
    yield {
      name: name.slice(name.indexOf(':') + 1),
      kind: isClose ? 'close' : isEmpty ? 'empty' : 'open',
      attributes: space < 0 ? '' : inner.slice(space),
      before,
    }
    before = ''
    at = end + 1
  }
}

/** What is no tag: `<?…?>`, `<!--…-->`, `<![CDATA[…]]>`, `<!…>`. Only CDATA leaves text. */
function skip(xml: string, start: number): { text: string; end: number } | null {
  const ends = [
    ['<?', '?>'],
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<!', '>'],
  ] as const
  const found = ends.find(([begin]) => xml.startsWith(begin, start))
  if (!found) return null
  const [begin, close] = found
  const end = xml.indexOf(close, start + begin.length)
  const last = end < 0 ? xml.length : end
  return {
    text: begin === '<![CDATA[' ? xml.slice(start + begin.length, last) : '',
    end: Math.min(xml.length, last + close.length),
  }
}

/** The decoded value of an attribute, by its name as written (`r:id`); undefined where it is not there. */
export function attributeOf(tag: Pick<XmlTag, 'attributes'>, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag.attributes)
  const value = found && (found[1] ?? found[2])
  return value === null || value === undefined ? undefined : decodeEntities(value)
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Replaces the five entities of XML and references to characters; any other stays as it is written. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return entities[name] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}
