/**
 * The texts that make a folder a bag: RFC 8493 (BagIt 1.0). Pure text in and out; digests are given, never computed here.
 *
 * When this changes: a bundle carries `Yinzheng-Format` in bag-info.txt and `format` in checklist.json. A new optional
 * line needs nothing. Anything an older intake would misread raises the format, and a bundle of the old one stays in
 * `tests/fixtures/` for ever.
 */

import { linesOf } from './tag-lines'

/** `Yinzheng-Format`: the newest this page knows. */
export const bundleFormat = 1

/** A file of the bag and its SHA-256 in lower-case hex; the path is relative to the bag, `/`-separated. */
export interface BagFile {
  path: string
  sha256: string
}

/** RFC 8493 §2.1.1 */
export const bagitText = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** The lines of a manifest, sorted by path as bytes would sort: `<hex>  <path>` (RFC 8493 §2.1.3). */
export function manifestLines(files: readonly BagFile[]): string[] {
  return [...files]
    .sort((a, b) => compareText(a.path, b.path))
    .map(file => `${file.sha256}  ${encodePath(file.path)}`)
}

/** The whole manifest; empty for no files. */
export function writeManifest(files: readonly BagFile[]): string {
  return manifestLines(files)
    .map(line => `${line}\n`)
    .join('')
}

/** `bag-info.txt`: one `Label: value` a line, empty values left out, line breaks in a value folded away (§2.2.2). */
export function writeBagInfo(fields: readonly (readonly [label: string, value: string])[]): string {
  return fields
    .map(([label, value]) => [label, value.replace(/\s+/g, ' ').trim()] as const)
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}: ${value}\n`)
    .join('')
}

/** Octets and files of the payload (§2.2.2). */
export function payloadOxum(files: readonly { size: number }[]): string {
  return `${files.reduce((sum, file) => sum + file.size, 0)}.${files.length}`
}

/** 校验码 as people read it: the first 16 digits, upper case, in fours: `6F2A-91C4-0B77-E3D0`. */
export function formatFingerprint(sha256: string): string {
  return (sha256.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join('-')
}

/** §2.1.3: CR, LF and % in a path are percent-encoded, nothing else is. */
function encodePath(path: string): string {
  return path.replace(
    /[%\r\n]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}

/** Order by code point: the same everywhere, unlike `localeCompare`, and that of the bytes, unlike UTF-16 units. */
function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const difference = rank(a.charCodeAt(i)) - rank(b.charCodeAt(i))
    if (difference) return difference
  }
  return a.length - b.length
}

/** A UTF-16 unit, with surrogates (code points from U+10000 on) moved behind all others. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit
}

/** `bag-info.txt` read back, continued lines joined (§2.2.2); a label may occur more than once. */
export function parseBagInfo(text: string): [label: string, value: string][] {
  return readBagInfo(text).fields
}

/** More lines than any bag has; what comes behind them is not read. */
export const mostInfoLines = 10_000

/** The same, with the number (from 1) of every line that is none, and whether there are more lines than are read. */
export function readBagInfo(text: string): {
  fields: [label: string, value: string][]
  badLines: number[]
  isCut: boolean
} {
  const fields: [string, string][] = []
  const badLines: number[] = []
  let number = 0
  for (const line of linesOf(text)) {
    number += 1
    if (number > mostInfoLines) return { fields, badLines, isCut: true }
    const colon = line.indexOf(':')
    const isIndented = line[0] === ' ' || line[0] === '\t'
    const last = fields[fields.length - 1]
    if (isIndented && last) last[1] = `${last[1]} ${line.trim()}`.trim()
    else if (colon > 0 && line[0]?.trim() !== '')
      fields.push([line.slice(0, colon).trimEnd(), line.slice(colon + 1).trim()])
    else if (line.trim() !== '') badLines.push(number)
  }
  return { fields, badLines, isCut: false }
}

/** The value of a field, the first where there are several; labels are compared without case (§2.2.2). */
export function fieldOf(info: readonly (readonly [string, string])[], label: string): string | undefined {
  return info.find(([other]) => other.toLowerCase() === label.toLowerCase())?.[1]
}

/** §2.1.3 back; BagIt before 1.0 (`isOlder`) encoded CR and LF, and left % alone. */
export function decodePath(path: string, isOlder: boolean): string {
  return path.replace(isOlder ? /%(0[Aa]|0[Dd])/g : /%(0[Aa]|0[Dd]|25)/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  )
}

/**
 * The volume that a bag says it is, `2 of 3` (RFC 8493 §2.2.2); count 0 of `2 of ?`, where nobody knew yet; [1, 1] where it
 * says nothing, null where it says nonsense. Up to 999 volumes, since each missing one is named.
 */
export function readBagCount(
  info: readonly (readonly [string, string])[],
): [index: number, count: number] | null {
  const parts = /^(\d{1,3}) of (\d{1,3}|\?)$/.exec(fieldOf(info, 'Bag-Count') ?? '1 of 1')
  const index = Number(parts?.[1] ?? 0)
  const count = parts?.[2] === '?' ? 0 : Number(parts?.[2] ?? 0)
  return index < 1 || (count > 0 && index > count) || (count === 0 && parts?.[2] !== '?')
    ? null
    : [index, count]
}
