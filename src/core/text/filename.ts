/**
 * Names that survive Windows, ZIP tools, mail and disks, and still say what the original said.
 * Out come components that are NFC, free of characters Windows forbids, at most 40 汉字 wide (a half-width character
 * counts half) and 180 bytes of UTF-8 (Linux allows 255, of which a person's own prefix may take some).
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
// Windows keeps these for devices, with any extension (Naming Files, Paths, and Namespaces).
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?= *(\.|$))/i
// Controls, and marks that turn the direction of text and so can hide an extension.
const invisible = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu

/**
 * `name` as one safe path component of at most `length` characters, its extension kept, with `ending` before that.
 * Twice is the same as once.
 */
export function safeName(name: string, length = most.length, ending = ''): string {
  const clean = toWellFormed(name)
    .replace(invisible, '')
    .normalize('NFC')
    .replace(/[<>:"/\\|?*%]/g, character => replacements[character] as string)
    .replace(/\s+/g, ' ')
  const fitted = fit(trim(clean), ending, length)
  if (fitted === '') return '未命名'
  // Cutting may leave a device's name, and the mark in front may cost another character.
  return reserved.test(fitted) ? fit(`_${trim(clean)}`, ending, length) : fitted
}

/**
 * Safe names for files that share a folder, in the same order; a name that clashes with an earlier one (letters compared
 * without case, as Windows and macOS do) becomes `名（2）.pdf`.
 */
export function safeNames(names: readonly string[], length = most.length): string[] {
  const taken = new Set<string>()
  return names.map(original => {
    const name = safeName(original, length)
    let unique = name
    for (let n = 2; taken.has(fold(unique)); n++) unique = fit(name, `（${n}）`, length)
    taken.add(fold(unique))
    return unique
  })
}

/** The last component of a path with slashes: `data/a/报告.pdf` → `报告.pdf`. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** What two names must not share in one folder. */
export function fold(name: string): string {
  return name.normalize('NFC').toLowerCase().normalize('NFC')
}

/** Stem and extension (`.pdf`, with its dot; empty where there is none that looks like one). */
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

/** Windows drops dots and spaces at a component's end; a leading space only hides a file. */
function trim(name: string): string {
  return name.replace(/^ +/, '').replace(/[. ]+$/, '')
}

export function sizeOf(text: string): Size {
  const size = { width: 0, bytes: 0, length: text.length }
  for (const character of text) {
    const code = character.codePointAt(0) as number
    size.width += code < 0x2e80 ? 0.5 : 1
    size.bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return size
}

/** Lone surrogates can't be UTF-8. (`toWellFormed` itself is newer than Chrome 86.) */
function toWellFormed(text: string): string {
  return Array.from(text, character => (/^[\ud800-\udfff]$/.test(character) ? '\ufffd' : character)).join('')
}
