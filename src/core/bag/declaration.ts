/**
 * bagit.txt (RFC 8493 §2.1.1) and what follows from it: how the other tag files are read. In come bytes, out go a version,
 * texts, and findings; a bag whose declaration is broken is read as BagIt 1.0 in UTF-8. TextDecoder is the language's own
 * here, see `archive-names`.
 */
import type { BagFinding } from './finding'

interface Declaration {
  /** BagIt 1.0 wants every manifest complete, and percent signs encoded. */
  isOlder: boolean
  encoding: string
  findings: BagFinding[]
}

const olderVersions = ['0.93', '0.94', '0.95', '0.96', '0.97']

/** Two lines and nothing else, each with a space behind its colon; before 1.0 tools wrote any blanks there. */
const exact = /^BagIt-Version: (\d+\.\d+)(?:\r\n|\r|\n)Tag-File-Character-Encoding: (\S+)(?:\r\n|\r|\n)?$/
const loose =
  /^BagIt-Version:[ \t]*(\d+\.\d+)[ \t]*(?:\r\n|\r|\n)Tag-File-Character-Encoding:[ \t]*([^ \t\r\n]+)[ \t\r\n]*$/
/** Ten times what the two lines need: a longer file is none, and is not searched. */
const longest = 1000

export function readDeclaration(bytes: Uint8Array | undefined): Declaration {
  const assumed = { isOlder: false, encoding: 'UTF-8' }
  if (!bytes) return { ...assumed, findings: [{ code: 'no-bagit-txt' }] }
  // Always UTF-8, and without a byte order mark.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, longest))
  const [, version = '', encoding = ''] = loose.exec(text) ?? []
  const isOlder = olderVersions.includes(version)
  if (version === '' || bytes.length > longest || (!isOlder && !exact.test(text)))
    return { ...assumed, isOlder, findings: [{ code: 'bad-bagit-txt' }] }
  const findings: BagFinding[] = []
  if (!isOlder && version !== '1.0') findings.push({ code: 'unknown-version', version })
  if (isKnown(encoding)) return { isOlder, encoding, findings }
  return { ...assumed, isOlder, findings: [...findings, { code: 'unknown-encoding', encoding }] }
}

/** A tag file's text; `isSound`: its bytes are of that encoding. */
export function decodeTag(bytes: Uint8Array, encoding: string): { text: string; isSound: boolean } {
  // TextDecoder takes UTF-16 for little-endian whatever the mark says.
  const isBigEndian = /^utf-?16$/i.test(encoding) && bytes[0] === 0xfe && bytes[1] === 0xff
  const label = isBigEndian ? 'utf-16be' : encoding
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), isSound: true }
  } catch {
    // A TypeError says that the bytes are of another encoding, which is the question asked.
    return { text: new TextDecoder(label).decode(bytes), isSound: false }
  }
}

function isKnown(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== ''
  } catch {
    // A RangeError is the platform's answer for a name it does not know.
    return false
  }
}
