/** Tag files as lines, read in time linear in their length, whatever stands in them. */

/** The lines of a text, without their ends (LF, CR or CRLF, RFC 8493 §2.1.3), without a byte order mark. */
export function* linesOf(text: string): Generator<string> {
  let start = text.startsWith('\ufeff') ? 1 : 0
  let cr = text.indexOf('\r', start)
  let lf = text.indexOf('\n', start)
  while (cr >= 0 || lf >= 0) {
    const isCr = cr >= 0 && (lf < 0 || cr < lf)
    const end = isCr ? cr : lf
    yield text.slice(start, end)
    start = isCr && lf === cr + 1 ? end + 2 : end + 1
    // Each is looked for again only once it was passed: a text without one is not searched line by line.
    if (cr >= 0 && cr < start) cr = text.indexOf('\r', start)
    if (lf >= 0 && lf < start) lf = text.indexOf('\n', start)
  }
  yield text.slice(start)
}

/** A manifest's line, taken apart. */
interface ManifestLine {
  /** Lower-case hex. */
  digest: string
  /** Whether the path has `*` (md5sum's mark of binary mode) or `./` before it. */
  isLoose: boolean
  path: string
}

const longestDigest = 128

/** `<hex> <path>` with any spaces and tabs between them; null where the line is none. */
export function readManifestLine(line: string): ManifestLine | null {
  let end = 0
  while (end <= longestDigest && isHex(line.charCodeAt(end))) end += 1
  const start = skipBlanks(line, end)
  if (end < 8 || end > longestDigest || start === end) return null
  const path = line.slice(start).replace(/^\*?(?:\.\/)?/, '')
  if (path === '') return null
  return { digest: line.slice(0, end).toLowerCase(), isLoose: path.length < line.length - start, path }
}

/** A line of fetch.txt (§2.2.3): address, length or `-`, path; null where the line is none. */
export function readFetchLine(line: string): { url: string; path: string } | null {
  const urlEnd = endOfWord(line, 0)
  const lengthStart = skipBlanks(line, urlEnd)
  const lengthEnd = endOfWord(line, lengthStart)
  const path = line.slice(skipBlanks(line, lengthEnd)).replace(/^\.\//, '')
  const [url, length] = [line.slice(0, urlEnd), line.slice(lengthStart, lengthEnd)]
  return /^[a-z][a-z0-9+.-]*:/i.test(url) && /^(\d+|-)$/.test(length) && path !== '' ? { url, path } : null
}

function isHex(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x46) || (code >= 0x61 && code <= 0x66)
}

function skipBlanks(line: string, at: number): number {
  let end = at
  while (line[end] === ' ' || line[end] === '\t') end += 1
  return end
}

function endOfWord(line: string, at: number): number {
  let end = at
  while (end < line.length && line[end] !== ' ' && line[end] !== '\t') end += 1
  return end
}
