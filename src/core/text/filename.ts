/**
 * File names that survive Windows, ZIP tools, mail and disks and still read like the original. Each is one path component
 * in NFC, without characters that Windows forbids, at most 40 汉字 wide (a half-width character counts half) and at most
 * 180 bytes of UTF-8. (Linux allows 255 bytes: the rest is room for a prefix that a person adds.)
 */

interface Size {
  /** In 汉字: a half-width character counts half. */
  width: number
  /** Of UTF-8. */
  bytes: number
  /** In UTF-16 units, as Windows counts a path. */
  length: number
}

const most: Size = { width: 40, bytes: 180, length: 80 }

const replacements: Record<string, string> = {
  '<': '＜',
  '>': '＞',
  ':': '：',
  '"': '＂',
  '/': '／',
  '\\': '＼',
  '|': '｜',
  '?': '？',
  '*': '＊',
  // RFC 8493 §2.1.3 percent-encodes it in manifests, which `sha256sum -c` and bagit-python do not undo.
  '%': '％',
}
// Names that Windows reserves for devices, with any extension (Naming Files, Paths, and Namespaces).
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?= *(\.|$))/i
// Control characters, and marks that change the direction of text and so can hide an extension.
const invisible = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu

/**
 * `name` as a safe path component of at most `length` characters, with `ending` before its extension, which is kept.
 * A name that came out of here without an `ending` comes out again unchanged.
 */
export function safeName(name: string, length = most.length, ending = ''): string {
  const clean = toWellFormed(name)
    .replace(invisible, '')
    .normalize('NFC')
    .replace(/[<>:"/\\|?*%]/g, character => replacements[character] as string)
    .replace(/\s+/g, ' ')
  const fitted = fit(trim(clean), ending, length)
  if (fitted === '') return '未命名'
  // A cut name can be a device's. The `_` before it can make it one character too long, so it is cut again.
  return reserved.test(fitted) ? fit(`_${trim(clean)}`, ending, length) : fitted
}

/** Safe names for the files of one folder, in the same order, as `createNamer` gives them. */
export function safeNames(names: readonly string[], length = most.length): string[] {
  return names.map(createNamer(length))
}

/**
 * Gives the files of one folder safe names, one after another. A name that equals an earlier one (`fold` compares without case, as
 * Windows and macOS do) becomes `名（2）.pdf`.
 */
export function createNamer(length: number): (original: string) => string {
  const taken = new Set<string>()
  // By the name that came again: the number it had last. Of 60,000 equal names none is tried against all others.
  const numbers = new Map<string, number>()
  return original => {
    const name = safeName(original, length)
    let unique = name
    while (taken.has(fold(unique))) {
      const number = (numbers.get(name) ?? 1) + 1
      numbers.set(name, number)
      unique = fit(name, `（${number}）`, length)
    }
    taken.add(fold(unique))
    return unique
  }
}

/** The last component of a path with slashes: `data/a/报告.pdf` → `报告.pdf`. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The form in which names are compared, NFC in lower case: no two files of one folder may share it. */
export function fold(name: string): string {
  return name.normalize('NFC').toLowerCase().normalize('NFC')
}

/** Stem and extension (`.pdf`, with its dot). The extension is empty unless it is 1 to 8 ASCII letters and digits. */
export function splitExtension(name: string): [stem: string, extension: string] {
  const parts = /^(.+)(\.[0-9a-z]{1,8})$/i.exec(name)
  return parts ? [parts[1] as string, parts[2] as string] : [name, '']
}

/** `name` with `suffix` before its extension, its stem cut so that the whole fits. */
function fit(name: string, suffix: string, length: number): string {
  const [stem, extension] = splitExtension(name)
  const end = sizeOf(suffix + extension)
  const rest = {
    width: most.width - end.width,
    bytes: most.bytes - end.bytes,
    length: Math.min(length, most.length) - end.length,
  }
  return trim(cut(stem, rest)) + suffix + extension
}

/** The longest start of `text` within all limits, never splitting a code point. */
function cut(text: string, limits: Size): string {
  const whole = sizeOf(text)
  if (whole.width <= limits.width && whole.bytes <= limits.bytes && whole.length <= limits.length) return text
  const left = { ...limits }
  let kept = ''
  for (const character of text) {
    const size = sizeOf(character)
    left.width -= size.width
    left.bytes -= size.bytes
    left.length -= size.length
    if (left.width < 0 || left.bytes < 0 || left.length < 0) break
    kept += character
  }
  return kept
}

/** Drops dots and spaces at the end, as Windows does, and spaces at the start, where they make a file hard to find. */
function trim(name: string): string {
  return name.replace(/^ +/, '').replace(/[. ]+$/, '')
}

/** The size of a text in each unit that limits a name. */
export function sizeOf(text: string): Size {
  const size = { width: 0, bytes: 0, length: text.length }
  for (const character of text) {
    const code = character.codePointAt(0) as number
    size.width += code < 0x2e80 ? 0.5 : 1
    size.bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return size
}

/** Replaces lone surrogates, which UTF-8 can't hold, by U+FFFD. (`String.prototype.toWellFormed` needs Chromium 111.) */
function toWellFormed(text: string): string {
  if (!/[\ud800-\udfff]/.test(text)) return text
  return Array.from(text, character => (/^[\ud800-\udfff]$/.test(character) ? '\ufffd' : character)).join('')
}
