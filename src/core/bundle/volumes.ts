/**
 * Splits a bundle into volumes: ZIPs small enough to be mailed. In come a plan and a limit, out go the plan's entries,
 * shared out. Invariants: every entry occurs once, in each volume in the plan's order; an item's files lie in one volume where
 * they fit into one; no ZIP exceeds the limit, unless it holds a single file that is too large for any.
 *
 * The size of a ZIP is known before it is packed: attachments are stored as they are, their headers are exact, and the
 * texts, which are deflated (RFC 1951), have a bound. Every volume lists all files, so the bound counts all entries.
 * - The 23 characters of figures, SHA-256 and percent-encoding could have 5 bits each and all other symbols 10: Kraft's
 *   inequality leaves room for that code, and the encoder's own is at least as short. Tables add less than half a bit
 *   a symbol (some 280 bytes in 7,000 symbols). Hence `figure` and `letter`.
 * - A repetition (the markup of a row, the folder of the line above) is written as a match: 10 + 5 bits for its length,
 *   5 + 13 for its distance. Hence `match`.
 */

import type { Checklist } from '../checklist/checklist'
import type { Section } from '../checklist/progress'
import { baseName } from '../text/filename'
import { fillVolumes, type Measured } from './fill-volumes'
import type { BundleEntry, BundlePlan } from './plan'

const megabyte = 1024 * 1024

/** Most bytes of a file on FAT32 and of a ZIP without ZIP64 (APPNOTE 4.4.9): 4 GiB less one. */
const largestZip = 0xffffffff

/** The limits to choose from: most bytes of one whole ZIP. A mail of 50 MB holds 36 MB of files: base64 makes four bytes of three. */
export const volumePresets = [
  { id: 'mail-35', bytes: 35 * megabyte },
  { id: 'mail-18', bytes: 18 * megabyte },
  { id: 'mail-95', bytes: 95 * megabyte },
  { id: 'stick', bytes: largestZip },
] as const

/** A bundle of at most so many bytes is packed as one ZIP, without asking how to split it. */
export const unsplitLimit: number = volumePresets[0].bytes

/** Most bytes of a deflated character and of a match, derived at the top. */
const figure = 11 / 16
const letter = 11 / 8
const match = 33 / 8

/**
 * Bytes of a file's rows in 目录.html, checklist.json and 目录.xlsx: markup, SHA-256 (16 + 64 + 64 digits), number, sizes, CRC-32,
 * cells, a link.
 */
const rowBytes = 49 * match + 262 * figure + 12 * letter

/** Bytes of an item's rows in the same three, with its state. */
const itemBytes = 32 * match + 85 * figure + 40 * letter

/** Bytes of a line of manifest-sha256.txt without the file's name. */
const lineBytes = 64 * figure + 4 * match

/** Bytes of styles, cover, QR code, the spreadsheet's fixed parts, bag-info.txt, facts and answers to items not asked for. */
const fixedBytes = 24 * 1024

/** The number of tag files, and the longest of their names. */
const tagFiles = 10
const longestTag = 'tagmanifest-sha256.txt'

/** Bytes assumed for typed texts and the report where the caller does not know `writtenBytes`: some 20,000 汉字 and a report. */
const usualWritten = 256 * 1024

/**
 * The entries of each volume; one empty volume where there are no files. `limit` is the most bytes of one whole ZIP,
 * `written` the bytes of typed texts and report in each (`writtenBytes`). Where the lists alone reach the limit, each file
 * gets a volume.
 */
export function planVolumes(plan: BundlePlan, limit: number, written = usualWritten): BundleEntry[][] {
  const lists = listsBytes(plan)
  // A volume's name holds the count of volumes, known only afterwards: try names as long as those of 1, 9, 99 … volumes.
  for (let count = 1; ; count = count === 1 ? 9 : count * 10 + 9) {
    const folder = volumeName(plan.name, count, count)
    const room = Math.min(limit, largestZip) - lists - framesBytes(folder, count) - written
    const volumes = fillVolumes(itemsOf(plan.entries, folder), room)
    if (volumes.length <= count) return volumes
  }
}

/** `<name>-第1卷共3卷`, `index` from 1; just the name where it is the only one. */
export function volumeName(name: string, index: number, count: number): string {
  return count === 1 ? name : `${name}-第${index}卷共${count}卷`
}

/** A function that gives the most bytes a volume's ZIP can have, from its entries, where there are `count` volumes. */
export function boundVolumes(
  plan: BundlePlan,
  count: number,
  written = usualWritten,
): (entries: readonly BundleEntry[]) => number {
  const folder = volumeName(plan.name, count, count)
  const around = listsBytes(plan) + framesBytes(folder, count) + written
  return entries => Math.ceil(entries.reduce((sum, entry) => sum + entryBytes(entry, folder), around))
}

/** Most bytes that the texts a unit typed take in one volume, in all its files together. A plan does not know them. */
export function writtenBytes(checklist: Checklist): number {
  const { unit, answers, report, sent, assignment, part, returned, completes } = checklist
  const about = textBytes(unit.name) + textBytes(unit.contact) + textBytes(unit.phone)
  const said = Object.values(answers).flatMap(({ reason, remark }) => [reason, remark])
  const reported = [...Object.values(report.texts), ...Object.values(report.scores)]
  const marks = Object.entries(sent?.marks ?? {}).flat()
  const shared = textBytes(JSON.stringify([assignment, part, returned, completes], null, 1))
  const marked = marks.reduce((sum, text) => sum + textBytes(text) + match, shared)
  return [...said, ...reported].reduce((sum, text) => sum + 3 * textBytes(text), 10 * about + marked)
}

/** Most bytes that sections and their items take in the texts of a volume, files left out. */
export function sectionBytes(sections: readonly Section[]): number {
  let bytes = 0
  for (const { indicator, items } of sections) {
    bytes += itemBytes + 2 * textBytes(indicator?.name ?? '') + textBytes(indicator?.content ?? '')
    for (const item of items) bytes += itemBytes + 2 * textBytes(item.text)
  }
  return bytes
}

/** Exact bytes of both headers of a stored entry: APPNOTE 4.3.7, 4.3.12, and 4.6.9 (0x7075) where a name is not ASCII. */
export function headerBytes(path: string): number {
  const bytes = utf8Length(path)
  return 30 + 46 + 2 * bytes + (bytes === path.length ? 0 : 2 * (9 + bytes))
}

/** The entries grouped by item: those of one item are neighbours in a plan. */
function itemsOf(entries: readonly BundleEntry[], folder: string): Measured[][] {
  const items: Measured[][] = []
  let id: string | null = null
  for (const entry of entries) {
    const measured = { entry, bytes: entryBytes(entry, folder) }
    if (entry.item.id === id) items[items.length - 1]?.push(measured)
    else items.push([measured])
    id = entry.item.id
  }
  return items
}

/** Most bytes that an entry adds to the ZIP that holds it. */
function entryBytes({ path, size }: BundleEntry, folder: string): number {
  return size + headerBytes(`${folder}/${path}`) + lineBytes + textBytes(baseName(path))
}

/** Most bytes of the lists of all items and files, which every volume holds. */
function listsBytes({ sections, entries }: BundlePlan): number {
  let bytes = sectionBytes(sections)
  let folder = ''
  let type = ''
  for (const { path, file } of entries) {
    const name = baseName(path)
    bytes +=
      rowBytes + 2 * linkBytes(name) + 2 * textBytes(name) + textBytes(file.name) + textBytes(file.added)
    bytes += againBytes(file.originalName, file.name) + againBytes(file.type, type)
    if (file.originalName !== name) bytes += 2 * textBytes(file.originalName)
    if (file.path) bytes += textBytes(file.path) + match
    const itsFolder = path.slice(0, -name.length)
    if (itsFolder !== folder) bytes += 2 * linkBytes(itsFolder) + textBytes(itsFolder)
    folder = itsFolder
    type = file.type
  }
  return bytes
}

/** Most bytes that are in a ZIP whatever its entries are; 目录.html may name every volume. */
function framesBytes(folder: string, count: number): number {
  const tags = tagFiles * (headerBytes(`${folder}/${longestTag}`) + lineBytes)
  return fixedBytes + tags + count * (12 * match + 44 * figure) + 8 * textBytes(folder)
}

/** Most bytes of a text that stands for the first time, its special characters escaped for HTML, XML, JSON or a manifest. */
function textBytes(text: string): number {
  // The longest: `_` before `xHHHH_` becomes `_x005F_` in a spreadsheet; JSON writes lone surrogates as `\udHHH`.
  const special = text.match(/[\p{Cc}\p{Cs}"%&<>\\_]/gu)?.length ?? 0
  return (utf8Length(text) + 6 * special) * letter
}

/** The same for a text that the line above, `before`, may repeat: matches of up to 258 bytes, at most 32 KB away. */
function againBytes(text: string, before: string): number {
  const bytes = textBytes(text)
  return text === before && text.length < 1_000 ? Math.ceil(bytes / 258) * match : bytes
}

/** Most bytes of a path in a link: `%E5%8D…` */
function linkBytes(path: string): number {
  return utf8Length(path) * 3 * figure
}

function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) as number
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
